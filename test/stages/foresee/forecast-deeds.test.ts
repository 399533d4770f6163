import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastMove } from '../../../src/model/forecast.ts';
import { ReactionCounter } from '../../../src/stages/foresee/count-reactions.ts';
import { forecastDeeds, oddsFromTerms, withoutRule } from '../../../src/stages/foresee/forecast-deeds.ts';
import { collectDeeds, deedRows, deedsToAsk, learnDeeds } from '../../../src/stages/foresee/learn-deeds.ts';
import { toDayNumber, toMoveBook } from '../../../src/stages/foresee/move-book.ts';
import { chainedMoves, madeUpMoves } from './made-up-past.ts';

const DAY = toDayNumber('2022-03-01');
const LENGTH = 7;

function made(moves: readonly PastMove[]) {
  const book = toMoveBook(moves);
  const model = learnDeeds(book, DAY, { length: LENGTH });
  return { book, model, forecasts: forecastDeeds(book, model, deedsToAsk(book, DAY), DAY) };
}

describe('a forecast of deeds', () => {
  const { book, model, forecasts } = made(madeUpMoves(3, 900));

  it('is what its base and named terms add up to', () => {
    expect(forecasts.length).toBeGreaterThan(20);
    for (const forecast of forecasts) {
      expect(1 / (1 + Math.exp(-oddsFromTerms(forecast)))).toBeCloseTo(forecast.probability, 10);
    }
  });

  it('falls when the first-named rule is taken away', () => {
    const counter = new ReactionCounter(book, LENGTH);
    const rows = deedRows(book, counter, deedsToAsk(book, DAY), DAY, LENGTH);
    const ruled = forecasts.filter(({ rules }) => rules.length > 0);
    expect(ruled.length).toBeGreaterThan(0);
    for (const { actor, target, type, rules, probability } of ruled) {
      const row = rows.find(({ question: q }) => q.actor === actor && q.target === target && q.type === type);
      expect(row).toBeDefined();
      if (row) expect(withoutRule(row, model, rules[0].id)).toBeLessThan(probability);
    }
  });

  it('names past cases that are in the record', () => {
    const ids = new Set(book.moves.map(({ id }) => id));
    const cases = forecasts.flatMap(({ rules }) => rules.flatMap((rule) => rule.cases));
    expect(cases.length).toBeGreaterThan(0);
    for (const { body, head } of cases) {
      expect(ids.has(body)).toBe(true);
      if (head !== undefined) expect(ids.has(head)).toBe(true);
    }
  });

  it('learns that accusations are rejected', () => {
    const counter = new ReactionCounter(book, LENGTH);
    counter.advance(DAY);
    const learned = counter.find('accuse', 'back', 'reject');
    expect(learned.held / learned.tried).toBeGreaterThan(0.6);
  });

  it('counts what is passed on to a third, and what is done in two steps, in so many cases of so many', () => {
    const chained = made(chainedMoves(90));
    const counter = new ReactionCounter(chained.book, LENGTH);
    counter.advance(DAY);
    const onward = counter.find('threaten', 'onward', 'accuse');
    const through = counter.find('threaten+accuse', 'through', 'consult');
    const outward = counter.find('threaten', 'outward', 'assault');
    // The first of the series finds nobody acquainted yet.
    expect([onward.tried, onward.held]).toEqual([90 - 1, 90 - 1]);
    expect([outward.tried, outward.held]).toEqual([90 - 1, 90 - 1]);
    expect([through.tried, through.held]).toEqual([90, 90]);
  });

  it('names rules over three actors in its terms and its words', () => {
    const { forecasts: chained } = made([...chainedMoves(90), ...madeUpMoves(3, 900)]);
    const rules = chained.flatMap((each) => each.rules);
    const words = rules.map((rule) => rule.words).join('\n');
    expect(words).toMatch(
      /after \w+ by \w+ towards belonia came \w+ by belonia towards \w+ within 7 days; so it went in \d+ of \d+ cases of any three, passed on to a third/u,
    );
    expect(new Set(chained.flatMap(({ terms }) => terms.map(({ name }) => name)))).toContain('rules.onward');
    for (const each of chained) {
      expect(1 / (1 + Math.exp(-oddsFromTerms(each)))).toBeCloseTo(each.probability, 10);
    }
  });

  it('gives the same examples of a head whichever other heads are asked for', () => {
    const settings = { length: LENGTH };
    const whole = collectDeeds(book, DAY, settings);
    expect(whole).toHaveLength(book.types.length);
    book.types.forEach((type, i) => {
      expect(collectDeeds(book, DAY, settings, [type])).toEqual([whole[i]]);
    });
  });

  it('uses nothing from its own day on, however that is shuffled', () => {
    const moves = madeUpMoves(3, 900);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const later = madeUpMoves(seed, 1400).filter(({ happenedOn }) => toDayNumber(happenedOn) >= DAY);
        const kept = moves.filter(({ happenedOn }) => toDayNumber(happenedOn) < DAY);
        const other = later.map((move, i) => ({ ...move, id: `later${i}` }));
        expect(made([...other, ...kept]).forecasts).toEqual(forecasts);
      }),
      { numRuns: 8 },
    );
  });
});
