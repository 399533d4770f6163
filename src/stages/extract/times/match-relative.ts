import type { Anchor, Match, Phrase, Shift } from './phrase.ts';
import { matchMonth, matchYear } from './match-calendar.ts';
import { matchLength } from './match-duration.ts';
import { matchOrdinal } from './match-number.ts';
import { DAY_PARTS, SEASONS, SHORT_FORMS, UNITS, WEEKDAYS } from './vocabulary.ts';
import { isCapital, wordAt } from './words.ts';
import type { Words } from './words.ts';

interface Modifier {
  readonly shift: Shift;
  readonly word: string;
  readonly the: boolean;
  readonly past: number;
}

export const MODIFIERS: ReadonlyMap<string, Shift> = new Map([
  ['last', { by: -1, from: 'now' }],
  ['past', { by: -1, from: 'now' }],
  ['this', { by: 0, from: 'now' }],
  ['current', { by: 0, from: 'now' }],
  ['next', { by: 1, from: 'now' }],
  ['coming', { by: 1, from: 'now' }],
  ['previous', { by: -1, from: 'reference' }],
  ['preceding', { by: -1, from: 'reference' }],
  ['following', { by: 1, from: 'reference' }],
  ['ensuing', { by: 1, from: 'reference' }],
  ['that', { by: 0, from: 'reference' }],
  ['same', { by: 0, from: 'reference' }],
] as const);

const PLAIN: ReadonlySet<string> = new Set(['last', 'this', 'next', 'that']);

/** "last", "this past", "the next", "that same", "the previous". */
export function matchModifier(words: Words, i: number): Modifier | undefined {
  const first = wordAt(words, i);
  const the = first === 'the';
  const doubled = first === 'this' || (first === 'that' && /^(?:same|following)$/.test(wordAt(words, i + 1)));
  const at = the || (doubled && MODIFIERS.has(wordAt(words, i + 1))) ? i + 1 : i;
  const word = wordAt(words, at);
  const shift = MODIFIERS.get(word);
  if (shift === undefined || (!the && at === i && !PLAIN.has(word) && word !== 'past')) return undefined;
  const fromReference = the && word === 'next';
  return { shift: fromReference ? { by: 1, from: 'reference' } : shift, word, the, past: at + 1 };
}

const SHIFT_WORDS: ReadonlyMap<string, 'last' | 'next' | 'this' | 'following' | 'same'> = new Map([
  ['last', 'last'], ['past', 'last'], ['next', 'next'], ['coming', 'next'], ['this', 'this'], ['current', 'this'],
  ['following', 'following'], ['that', 'same'], ['same', 'same'], ['previous', 'last'],
] as const); // prettier-ignore

function matchModifiedMonth(words: Words, first: number, modifier: Modifier): Match | undefined {
  const month = matchMonth(words, modifier.past);
  if (month === undefined) return undefined;
  const year = matchYear(words, month.past);
  if (year !== undefined) return undefined;
  const phrase: Phrase = { kind: 'calendar', month: month.month, monthShift: modifier.shift };
  return { first, past: month.past, phrase, entry: 'relative.month' };
}

function matchModifiedUnit(words: Words, first: number, modifier: Modifier): Match | undefined {
  const at = modifier.past;
  const word = wordAt(words, at);
  const unit = UNITS.get(word);
  if (
    unit !== undefined &&
    unit !== 'second' &&
    unit !== 'minute' &&
    !(word.endsWith('s') && word !== unit)
  ) {
    if (unit === 'hour') return undefined;
    if (
      (unit === 'quarter' || unit === 'decade' || unit === 'century' || unit === 'year') &&
      modifier.the &&
      (modifier.word === 'last' || modifier.word === 'past')
    )
      return {
        first,
        past: at + 1,
        phrase: { kind: 'stretch', unit, count: 1, direction: -1, from: 'now' },
        entry: 'relative.past-unit',
      };
    return {
      first,
      past: at + 1,
      phrase: { kind: 'relative', unit, shift: modifier.shift },
      entry: 'relative.unit',
    };
  }
  return matchModifiedName(words, first, modifier);
}

function matchModifiedName(words: Words, first: number, modifier: Modifier): Match | undefined {
  const at = modifier.past;
  const word = wordAt(words, at);
  const season = SEASONS.get(word);
  if (season !== undefined)
    return {
      first,
      past: at + 1,
      phrase: { kind: 'season', season, shift: modifier.shift },
      entry: 'relative.season',
    };
  const part = DAY_PARTS.get(word);
  if (part !== undefined)
    return {
      first,
      past: at + 1,
      phrase: { kind: 'day-part', shift: modifier.shift },
      part,
      entry: 'relative.day-part',
    };
  const weekday = WEEKDAYS.get(word);
  const shift = SHIFT_WORDS.get(modifier.word);
  if (weekday === undefined || !isCapital(words, at) || shift === undefined) return undefined;
  const dayPart = DAY_PARTS.get(wordAt(words, at + 1));
  return {
    first, past: dayPart === undefined ? at + 1 : at + 2, phrase: { kind: 'weekday', weekday, shift },
    entry: 'relative.weekday', ...(dayPart === undefined ? {} : { part: dayPart }),
  }; // prettier-ignore
}

/** "the past three years", "the next few days", "the last decade and a half". */
function matchStretch(words: Words, first: number, modifier: Modifier): Match | undefined {
  const { shift, word } = modifier;
  if (shift.by === 0) return undefined;
  const counted = matchLength(words, modifier.past);
  const plural = UNITS.get(wordAt(words, modifier.past));
  const length =
    counted ??
    (plural !== undefined && wordAt(words, modifier.past).endsWith('s')
      ? { unit: plural, past: modifier.past + 1 }
      : undefined);
  if (length === undefined || wordAt(words, modifier.past) === 'a') return undefined;
  const direction = shift.by < 0 ? -1 : 1;
  const from: Anchor = word === 'past' || word === 'last' || word === 'coming' ? 'now' : 'reference';
  const { unit } = length;
  const count = counted?.count;
  const phrase: Phrase = {
    kind: 'stretch',
    unit,
    direction,
    from,
    ...(count === undefined ? {} : { count }),
  };
  return { first, past: length.past, phrase, entry: 'relative.stretch' };
}

/** Months, weekdays, seasons and units with "last", "this", "next", "that" before them. */
export function matchModified(words: Words, i: number): Match | undefined {
  const modifier = matchModifier(words, i);
  if (modifier === undefined) return undefined;
  return (
    matchStretch(words, i, modifier) ??
    matchModifiedMonth(words, i, modifier) ??
    matchModifiedUnit(words, i, modifier)
  );
}

const day = (by: number, from: Anchor): Phrase => ({ kind: 'relative', unit: 'day', shift: { by, from } });

const DEICTICS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

/** "the day before", "the year after", "a day earlier" and the like, where nothing follows for them to govern. */
function matchUnitBefore(words: Words, i: number): Match | undefined {
  if (wordAt(words, i) !== 'the') return undefined;
  const word = wordAt(words, i + 1);
  const unit = UNITS.get(word);
  const part = DAY_PARTS.get(word);
  if ((unit === undefined && part === undefined) || word.endsWith('s')) return undefined;
  const follows = wordAt(words, i + 2);
  const sign =
    follows === 'before' || follows === 'previous'
      ? -1
      : follows === 'after' || follows === 'following'
        ? 1
        : 0;
  if (sign === 0) return undefined;
  const next = wordAt(words, i + 3);
  if (unit === 'day' && DEICTICS.has(next))
    return {
      first: i,
      past: i + 4,
      phrase: day((DEICTICS.get(next) ?? 0) + sign, 'now'),
      entry: 'relative.day-beside',
    };
  if (/^\p{L}/u.test(next) && !['and', 'but', 'in', 'on', 'at', 'with', 'when', 'that'].includes(next))
    return undefined;
  const shift: Shift = { by: sign, from: 'reference' };
  const phrase: Phrase = unit === undefined ? { kind: 'day-part', shift } : { kind: 'relative', unit, shift };
  return { first: i, past: i + 3, phrase, entry: 'relative.beside', ...(part === undefined ? {} : { part }) };
}

/** "today", "tomorrow morning", "the day before yesterday", "the year before". */
export function matchDeictic(words: Words, i: number): Match | undefined {
  const by = DEICTICS.get(wordAt(words, i));
  if (by === undefined) return matchUnitBefore(words, i);
  const part = wordAt(words, i) === 'tonight' ? 'NI' : DAY_PARTS.get(wordAt(words, i + 1));
  const past = part === undefined || wordAt(words, i) === 'tonight' ? i + 1 : i + 2;
  return {
    first: i,
    past,
    phrase: day(by, 'now'),
    entry: 'relative.deictic',
    ...(part === undefined ? {} : { part }),
  };
}

/** "Thursday", "Thursday afternoon", "Thursday of next week", "Friday last week". */
export function matchWeekday(words: Words, i: number): Match | undefined {
  const weekday = WEEKDAYS.get(wordAt(words, i));
  if (weekday === undefined || !isCapital(words, i) || SHORT_FORMS.has(wordAt(words, i))) return undefined;
  const part = DAY_PARTS.get(wordAt(words, i + 1));
  const at = part === undefined ? i + 1 : i + 2;
  const modifier = matchModifier(words, wordAt(words, at) === 'of' ? at + 1 : at);
  const carried = part === undefined ? {} : { part };
  if (modifier !== undefined && wordAt(words, modifier.past) === 'week')
    return {
      first: i,
      past: modifier.past + 1,
      phrase: { kind: 'weekday', weekday, week: modifier.shift },
      entry: 'relative.weekday-of',
      ...carried,
    };
  const after = wordAt(words, i + 1);
  const shift = after === 'last' ? 'last' : after === 'next' ? 'next' : undefined;
  if (shift !== undefined && !/^\p{L}/u.test(wordAt(words, i + 2)))
    return { first: i, past: i + 2, phrase: { kind: 'weekday', weekday, shift }, entry: 'relative.weekday' };
  return { first: i, past: at, phrase: { kind: 'weekday', weekday }, entry: 'relative.weekday', ...carried };
}

const SEASON_BEFORE: ReadonlySet<string> = new Set([
  'the',
  'in',
  'of',
  'during',
  'by',
  'since',
  'until',
  'early',
  'late',
  'mid',
  'from',
  'to',
  'for',
]);
const SEASON_CASE = /^(?:spring|fall)s?$/;

/** "the spring of 1950", "summer 2019", "in winter"; "spring" and "fall" alone only after words that call for a season. */
export function matchSeason(words: Words, i: number): Match | undefined {
  const the = wordAt(words, i) === 'the' ? 1 : 0;
  const season = SEASONS.get(wordAt(words, i + the));
  if (season === undefined) return undefined;
  const at = i + the + 1;
  const year = matchYear(words, wordAt(words, at) === 'of' || wordAt(words, at) === ',' ? at + 1 : at);
  if (year !== undefined) {
    const past = wordAt(words, at) === 'of' || wordAt(words, at) === ',' ? at + 2 : at + 1;
    return { first: i, past, phrase: { kind: 'season', season, year }, entry: 'date.season-year' };
  }
  if (
    SEASON_CASE.test(wordAt(words, i + the)) &&
    (wordAt(words, at) === 'of' || !SEASON_BEFORE.has(wordAt(words, i + the - 1)) || !isPlainEnd(words, at))
  )
    return undefined;
  return { first: i, past: at, phrase: { kind: 'season', season }, entry: 'date.season' };
}

const isPlainEnd = (words: Words, i: number): boolean =>
  !/^\p{L}/u.test(wordAt(words, i)) ||
  ['and', 'or', 'when', 'to', 'after', 'but', 'the', 'a', 'with', 'he', 'she', 'they', 'it'].includes(
    wordAt(words, i),
  );

/** "the first quarter of 2020", "Q3 2020", "the second half of last year". */
export function matchPartOfYear(words: Words, i: number): Match | undefined {
  const short = wordAt(words, i) === 'q' && /^[1-4]$/.test(wordAt(words, i + 1));
  const the = wordAt(words, i) === 'the' ? 1 : 0;
  const ordinal = short ? { value: Number(wordAt(words, i + 1)), past: i + 2 } : matchOrdinal(words, i + the);
  if (ordinal === undefined) return undefined;
  const noun = wordAt(words, ordinal.past);
  const at = short ? ordinal.past : ordinal.past + 1;
  if (!short && noun !== 'quarter' && noun !== 'half') return undefined;
  const part = noun === 'half' ? 'H' : 'Q';
  const of = wordAt(words, at) === 'of' ? at + 1 : at;
  const year = matchYear(words, of);
  const base = { kind: 'part-of-year', part, number: ordinal.value } as const;
  if (year !== undefined) return { first: i, past: of + 1, phrase: { ...base, year }, entry: 'date.quarter' };
  const modifier = matchModifier(words, of);
  if (modifier !== undefined && wordAt(words, modifier.past) === 'year')
    return {
      first: i,
      past: modifier.past + 1,
      phrase: { ...base, shift: modifier.shift },
      entry: 'date.quarter',
    };
  return !short && part === 'Q' && ordinal.value < 5 && of === at
    ? { first: i, past: at, phrase: base, entry: 'date.quarter' }
    : undefined;
}

const BARE_BEFORE: ReadonlySet<string> = new Set(['on', 'by', 'until', 'before', 'after', 'since']);

/** "on the 29th": a day of the month spoken of last. */
export function matchBareDay(words: Words, i: number): Match | undefined {
  if (wordAt(words, i) !== 'the' || !BARE_BEFORE.has(wordAt(words, i - 1))) return undefined;
  const ordinal = matchOrdinal(words, i + 1);
  if (ordinal === undefined || ordinal.value > 31 || /^\p{L}/u.test(wordAt(words, ordinal.past)))
    return undefined;
  if (ordinal.value < 4 && !/^\d/.test(wordAt(words, i + 1))) return undefined;
  return {
    first: i,
    past: ordinal.past,
    phrase: { kind: 'bare-day', day: ordinal.value },
    entry: 'date.bare-day',
  };
}
