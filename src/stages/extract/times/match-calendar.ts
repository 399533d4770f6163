import type { CalendarPhrase, Match, Shift } from './phrase.ts';
import { matchOrdinal } from './match-number.ts';
import { FIXED_FEASTS, MONTHS, SHORT_FORMS, WEEKDAYS } from './vocabulary.ts';
import { isCapital, isGlued, wordAt } from './words.ts';
import type { Words } from './words.ts';

type Parts = Omit<CalendarPhrase, 'kind'>;
interface Piece {
  readonly parts: Parts;
  readonly past: number;
}

const toMatch = (first: number, piece: Piece, entry: string): Match => ({
  first,
  past: piece.past,
  phrase: { kind: 'calendar', ...piece.parts },
  entry,
});

/** A year of four figures; 1000 to 2199. */
export function matchYear(words: Words, i: number): number | undefined {
  const word = wordAt(words, i);
  return /^(?:1\d{3}|2[01]\d\d)$/.test(word) ? Number(word) : undefined;
}

/** "BC", "B.C.", "BCE" after a number. */
export const isBefore = (words: Words, i: number): boolean =>
  /^(?:bc|bce|b\.\s?c\.\s?e?\.?)$/.test(wordAt(words, i));
export const isAnno = (words: Words, i: number): boolean => /^(?:ad|ce|a\.\s?d\.)$/.test(wordAt(words, i));

function matchDayNumber(
  words: Words,
  i: number,
): { readonly day: number; readonly past: number } | undefined {
  const word = wordAt(words, i);
  if (/^\d{1,2}$/.test(word)) {
    const day = Number(word);
    return day >= 1 && day <= 31 ? { day, past: i + 1 } : undefined;
  }
  const ordinal = matchOrdinal(words, i);
  return ordinal !== undefined && ordinal.value >= 1 && ordinal.value <= 31
    ? { day: ordinal.value, past: ordinal.past }
    : undefined;
}

/** The month named at `i`; short forms only with a capital, and "May" and "March" only with one. */
export function matchMonth(
  words: Words,
  i: number,
): { readonly month: number; readonly past: number } | undefined {
  const word = wordAt(words, i);
  const month = MONTHS.get(word);
  if (
    month === undefined ||
    (!isCapital(words, i) && (SHORT_FORMS.has(word) || word === 'may' || word === 'march'))
  )
    return undefined;
  return { month, past: SHORT_FORMS.has(word) && wordAt(words, i + 1) === '.' ? i + 2 : i + 1 };
}

const YEAR_SHIFTS: ReadonlyMap<string, Shift> = new Map([
  ['last year', { by: -1, from: 'now' }],
  ['this year', { by: 0, from: 'now' }],
  ['next year', { by: 1, from: 'now' }],
  ['that year', { by: 0, from: 'reference' }],
  ['the same year', { by: 0, from: 'reference' }],
  ['the following year', { by: 1, from: 'reference' }],
  ['the next year', { by: 1, from: 'reference' }],
  ['the previous year', { by: -1, from: 'reference' }],
] as const);

const skips = (words: Words, i: number, ...passed: readonly string[]): number =>
  passed.includes(wordAt(words, i)) ? i + 1 : i;

/** What may follow a month or a day: ", 2015", "of 1776", "last year", "of that year", "480 BC". */
function matchYearTail(
  words: Words,
  i: number,
): { readonly parts: Parts; readonly past: number } | undefined {
  const at = skips(words, i, ',', 'of', 'in', ...(isGlued(words, i) ? ['-'] : []));
  const year = matchYear(words, at);
  if (year !== undefined) return { parts: { year }, past: at + 1 };
  if (/^\d{1,4}$/.test(wordAt(words, at)) && isBefore(words, at + 1))
    return { parts: { year: 1 - Number(wordAt(words, at)) }, past: at + 2 };
  const from = at;
  for (const size of [2, 3]) {
    const shift = YEAR_SHIFTS.get(Array.from({ length: size }, (_, k) => wordAt(words, from + k)).join(' '));
    if (shift !== undefined) return { parts: { yearShift: shift }, past: from + size };
  }
  return undefined;
}

const RANGE: ReadonlySet<string> = new Set(['-', 'to', 'and', '/']);

function matchUntilDay(
  words: Words,
  i: number,
): { readonly untilDay: number; readonly past: number } | undefined {
  if (wordAt(words, i) !== '-' && wordAt(words, i) !== '/') return undefined;
  const end = matchDayNumber(words, i + 1);
  return end === undefined ? undefined : { untilDay: end.day, past: end.past };
}

function withYear(words: Words, parts: Parts, past: number): Piece {
  const tail = matchYearTail(words, past);
  return tail === undefined ? { parts, past } : { parts: { ...parts, ...tail.parts }, past: tail.past };
}

/** "August 21, 2015", "May 3rd", "March last year", "April 12-14", "October, 1805". */
function matchMonthFirst(words: Words, i: number): Piece | undefined {
  const month = matchMonth(words, i);
  if (month === undefined) return undefined;
  const day = matchDayNumber(words, skips(words, month.past, 'the'));
  const follows = day === undefined ? '' : wordAt(words, day.past);
  if (day === undefined || follows === ':' || MONTHS.has(follows)) {
    const short = SHORT_FORMS.has(wordAt(words, i));
    const piece = withYear(words, { month: month.month }, month.past);
    return short && piece.past === month.past ? undefined : piece;
  }
  const until = matchUntilDay(words, day.past);
  if (until !== undefined && until.untilDay > day.day)
    return withYear(words, { month: month.month, day: day.day, untilDay: until.untilDay }, until.past);
  return withYear(words, { month: month.month, day: day.day }, day.past);
}

/** "21 August 2015", "the 3rd of January", "5-6 September 2019", "2 and 3 May". */
function matchDayFirst(words: Words, i: number): Piece | undefined {
  const from = skips(words, i, 'the');
  const day = matchDayNumber(words, from);
  if (day === undefined) return undefined;
  const after = skips(words, day.past, 'of', 'day', '-');
  const month = matchMonth(words, skips(words, after, 'of'));
  if (month !== undefined) return withYear(words, { month: month.month, day: day.day }, month.past);
  if (!RANGE.has(wordAt(words, day.past))) return undefined;
  const until = matchDayNumber(words, day.past + 1);
  if (until === undefined || until.day <= day.day) return undefined;
  const last = matchMonth(words, skips(words, until.past, 'of'));
  if (last === undefined) return undefined;
  return withYear(words, { month: last.month, day: day.day, untilDay: until.day }, last.past);
}

/** "2015-08-21", "08/19/2019" (month first unless that cannot be). */
function matchFigures(words: Words, i: number): Piece | undefined {
  const sign = wordAt(words, i + 1);
  if (
    (sign !== '-' && sign !== '/') ||
    wordAt(words, i + 3) !== sign ||
    !isGlued(words, i + 1) ||
    !isGlued(words, i + 4)
  )
    return undefined;
  const numbers = [0, 2, 4].map((k) =>
    /^\d+$/.test(wordAt(words, i + k)) ? Number(wordAt(words, i + k)) : -1,
  );
  const [a, b, c] = numbers;
  const year = a > 999 ? a : c > 999 ? c : c >= 0 && c < 100 ? c + (c > 50 ? 1900 : 2000) : -1;
  const [x, y] = a > 999 ? [b, c] : [a, b];
  const [month, day] = x > 12 ? [y, x] : [x, y];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { parts: { year, month, day }, past: i + 5 };
}

function matchFeast(words: Words, i: number): Piece | undefined {
  if (!isCapital(words, i)) return undefined;
  for (const size of [4, 3, 2, 1]) {
    const name = Array.from({ length: size }, (_, k) => wordAt(words, i + k))
      .join(' ')
      .replace(" 's", "'s");
    const feast = FIXED_FEASTS.get(name);
    if (feast !== undefined) return withYear(words, { month: feast[0], day: feast[1] }, i + size);
  }
  return undefined;
}

/** Dates with a month, in whatever order, with or without weekday and year. */
export function matchDate(words: Words, i: number): Match | undefined {
  const weekday = WEEKDAYS.get(wordAt(words, i));
  if (weekday !== undefined && isCapital(words, i)) {
    let at = skips(words, i + 1, '.');
    at = skips(words, at, ',');
    at = skips(words, at, 'on');
    const rest = matchDayFirst(words, at) ?? matchMonthFirst(words, at);
    if (rest?.parts.day === undefined) return undefined;
    return toMatch(i, { parts: { weekday, ...rest.parts }, past: rest.past }, 'date.weekday-and-day');
  }
  const figures = matchFigures(words, i);
  if (figures !== undefined) return toMatch(i, figures, 'date.figures');
  const piece = matchDayFirst(words, i) ?? matchMonthFirst(words, i) ?? matchFeast(words, i);
  if (piece === undefined) return undefined;
  return toMatch(i, piece, piece.parts.day === undefined ? 'date.month' : 'date.day');
}
