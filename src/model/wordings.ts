/** What is known of how one thing is said in different words; learned from translations of the same sentences. */
export interface WordingKnowledge {
  /** Stem → how telling it is, 0 for the commonest to 1 for one never met. Stems that are missing count as 1. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Stem → the stems that stand in its place in other renderings, each with a likelihood, 0 to 1. */
  readonly renders: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Weights of the likeness of two whole wordings and of a part with a whole one; the first is the constant. */
  readonly whole: readonly number[];
  readonly part: readonly number[];
}
