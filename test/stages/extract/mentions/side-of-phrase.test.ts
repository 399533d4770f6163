import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCountryCases, scoreCountries } from '../../../../eval/actors/country-cases.ts';
import { findSide } from '../../../../src/stages/extract/mentions/side-of-phrase.ts';
import { actors } from './read.ts';

it('finds the side in a lone phrase', () => {
  expect(findSide('four Norwegian sailors', actors)).toBe('nor');
  expect(findSide('the mayor of Odesa', actors)).toBe('ukr');
  expect(findSide('the U.N. Security Council', actors)).toBe('un');
});

it('finds none where no name is', () => {
  expect(findSide('let us go', actors)).toBeUndefined();
  expect(findSide('angry farmers', actors)).toBeUndefined();
});

const gold = '../shared/gold/actors';

describe.skipIf(!existsSync(gold))('the shared cases (skipped where ../shared is absent)', () => {
  it('are right in more than 92 of 100', () => {
    const score = scoreCountries(readCountryCases(gold), actors);
    expect(score.right / score.cases).toBeGreaterThanOrEqual(0.92);
  });
});
