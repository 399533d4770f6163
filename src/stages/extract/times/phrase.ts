import type { DayPart, Season, Unit } from './vocabulary.ts';

/** What a relative time is counted from: the day of publication, or the time the text spoke of last. */
export type Anchor = 'now' | 'reference';

/** "last" year, "that" year, "next" year: how many units off, from where. */
export interface Shift {
  readonly by: number;
  readonly from: Anchor;
}

/** A point or stretch of the calendar, as far as the words themselves give it. */
export interface CalendarPhrase {
  readonly kind: 'calendar';
  readonly year?: number;
  readonly yearShift?: Shift;
  readonly month?: number;
  readonly monthShift?: Shift;
  readonly day?: number;
  readonly untilDay?: number;
  readonly weekday?: number;
}

export type Phrase =
  | CalendarPhrase
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly shift?: 'last' | 'next' | 'this' | 'following' | 'same';
      readonly week?: Shift;
    }
  | { readonly kind: 'relative'; readonly unit: Unit; readonly shift: Shift }
  | { readonly kind: 'season'; readonly season: Season; readonly year?: number; readonly shift?: Shift }
  | { readonly kind: 'part-of-year'; readonly part: 'Q' | 'H'; readonly number: number; readonly year?: number; readonly shift?: Shift }
  | { readonly kind: 'stretch'; readonly unit: Unit; readonly count?: number; readonly direction: -1 | 1; readonly from: Anchor }
  | { readonly kind: 'duration'; readonly unit: Unit; readonly count?: number }
  | { readonly kind: 'decade'; readonly first: number; readonly digits: 2 | 4 }
  | { readonly kind: 'century'; readonly number: number; readonly bc: boolean }
  | { readonly kind: 'clock' }
  | { readonly kind: 'day-part'; readonly shift: Shift }
  | { readonly kind: 'bare-day'; readonly day: number }
  | { readonly kind: 'vague'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { readonly kind: 'set'; readonly value: string }; // prettier-ignore

export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** What of the stretch is meant: "early", "the end of". */
export type Edge = 'start' | 'mid' | 'end';

/** One match of the grammar: words `first` (inclusive) to `past` (exclusive). */
export interface Match {
  readonly first: number;
  readonly past: number;
  readonly phrase: Phrase;
  readonly entry: string;
  readonly edge?: Edge;
  readonly part?: DayPart;
  readonly clock?: Clock;
}
