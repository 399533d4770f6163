import type { ConditionLexicon, ConnectiveEntry } from '../../../model/lexicon-conditions.ts';
import type { Ground } from '../assertions/ground.ts';
import { runEnd } from '../assertions/word-set.ts';

/** A connective where it stands. */
export interface Occurrence {
  readonly entry: ConnectiveEntry;
  readonly first: number;
  readonly last: number;
}

interface Run {
  readonly entry: ConnectiveEntry;
  readonly words: readonly string[];
}

type RunIndex = ReadonlyMap<string, readonly Run[]>;

const indexes = new WeakMap<ConditionLexicon, RunIndex>();

function indexRuns(lexicon: ConditionLexicon): RunIndex {
  const index = new Map<string, Run[]>();
  for (const entry of lexicon.connectives) {
    for (const text of entry.words) {
      const words = text.toLowerCase().split(/[ -]/u);
      index.set(words[0], [...(index.get(words[0]) ?? []), { entry, words }]);
    }
  }
  for (const runs of index.values()) runs.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function indexOf(lexicon: ConditionLexicon): RunIndex {
  const known = indexes.get(lexicon) ?? indexRuns(lexicon);
  indexes.set(lexicon, known);
  return known;
}

function runsAt(ground: Ground, index: RunIndex, token: number): readonly Run[] {
  const byForm = index.get(ground.lower[token]) ?? [];
  return ground.lemma[token] === ground.lower[token]
    ? byForm
    : [...byForm, ...(index.get(ground.lemma[token]) ?? [])];
}

/** Every place where the words of a connective stand; the longest words win. Whether they tie a condition is not yet asked. */
export function findConnectives(ground: Ground, lexicon: ConditionLexicon): readonly Occurrence[] {
  const index = indexOf(lexicon);
  const found: Occurrence[] = [];
  for (let token = 0; token < ground.marks.tokenCount; token++) {
    for (const { entry, words } of runsAt(ground, index, token)) {
      const last = runEnd(ground, words, token);
      if (last < 0) continue;
      found.push({ entry, first: token, last });
      token = last;
      break;
    }
  }
  return found;
}
