import type { Claim } from './claim.ts';
import type { Note } from './note.ts';
import type { Party } from './party.ts';
import type { Report } from './report.ts';
import type { Span } from './span.ts';
import type { When } from './time.ts';

/** Words that name somebody, with who that is. */
export interface Mention {
  readonly party: Party;
  readonly sentence: number;
  /** Mentions of one actor in this report share a chain number. */
  readonly chain?: number;
  /** The token by which it hangs in the tree. */
  readonly head?: number;
  /** Two that cannot be told apart, and other doubts. */
  readonly notes?: readonly Note[];
}

/** Words that give a time, TIMEX3 sense (TimeML 1.2.1). */
export interface TimeExpression {
  readonly span: Span;
  readonly type: 'date' | 'time' | 'duration' | 'set';
  /** TIMEX3 value: `2021-03-25`, `2021-W12`, `P5Y`, `PAST_REF` … */
  readonly value: string;
  /** The days it covers, where it is anchored. */
  readonly when?: When;
  readonly entry: string;
}

/** Words that give a number of things. */
export interface Quantity {
  readonly span: Span;
  readonly value: number;
  /** The lemma counted ("missile", "year"). */
  readonly unit?: string;
}

/** A reading of garbled words, beside the original span, with its basis. */
export interface Repair {
  readonly id: string;
  readonly span: Span;
  readonly reading: string;
  readonly basis: 'context' | 'object-class' | 'syntax' | 'register' | 'name' | 'quotation';
  readonly entry: string;
  readonly confidence: number;
}

/** Everything read from one report. `demarche read --json` prints one such object a line. */
export interface Reading {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly repairs: readonly Repair[];
  readonly notes: readonly Note[];
}
