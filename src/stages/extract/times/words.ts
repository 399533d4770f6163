import type { Marks } from '../../../model/marks.ts';

/** Words of a text for the time grammar: parallel arrays, word `i` of each is the same word. */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** Lower-case, curly apostrophes made straight, dashes made `-`. */
  readonly lower: readonly string[];
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/**
 * Finer than the marks' tokens on purpose: `11-year`, `2018–2021`, `6am` and `year's` come apart, whatever
 * the tagger's treebank does with them.
 */
const WORD =
  /\d+(?:st|nd|rd|th)\b|\d+['’]?s\b|\d{1,2}:\d\d(?::\d\d)?|\d+(?:,\d{3})+(?!\d)|\d+\.\d+|\d+|o['’]clock|[ap]\.\s?m\b\.?|[ap]m\b|b\.\s?c\.\s?e?\.?|a\.\s?d\.|['’]s\b|\p{L}+|[^\s]/giu;

const DASH = /^[‐‑‒–—−]$/;

function lowered(raw: string): string {
  if (raw.length === 1 && DASH.test(raw)) return '-';
  const lower = raw.toLowerCase();
  return lower.includes('’') ? lower.replace('’', "'") : lower;
}

/** Cuts a text into words for the time grammar. Linear in the length of the text. */
export function toWords(text: string): Words {
  const lower: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (const found of text.matchAll(WORD)) {
    lower.push(lowered(found[0]));
    start.push(found.index);
    end.push(found.index + found[0].length);
  }
  return { text, count: lower.length, lower, start: Int32Array.from(start), end: Int32Array.from(end) };
}

const made = new WeakMap<Marks, Words>();

/** As `toWords`, of a marked text; of the same marks once, since several finders read them. */
export function wordsOfMarks(marks: Marks): Words {
  const words = made.get(marks) ?? toWords(marks.text);
  made.set(marks, words);
  return words;
}

/** The word at `i` in lower case, or nothing outside the text. */
export const wordAt = (words: Words, i: number): string => words.lower[i] ?? '';

/** True where no blank stands between this word and the one before. */
export const isGlued = (words: Words, i: number): boolean =>
  i > 0 && i < words.count && words.start[i] === words.end[i - 1];

/** True where the word stands with a capital letter. */
export function isCapital(words: Words, i: number): boolean {
  if (i < 0 || i >= words.count) return false;
  const first = words.text.charAt(words.start[i]);
  return first !== first.toLowerCase();
}

/** True where a new line lies between this word and the one before. */
export const startsLine = (words: Words, i: number): boolean =>
  i === 0 || words.text.slice(words.end[i - 1], words.start[i]).includes('\n');
