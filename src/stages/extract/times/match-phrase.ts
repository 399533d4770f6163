import type { Edge, Match } from './phrase.ts';
import { matchDate } from './match-calendar.ts';
import { matchClock } from './match-clock.ts';
import { matchDuration, matchSet, PERIODS } from './match-duration.ts';
import {
  matchBareDay,
  matchDeictic,
  matchModified,
  matchPartOfYear,
  matchSeason,
  matchWeekday,
  MODIFIERS,
} from './match-relative.ts';
import { matchVague, VAGUE_STARTS } from './match-vague.ts';
import { matchBareYear, matchCentury, matchDecade, matchOldYear } from './match-years.ts';
import {
  DAY_PARTS,
  DECADE_NAMES,
  FIXED_FEASTS,
  MONTHS,
  ORDINALS,
  SEASONS,
  SMALL_NUMBERS,
  TENS_NUMBERS,
  UNITS,
  WEEKDAYS,
} from './vocabulary.ts';
import { wordAt } from './words.ts';
import type { Words } from './words.ts';

/** What the whole text tells the grammar. */
export interface Manner {
  /** Years before Christ are its frame, so that "in 264" is one. */
  readonly beforeChrist: boolean;
}

function matchPoint(words: Words, i: number, manner: Manner): Match | undefined {
  return (
    matchDate(words, i) ??
    matchDecade(words, i) ??
    matchCentury(words, i) ??
    matchModified(words, i) ??
    matchDeictic(words, i) ??
    matchWeekday(words, i) ??
    matchSeason(words, i) ??
    matchPartOfYear(words, i) ??
    matchBareYear(words, i) ??
    (manner.beforeChrist ? matchOldYear(words, i) : undefined)
  );
}

const EDGES: ReadonlyMap<string, Edge> = new Map([
  ['early', 'start'], ['beginning', 'start'], ['start', 'start'], ['outset', 'start'], ['mid', 'mid'], ['middle', 'mid'],
  ['late', 'end'], ['end', 'end'], ['close', 'end'], ['later', 'end'], ['earlier', 'start'],
] as const); // prettier-ignore

const NOUN_EDGES: ReadonlySet<string> = new Set(['beginning', 'start', 'middle', 'end', 'close', 'outset']);

/** "early October", "mid-1980s", "the end of April", "late in the year", "earlier this week". */
function matchEdged(words: Words, i: number, manner: Manner): Match | undefined {
  const the = wordAt(words, i) === 'the' ? 1 : 0;
  const word = wordAt(words, i + the);
  const edge = EDGES.get(word);
  if (edge === undefined) return undefined;
  const noun = NOUN_EDGES.has(word);
  const link = wordAt(words, i + the + 1);
  if (noun && link !== 'of') return undefined;
  const at = i + the + (noun || link === 'in' || link === '-' || link === 'on' ? 2 : 1);
  const inner = matchPoint(words, at, manner) ?? matchUnitEnd(words, at);
  if (inner === undefined || inner.phrase.kind === 'duration') return undefined;
  if ((word === 'later' || word === 'earlier') && inner.phrase.kind === 'decade' && the === 0) return inner;
  return { ...inner, first: i, edge };
}

/** "the end of the year", "the middle of the month": the one that runs. */
function matchUnitEnd(words: Words, i: number): Match | undefined {
  if (wordAt(words, i) !== 'the') return undefined;
  const unit = wordAt(words, i + 1);
  if (
    unit !== 'year' &&
    unit !== 'month' &&
    unit !== 'week' &&
    unit !== 'decade' &&
    unit !== 'century' &&
    unit !== 'day'
  )
    return undefined;
  return {
    first: i,
    past: i + 2,
    phrase: { kind: 'relative', unit, shift: { by: 0, from: 'now' } },
    entry: 'relative.running',
  };
}

/** "year end", "month's end". */
function matchEndNoun(words: Words, i: number): Match | undefined {
  const unit = wordAt(words, i);
  if (unit !== 'year' && unit !== 'month') return undefined;
  const at = i + 1 + (wordAt(words, i + 1) === "'s" || wordAt(words, i + 1) === '-' ? 1 : 0);
  if (wordAt(words, at) !== 'end') return undefined;
  return {
    first: i,
    past: at + 1,
    edge: 'end',
    phrase: { kind: 'relative', unit, shift: { by: 0, from: 'now' } },
    entry: 'relative.end',
  };
}

/** "the weekend": the last one, or the coming one. */
function matchWeekend(words: Words, i: number): Match | undefined {
  const at = i + (wordAt(words, i) === 'the' ? 1 : 0);
  if (wordAt(words, at) !== 'weekend') return undefined;
  return {
    first: i,
    past: at + 1,
    phrase: { kind: 'relative', unit: 'weekend', shift: { by: 0, from: 'now' } },
    entry: 'relative.weekend',
  };
}

/** "the morning of 30 May", "the night of Friday". */
function matchPartOf(words: Words, i: number, manner: Manner): Match | undefined {
  const the = wordAt(words, i) === 'the' ? 1 : 0;
  const part = DAY_PARTS.get(wordAt(words, i + the));
  if (part === undefined || wordAt(words, i + the + 1) !== 'of') return undefined;
  const inner = matchPoint(words, i + the + 2, manner);
  return inner === undefined ? undefined : { ...inner, first: i, part };
}

/** Joins a time of day to the day beside it: "10 a.m. Tuesday", "2:30 the next day", "noon on Friday". */
function withDay(words: Words, clock: Match, manner: Manner): Match {
  const at = clock.past + (['on', ',', 'of'].includes(wordAt(words, clock.past)) ? 1 : 0);
  const day = matchPoint(words, at, manner);
  if (day === undefined || !['calendar', 'weekday', 'relative', 'day-part'].includes(day.phrase.kind))
    return clock;
  if (day.phrase.kind === 'relative' && day.phrase.unit !== 'day') return clock;
  if (day.phrase.kind === 'calendar' && day.phrase.day === undefined) return clock;
  return clock.clock === undefined ? day : { ...day, first: clock.first, clock: clock.clock };
}

const ABOUT: ReadonlySet<string> = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'roughly',
  'over',
  'under',
  'approximately',
]);

/** "more than a year", "nearly three weeks": lengths of time with their bounds, but for "nearly a year ago". */
function matchBounded(words: Words, i: number): Match | undefined {
  const word = wordAt(words, i);
  const than = (word === 'more' || word === 'less' || word === 'fewer') && wordAt(words, i + 1) === 'than';
  const at =
    than ||
    (word === 'at' && wordAt(words, i + 1) === 'least') ||
    (word === 'up' && wordAt(words, i + 1) === 'to')
      ? i + 2
      : ABOUT.has(word)
        ? i + 1
        : i;
  const length = at === i ? undefined : matchDuration(words, at);
  return length?.entry === 'duration.counted' ? { ...length, first: i } : undefined;
}

const STARTS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(), ...WEEKDAYS.keys(), ...UNITS.keys(), ...SEASONS.keys(), ...DAY_PARTS.keys(), ...SMALL_NUMBERS.keys(),
  ...TENS_NUMBERS.keys(), ...ORDINALS.keys(), ...DECADE_NAMES.keys(), ...EDGES.keys(), ...ABOUT, ...MODIFIERS.keys(),
  ...[...FIXED_FEASTS.keys()].map((name) => name.split(/[ ']/)[0]), ...VAGUE_STARTS, ...PERIODS.keys(), 'every', 'each',
  'per', 'today', 'tonight', 'tomorrow', 'yesterday', 'noon', 'midday', 'midnight', 'q', 'ad', 'few', 'several', 'some',
  'many', 'couple', 'half', 'dozen', 'dozens', 'hundreds', 'scores', 'thousands', 'hundred', 'recent', 'more', 'less',
  'fewer', 'at', 'up', 'single', 'full', 'whole', 'number', 'numerous', 'various', 'a.d.', "'", 'thousand',
]); // prettier-ignore

const PLURAL_DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/;

const isStart = (word: string): boolean =>
  STARTS.has(word) || (word >= '0' && word < ':') || PLURAL_DAY.test(word);

/** A cheap look before the grammar is asked: most words of a text begin no time. */
function mayStart(words: Words, i: number): boolean {
  const word = wordAt(words, i);
  if (word === 'the' || word === 'a' || word === 'an') return isStart(wordAt(words, i + 1));
  return isStart(word);
}

/** The longest time expression that begins at word `i`. */
export function matchPhrase(words: Words, i: number, manner: Manner): Match | undefined {
  if (!mayStart(words, i)) return undefined;
  const clock = matchClock(words, i);
  if (clock !== undefined) return withDay(words, clock, manner);
  return (
    matchEdged(words, i, manner) ??
    matchPartOf(words, i, manner) ??
    matchEndNoun(words, i) ??
    matchPoint(words, i, manner) ??
    matchBareDay(words, i) ??
    matchVague(words, i) ??
    matchSet(words, i) ??
    matchBounded(words, i) ??
    matchDuration(words, i) ??
    matchWeekend(words, i)
  );
}
