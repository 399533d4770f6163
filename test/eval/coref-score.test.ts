import { expect, it } from 'vitest';
import { parseConll } from '../../eval/coref/read-conll.ts';
import { scoreCoreference } from '../../eval/coref/score.ts';

const score = (gold: readonly (readonly string[])[], found: readonly (readonly string[])[]) =>
  scoreCoreference([{ gold, found }]);

it('gives 1 for equal partitions', () => {
  const clusters = [
    ['a', 'b'],
    ['c', 'd', 'e'],
  ];
  expect(score(clusters, clusters).conll).toBeCloseTo(1);
});

// The worked example of Vilain et al. 1995 and Bagga & Baldwin 1998: {1-5},{6,7},{8-c} against {1-5},{6-c}.
it('agrees with the worked example of MUC and B³', () => {
  const gold = [
    ['1', '2', '3', '4', '5'],
    ['6', '7'],
    ['8', '9', 'a', 'b', 'c'],
  ];
  const found = [
    ['1', '2', '3', '4', '5'],
    ['6', '7', '8', '9', 'a', 'b', 'c'],
  ];
  expect(score(gold, found).muc.precision).toBeCloseTo(0.9);
  expect(score(gold, found).muc.recall).toBeCloseTo(1);
  expect(score(gold, found).bCubed.precision).toBeCloseTo(0.762, 3);
});

it('pairs clusters at best for CEAF-e', () => {
  const { ceafE } = score(
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f', 'g'],
    ],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['f', 'g', 'h', 'i'],
    ],
  );
  expect(ceafE.recall).toBeCloseTo(0.65);
  expect(ceafE.precision).toBeCloseTo(0.433, 3);
});

it('reads nested and adjoining brackets', () => {
  const document = parseConll('d', '0\tShe\t(1)\n1\tsaw\t_\n2\ther\t(2(1)\n3\tdog\t2)\n4\tit\t(2)\n');
  expect(document.clusters).toEqual([
    ['0-0', '2-2'],
    ['2-3', '4-4'],
  ]);
});
