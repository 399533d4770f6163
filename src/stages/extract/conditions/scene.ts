/** One connective in its sentence. */
export interface Scene {
  /** First token of the condition, with "even" or "only" before the connective. */
  readonly first: number;
  /** Last token of the connective. */
  readonly last: number;
  /** The sentence, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}
