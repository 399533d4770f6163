import type { Report } from '../../../model/report.ts';
import { parsePrefix } from './calendar.ts';
import type { Day } from './calendar.ts';
import { isDay } from './context.ts';

/** A place by its names in text, with its distance from UTC in hours. */
export interface PlaceZone {
  readonly names: readonly string[];
  readonly utcOffset: number;
}

const DATELINE = /^[^\n]{0,200}?\s[-–—]\s/;

/** The first place named in the dateline: the opening words of a paragraph, up to its dash. */
function findZone(text: string, places: readonly PlaceZone[]): PlaceZone | undefined {
  const lines = text
    .slice(0, 1000)
    .split('\n')
    .filter((line) => DATELINE.test(line));
  for (const line of lines) {
    const head = (DATELINE.exec(line)?.[0] ?? '').toLowerCase();
    const zone = places.find(({ names }) => names.some((name) => head.includes(name.toLowerCase())));
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/** The day of publication where the report was written: its instant moved by the zone of the dateline's place. */
export function localDay(report: Report, places: readonly PlaceZone[]): Day | undefined {
  const at = report.publishedAt?.at;
  if (at === undefined) return undefined;
  const zone = at.includes('T') ? findZone(report.text, places) : undefined;
  const moved = zone === undefined ? at : new Date(Date.parse(at) + zone.utcOffset * 3_600_000).toISOString();
  const day = parsePrefix(moved);
  return day !== undefined && isDay(day) ? day : undefined;
}
