/** A noun phrase. Tokens are numbered through the whole report; `last` and `spanLast` are inclusive. */
export interface Phrase {
  readonly index: number;
  readonly sentence: number;
  /** The token by which the phrase hangs in the tree. */
  readonly head: number;
  /** The noun itself: the last noun of the base phrase. */
  readonly noun: number;
  /** Base phrase: from its first modifier (a possessor not counted) to its noun. */
  readonly first: number;
  readonly last: number;
  /** With possessor, prepositional phrases, relative clauses, appositions. */
  readonly spanFirst: number;
  readonly spanLast: number;
  readonly kind: 'pronoun' | 'name' | 'noun';
  /** Phrase that owns this one ("the country's", "his"). */
  readonly possessor?: number;
  /** This phrase owns another. */
  readonly isPossessor: boolean;
  /** A name before the noun of another phrase. */
  readonly isNested?: boolean;
  /** For "A and B": the phrases joined. */
  readonly conjuncts?: readonly number[];
}
