import type { CalendarPhrase, Match } from './phrase.ts';
import { wordAt } from './words.ts';
import type { Words } from './words.ts';

/** A match, and whether it continues the one before it ("Thursday and Friday"). */
export interface Joined {
  readonly match: Match;
  readonly afterLast: boolean;
}

const LINKS: ReadonlySet<string> = new Set(['to', 'and', 'or', '-', 'through', 'until', 'till']);

/** True where only a link stands between two matches ("from March to August 2011"). */
function areLinked(words: Words, left: Match, right: Match): boolean {
  const gap = right.first - left.past;
  return gap >= 1 && gap <= 2 && LINKS.has(wordAt(words, left.past));
}

const isOpen = (phrase: CalendarPhrase): boolean =>
  phrase.year === undefined &&
  phrase.yearShift === undefined &&
  phrase.monthShift === undefined &&
  phrase.month !== undefined;

/** The start of a range takes the year of its end: "from March to August 2011". */
function withYearOf(left: Match, right: Match): Match {
  const { phrase } = left;
  const end = right.phrase;
  if (phrase.kind !== 'calendar' || end.kind !== 'calendar' || !isOpen(phrase)) return left;
  if (end.month === undefined) return left;
  if (end.yearShift !== undefined) return { ...left, phrase: { ...phrase, yearShift: end.yearShift } };
  if (end.year === undefined) return left;
  const turns = (phrase.month ?? 1) > end.month;
  return { ...left, phrase: { ...phrase, year: turns ? end.year - 1 : end.year } };
}

/** "3:30 to 5:05 pm": the start shares the half of the day of its end. */
function withHalfOf(left: Match, right: Match): Match {
  const { clock } = left;
  if (clock === undefined || right.clock === undefined || clock.hour >= 12) return left;
  const later = clock.hour + 12;
  const fits =
    right.clock.hour >= 12 &&
    (later < right.clock.hour || (later === right.clock.hour && clock.minute < right.clock.minute));
  return fits ? { ...left, clock: { hour: later, minute: clock.minute } } : left;
}

/** Lends the years and half days of ranges to their starts, and ties coordinated weekdays together. Linear. */
export function joinRanges(words: Words, matches: readonly Match[]): Joined[] {
  return matches.map((match, at) => {
    const next = matches[at + 1];
    const before = matches[at - 1];
    const linked = next !== undefined && areLinked(words, match, next);
    const lent = linked ? withHalfOf(withYearOf(match, next), next) : match;
    const afterLast =
      match.phrase.kind === 'weekday' &&
      match.phrase.shift === undefined &&
      before?.phrase.kind === 'weekday' &&
      areLinked(words, before, match);
    return { match: lent, afterLast };
  });
}
