import { BEFORE_NAME, JOINED_PREFIXES, MAY_END } from './word-lists.ts';

/** Tokens of one text as parallel arrays; only the first `count` entries of each are meant. */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»]+/iuy;
const MAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/uy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iuy;
const ACRONYM = /\p{L}\.(?:\p{L}\.)+/uy;
const NUMBER = /\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s|ers|m|bn|k|K|M|B)(?![\p{L}\p{N}]))?/uy;
const WORD = /[\p{L}\p{N}\p{M}_]+(?:[&@](?!#|[a-z]{2,8};)[\p{L}\p{N}]+)*/uy;
const HOST =
  /[\p{L}\p{N}-]+(?:\.[\p{Ll}\p{N}-]+)*\.(?:com|org|net|gov|edu|mil|info|int|co|io|tv|uk|us|kr|kp|jp|cn|ru|de|fr)(?![\p{L}\p{N}])/uy;
const DOTS = /\.{2,}|-{2,}|…+|!+\?*!*|\?+!*|\*{2,}|={2,}|_{2,}|~{2,}/uy;
const FACE = /[:;=]-?[()DP](?![\p{L}\p{N}])/uy;
const EMOJI = /\p{Extended_Pictographic}(?:[\u{FE0F}\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})*/uy;
const CLITIC = /(?:['’‘`´](?:s|m|d|re|ve|ll|t))$/iu;
const NEGATED = /^(.+)(n['’‘`´]t)$/iu;
const APOSTROPHE = /['’‘`´]/u;
const SPACE = /[\s\u200B\uFEFF\u0000-\u001F\u00AD]/u;
const LETTER = /[\p{L}\p{N}]/u;

const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3], ['gonna', 3], ['wanna', 3], ['gotta', 3], ['dont', 2], ['didnt', 3], ['doesnt', 4], ['wont', 2],
  ['cant', 2], ['isnt', 2], ['wasnt', 3], ['couldnt', 5], ['wouldnt', 5], ['im', 1], ['ive', 1], ['thats', 4],
]); // prettier-ignore

class Collector {
  count = 0;
  start = new Int32Array(1024);
  end = new Int32Array(1024);

  add(start: number, end: number): void {
    if (this.count === this.start.length) this.grow();
    this.start[this.count] = start;
    this.end[this.count++] = end;
  }

  private grow(): void {
    const start = new Int32Array(this.start.length * 2);
    const end = new Int32Array(this.start.length * 2);
    start.set(this.start);
    end.set(this.end);
    this.start = start;
    this.end = end;
  }
}

const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const charAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** Cuts clitics off a word: do|n't, Kim|’s, can|not. Returns the offset of the cut, or `end`. */
const cliticCut = (word: string): number => {
  const fused = FUSED.get(word.toLowerCase());
  if (fused !== undefined) return fused;
  if (!APOSTROPHE.test(word)) return word.length;
  const negated = NEGATED.exec(word);
  if (negated) return negated[1].length;
  const clitic = CLITIC.exec(word);
  return clitic && clitic.index > 0 ? clitic.index : word.length;
};

const addWord = (text: string, start: number, end: number, into: Collector): void => {
  const cut = start + cliticCut(text.slice(start, end));
  into.add(start, cut);
  if (cut < end) into.add(cut, end);
};

const APOSTROPHES = "'’‘`´";

/** End of a word with inner apostrophes (O'Brien, don't) that starts at `at`. */
const wordEnd = (text: string, at: number): number => {
  let end = matchEnd(WORD, text, at);
  while (
    end > 0 &&
    end < text.length &&
    APOSTROPHES.includes(text[end]) &&
    /\p{L}/u.test(charAt(text, end + 1))
  ) {
    const next = matchEnd(WORD, text, end + 1);
    if (next < 0) break;
    end = next;
  }
  return end;
};

const dottedEnd = (text: string, start: number, end: number): number => {
  if (text[end] !== '.' || text[end + 1] === '.') return end;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  const capital = word[0] !== lower[0];
  if ((BEFORE_NAME.has(lower) && (capital || lower === 'vs' || lower === 'approx')) || lower === 'etc')
    return end + 1;
  if (MAY_END.has(lower) && capital && word.length <= 5) return end + 1;
  const initial = word.length === 1 && capital && /^\.\s*[\p{Lu}]/u.test(text.slice(end, end + 3));
  return initial ? end + 1 : end;
};

/** Whether the hyphen at `at` between word characters parts two tokens; prefixes and codes stay joined. */
const partsAtHyphen = (text: string, start: number, at: number): boolean => {
  const left = text.slice(start, at).toLowerCase();
  return !JOINED_PREFIXES.has(left);
};

const readHyphens = (text: string, from: number, firstEnd: number, into: Collector): number => {
  let start = from;
  let end = firstEnd;
  while (text[end] === '-' && LETTER.test(charAt(text, end + 1))) {
    const next = wordEnd(text, end + 1);
    if (next < 0) break;
    if (partsAtHyphen(text, start, end)) {
      addWord(text, start, end, into);
      into.add(end, end + 1);
      start = end + 1;
    }
    end = next;
  }
  const dotted = dottedEnd(text, start, end);
  if (dotted > end) into.add(start, dotted);
  else addWord(text, start, end, into);
  return dotted;
};

const readNumber = (text: string, at: number, into: Collector): number => {
  const phone = matchEnd(/\d{2,4}(?:-\d{2,5}){1,3}(?![\p{L}\p{N}])/uy, text, at);
  const end = matchEnd(NUMBER, text, at);
  if (phone > end && phone - at >= 8) {
    into.add(at, phone);
    return phone;
  }
  if (LETTER.test(charAt(text, end)) && /^\d+$/u.test(text.slice(at, end)))
    return readHyphens(text, at, wordEnd(text, at), into);
  return text[end] === '-' ? readHyphens(text, at, end, into) : (into.add(at, end), end);
};

/** Where the next blank and the next of the signs that names of hosts and letter boxes need stand: found once, used until passed. */
class Lookout {
  private readonly text: string;
  private readonly signs: readonly string[];
  private readonly next: number[];

  constructor(text: string, ...signs: readonly string[]) {
    this.text = text;
    this.signs = signs;
    this.next = signs.map(() => -1);
  }

  /** Offset of the first such sign at or after `at`; the text's length where none follows. */
  find(sign: number, at: number): number {
    if (this.next[sign] < at) {
      const found = this.text.indexOf(this.signs[sign], at);
      this.next[sign] = found < 0 ? this.text.length : found;
    }
    return this.next[sign];
  }
}

const [BLANK, STOP, AT_SIGN] = [0, 1, 2];
const newLookout = (text: string): Lookout => new Lookout(text, ' ', '.', '@');
const MAY_BE_URL = /[hfw]/iu;

/** Patterns that may match at `at`; the costly ones only where the sign that they need comes before the next blank. */
const patternsAt = (text: string, at: number, lookout: Lookout): readonly RegExp[] => {
  const blank = lookout.find(BLANK, at);
  const patterns = lookout.find(AT_SIGN, at) < blank ? [MAIL] : [];
  return MAY_BE_URL.test(text[at]) ? [URL, ...patterns] : patterns;
};

const readWord = (text: string, at: number, into: Collector, lookout: Lookout): number => {
  for (const pattern of patternsAt(text, at, lookout)) {
    const end = matchEnd(pattern, text, at);
    if (end > 0) {
      const trimmed = at + text.slice(at, end).replace(/[.,;:!?)'’\]]+$/u, '').length;
      into.add(at, trimmed);
      return trimmed;
    }
  }
  const isDotted = lookout.find(STOP, at) < lookout.find(BLANK, at);
  for (const pattern of isDotted ? [ACRONYM, HOST] : []) {
    const end = matchEnd(pattern, text, at);
    if (end > 0) return text[end] === '-' ? readHyphens(text, at, end, into) : (into.add(at, end), end);
  }
  return readHyphens(text, at, wordEnd(text, at), into);
};

const readMark = (text: string, at: number, into: Collector): number => {
  const clitic = matchEnd(/['’](?:s|re|ve|ll|em|til|cause)(?![\p{L}\p{N}])/iuy, text, at);
  const ends = [clitic, matchEnd(ENTITY, text, at), matchEnd(DOTS, text, at), matchEnd(FACE, text, at)];
  const end = Math.max(...ends, matchEnd(EMOJI, text, at), at + charAt(text, at).length);
  into.add(at, end);
  return end;
};

/** Cuts a text into tokens as the English UD treebanks do. Linear in the text; whitespace alone gives none. */
export const tokenize = (text: string): Tokens => {
  const into = new Collector();
  const lookout = newLookout(text);
  let at = 0;
  while (at < text.length) {
    const char = charAt(text, at);
    if (SPACE.test(char)) at += char.length;
    else if (/\d/.test(char)) at = readNumber(text, at, into);
    else if (/[\p{L}\p{N}\p{M}_]/u.test(char)) at = readWord(text, at, into, lookout);
    else at = readMark(text, at, into);
  }
  return into;
};
