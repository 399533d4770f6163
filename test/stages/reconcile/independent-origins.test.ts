import { expect, it } from 'vitest';
import { independentOrigins } from '../../../src/stages/reconcile/origins/independent-origins.ts';

const origin = (id: string, ...leansOn: readonly string[]) => ({ id, members: [], leansOn });

it('does not count an origin that only cites another of the same fact', () => {
  const origins = [origin('a'), origin('b', 'a'), origin('c', 'elsewhere')];
  expect(independentOrigins(['a', 'b', 'c'], origins)).toEqual(['a', 'c']);
  expect(independentOrigins(['b', 'c'], origins)).toEqual(['b', 'c']);
});

it('counts one of two that cite each other', () => {
  expect(independentOrigins(['a', 'b'], [origin('a', 'b'), origin('b', 'a')])).toEqual(['a']);
});
