import type { RestraintEntry } from '../../../model/dynamics.ts';

/** A restraint with positions of streams instead of ids. */
export interface RestraintRule {
  readonly begins: readonly number[];
  /** Any of these ends it: the holder's own word or deed, or the partner's breach. */
  readonly ends: readonly number[];
  readonly holdsDays: number;
}

export function toRestraintRule(
  { begins, covers, ends, freedBy, holdsDays }: RestraintEntry,
  at: ReadonlyMap<string, number>,
): RestraintRule {
  const positions = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => at.get(id) ?? []);
  return {
    begins: positions(begins),
    ends: positions([...covers, ...ends, ...freedBy]),
    holdsDays: holdsDays ?? 36_500,
  };
}

/**
 * For each day from `firstDay`: whether the restraint stood at its beginning, 1 or 0.
 * A move that begins it counts from the next day; one that ends it on the same day prevails.
 */
export function restraintDays(
  rule: RestraintRule,
  days: readonly Int32Array[],
  [firstDay, lastDay]: readonly [number, number],
): Uint8Array {
  const stands = new Uint8Array(lastDay - firstDay + 1);
  const turns = new Map<number, boolean>();
  for (const stream of rule.begins) for (const day of days[stream]) turns.set(day, true);
  for (const stream of rule.ends) for (const day of days[stream]) turns.set(day, false);
  const sorted = [...turns].sort(([a], [b]) => a - b);
  let began = -Infinity;
  let next = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    while (next < sorted.length && sorted[next][0] < day) {
      const [turn, on] = sorted[next++];
      began = on ? turn : -Infinity;
    }
    stands[day - firstDay] = day - began <= rule.holdsDays ? 1 : 0;
  }
  return stands;
}
