import { describe, expect, it } from 'vitest';
import { DEPREL, UPOS } from '../../../src/model/marks.ts';
import { loadConditionLexicon } from '../../../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../../../src/playbook/load-marker.ts';
import { PLACES } from '../../../src/stages/extract/conditions/clause-chains.ts';
import { readSubordinateExamples } from '../../../train/conditions/subordinate-examples.ts';
import type { Sentence } from '../../../train/read-conllu.ts';

/** A tree from rows of word, governor (from 1, 0 for the root) and relation. */
function toSentence(rows: readonly (readonly [string, number, (typeof DEPREL)[number]])[]): Sentence {
  return {
    id: 'own-1',
    text: rows.map(([form]) => form).join(' '),
    form: rows.map(([form]) => form),
    lemma: rows.map(([form]) => form.toLowerCase()),
    upos: rows.map(() => UPOS.indexOf('NOUN')),
    xpos: rows.map(() => 0),
    feats: rows.map(() => '_'),
    head: rows.map(([, head]) => head - 1),
    deprel: rows.map(([, , label]) => DEPREL.indexOf(label)),
    spaceAfter: rows.map(() => true),
    newBlock: false,
  };
}

const tree = toSentence([
  ['When', 4, 'mark'], ['the', 3, 'det'], ['fog', 4, 'nsubj'], ['lifted', 8, 'advcl'], [',', 8, 'punct'],
  ['the', 7, 'det'], ['ferry', 8, 'nsubj'], ['sailed', 0, 'root'], ['.', 8, 'punct'],
]); // prettier-ignore

describe('examples from other adverbial clauses', () => {
  const marker = loadMarker();
  const lexicon = loadConditionLexicon();

  it('have the clause as the condition and what it hangs on as the main clause', () => {
    const [example] = readSubordinateExamples([tree], new Set(), () => marker, lexicon);
    const words = (part: string): string =>
      example.places
        .flatMap((place, i) => (PLACES[place].part === part ? [example.view.words[i]] : []))
        .join(' ');
    expect(words('protasis')).toBe('when the fog lifted');
    expect(words('apodosis')).toBe('the ferry sailed');
  });

  it('leave out what is an example already', () => {
    expect(readSubordinateExamples([tree], new Set(['own-1']), () => marker, lexicon)).toEqual([]);
  });
});
