/** How a word is cut into the features whose vectors are summed: the word, its edges and its shape. */

/** 32-bit FNV-1a with a final mix; `kind` keeps the features of different kinds apart. */
export const hashWord = (text: string, kind: number): number => {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15) || 1;
};

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['“', '"'], ['”', '"'], ['„', '"'], ['«', '"'], ['»', '"'], ['``', '"'], ["''", '"'], ['&quot;', '"'], ['’’', '"'],
  ['…', '...'], ['–', '-'], ['—', '--'], ['&amp;', '&'],
]); // prettier-ignore

/** The word as the model knows it: plain quotes, dashes and apostrophes; every digit a zero. */
export const plainWord = (form: string): string =>
  QUOTES.get(form) ?? form.replace(/[’‘`´]/gu, "'").replace(/\d/gu, '0');

const shapeOf = (form: string): string => {
  let shape = '';
  for (const char of form.slice(0, 16)) {
    const kind = /\p{Lu}/u.test(char) ? 'X' : /\p{L}/u.test(char) ? 'x' : /\p{N}/u.test(char) ? '0' : char;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
};

/** Number of feature kinds; feature 0 is the word itself in lower case. */
export const FEATURE_KINDS = 13;
export const WORD_KIND = 0;
export const CASED_KIND = 1;

/** Keys of the word's features, by kind; 0 where it has none of that kind. */
export const featureKeys = (form: string): Int32Array => {
  const plain = plainWord(form).slice(0, 48);
  const lower = plain.toLowerCase();
  const keys = new Int32Array(FEATURE_KINDS);
  keys[WORD_KIND] = hashWord(lower, WORD_KIND);
  if (lower !== plain) keys[CASED_KIND] = hashWord(plain, CASED_KIND);
  keys[2] = hashWord(shapeOf(form), 2);
  for (let length = 1; length <= 5; length++) {
    if (lower.length >= length) keys[2 + length] = hashWord(lower.slice(-length), 2 + length);
    if (lower.length > length) keys[7 + length] = hashWord(lower.slice(0, length), 7 + length);
  }
  return keys;
};

/** Slots of an open-addressing table that holds `count` keys at most two thirds full. */
export const slotCount = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(count, 4) * 1.5));

/** Finds a key's row in an open-addressing table, -1 where it has none. Key 0 means an empty slot. */
export const findRow = (keys: Int32Array, rows: ArrayLike<number>, key: number): number => {
  const mask = keys.length - 1;
  let slot = (key ^ (key >>> 16)) & mask;
  while (keys[slot] !== 0) {
    if (keys[slot] === key) return rows[slot];
    slot = (slot + 1) & mask;
  }
  return -1;
};
