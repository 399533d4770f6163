import { ORDINALS, SMALL_NUMBERS, TENS_NUMBERS } from './vocabulary.ts';
import { wordAt } from './words.ts';
import type { Words } from './words.ts';

/** A number in words or figures; no `value` for "a few". */
export interface NumberMatch {
  readonly value?: number;
  readonly past: number;
}

const VAGUE_COUNTS: ReadonlySet<string> = new Set([
  'few',
  'several',
  'some',
  'many',
  'numerous',
  'recent',
  'various',
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

function matchFigures(word: string): number | undefined {
  return /^\d+(?:,\d{3})*(?:\.\d+)?$/.test(word) ? Number(word.replaceAll(',', '')) : undefined;
}

function matchBelowHundred(words: Words, i: number): NumberMatch | undefined {
  const small = SMALL_NUMBERS.get(wordAt(words, i));
  if (small !== undefined) return { value: small, past: i + 1 };
  const tens = TENS_NUMBERS.get(wordAt(words, i));
  if (tens === undefined) return undefined;
  const dash = wordAt(words, i + 1) === '-' ? 1 : 0;
  const ones = SMALL_NUMBERS.get(wordAt(words, i + 1 + dash));
  return ones !== undefined && ones > 0 && ones < 10
    ? { value: tens + ones, past: i + 2 + dash }
    : { value: tens, past: i + 1 };
}

function scaled(words: Words, start: NumberMatch): NumberMatch {
  let { value = 1, past } = start;
  for (
    let scale = SCALES.get(wordAt(words, past));
    scale !== undefined;
    scale = SCALES.get(wordAt(words, past))
  ) {
    value *= scale;
    past++;
    const joined = wordAt(words, past) === 'and' ? 1 : 0;
    const rest = matchBelowHundred(words, past + joined);
    if (rest?.value !== undefined) {
      value += rest.value;
      past = rest.past;
    }
  }
  return { value, past };
}

function matchArticle(words: Words, i: number): NumberMatch | undefined {
  const next = wordAt(words, i + 1);
  if (next === 'few' || next === 'number') return { past: next === 'few' ? i + 2 : i + 3 };
  if (next === 'couple') return { value: 2, past: wordAt(words, i + 2) === 'of' ? i + 3 : i + 2 };
  if (next === 'dozen') return { value: 12, past: i + 2 };
  if (next === 'half') return { value: 0.5, past: i + 2 };
  if (next === 'single' || next === 'full' || next === 'whole') return { value: 1, past: i + 2 };
  return SCALES.has(next) ? scaled(words, { value: 1, past: i + 1 }) : { value: 1, past: i + 1 };
}

function withHalf(words: Words, match: NumberMatch): NumberMatch {
  const { value, past } = match;
  if (value === undefined || wordAt(words, past) !== 'and') return match;
  if (wordAt(words, past + 1) === 'a' && wordAt(words, past + 2) === 'half')
    return { value: value + 0.5, past: past + 3 };
  return wordAt(words, past + 1) === 'half' ? { value: value + 0.5, past: past + 2 } : match;
}

/** A cardinal number at word `i`: "three", "21", "a couple of", "two and a half", "several". */
export function matchNumber(words: Words, i: number): NumberMatch | undefined {
  const word = wordAt(words, i);
  if (word === '') return undefined;
  const figures = matchFigures(word);
  if (figures !== undefined) return withHalf(words, scaled(words, { value: figures, past: i + 1 }));
  if (word === 'a' || word === 'an') return matchArticle(words, i);
  if (word === 'half')
    return {
      value: 0.5,
      past: wordAt(words, i + 1) === 'a' || wordAt(words, i + 1) === 'an' ? i + 2 : i + 1,
    };
  if (word === 'dozens' || word === 'hundreds' || word === 'scores' || word === 'thousands')
    return wordAt(words, i + 1) === 'of' ? { past: i + 2 } : undefined;
  if (word === 'couple') return { value: 2, past: wordAt(words, i + 1) === 'of' ? i + 2 : i + 1 };
  if (word === 'dozen') return { value: 12, past: i + 1 };
  if (VAGUE_COUNTS.has(word)) return { past: i + 1 };
  const below = matchBelowHundred(words, i);
  return below === undefined ? undefined : withHalf(words, scaled(words, below));
}

/** An ordinal at word `i`: "21st", "twentieth", "twenty-first". */
export function matchOrdinal(
  words: Words,
  i: number,
): { readonly value: number; readonly past: number } | undefined {
  const word = wordAt(words, i);
  const figures = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (figures !== null) return { value: Number(figures[1]), past: i + 1 };
  const plain = ORDINALS.get(word);
  if (plain !== undefined) return { value: plain, past: i + 1 };
  const tens = TENS_NUMBERS.get(word);
  if (tens === undefined) return undefined;
  const dash = wordAt(words, i + 1) === '-' ? 1 : 0;
  const ones = ORDINALS.get(wordAt(words, i + 1 + dash));
  return ones !== undefined && ones < 10 ? { value: tens + ones, past: i + 2 + dash } : undefined;
}
