import { findRow, hashWord } from './word-rows.ts';

/** Learnt rules that turn a form into its lemma, found by word and tag, else by ending and tag. */
export interface LemmaTable {
  readonly keys: Int32Array;
  readonly rows: ArrayLike<number>;
  /** Each rule as `case:cut:ending`; case is `l` (lower) or `k` (as written), cut the letters taken off. */
  readonly rules: readonly string[];
}

export const LONGEST_ENDING = 6;

/** Key of a whole word, or of an ending with its length, under a tag. */
export const lemmaKey = (letters: string, xpos: string, length: number): number =>
  hashWord(`${letters}\t${xpos}`, 40 + length);

const WHOLE = LONGEST_ENDING + 1;

export const wholeKey = (word: string, xpos: string): number => lemmaKey(word, xpos, WHOLE);

/** Apostrophes of all kinds become the plain one before a rule is looked up. */
export const plainForm = (form: string): string => form.replace(/[’‘`´]/gu, "'");

export const applyRule = (rule: string, form: string): string => {
  const [letterCase, cut, ending] = rule.split(':', 3);
  const word = letterCase === 'l' ? form.toLowerCase() : form;
  return word.slice(0, Math.max(0, word.length - Number(cut))) + ending;
};

const ruleFor = (table: LemmaTable, form: string, xpos: string): string | undefined => {
  const whole = findRow(table.keys, table.rows, wholeKey(form, xpos));
  if (whole >= 0) return table.rules[whole];
  const lower = form.toLowerCase();
  const loweredWhole = findRow(table.keys, table.rows, wholeKey(lower, xpos));
  if (loweredWhole >= 0) return table.rules[loweredWhole];
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const row = findRow(table.keys, table.rows, lemmaKey(lower.slice(lower.length - length), xpos, length));
    if (row >= 0) return table.rules[row];
  }
  return undefined;
};

/** The dictionary form of a word with the given tag. */
export const lemmatize = (form: string, xpos: string, table: LemmaTable): string => {
  const plain = plainForm(form);
  const rule = ruleFor(table, plain, xpos);
  const lemma = rule === undefined ? plain : applyRule(rule, plain);
  return lemma === '' ? plain : lemma;
};
