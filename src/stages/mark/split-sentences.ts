import { BEFORE_NAME, SAYING, STARTERS } from './word-lists.ts';
import type { Tokens } from './tokenize.ts';

const CLOSERS = new Set(['"', '”', "'", '’', ')', ']', '»', '’’', '&quot;', "''"]);
const STRONG = /^(?:[!?]+|\.|…+|\.{3,}|。)$/u;
const INITIAL = /^\p{Lu}\.$/u;
const ABBREVIATED = /^[\p{L}].*\.$/u;

/** What lies between two neighbouring tokens. */
interface Gap {
  readonly spaced: boolean;
  /** Number of line ends. */
  readonly lines: number;
}

const gapBetween = (text: string, from: number, to: number): Gap => {
  let lines = 0;
  for (let at = from; at < to; at++)
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++;
  return { spaced: to > from, lines };
};

const DASH = /^[-–—]+$/u;
const LONGEST_DATELINE = 120;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const DAY = `(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?`;
const PLACE = "\\p{Lu}[\\p{L} .'’/-]{1,40}(?:, \\p{Lu}[\\p{L} .]{1,30}){0,2}";
const CAPITALS = "\\p{Lu}[\\p{Lu} .'’/-]{2,40}(?:, \\p{Lu}[\\p{L} .]{1,30}){0,2}";
const AGENCY = '\\(\\p{Lu}[^)]{1,40}\\)';
/** A place with a day, or with who reports, or in capitals; then a dash that stands by itself. */
const DATELINE = new RegExp(
  `^(?:${PLACE},? ${DAY}(?:,? ${AGENCY})?|${PLACE} ${AGENCY}(?:,? ${DAY})?|${CAPITALS}) ?[-–—]+$`,
  'u',
);

class Splitter {
  private readonly text: string;
  private readonly tokens: Tokens;

  constructor(text: string, tokens: Tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  word(token: number): string {
    if (token < 0 || token >= this.tokens.count) return '';
    return this.text.slice(this.tokens.start[token], this.tokens.end[token]);
  }

  gap(token: number): Gap {
    return gapBetween(this.text, this.tokens.end[token], this.tokens.start[token + 1]);
  }

  /** Whether a single line end after `token` is only a wrapped line of running text. */
  isWrapped(token: number): boolean {
    const next = this.word(token + 1);
    if (/^[\p{Ll}]/u.test(next)) return true;
    const start = this.text.lastIndexOf('\n', this.tokens.end[token] - 1) + 1;
    const length = this.tokens.end[token] - start;
    const end = this.text.indexOf('\n', this.tokens.start[token + 1]);
    const nextLength = (end < 0 ? this.text.length : end) - this.tokens.start[token + 1];
    const full = length >= 55 && length <= 110 && !STRONG.test(this.word(token));
    return full && nextLength <= 115 && start > 0;
  }

  /** Whether the full stop of the abbreviation at `token` ends the sentence as well. */
  abbreviationEnds(token: number): boolean {
    const word = this.word(token);
    const next = this.word(token + 1);
    const bare = word.slice(0, -1).toLowerCase();
    if (/^[\p{Ll}\p{N},;:]/u.test(next)) return false;
    if (BEFORE_NAME.has(bare)) return false;
    if (INITIAL.test(word) && /^\p{Lu}/u.test(this.word(token - 1))) return this.isStarter(token + 1);
    return this.isStarter(token + 1);
  }

  isStarter(token: number): boolean {
    const word = this.word(token);
    return /^\p{Lu}/u.test(word) && STARTERS.has(word.toLowerCase());
  }

  /** Last token of the closing quotes and brackets that follow the stop at `token`. */
  closersAfter(token: number): number {
    let last = token;
    while (last + 1 < this.tokens.count && CLOSERS.has(this.word(last + 1))) {
      const gap = this.gap(last);
      if (gap.lines > 0) break;
      const opens = gap.spaced && last + 2 < this.tokens.count && !this.gap(last + 1).spaced;
      const curly = /^[”’»)\]]/u.test(this.word(last + 1));
      if (opens && !curly) break;
      if (gap.spaced && curly && opens && /^\p{L}/u.test(this.word(last + 2))) break;
      if (!gap.spaced && !curly && last + 2 < this.tokens.count && this.opensHere(last + 1)) break;
      last++;
    }
    return last;
  }

  /** A straight quote glued on both sides: it opens when the quotes before it in the paragraph are even. */
  private opensHere(token: number): boolean {
    if (this.gap(token).spaced || !/^\p{L}/u.test(this.word(token + 1))) return false;
    let count = 0;
    for (let at = token - 1; at >= 0 && token - at < 400 && this.gap(at).lines < 2; at--) {
      if (this.word(at) === this.word(token)) count++;
    }
    return count % 2 === 0;
  }

  saysAfter(token: number): boolean {
    for (let at = token + 1; at <= token + 4 && at < this.tokens.count; at++) {
      if (SAYING.has(this.word(at).toLowerCase())) return true;
    }
    return false;
  }

  /** Whether the strong mark at `token`, closed at `last`, ends a sentence. */
  strongEnds(token: number, last: number): boolean {
    const next = this.word(last + 1);
    const mark = this.word(token);
    if (/^[,;:)\]]/u.test(next)) return false;
    if (/^\p{Ll}/u.test(next))
      return mark === '.' && last === token && this.gap(last).spaced && /^\p{Ll}/u.test(this.word(token - 1));
    if (mark !== '.' && last > token && this.saysAfter(last)) return false;
    if ((mark === '…' || mark === '...') && !this.gap(last).spaced) return false;
    return true;
  }

  /** "PLACE, March 3 (Agency) –": the head of a report is no part of its first sentence. */
  private isDateline(token: number): boolean {
    const { start, end } = this.tokens;
    if (!this.gap(token).spaced) return false;
    const line = this.text.lastIndexOf('\n', start[token]) + 1;
    return start[token] - line < LONGEST_DATELINE && DATELINE.test(this.text.slice(line, end[token]));
  }

  /** Index of the last token of the sentence that ends at or just after `token`, or -1. */
  endAt(token: number): number {
    if (token === this.tokens.count - 1) return token;
    const gap = this.gap(token);
    if (gap.lines >= 2 || (gap.lines === 1 && !this.isWrapped(token))) return token;
    const word = this.word(token);
    if (DASH.test(word) && this.isDateline(token)) return token;
    if (STRONG.test(word)) {
      const last = this.closersAfter(token);
      return last === this.tokens.count - 1 || this.strongEnds(token, last) ? last : -1;
    }
    if (ABBREVIATED.test(word) && word.length > 1) {
      const last = this.closersAfter(token);
      if (last > token) return this.isStarter(last + 1) ? last : -1;
      return this.abbreviationEnds(token) ? token : -1;
    }
    return -1;
  }
}

/** Index of each sentence's first token, and the token count as the last entry. No tokens, no sentence. */
export const splitSentences = (text: string, tokens: Tokens): Int32Array => {
  const starts: number[] = [];
  const splitter = new Splitter(text, tokens);
  let first = 0;
  for (let token = 0; token < tokens.count;) {
    const end = splitter.endAt(token);
    if (end < 0) {
      token++;
      continue;
    }
    starts.push(first);
    first = end + 1;
    token = first;
  }
  return Int32Array.from([...starts, tokens.count]);
};
