import { describe, expect, it } from 'vitest';
import { loadWordings } from '../../../src/playbook/load-wordings.ts';
import { prepareWording } from '../../../src/stages/reconcile/wording/compare-wordings.ts';
import { matchWords } from '../../../src/stages/reconcile/wording/match-words.ts';
import { partOdds, placeTogether, toChance } from '../../../src/stages/reconcile/wording/place-parts.ts';

const wordings = loadWordings();
const ready = (text: string) => prepareWording(text, wordings);
const chances = (part: string, ...wholes: readonly string[]): readonly number[] =>
  partOdds(ready(part), wholes.map(ready), wordings).map(toChance);

describe('placing parts', () => {
  it('finds the sentence that renders a fragment in other words', () => {
    const [right, wrong] = chances(
      'launch the talks immediately',
      'The ministry wants to start negotiations at once, its spokesman said.',
      'The ministry wants more grain for the northern provinces, its spokesman said.',
    );
    expect(right).toBeGreaterThan(wrong);
  });

  it('tells words that stand together from the same words far apart', () => {
    const [together, apart] = chances(
      'close the northern harbour',
      'Tarsis will close the northern harbour before the winter comes to the coast.',
      'Close friends of the minister saw northern provinces and, last week, the harbour.',
    );
    expect(together).toBeGreaterThan(apart);
  });

  it('gives no place to words that stand nowhere', () => {
    expect(
      Math.max(...chances('seven broken fishing boats', 'The court will hear the case in May.')),
    ).toBeLessThan(0.1);
  });

  it('gives two parts of one text two places, the clearest first', () => {
    const odds = [
      [2, 1],
      [5, -3],
    ];
    expect(placeTogether(odds, { least: 0.5 })).toEqual([1, 0]);
    expect(placeTogether(odds, { least: 0.9 })).toEqual([undefined, 0]);
    expect(placeTogether([[1], [2]], { least: 0.5 })).toEqual([undefined, 0]);
  });

  it('knows a name that another text spells otherwise', () => {
    const word = (stem: string) => ({ stem, kind: 'name' as const });
    expect(matchWords(word('morandel'), word('moranndell'), wordings)).toBeGreaterThan(0.5);
    expect(matchWords(word('morandel'), word('tarsis'), wordings)).toBe(0);
  });
});
