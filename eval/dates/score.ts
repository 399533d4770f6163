import type { TimeExpression } from '../../src/model/reading.ts';
import { canonical } from './canonical.ts';
import type { GoldDocument, GoldTime } from './gold.ts';

/** Counts of one set; F1 values in percent. */
export interface Tally {
  gold: number;
  found: number;
  strict: number;
  relaxed: number;
  value: number;
}

export interface Pair {
  readonly document: GoldDocument;
  readonly gold?: GoldTime;
  readonly found?: TimeExpression;
  readonly valueRight: boolean;
}

const sameDays = (gold: GoldTime, found: TimeExpression): boolean => {
  const wanted = canonical(gold.value);
  if (wanted === canonical(found.value)) return true;
  const { when } = found;
  if (when === undefined) return false;
  return wanted === canonical(`${when.from ?? ''}/${when.until ?? ''}`);
};

/** Pairs each gold expression with the first unused found one that overlaps it; exact spans first. */
export function pair(document: GoldDocument, found: readonly TimeExpression[]): Pair[] {
  const used = new Set<TimeExpression>();
  const pick = (
    test: (gold: GoldTime, time: TimeExpression) => boolean,
    gold: GoldTime,
  ): TimeExpression | undefined => found.find((time) => !used.has(time) && test(gold, time));
  const exact = (gold: GoldTime, { span }: TimeExpression): boolean =>
    span.start === gold.start && span.end === gold.end;
  const overlapping = (gold: GoldTime, { span }: TimeExpression): boolean =>
    span.start < gold.end && gold.start < span.end;
  const partners = new Map<GoldTime, TimeExpression>();
  for (const test of [exact, overlapping]) {
    for (const gold of document.times) {
      if (partners.has(gold)) continue;
      const partner = pick(test, gold);
      if (partner === undefined) continue;
      used.add(partner);
      partners.set(gold, partner);
    }
  }
  const matched = document.times.map((gold) => {
    const partner = partners.get(gold);
    return partner === undefined
      ? { document, gold, valueRight: false }
      : { document, gold, found: partner, valueRight: sameDays(gold, partner) };
  });
  const spare = found
    .filter((time) => !used.has(time))
    .map((time) => ({ document, found: time, valueRight: false }));
  return [...matched, ...spare];
}

export function tally(pairs: readonly Pair[]): Tally {
  const counts: Tally = { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0 };
  for (const { gold, found, valueRight } of pairs) {
    if (gold !== undefined) counts.gold++;
    if (found !== undefined) counts.found++;
    if (gold === undefined || found === undefined) continue;
    counts.relaxed++;
    if (found.span.start === gold.start && found.span.end === gold.end) counts.strict++;
    if (valueRight) counts.value++;
  }
  return counts;
}

/** Percent. */
export const f1 = (right: number, { gold, found }: Tally): number =>
  gold + found === 0 ? 0 : (200 * right) / (gold + found);
