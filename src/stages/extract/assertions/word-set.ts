import type { Ground } from './ground.ts';

/** Alternatives of one role: single words, and runs of words. */
export interface WordSet {
  readonly any: boolean;
  /** `#party` or `#place`: whatever is named. */
  readonly named: boolean;
  readonly words: ReadonlySet<string>;
  readonly runs: readonly (readonly string[])[];
}

/**
 * Runs of words that an item may show as: hyphens part words as the tokenizer mostly does, but some prefixes stay on
 * ("re-engage").
 */
export function runsOf(item: string): readonly (readonly string[])[] {
  const parts = item.toLowerCase().split('_');
  const split = parts.flatMap((part) => part.split('-'));
  return split.length === parts.length ? [parts] : [split, parts];
}

/** Parses `threat|danger|all-time_low|*`. Hyphens part words as the tokenizer does. */
export function toWordSet(text: string): WordSet {
  const items = text.split('|').filter((item) => item !== '');
  const runs = items.flatMap(runsOf);
  return {
    any: items.includes('*'),
    named: items.includes('#party') || items.includes('#place'),
    words: new Set(runs.filter((run) => run.length === 1).map((run) => run[0])),
    runs: runs.filter((run) => run.length > 1),
  };
}

function hasWord(ground: Ground, words: ReadonlySet<string>, token: number): boolean {
  for (const form of ground.forms[token]) if (words.has(form)) return true;
  return false;
}

const isWord = (ground: Ground, word: string, token: number): boolean => ground.forms[token].includes(word);

/** Last token of a run of words that begins at `token`, hyphens between them passed over; -1 when it does not. */
export function runEnd(ground: Ground, run: readonly string[], token: number): number {
  if (!isWord(ground, run[0], token)) return -1;
  if (run.length === 1) return token;
  let at = token + 1;
  const end = ground.sentenceEnd(token);
  for (let i = 1; i < run.length; i++, at++) {
    while (at < end && ground.lower[at] === '-') at++;
    if (at >= end || !isWord(ground, run[i], at)) return -1;
  }
  return at - 1;
}

/** Whether a run ends at `token`: "nuclear test" asked of the head noun "test". */
function runEndsAt(ground: Ground, run: readonly string[], token: number): boolean {
  let at = token;
  for (let i = run.length - 1; i >= 0; i--, at--) {
    if (i < run.length - 1) while (at > 0 && ground.lower[at] === '-') at--;
    if (at < 0 || !isWord(ground, run[i], at)) return false;
  }
  return true;
}

/** Whether the word at `token` is one of the set, or stands in one of its runs. */
export function isIn(ground: Ground, set: WordSet, token: number): boolean {
  if (set.any || hasWord(ground, set.words, token) || (set.named && ground.isNamed(token))) return true;
  return set.runs.some((run) => runEnd(ground, run, token) >= 0 || runEndsAt(ground, run, token));
}

/** Last token of the word or run of the set that begins exactly at `token`; -1 when none does. */
export function startsAt(ground: Ground, set: WordSet, token: number): number {
  for (const run of set.runs) {
    const end = runEnd(ground, run, token);
    if (end >= 0) return end;
  }
  return set.any || hasWord(ground, set.words, token) ? token : -1;
}
