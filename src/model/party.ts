import type { Span } from './span.ts';

/** How an actor is named in a text. */
export type Naming =
  | 'named'
  | 'title'
  | 'metonym'
  | 'short-form'
  | 'pronoun'
  | 'collective'
  | 'anonymous'
  | 'apposition'
  | 'outlet'
  | 'unknown';

/** Somebody who acts, is acted on or speaks, with the words that name him. */
export interface Party {
  readonly span: Span;
  readonly naming: Naming;
  /** Id from data/actors, or `new:<slug>` for a person met in this report alone; absent when not told apart. */
  readonly actorId?: string;
  /** State or organisation on whose behalf, as an actor id (a secretary of state → his country). */
  readonly sideId?: string;
  /** Office held, as an id from data/actors, at the time spoken of. */
  readonly officeId?: string;
  /** How many, for "two officials". */
  readonly count?: number;
  /** Filled in, not said by the text ("the two top diplomats" → two named persons). */
  readonly implied?: boolean;
}
