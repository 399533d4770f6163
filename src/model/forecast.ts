/**
 * Moves as parallel typed arrays, ordered by day: row `i` of every array is the same move.
 * Numbers stand for names kept elsewhere; `day` counts days from an epoch the owner knows.
 */
export interface History {
  readonly count: number;
  readonly actorCount: number;
  readonly relationCount: number;
  readonly subject: Int32Array;
  readonly relation: Int32Array;
  readonly object: Int32Array;
  readonly day: Int32Array;
}

/** What is known of the actors before any move: whom each belongs to and what sort of body it is. */
export interface ActorTraits {
  /** Side of each actor as a number, or -1 when nobody names it (it is then learned from the first dealings). */
  readonly side: Int32Array;
  readonly sideCount: number;
  /** Kind of each actor (police, citizens, a person …) as a number; every actor has one. */
  readonly kind: Int32Array;
  readonly kindCount: number;
}

/** Something that one actor did to another, as the foreseeing stage takes it in. Target `*`: nobody in particular. */
export interface PastMove {
  readonly actor: string;
  readonly target: string;
  /** Move type, or finer act. */
  readonly type: string;
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string;
  /** Where it is written down: a move, chronicle entry or imported row. */
  readonly id: string;
}

/** One named part of a probability's log-odds. */
export interface ForecastTerm {
  readonly name: string;
  readonly value: number;
  /** Log-odds per unit of the value. */
  readonly weight: number;
  readonly points: number;
}

/** "After `body` within the window, `head` followed in `held` of `tried` cases." */
export interface ForecastRule {
  readonly id: string;
  /** For people. */
  readonly words: string;
  readonly held: number;
  readonly tried: number;
  readonly confidence: number;
  /** What set it off this time, and some of the cases it was learned from: ids of past moves. */
  readonly firedBy: readonly string[];
  readonly cases: readonly { readonly body: string; readonly head?: string }[];
}

/** Probability that an actor makes a move of a type towards a target within a window. */
export interface MoveForecast {
  readonly actor: string;
  readonly target: string;
  readonly type: string;
  /** First and last day of the window, both inclusive. */
  readonly from: string;
  readonly until: string;
  readonly probability: number;
  /** Eight in ten such probabilities are expected in here, as far as the fit itself is unsure. */
  readonly interval: readonly [number, number];
  /** What the same question's own past alone says: share of windows so far that saw it. */
  readonly climatology: number;
  readonly base: number;
  readonly terms: readonly ForecastTerm[];
  readonly rules: readonly ForecastRule[];
}

/** A forecast as the ledger keeps it. */
export interface RecordedForecast extends MoveForecast {
  readonly madeAt: string;
  /** Nothing known later than this was used. */
  readonly knownAt: string;
  readonly method: string;
  readonly weightsId: string;
}

/** What came of a forecast that fell due. */
export type Outcome =
  | { readonly kind: 'held'; readonly moveId: string; readonly on: string }
  | { readonly kind: 'failed' }
  /** The record does not reach to the end of the window. */
  | { readonly kind: 'void'; readonly why: string };
