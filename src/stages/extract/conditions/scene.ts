import type { Ground } from '../assertions/ground.ts';

/** Where the main clause stands as seen from the condition. */
export type Direction = 'after' | 'before' | 'around';

/** One connective in its sentence. */
export interface Scene {
  readonly ground: Ground;
  /** First token of the condition, with "even" or "only" before the connective. */
  readonly first: number;
  /** Last token of the connective. */
  readonly last: number;
  /** The sentence, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly opened: number;
  readonly main: number;
  /** Whether the sentence speaks of what did not happen. */
  readonly counterfactual: boolean;
  readonly reporting: ReadonlySet<string>;
}
