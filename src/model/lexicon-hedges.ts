import type { Certitude } from './claim.ts';

/** One entry of data/lexicon/hedges.yml. */
export interface HedgeEntry {
  readonly id: string;
  readonly gives: Certitude;
  /** `beside`: hangs on the hedged word; `above`: the hedged word stands in its clause. */
  readonly reach: 'beside' | 'above';
  /** Lemmas, or words in a row. */
  readonly words: readonly string[];
  /** What it gives under "not". */
  readonly negated?: Certitude;
}

/** Words in a row, lower-case, with the entry they stand for. */
export interface HedgePhrase {
  readonly words: readonly string[];
  readonly entry: HedgeEntry;
}

/** Hedges by the lemma (for phrases, the first word) of what carries them. */
export interface HedgeLexicon {
  readonly entries: readonly HedgeEntry[];
  readonly beside: ReadonlyMap<string, HedgeEntry>;
  readonly above: ReadonlyMap<string, HedgeEntry>;
  readonly phrases: ReadonlyMap<string, readonly HedgePhrase[]>;
}
