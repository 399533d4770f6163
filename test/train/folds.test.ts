import { describe, expect, it } from 'vitest';
import { FOLDS, foldsById, withoutFold } from '../../train/folds.ts';
import type { Sentence } from '../../train/read-conllu.ts';

const sentence = (id: string): Sentence => ({
  id, text: '', form: [], lemma: [], upos: [], xpos: [], feats: [], head: [], deprel: [], spaceAfter: [],
  newBlock: false,
}); // prettier-ignore

describe('parts of the treebanks', () => {
  const all = Array.from({ length: 500 }, (_, i) => sentence(`s${i}`));

  it('leave every sentence out of one marker, and out of that one alone', () => {
    const folds = foldsById(all);
    for (let fold = 0; fold < FOLDS; fold++) {
      const kept = new Set(withoutFold(all, fold).map(({ id }) => id));
      expect(all.every(({ id }) => kept.has(id) === (folds.get(id) !== fold))).toBe(true);
    }
    expect(new Set(folds.values()).size).toBe(FOLDS);
  });

  it('keep neighbours together', () => {
    const folds = foldsById(all);
    const breaks = all.filter(({ id }, i) => i > 0 && folds.get(id) !== folds.get(`s${i - 1}`));
    expect(breaks.length).toBeLessThan(15);
  });
});
