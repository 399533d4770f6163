import type { Anchor, Match, Phrase } from './phrase.ts';
import { matchNumber } from './match-number.ts';
import { UNITS, WEEKDAYS } from './vocabulary.ts';
import type { Unit } from './vocabulary.ts';
import { wordAt } from './words.ts';
import type { Words } from './words.ts';

interface Length {
  readonly unit: Unit;
  readonly count?: number;
  readonly past: number;
}

const BETWEEN: ReadonlySet<string> = new Set([
  'long',
  'full',
  'whole',
  'consecutive',
  'straight',
  'more',
  'further',
  'other',
  'short',
  'brutal',
  'additional',
  'calendar',
]);

/** "three years", "48 hours", "11-year", "a few days", "the year" without its article. */
export function matchLength(words: Words, i: number): Length | undefined {
  const count = matchNumber(words, i);
  if (count === undefined) return undefined;
  const dash = wordAt(words, count.past) === '-' ? 1 : 0;
  const to =
    wordAt(words, count.past) === 'to' || wordAt(words, count.past) === 'or'
      ? matchNumber(words, count.past + 1)
      : undefined;
  let at = to === undefined ? count.past + dash : to.past;
  if (BETWEEN.has(wordAt(words, at))) at++;
  const unit = UNITS.get(wordAt(words, at));
  if (unit === undefined) return undefined;
  if (
    (unit === 'second' || unit === 'minute') &&
    dash === 0 &&
    !wordAt(words, at).endsWith('s') &&
    count.value !== 1
  )
    return undefined;
  return { unit, past: at + 1, ...(count.value === undefined ? {} : { count: count.value }) };
}

const BACK: ReadonlySet<string> = new Set(['ago']);
const BEFORE: ReadonlySet<string> = new Set(['earlier', 'before', 'previously', 'prior']);
const AFTER: ReadonlySet<string> = new Set(['later', 'after', 'afterwards', 'afterward', 'hence']);

/** Words after "before"/"after" that show it governs something else: the reference is then not the last time. */
const ENDS: ReadonlySet<string> = new Set([
  '',
  '.',
  ',',
  ';',
  ':',
  ')',
  '-',
  'and',
  'but',
  'when',
  '"',
  '”',
  'in',
  'on',
  'the',
]);

function relative(
  first: number,
  past: number,
  length: Length,
  sign: -1 | 1,
  from: Anchor,
  entry: string,
): Match {
  const { unit, count } = length;
  const phrase: Phrase =
    count === undefined
      ? { kind: 'vague', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
      : { kind: 'relative', unit, shift: { by: sign * count, from } };
  return { first, past, phrase, entry };
}

const toDuration = (length: Length): Phrase =>
  length.count === undefined
    ? { kind: 'duration', unit: length.unit }
    : { kind: 'duration', unit: length.unit, count: length.count };

/** What follows a length: "ago", "later", "earlier", "before that", "from now", "in advance". */
function matchOffset(words: Words, first: number, length: Length): Match | undefined {
  const word = wordAt(words, length.past);
  const past = length.past + 1;
  if (BACK.has(word)) return relative(first, past, length, -1, 'now', 'relative.ago');
  if (word === 'from' && wordAt(words, past) === 'now')
    return relative(first, past + 1, length, 1, 'now', 'relative.from-now');
  const next = wordAt(words, past);
  if (BEFORE.has(word)) {
    if (word === 'before' && (next === 'that' || next === 'this'))
      return relative(first, past + 1, length, -1, 'reference', 'relative.before');
    if (word !== 'before' || (ENDS.has(next) && next !== 'the'))
      return relative(first, past, length, -1, 'reference', 'relative.earlier');
    return { first, past, phrase: toDuration(length), entry: 'duration.before' };
  }
  if (AFTER.has(word)) {
    if (word !== 'after' || (ENDS.has(next) && next !== 'the'))
      return relative(first, past, length, 1, 'reference', 'relative.later');
    return { first, past, phrase: toDuration(length), entry: 'duration.after' };
  }
  return undefined;
}

const SMALL: ReadonlySet<Unit> = new Set(['second', 'minute']);

/** "three years", "two days later", "hours after", "months-long", "decades". */
export function matchDuration(words: Words, i: number): Match | undefined {
  const counted = matchLength(words, i);
  if (counted !== undefined) {
    const offset = matchOffset(words, i, counted);
    if (offset !== undefined) return offset;
    if (counted.unit === 'weekend') return undefined;
    if (wordAt(words, i) === 'a' && SMALL.has(counted.unit)) return undefined;
    let past = counted.past;
    if (
      wordAt(words, past) === 'and' &&
      wordAt(words, past + 1) === 'a' &&
      wordAt(words, past + 2) === 'half'
    )
      return {
        first: i,
        past: past + 3,
        phrase: { kind: 'duration', unit: counted.unit, count: (counted.count ?? 1) + 0.5 },
        entry: 'duration.half',
      };
    if (
      wordAt(words, past) === '-' &&
      (wordAt(words, past + 1) === 'old' || wordAt(words, past + 1) === 'long')
    )
      past += 2;
    else if (wordAt(words, past) === 'old') past++;
    return { first: i, past, phrase: toDuration(counted), entry: 'duration.counted' };
  }
  return matchPlural(words, i);
}

function matchPlural(words: Words, i: number): Match | undefined {
  const unit = UNITS.get(wordAt(words, i));
  if (
    unit === undefined ||
    unit === 'weekend' ||
    unit === 'quarter' ||
    SMALL.has(unit) ||
    !wordAt(words, i).endsWith('s')
  )
    return undefined;
  const length: Length = { unit, past: i + 1 };
  const offset = matchOffset(words, i, length);
  if (offset !== undefined)
    return offset.phrase.kind === 'vague' && unit === 'hour'
      ? { ...offset, phrase: toDuration(length) }
      : offset;
  const long = wordAt(words, i + 1) === '-' && /^(?:long|old)$/.test(wordAt(words, i + 2));
  return { first: i, past: long ? i + 3 : i + 1, phrase: toDuration(length), entry: 'duration.plural' };
}

export const PERIODS: ReadonlyMap<string, string> = new Map([
  ['daily', 'P1D'], ['nightly', 'P1D'], ['weekly', 'P1W'], ['monthly', 'P1M'], ['quarterly', 'P1Q'],
  ['yearly', 'P1Y'], ['annually', 'P1Y'], ['annual', 'P1Y'], ['biannual', 'P6M'], ['biweekly', 'P2W'],
]); // prettier-ignore

const UNIT_LETTERS: Readonly<Record<Unit, string>> = {
  second: 'PT1S', minute: 'PT1M', hour: 'PT1H', day: 'P1D', week: 'P1W', weekend: 'P1WE', month: 'P1M', quarter: 'P1Q',
  year: 'P1Y', decade: 'P10Y', century: 'P100Y',
}; // prettier-ignore

/** Times that come again: "every day", "each Friday", "daily", "Mondays", "per month". */
export function matchSet(words: Words, i: number): Match | undefined {
  const word = wordAt(words, i);
  const period = PERIODS.get(word);
  if (period !== undefined)
    return { first: i, past: i + 1, phrase: { kind: 'set', value: period }, entry: 'set.adverb' };
  if (word === 'every' || word === 'each' || word === 'per') {
    const at = wordAt(words, i + 1) === 'other' || wordAt(words, i + 1) === 'single' ? i + 2 : i + 1;
    const unit = UNITS.get(wordAt(words, at));
    if (unit !== undefined)
      return {
        first: i,
        past: at + 1,
        phrase: { kind: 'set', value: UNIT_LETTERS[unit] },
        entry: 'set.every',
      };
    const length = matchLength(words, at);
    if (length?.count !== undefined && word === 'every')
      return {
        first: i,
        past: length.past,
        phrase: { kind: 'set', value: UNIT_LETTERS[length.unit].replace('1', String(length.count)) },
        entry: 'set.every',
      };
    const weekday = WEEKDAYS.get(wordAt(words, at));
    if (weekday !== undefined)
      return {
        first: i,
        past: at + 1,
        phrase: { kind: 'set', value: `XXXX-WXX-${weekday}` },
        entry: 'set.weekday',
      };
    return undefined;
  }
  const plural = word.endsWith('s') ? WEEKDAYS.get(word.slice(0, -1)) : undefined;
  if (plural === undefined || word.length < 6) return undefined;
  return {
    first: i,
    past: i + 1,
    phrase: { kind: 'set', value: `XXXX-WXX-${plural}` },
    entry: 'set.weekday',
  };
}
