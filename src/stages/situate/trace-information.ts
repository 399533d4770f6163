import { contentId } from '../../model/content-id.ts';
import type { Origin } from '../../model/fact.ts';
import type { Playbook } from '../../model/playbook.ts';
import type { InformationLine } from '../../model/situation.ts';
import type { ClaimIndex, KnownReading } from './claim-index.ts';
import { firstDay } from './day-number.ts';
import { countBefore } from '../../model/sorted-list.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

const MOST = 60;

function toLine(
  { reading }: KnownReading,
  origin: Origin | undefined,
  view: View,
  playbook: Playbook,
): InformationLine {
  const { report, claims, repairs } = reading;
  const sources = claims.flatMap((claim) => claim.attribution);
  const of = (...terms: readonly string[]): number =>
    sources.filter((source) => terms.includes(source.terms)).length;
  const member = origin?.members.find(({ reportId }) => reportId === report.id);
  const anonymous = claims.filter((claim) => claim.attribution.some(({ terms }) => terms === 'anonymous'));
  return {
    id: contentId('line', 'information', playbook.id, report.id),
    reportId: report.id,
    ...(origin === undefined ? {} : { originId: origin.id }),
    ...(member === undefined ? {} : { copy: member.how }),
    copies: origin?.members.length ?? 1,
    claims: claims.length,
    onRecord: sources.filter(({ onRecord }) => onRecord).length,
    anonymous: of('anonymous'),
    collective: of('collective'),
    longestChain: Math.max(0, ...claims.map((claim) => claim.attribution.length)),
    repairs: repairs.length,
    because: because(
      view,
      [],
      [],
      [...anonymous, ...claims].slice(0, 8).map(({ id }) => id),
    ),
  };
}

/** T15: how each report reached us: copies, terms of its sources, hands it went through, garbling. */
export function traceInformation(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  settings: { readonly origins: readonly Origin[]; readonly days: number },
): readonly InformationLine[] {
  const { readings } = claims;
  const end = countBefore(
    readings,
    ({ knownFrom }) => firstDay(knownFrom) <= Math.min(view.knownAt, view.validAt),
  );
  const start = countBefore(readings, ({ knownFrom }) => firstDay(knownFrom) < view.validAt - settings.days);
  const known = readings.slice(Math.max(start, end - MOST), end);
  const reportIds = new Set(known.map(({ reading }) => reading.report.id));
  const originOf = new Map<string, Origin>();
  for (const origin of settings.origins)
    for (const { reportId } of origin.members) if (reportIds.has(reportId)) originOf.set(reportId, origin);
  return known.map((one) => toLine(one, originOf.get(one.reading.report.id), view, playbook));
}
