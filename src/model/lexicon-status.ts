/** What an embedding word makes of the deed inside it. `likely` and `unlikely` weaken without changing a status. */
export type StatusEffect =
  | 'actual'
  | 'denied'
  | 'planned'
  | 'requested'
  | 'hypothetical'
  | 'threatened'
  | 'likely'
  | 'unlikely'
  | 'unsure';

/** How the deed stands inside: "to go", "going", "that he went", "that he go", "him go", "the trip". */
export type StatusForm = 'to' | 'ing' | 'that' | 'base' | 'bare' | 'object';

/** An embedding word or lead with what it makes of the deed inside, itself affirmed or denied. */
export interface StatusEntry {
  readonly id: string;
  readonly form?: ReadonlySet<StatusForm>;
  readonly affirmed: StatusEffect;
  readonly denied: StatusEffect;
  readonly why: string;
  /** Sentences with the deed in brackets; the entry gives its `affirmed` status there. */
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

export type StatusWords = ReadonlyMap<string, readonly StatusEntry[]>;

export interface StatusLexicon {
  readonly entries: readonly StatusEntry[];
  readonly verbs: StatusWords;
  readonly nouns: StatusWords;
  readonly adjectives: StatusWords;
  readonly modifiers: StatusWords;
  readonly adverbs: StatusWords;
  readonly leads: StatusWords;
}
