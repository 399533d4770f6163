import type { Span } from '../../model/span.ts';

/** Where a line's support stands: a sentence of a report, or a sourced fact of the chronicle. */
export interface Citation {
  /** From 1, in the order of first use. */
  readonly number: number;
  readonly id: string;
  readonly kind: 'claim' | 'fact';
  /** The sentence, or the fact's words. */
  readonly sentence: string;
  /** The words within the sentence. */
  readonly words: Span;
  /** Outlet, or the fact's source. */
  readonly source: string;
  readonly publishedAt?: string;
  readonly foundAt?: string;
  readonly reportId?: string;
}

/** One sentence for people, never without its evidence. */
export interface BriefLine {
  /** Id of the situation line that it puts into words. */
  readonly id: string;
  readonly words: string;
  readonly citations: readonly number[];
}

export interface BriefSection {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly BriefLine[];
}

export interface BriefPage {
  readonly title: string;
  readonly validAt: string;
  readonly knownAt: string;
  readonly sections: readonly BriefSection[];
  readonly citations: readonly Citation[];
}
