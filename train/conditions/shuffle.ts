/** The same order on every machine: a shuffle by a fixed multiplicative step. */
export function shuffled<T>(list: readonly T[], round: number): readonly T[] {
  const keyed = list.map((one, i) => ({ one, key: Math.imul(i + 1, 2654435761 + round * 40503) >>> 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}
