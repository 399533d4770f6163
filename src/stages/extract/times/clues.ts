import type { MarkedReport } from '../../../model/marked-report.ts';
import { uposOf } from '../../../model/marks.ts';
import { tokenAt } from '../syntax/tree.ts';
import { daysInMonth, parsePrefix, toDay, toNumber, weekdayOf } from './calendar.ts';
import { matchPhrase } from './match-phrase.ts';
import type { Match } from './phrase.ts';
import { joinRanges } from './ranges.ts';
import { resolve } from './resolve.ts';
import { directionAt } from './tense.ts';
import { wordsOfMarks } from './words.ts';

/** Whole days as numbers since 1970-01-01, both inclusive. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

/** A time expression with the words of its sentence, by which it may meet a fact. */
export interface Clue {
  readonly match: Match;
  readonly direction: -1 | 0 | 1;
  /** The expression before, when this one continues it ("Thursday and Friday"). */
  readonly after?: Clue;
  readonly words: ReadonlySet<string>;
  readonly quote: string;
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);

/** Lower-case words and lemmas of content, and the ids of those named, sentence by sentence. */
function sentenceWords(
  marked: MarkedReport,
  sentence: number,
  ids: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<string> {
  const { marks } = marked;
  const words = new Set<string>(ids.get(sentence) ?? []);
  for (let t = marks.sentenceStart[sentence]; t < marks.sentenceStart[sentence + 1]; t++) {
    if (!CONTENT.has(uposOf(marks, t))) continue;
    words.add(marks.lowerLemma[t]);
    for (const part of marks.lowerWord[t].split('-')) words.add(part);
  }
  return words;
}

function idsBySentence(marked: MarkedReport): Map<number, string[]> {
  const ids = new Map<number, string[]>();
  for (const { party, sentence } of marked.mentions) {
    const list = ids.get(sentence) ?? [];
    for (const id of [party.actorId, party.sideId, party.officeId]) if (id !== undefined) list.push(id);
    ids.set(sentence, list);
  }
  return ids;
}

/** All expressions of a report that may betray its day. Linear. */
export function listClues(marked: MarkedReport): Clue[] {
  const { marks } = marked;
  const words = wordsOfMarks(marks);
  const matches: Match[] = [];
  for (let i = 0; i < words.count;) {
    const match = matchPhrase(words, i, { beforeChrist: false });
    if (match !== undefined) matches.push(match);
    i = match?.past ?? i + 1;
  }
  const ids = idsBySentence(marked);
  const cache = new Map<number, ReadonlySet<string>>();
  const clues: Clue[] = [];
  for (const { match, afterLast } of joinRanges(words, matches)) {
    const token = Math.min(tokenAt(marks, words.start[match.first]), marks.tokenCount - 1);
    if (token < 0) continue;
    const sentence = marks.sentenceOf[token];
    const found = cache.get(sentence) ?? sentenceWords(marked, sentence, ids);
    cache.set(sentence, found);
    const after = afterLast ? clues.at(-1) : undefined;
    const quote = words.text.slice(words.start[match.first], words.end[match.past - 1]);
    clues.push({
      match,
      direction: directionAt(marks, token),
      words: found,
      quote,
      ...(after === undefined ? {} : { after }),
    });
  }
  return clues;
}

function toDays(from: string, until: string): Days | undefined {
  const [a, b] = [parsePrefix(from), parsePrefix(until)];
  if (a === undefined || b === undefined || a.month === undefined || b.month === undefined) return undefined;
  return {
    from: toNumber({ year: a.year, month: a.month, day: a.day ?? 1 }),
    until: toNumber({ year: b.year, month: b.month, day: b.day ?? daysInMonth(b.year, b.month) }),
  };
}

/** Plain weekdays, the most frequent of clues, without the detour over texts. */
function readWeekday(clue: Clue, weekday: number, number: number): Days {
  const before = clue.after === undefined ? undefined : readClue(clue.after, number);
  const base = before === undefined ? number : before.until + 1;
  const ahead = (weekday - weekdayOf(base) + 7) % 7;
  const back = (weekdayOf(base) - weekday + 7) % 7;
  const day = before !== undefined || clue.direction > 0 ? base + ahead : base - back;
  return { from: day, until: day };
}

const UNREAD: ReadonlySet<string> = new Set(['vague', 'duration', 'set', 'stretch', 'clock']);

/** The days a clue covers if the report was published on day `number`. */
export function readClue(clue: Clue, number: number): Days | undefined {
  const { phrase } = clue.match;
  if (UNREAD.has(phrase.kind)) return undefined;
  if (phrase.kind === 'weekday' && phrase.shift === undefined && phrase.week === undefined)
    return readWeekday(clue, phrase.weekday, number);
  const { from, until } = resolve(clue.match, {
    now: toDay(number),
    narrative: false,
    direction: clue.direction,
  });
  return from === undefined || until === undefined ? undefined : toDays(from, until);
}
