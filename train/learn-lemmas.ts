import { XPOS } from '../src/model/marks.ts';
import { applyRule, lemmaKey, LONGEST_ENDING, plainForm, wholeKey } from '../src/stages/mark/lemmatize.ts';
import type { LemmaTable } from '../src/stages/mark/lemmatize.ts';
import { keyedTable } from './keyed-table.ts';
import type { Sentence } from './read-conllu.ts';

const ruleBetween = (form: string, lemma: string): string => {
  const kept = form.length > 0 && lemma.startsWith(form.slice(0, 1)) && form[0] !== form[0].toLowerCase();
  const word = kept ? form : form.toLowerCase();
  let shared = 0;
  while (shared < word.length && shared < lemma.length && word[shared] === lemma[shared]) shared++;
  return `${kept ? 'k' : 'l'}:${word.length - shared}:${lemma.slice(shared)}`;
};

type Tally = Map<string, number>;

const count = (tallies: Map<string, Tally>, key: string, rule: string, times: number): void => {
  const tally = tallies.get(key) ?? new Map<string, number>();
  tally.set(rule, (tally.get(rule) ?? 0) + times);
  tallies.set(key, tally);
};

const mostCommon = (tally: Tally): readonly [string, number] =>
  [...tally].reduce<readonly [string, number]>((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0]);

/** Rules of all words by `word<tab>tag`; case is kept apart, so that names and common words do not mix. */
const tallyWords = (sentences: readonly Sentence[]): ReadonlyMap<string, Tally> => {
  const words = new Map<string, Tally>();
  for (const sentence of sentences) {
    sentence.form.forEach((form, at) => {
      if (sentence.lemma[at] === '_' || sentence.feats[at].includes('Typo')) return;
      const plain = plainForm(form);
      count(
        words,
        `${plain}\t${XPOS[sentence.xpos[at]]}`,
        ruleBetween(plain, plainForm(sentence.lemma[at])),
        1,
      );
    });
  }
  return words;
};

const tallyEndings = (words: ReadonlyMap<string, Tally>): ReadonlyMap<string, Tally> => {
  const endings = new Map<string, Tally>();
  for (const [key, tally] of words) {
    const [word, xpos] = key.split('\t');
    const lower = word.toLowerCase();
    const [rule] = mostCommon(tally);
    for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length); length++) {
      count(endings, `${length}\t${lower.slice(lower.length - length)}\t${xpos}`, rule, 1);
    }
  }
  return endings;
};

/** Learns rules by ending, and by whole word where the ending would give another lemma. */
export const learnLemmas = (sentences: readonly Sentence[]): LemmaTable => {
  const words = tallyWords(sentences);
  const byEnding = new Map<string, string>();
  for (const [key, tally] of tallyEndings(words)) {
    const [length, ending, xpos] = key.split('\t');
    const [rule, times] = mostCommon(tally);
    const shorter = byEnding.get(`${Number(length) - 1}\t${ending.slice(1)}\t${xpos}`);
    const total = [...tally.values()].reduce((sum, n) => sum + n, 0);
    if (length === '0' || (total >= 2 && times / total >= 0.5 && rule !== shorter)) byEnding.set(key, rule);
  }
  const guess = (word: string, xpos: string): string | undefined => {
    const lower = word.toLowerCase();
    for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
      const rule = byEnding.get(`${length}\t${lower.slice(lower.length - length)}\t${xpos}`);
      if (rule !== undefined) return rule;
    }
    return undefined;
  };
  const rules: string[] = [];
  const rowOf = (rule: string): number => {
    if (!rules.includes(rule)) rules.push(rule);
    return rules.indexOf(rule);
  };
  const entries: (readonly [number, number])[] = [];
  for (const [key, rule] of byEnding) {
    const [length, ending, xpos] = key.split('\t');
    entries.push([lemmaKey(ending, xpos, Number(length)), rowOf(rule)]);
  }
  for (const [key, tally] of words) {
    const [word, xpos] = key.split('\t');
    const [rule] = mostCommon(tally);
    const guessed = guess(word, xpos);
    if (guessed === undefined || applyRule(guessed, word) !== applyRule(rule, word))
      entries.push([wholeKey(word, xpos), rowOf(rule)]);
  }
  return { ...keyedTable(entries), rules };
};
