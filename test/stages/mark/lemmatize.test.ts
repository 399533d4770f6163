import { describe, expect, it } from 'vitest';
import { lemmatize } from '../../../src/stages/mark/lemmatize.ts';
import { DEPREL, UPOS, XPOS } from '../../../src/model/marks.ts';
import { learnLemmas } from '../../../train/learn-lemmas.ts';
import type { Sentence } from '../../../train/read-conllu.ts';

const lesson = (words: readonly (readonly [form: string, xpos: string, lemma: string])[]): Sentence => ({
  id: 's',
  text: '',
  form: words.map(([form]) => form),
  lemma: words.map(([, , lemma]) => lemma),
  upos: words.map(() => UPOS.indexOf('X')),
  xpos: words.map(([, xpos]) => XPOS.findIndex((name) => name === xpos)),
  feats: words.map(() => '_'),
  head: words.map(() => -1),
  deprel: words.map(() => DEPREL.indexOf('root')),
  spaceAfter: words.map(() => true),
  newBlock: false,
});

const table = learnLemmas([
  lesson([
    ['talks', 'NNS', 'talk'], ['drills', 'NNS', 'drill'], ['cities', 'NNS', 'city'], ['parties', 'NNS', 'party'],
    ['sites', 'NNS', 'site'], ['planes', 'NNS', 'plane'], ['vehicles', 'NNS', 'vehicle'],
    ['men', 'NNS', 'man'], ['went', 'VBD', 'go'], ['fired', 'VBD', 'fire'], ['hired', 'VBD', 'hire'],
    ['Velm', 'NNP', 'Velm'], ['Torv', 'NNP', 'Torv'], ['The', 'DT', 'the'], ['’s', 'POS', "'s"],
  ]),
]); // prettier-ignore

describe('lemmatize', () => {
  it.each([
    ['missiles', 'NNS', 'missile'],
    ['armies', 'NNS', 'army'],
    ['men', 'NNS', 'man'],
    ['Men', 'NNS', 'man'],
    ['went', 'VBD', 'go'],
    ['wired', 'VBD', 'wire'],
    ['Kelland', 'NNP', 'Kelland'],
    ['THE', 'DT', 'the'],
    ["'s", 'POS', "'s"],
  ])('takes %s as %s to %s', (form, xpos, lemma) => {
    expect(lemmatize(form, xpos, table)).toBe(lemma);
  });

  it('leaves a word of a tag that it never met as it is', () => {
    expect(lemmatize('Grüße', 'FW', table)).toBe('Grüße');
  });
});
