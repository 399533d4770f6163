import { foldWord } from '../../../model/fold-name.ts';
import type { Marks } from '../../../model/marks.ts';

/** A text's words as names are compared; a token with inner hyphens gives several. */
export interface WordStream {
  readonly count: number;
  /** Folded; '' for hyphens and lone apostrophes, which a name may step over. */
  readonly words: readonly string[];
  readonly tokenOf: Int32Array;
  /** First word of each token; one entry more than tokens. */
  readonly firstWord: Int32Array;
  readonly isCapital: Uint8Array;
  /** All its letters are capitals. */
  readonly isUpper: Uint8Array;
}

interface TokenText {
  readonly text: string;
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  readonly count: number;
}

const HYPHENS = /[\u2010-\u2015-]/u;
const STEPPED = /^[\u2010-\u2015'’‘-]$/u;
const INNER = /[^\u2010-\u2015-]+/gu;

const isCapital = (word: string): boolean => {
  const first = word.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  const letter = word.charAt(0);
  return letter !== letter.toLowerCase();
};

const isSmallLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

const isUpper = (word: string): boolean =>
  !isSmallLetter(word.charCodeAt(word.length - 1)) &&
  word === word.toUpperCase() &&
  word !== word.toLowerCase();

function partsOf(word: string): readonly string[] {
  if (STEPPED.test(word)) return [''];
  if (!HYPHENS.test(word)) return [word];
  return word.match(INNER) ?? [word];
}

function toStream(tokens: TokenText, spellings: ReadonlyMap<string, string>): WordStream {
  const words: string[] = [];
  const tokenOf: number[] = [];
  const capital: number[] = [];
  const upper: number[] = [];
  const firstWord = new Int32Array(tokens.count + 1);
  for (let t = 0; t < tokens.count; t++) {
    firstWord[t] = words.length;
    for (const part of partsOf(tokens.text.slice(tokens.start[t], tokens.end[t]))) {
      const folded = foldWord(part);
      words.push(spellings.get(folded) ?? folded);
      tokenOf.push(t);
      capital.push(isCapital(part) ? 1 : 0);
      upper.push(isUpper(part) ? 1 : 0);
    }
  }
  firstWord[tokens.count] = words.length;
  return {
    count: words.length,
    words,
    tokenOf: Int32Array.from(tokenOf),
    firstWord,
    isCapital: Uint8Array.from(capital),
    isUpper: Uint8Array.from(upper),
  };
}

export const wordsOfMarks = (marks: Marks, spellings: ReadonlyMap<string, string>): WordStream =>
  toStream({ text: marks.text, start: marks.start, end: marks.end, count: marks.tokenCount }, spellings);

/** The words of a lone phrase, without marks. */
export function wordsOfPhrase(phrase: string, spellings: ReadonlyMap<string, string>): WordStream {
  const found = [...phrase.matchAll(/(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:[.](?=\s|$))?|['’](?=s\b)s?|\S/gu)];
  const start = found.map((match) => match.index);
  const end = found.map((match) => match.index + match[0].length);
  return toStream({ text: phrase, start, end, count: found.length }, spellings);
}
