import type { Match, Phrase } from './phrase.ts';
import { wordAt } from './words.ts';
import type { Words } from './words.ts';

type Reference = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';

/** TIMEX3's open references; TempEval and WikiWars mark them, GUM does not. */
const PHRASES: readonly (readonly [string, Reference])[] = [
  ['now', 'PRESENT_REF'],
  ['right now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['at present', 'PRESENT_REF'],
  ['at the moment', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['these days', 'PRESENT_REF'],
  ['the time being', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['the past', 'PAST_REF'],
  ['in recent days', 'PAST_REF'],
  ['the future', 'FUTURE_REF'],
  ['the near future', 'FUTURE_REF'],
  ['the foreseeable future', 'FUTURE_REF'],
];

const ROWS = PHRASES.map(([words, value]) => ({ words: words.split(' '), value })).sort(
  (a, b) => b.words.length - a.words.length,
);
/** Words by which an open reference may begin. */
export const VAGUE_STARTS: ReadonlySet<string> = new Set(ROWS.map((row) => row.words[0]));
const UNIT_REFERENCES = /^(?:days|weeks|months|years|decades)$/;

/** "now", "recently", "in recent years", "the coming weeks", "the future". */
export function matchVague(words: Words, i: number): Match | undefined {
  const word = wordAt(words, i);
  const the = word === 'the' ? 1 : 0;
  const lead = wordAt(words, i + the);
  const unit = wordAt(words, i + the + 1);
  if ((lead === 'recent' || lead === 'coming') && UNIT_REFERENCES.test(unit)) {
    const phrase: Phrase = { kind: 'vague', value: lead === 'recent' ? 'PAST_REF' : 'FUTURE_REF' };
    return { first: i, past: i + the + 2, phrase, entry: 'vague.unit' };
  }
  if (!VAGUE_STARTS.has(word)) return undefined;
  const row = ROWS.find(({ words: wanted }) => wanted.every((w, k) => wordAt(words, i + k) === w));
  if (
    row === undefined ||
    (wordAt(words, i) === 'the' &&
      /^\p{L}/u.test(wordAt(words, i + row.words.length)) &&
      row.value === 'PAST_REF')
  )
    return undefined;
  return {
    first: i,
    past: i + row.words.length,
    phrase: { kind: 'vague', value: row.value },
    entry: 'vague.word',
  };
}
