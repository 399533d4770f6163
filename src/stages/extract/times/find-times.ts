import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Marks } from '../../../model/marks.ts';
import { xposOf } from '../../../model/marks.ts';
import type { TimeExpression } from '../../../model/reading.ts';
import type { When } from '../../../model/time.ts';
import { tokenAt } from '../syntax/tree.ts';
import { parsePrefix } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Context, Moment, Resolved } from './context.ts';
import { matchPhrase } from './match-phrase.ts';
import type { Manner } from './match-phrase.ts';
import { matchRangeEnd } from './match-years.ts';
import { isNarrative } from './narrative.ts';
import type { Match } from './phrase.ts';
import { joinRanges } from './ranges.ts';
import { localDay } from './local-day.ts';
import type { PlaceZone } from './local-day.ts';
import { resolve } from './resolve.ts';
import { directionAt } from './tense.ts';
import { isBefore } from './match-calendar.ts';
import { startsLine, wordsOfMarks, wordAt } from './words.ts';
import type { Words } from './words.ts';

/** Tags that a time word never has: "it may", "they march", "prices fall". */
const VERBAL: ReadonlySet<string> = new Set(['MD', 'VB', 'VBD', 'VBP', 'VBZ', 'VBG']);
const DOUBTFUL: ReadonlySet<string> = new Set(['may', 'march', 'fall', 'spring', 'second']);

function isVerb(marks: Marks, words: Words, match: Match): boolean {
  if (!DOUBTFUL.has(wordAt(words, match.first)) || match.past > match.first + 1) return false;
  const token = tokenAt(marks, words.start[match.first]);
  return token < marks.tokenCount && VERBAL.has(xposOf(marks, token));
}

function listMatches(words: Words, marks: Marks, manner: Manner): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < words.count;) {
    const match = matchPhrase(words, i, manner);
    if (match === undefined || isVerb(marks, words, match)) {
      i++;
      continue;
    }
    matches.push(match);
    i = match.past;
    const range =
      match.phrase.kind === 'calendar' && match.phrase.year !== undefined && match.phrase.month === undefined
        ? matchRangeEnd(words, i, match.phrase.year)
        : undefined;
    if (range === undefined) continue;
    matches.push(range);
    i = range.past;
  }
  return matches;
}

function countBefore(words: Words): number {
  let count = 0;
  for (let i = 1; i < words.count && count < 3; i++)
    if (isBefore(words, i) && /^\d+$/.test(wordAt(words, i - 1))) count++;
  return count;
}

/** The days that an expression covers, where it names any. */
function daysOf({ from, until }: Resolved): When | undefined {
  const certainty = 'certain';
  if (from === undefined) return until === undefined ? undefined : { until, certainty };
  return until === undefined ? { from, certainty } : { from, until, certainty };
}

function toExpression(words: Words, match: Match, resolved: Resolved): TimeExpression {
  const span = { start: words.start[match.first], end: words.end[match.past - 1] };
  const { type, value } = resolved;
  const when = daysOf(resolved);
  return {
    span,
    type,
    value,
    entry: match.entry,
    ...(when === undefined ? {} : { when }),
  };
}

/** Entries that count from the day of publication even in a history. */
const FROM_TODAY: ReadonlySet<string> = new Set([
  'relative.deictic',
  'relative.day-beside',
  'relative.ago',
  'relative.from-now',
  'relative.past-unit',
]);

/** In news as well, a date without a year leans on a year named before it in the same sentence. */
function isNear(words: Words, left: Match, right: Match): boolean {
  if (right.first - left.past > 30) return false;
  for (let i = left.past; i < right.first; i++)
    if (wordAt(words, i) === '.' || startsLine(words, i)) return false;
  return !startsLine(words, right.first);
}

const hasYear = ({ phrase }: Match): boolean => phrase.kind === 'calendar' && phrase.year !== undefined;
const isYearless = ({ phrase }: Match): boolean =>
  phrase.kind === 'calendar' &&
  phrase.year === undefined &&
  phrase.yearShift === undefined &&
  phrase.monthShift === undefined;

/** Only what names a day, month or year of its own moves the reference of what follows. */
function nextReference(
  match: Match,
  resolved: Resolved,
  reference: Moment | undefined,
  narrative: boolean,
): Moment | undefined {
  if (narrative && FROM_TODAY.has(match.entry)) return reference;
  if (resolved.moment === undefined || match.phrase.kind === 'decade' || match.phrase.kind === 'century')
    return reference;
  return resolved.moment;
}

const SHORT = /^(?:second|minute|hour)$/;

/** "the first in five years", "in two weeks": what "in" before a length makes of it. */
function lengthAfterIn(words: Words, match: Match, direction: number): Match {
  const { phrase } = match;
  if (
    phrase.kind !== 'duration' ||
    phrase.count === undefined ||
    SHORT.test(phrase.unit) ||
    wordAt(words, match.first - 1) !== 'in'
  )
    return match;
  const { unit, count } = phrase;
  for (let i = match.first - 2; i >= Math.max(0, match.first - 18) && wordAt(words, i) !== '.'; i--) {
    if (
      /^(?:first|last|worst|biggest|largest|highest|lowest|most|only|deadliest|best)$/.test(wordAt(words, i))
    )
      return {
        ...match,
        phrase: { kind: 'stretch', unit, count, direction: -1, from: 'now' },
        entry: 'relative.first-in',
      };
  }
  if (direction <= 0 || match.entry !== 'duration.counted') return match;
  return {
    ...match,
    phrase: { kind: 'relative', unit, shift: { by: count, from: 'now' } },
    entry: 'relative.in',
  };
}

const toContext = (
  now: Day | undefined,
  reference: Moment | undefined,
  narrative: boolean,
  direction: -1 | 0 | 1,
): Context => ({
  narrative,
  direction,
  ...(now === undefined ? {} : { now }),
  ...(reference === undefined ? {} : { reference }),
});

/**
 * All words that give a time, in text order, with TIMEX3 type and value and the days they cover, read against the
 * publication and, in histories, against the time spoken of last. `places` give the local day of publication where the
 * dateline names one of them. Linear in the length of the text.
 */
export function findTimes(marked: MarkedReport, places: readonly PlaceZone[] = []): TimeExpression[] {
  const { marks, report } = marked;
  const words = wordsOfMarks(marks);
  const matches = listMatches(words, marks, { beforeChrist: countBefore(words) >= 3 });
  const now = localDay(report, places);
  const narrative = isNarrative(matches, now);
  const found: TimeExpression[] = [];
  let reference: Moment | undefined;
  let lastYear: Match | undefined;
  for (const joined of joinRanges(words, matches)) {
    const direction = directionAt(marks, tokenAt(marks, words.start[joined.match.first]));
    const match = lengthAfterIn(words, joined.match, direction);
    const before = found.at(-1);
    const tied =
      joined.afterLast && before?.when?.until !== undefined ? parsePrefix(before.when.until) : undefined;
    const nearYear = lastYear !== undefined && isYearless(match) && isNear(words, lastYear, match);
    const leans = tied !== undefined || nearYear || (narrative && !FROM_TODAY.has(match.entry));
    const resolved = resolve(match, toContext(now, tied ?? reference, leans, direction));
    found.push(toExpression(words, match, resolved));
    reference = nextReference(match, resolved, reference, narrative);
    if (hasYear(match)) lastYear = match;
  }
  return found;
}
