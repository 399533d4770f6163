import type { Day } from './calendar.ts';
import type { Anchor } from './phrase.ts';

/** A point of the calendar known to the year, month or day. */
export interface Moment {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What a time expression is read against. */
export interface Context {
  /** Local day of publication, where known. */
  readonly now?: Day;
  /** The time the text spoke of last. */
  readonly reference?: Moment;
  /** True where the text tells history: dates lean on the time spoken of last, not on the publication. */
  readonly narrative: boolean;
  /** From tense: past, unknown, future. */
  readonly direction: -1 | 0 | 1;
}

/** What an expression comes to. `from` and `until` are inclusive day prefixes. */
export interface Resolved {
  readonly type: 'date' | 'time' | 'duration' | 'set';
  readonly value: string;
  readonly from?: string;
  readonly until?: string;
  /** What later expressions may lean on. */
  readonly moment?: Moment;
}

export const isDay = (moment: Moment): moment is Day =>
  moment.month !== undefined && moment.day !== undefined;

/** What an anchored expression counts from. A history counts "next summer", too, from the time spoken of last. */
export function baseOf(context: Context, anchor: Anchor): Moment | undefined {
  const { now, reference, narrative } = context;
  if (anchor === 'reference' || narrative) return reference ?? now;
  return now;
}
