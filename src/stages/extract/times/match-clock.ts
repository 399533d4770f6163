import type { Clock, Match } from './phrase.ts';
import { matchNumber } from './match-number.ts';
import { wordAt } from './words.ts';
import type { Words } from './words.ts';

const HALF_DAY = /^([ap])(?:\.\s?m\.?|m)$/;
const ZONES: ReadonlySet<string> = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'cet',
  'cest',
  'bst',
  'kst',
  'jst',
  'pst',
  'pdt',
  'local',
]);

interface ClockMatch {
  readonly clock: Clock;
  readonly past: number;
}

function withHalfDay(words: Words, hour: number, minute: number, past: number): ClockMatch | undefined {
  const half = HALF_DAY.exec(wordAt(words, past));
  if (half === null) return hour < 25 && minute < 60 ? { clock: { hour, minute }, past } : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return { clock: { hour: (hour % 12) + (half[1] === 'p' ? 12 : 0), minute }, past: past + 1 };
}

function matchHour(words: Words, i: number): ClockMatch | undefined {
  const word = wordAt(words, i);
  const colon = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(word);
  if (colon !== null) return withHalfDay(words, Number(colon[1]), Number(colon[2]), i + 1);
  if (/^\d\d?$/.test(word) && HALF_DAY.test(wordAt(words, i + 1)))
    return withHalfDay(words, Number(word), 0, i + 1);
  const dotted = /^(\d\d?)\.(\d\d)$/.exec(word);
  if (dotted !== null && HALF_DAY.test(wordAt(words, i + 1)))
    return withHalfDay(words, Number(dotted[1]), Number(dotted[2]), i + 1);
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(word);
  if (
    military !== null &&
    /^(?:at|by|around|about|from|until|before|after|to|and|-|since)$/.test(wordAt(words, i - 1)) &&
    (ZONES.has(wordAt(words, i + 1)) || /^(?:hours|hrs)$/.test(wordAt(words, i + 1)))
  )
    return {
      clock: { hour: Number(military[1]), minute: Number(military[2]) },
      past: ZONES.has(wordAt(words, i + 1)) ? i + 1 : i + 2,
    };
  const counted = matchNumber(words, i);
  if (counted?.value !== undefined && /^o'clock$/.test(wordAt(words, counted.past)))
    return withHalfDay(words, counted.value, 0, counted.past + 1);
  return undefined;
}

/** A time of day: "10:30 p.m.", "22:30", "0800 GMT", "five o'clock", "noon", "midnight". */
export function matchClock(words: Words, i: number): Match | undefined {
  const word = wordAt(words, i);
  const named = word === 'noon' || word === 'midday' ? 12 : word === 'midnight' ? 0 : undefined;
  if (named !== undefined)
    return {
      first: i,
      past: i + 1,
      phrase: { kind: 'clock' },
      clock: { hour: named, minute: 0 },
      entry: 'time.named',
    };
  const found = matchHour(words, i);
  if (found === undefined) return undefined;
  let past = found.past;
  if (ZONES.has(wordAt(words, past)))
    past += wordAt(words, past) === 'local' && wordAt(words, past + 1) === 'time' ? 2 : 1;
  return { first: i, past, phrase: { kind: 'clock' }, clock: found.clock, entry: 'time.clock' };
}
