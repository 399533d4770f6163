import { keyedTable } from './keyed-table.ts';
import type { KeyedTable } from './keyed-table.ts';
import { CASED_KIND, FEATURE_KINDS, featureKeys, findRow, WORD_KIND } from '../src/stages/mark/word-rows.ts';

/** Rows of the word-vector table by feature key. Row 0 stands for words that are not known. */
export interface Vocabulary {
  readonly rowCount: number;
  readonly table: KeyedTable;
  /** How often each row's feature was seen in training. */
  readonly seen: Int32Array;
}

const LEAST_WORD = 2;
const LEAST_OTHER = 3;

const countFeatures = (forms: Iterable<string>): readonly ReadonlyMap<number, number>[] => {
  const counts = Array.from({ length: FEATURE_KINDS }, () => new Map<number, number>());
  const byForm = new Map<string, number>();
  for (const form of forms) byForm.set(form, (byForm.get(form) ?? 0) + 1);
  for (const [form, times] of byForm) {
    featureKeys(form).forEach((key, kind) => {
      if (key !== 0) counts[kind].set(key, (counts[kind].get(key) ?? 0) + times);
    });
  }
  return counts;
};

export const buildVocabulary = (forms: Iterable<string>): Vocabulary => {
  const kept = countFeatures(forms).flatMap((counts, kind) =>
    [...counts].filter(([, times]) => times >= (kind === WORD_KIND ? LEAST_WORD : LEAST_OTHER)),
  );
  return {
    rowCount: kept.length + 1,
    table: keyedTable(kept.map(([key], at) => [key, at + 1])),
    seen: Int32Array.from([0, ...kept.map(([, times]) => times)]),
  };
};

/** Rows of each word's features, `FEATURE_KINDS` to a word; -1 where it has none. */
export const rowsOf = (vocabulary: Vocabulary, forms: readonly string[]): Int32Array => {
  const rows = new Int32Array(forms.length * FEATURE_KINDS).fill(-1);
  forms.forEach((form, word) => {
    featureKeys(form).forEach((key, kind) => {
      const row = key === 0 ? -1 : findRow(vocabulary.table.keys, vocabulary.table.rows, key);
      rows[word * FEATURE_KINDS + kind] = kind === WORD_KIND && row < 0 ? 0 : row;
    });
  });
  return rows;
};

/** Chance that training hides a feature, so that the unknown is met too: rare words most. */
export const hideChance = (kind: number, seen: number): number => {
  if (kind === WORD_KIND) return 0.25 / (0.25 + seen);
  return kind === CASED_KIND ? 0.15 : 0.03;
};
