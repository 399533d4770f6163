import type { Repair } from './reading.ts';

/** Slips that take more than words in a row to see; each has an entry of its own for reasons and tests. */
export const REPAIR_RULES = [
  'doubled-word',
  'issuer-swap',
  'stray-auxiliary',
  'displaced-part',
  'lone-abbreviation',
  'broken-phrase',
  'government-of-president',
  'quote-spaced',
  'quote-reversed',
  'quote-doubled',
] as const;

export type RepairRule = (typeof REPAIR_RULES)[number];

/** A pattern element, fixed to one word. */
export type RepairElement =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'stem'; readonly stems: readonly string[] }
  | { readonly kind: 'class'; readonly of: 'number' | 'name' | 'word' | 'gerund' | 'plural' };

/** One fixed-length way a pattern can be met. */
export interface RepairVariant {
  readonly elements: readonly RepairElement[];
  /** Number of each element in the pattern as written, from 1, for `$1` in the reading. */
  readonly groups: readonly number[];
  /** Which element looks the variant up: a `words` element. */
  readonly anchor: number;
}

interface RepairEntryBase {
  readonly id: string;
  readonly basis: Repair['basis'];
  /** Chance, 0 to 1, that the reading is what was meant. */
  readonly confidence: number;
}

/** A known confusion: words in a row, and the reading proposed for them. */
export interface RepairPattern extends RepairEntryBase {
  /** `$1` stands for what met the first element; the rest stands as written. */
  readonly reading: string;
  readonly variants: readonly RepairVariant[];
  /** One of these must stand in the same sentence; a trailing `~` matches any ending. */
  readonly near: readonly string[];
  /** None of these may. */
  readonly far: readonly string[];
}

export interface RepairRuleEntry extends RepairEntryBase {
  readonly rule: RepairRule;
  /** Words that the rule leaves alone, or that call for it; see the entry's `why`. */
  readonly words: ReadonlySet<string>;
}

export interface IndexedRepair {
  readonly pattern: RepairPattern;
  readonly variant: RepairVariant;
}

export interface RepairLexicon {
  readonly patterns: readonly RepairPattern[];
  /** Variants by the words of their anchors. */
  readonly index: ReadonlyMap<string, readonly IndexedRepair[]>;
  readonly rules: readonly RepairRuleEntry[];
}

/** What repairs are checked against. */
export interface RepairKnowledge {
  readonly lexicon: RepairLexicon;
  /** Numbers of resolutions that the body in question is known to have passed. */
  readonly resolutions: ReadonlySet<number>;
}
