import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../../src/stages/foresee/chance.ts';
import { dayRates } from '../../../../src/stages/foresee/dynamics/day-rates.ts';
import { toPastTerms } from '../../../../src/stages/foresee/dynamics/past-terms.ts';
import { streamCurvature, streamValue } from '../../../../src/stages/foresee/dynamics/stream-likelihood.ts';
import type { StreamPrior, StreamRows } from '../../../../src/stages/foresee/dynamics/stream-likelihood.ts';
import { recoverParameters } from '../../../../eval/scenarios/recover.ts';
import { DYNAMICS, fitted } from './made-up-theatre.ts';

const chance = chanceFrom(11);
const numbers = (count: number): Float64Array => Float64Array.from({ length: count }, () => chance());

const rows: StreamRows = {
  switchCount: 2,
  alphaCount: 3,
  count: 12,
  moved: Uint8Array.from({ length: 12 }, (_, i) => Number(i < 7)),
  weights: numbers(12).map((value, i) => (i < 7 ? value : 100 * value)),
  switches: Uint8Array.from({ length: 24 }, () => Number(chance() < 0.5)),
  excitations: numbers(36),
};
const prior: StreamPrior = {
  alphaRates: Float64Array.from([1, 2, 3]),
  switchSpreads: Float64Array.from([1, 0.5]),
  switchSigns: Int8Array.from([1, -1]),
  unseenMoves: 0.5,
};
const theta = Float64Array.from([-2, 0.3, 0.4, 0.2, 0.1, 0.05]);

const shifted = (i: number, by: number): Float64Array =>
  theta.map((value, n) => (n === i ? value + by : value));

describe('the likelihood of a stream', () => {
  it('has the gradient that finite differences give', () => {
    const { gradient } = streamCurvature(rows, prior, theta);
    theta.forEach((_, i) => {
      const slope =
        (streamValue(rows, prior, shifted(i, 1e-6)) - streamValue(rows, prior, shifted(i, -1e-6))) / 2e-6;
      expect(gradient[i]).toBeCloseTo(slope, 4);
    });
  });

  it('has the Hessian that finite differences of the gradient give', () => {
    const { hessian } = streamCurvature(rows, prior, theta);
    theta.forEach((_, i) => {
      const above = streamCurvature(rows, prior, shifted(i, 1e-6)).gradient;
      const below = streamCurvature(rows, prior, shifted(i, -1e-6)).gradient;
      theta.forEach((__, j) => expect(hessian[i * 6 + j]).toBeCloseTo((above[j] - below[j]) / 2e-6, 3));
    });
  });
});

describe('a fit', () => {
  it('recovers the parameters of simulated data within four of its own standard errors', () => {
    for (const { truth, fit, error } of recoverParameters(3))
      expect(Math.abs(fit - truth)).toBeLessThan(4 * error);
  });

  it('expects about as many moves as were seen', () => {
    const past = toPastTerms(fitted.history, DYNAMICS);
    const [test] = fitted.hypotheses[1].streams;
    if (test === undefined) throw new Error('the stream is fitted');
    const sum = dayRates(past, test).reduce((total, rate) => total + rate, 0);
    expect(sum).toBeGreaterThan(80);
    expect(sum).toBeLessThan(100);
  });

  it('gives no influence to what a hypothesis does not name', () => {
    const sources = fitted.hypotheses.map(
      ({ streams }) => new Set(streams[0]?.terms.excitations.map(({ from }) => from)),
    );
    expect(sources).toEqual([new Set([0, 1]), new Set([0])]);
  });
});
