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
