import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/model/forecast.ts';
import { Candidates } from '../../../src/stages/foresee/candidates.ts';
import { learnRanking } from '../../../src/stages/foresee/learn-ranking.ts';
import { mirror } from '../../../src/stages/foresee/mirror.ts';
import { emptyRanks, rankDay } from '../../../src/stages/foresee/rank-objects.ts';
import { ObjectScorer, pointsFor } from '../../../src/stages/foresee/score-objects.ts';
import { Sweep } from '../../../src/stages/foresee/sweep.ts';
import { TERM_COUNT } from '../../../src/stages/foresee/terms.ts';
import { madeUpHistory, madeUpTraits, toHistory } from './made-up-past.ts';

const CUT = 60;
const SETTINGS = { trees: 5, cardQuestions: 200, treeQuestions: 200, shortlist: 10 } as const;
const TRAITS = madeUpTraits(30);

function scoresOn(history: History, day: number, relation: number, subject: number): readonly number[] {
  const { model, sweep } = learnRanking(mirror(history), TRAITS, day, SETTINGS);
  const scorer = new ObjectScorer(new Candidates(sweep.past, sweep.counts), model);
  scorer.openDay(day);
  return Array.from(scorer.scores(relation, subject));
}

const rowsOf = (
  history: History,
  keep: (day: number) => boolean,
): (readonly [number, number, number, number])[] =>
  Array.from({ length: history.count }, (_, i): readonly [number, number, number, number] => [
    history.subject[i],
    history.relation[i],
    history.object[i],
    history.day[i],
  ]).filter(([, , , day]) => keep(day));

describe('ranking who is next', () => {
  const history = madeUpHistory(7, 80);

  it('scores the same for the same seed', () => {
    expect(scoresOn(history, CUT, 1, 2)).toEqual(scoresOn(history, CUT, 1, 2));
  });

  it('uses nothing from the day asked about on, however that is shuffled', () => {
    const before = scoresOn(history, CUT, 1, 2);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const later = rowsOf(madeUpHistory(seed, 90), (day) => day >= CUT);
        const shuffled = toHistory([...rowsOf(history, (day) => day < CUT), ...later], 30, 5);
        expect(scoresOn(shuffled, CUT, 1, 2)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  it('gives each actor the sum of its named terms', () => {
    const { model, sweep } = learnRanking(mirror(history), TRAITS, CUT, { ...SETTINGS, trees: 0 });
    const candidates = new Candidates(sweep.past, sweep.counts);
    candidates.openDay(CUT);
    const points = new Float64Array(TERM_COUNT);
    const scores = new Float64Array(30);
    const terms = new Float32Array(TERM_COUNT);
    for (const relation of [0, 3, 6]) {
      candidates.openRelation(relation);
      for (const subject of [0, 4, 11]) {
        candidates.openSubject(subject);
        pointsFor(model.card, relation, points);
        candidates.scoreAll(points, scores);
        for (let object = 0; object < 30; object++) {
          candidates.fill(object, terms, 0);
          const sum = terms.reduce((all, value, k) => all + value * points[k], 0);
          expect(scores[object]).toBeCloseTo(sum, 4);
        }
      }
    }
  });

  it('counts the same rules whether heads are split among workers or not', () => {
    const whole = new Sweep(mirror(history), TRAITS, { seed: 1, owns: () => true, shortlist: 5 });
    const parts = [0, 1, 2].map(
      (part) =>
        new Sweep(mirror(history), TRAITS, {
          seed: 1,
          owns: (relation) => relation % 3 === part,
          shortlist: 5,
        }),
    );
    for (const sweep of [whole, ...parts]) sweep.pass(sweep.slices.length);
    const added = Uint32Array.from(whole.counts.tried, (_, i) =>
      parts.reduce((sum, { counts }) => sum + counts.tried[i], 0),
    );
    const held = Uint32Array.from(whole.counts.held, (_, i) =>
      parts.reduce((sum, { counts }) => sum + counts.held[i], 0),
    );
    expect(added).toEqual(whole.counts.tried);
    expect(held).toEqual(whole.counts.held);
    expect(whole.counts.held.some((count) => count > 0)).toBe(true);
  });

  it('samples the same questions whether heads are split among workers or not', () => {
    const sample = (owns: (relation: number) => boolean): number => {
      const sweep = new Sweep(mirror(history), TRAITS, { seed: 1, owns, shortlist: 5 });
      sweep.pass(20);
      return sweep.sample(60, 0.5).terms.length;
    };
    expect(sample((relation) => relation % 2 === 0) + sample((relation) => relation % 2 === 1)).toBe(
      sample(() => true),
    );
  });

  it('puts ties at the mean rank and leaves other answers of the day out', () => {
    const day = toHistory(
      [
        [0, 0, 1, 5],
        [0, 0, 2, 5],
      ],
      4,
      1,
    );
    const sweep = new Sweep(day, madeUpTraits(4), { seed: 1, owns: () => true, shortlist: 2 });
    const ranks = emptyRanks();
    rankDay(day, { day: 5, from: 0, until: 2 }, sweep.past, () => Float64Array.of(1, 1, 2, 0), ranks);
    // Actor 1 ties with actor 0 below nobody but actor 2, which is an answer: rank 1.5. Actor 2 is first.
    expect(ranks.all.reciprocal).toBeCloseTo(1 / 1.5 + 1, 10);
    expect(ranks.strata.cold.count).toBe(2);
  });
});
