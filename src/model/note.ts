import type { Span } from './span.ts';

/** A doubt about the input worth showing: beside a claim, a report or a file. Work goes on. */
export interface Note {
  /** Stable name of the kind of doubt, e.g. `published.implied`, `actor.ambiguous`. */
  readonly code: string;
  /** For people. */
  readonly message: string;
  readonly span?: Span;
}
