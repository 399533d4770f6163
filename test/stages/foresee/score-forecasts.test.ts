import { describe, expect, it } from 'vitest';
import { scoreForecasts, skill } from '../../../src/stages/foresee/score-forecasts.ts';
import { settleForecast } from '../../../src/stages/foresee/settle-forecast.ts';
import { toMoveBook } from '../../../src/stages/foresee/move-book.ts';

describe('scoring forecasts', () => {
  const given = [
    { probability: 0.25, held: false },
    { probability: 0.25, held: true },
    { probability: 0.25, held: false },
    { probability: 0.25, held: false },
    { probability: 0.75, held: true },
    { probability: 0.75, held: true },
  ];

  it('splits the Brier score into reliability, resolution and uncertainty', () => {
    const { brier, reliability, resolution, uncertainty } = scoreForecasts(given);
    expect(brier).toBeCloseTo((0.0625 * 3 + 0.5625 + 0.0625 * 2) / 6, 10);
    expect(reliability - resolution + uncertainty).toBeCloseTo(brier, 10);
  });

  it('finds no calibration error where shares are as said', () => {
    expect(scoreForecasts(given.slice(0, 4)).calibrationError).toBeCloseTo(0, 10);
    expect(scoreForecasts(given.slice(4)).calibrationError).toBeCloseTo(0.25, 10);
  });

  it('counts every forecast in one bin', () => {
    expect(scoreForecasts(given).bins.map(({ count }) => count)).toEqual([4, 2]);
  });

  it('gives no skill to the reference itself', () => {
    expect(skill(0.2, 0.2)).toBe(0);
    expect(skill(0.1, 0.2)).toBeCloseTo(0.5, 10);
  });
});

describe('settling a forecast', () => {
  const book = toMoveBook([
    { actor: 'ardia', target: 'belonia', type: 'reject', happenedOn: '2021-03-10', id: 'm1' },
    { actor: 'belonia', target: 'ardia', type: 'accuse', happenedOn: '2021-03-20', id: 'm2' },
  ]);
  const window = (from: string, until: string) => ({
    actor: 'ardia',
    target: 'belonia',
    type: 'reject',
    from,
    until,
    probability: 0.5,
    interval: [0.4, 0.6] as const,
    climatology: 0.1,
    base: 0,
    terms: [],
    rules: [],
  });

  it('holds when the move came within the window, named with its day', () => {
    const outcome = settleForecast(window('2021-03-08', '2021-03-14'), book, '2021-04-01');
    expect(outcome).toEqual({ kind: 'held', moveId: 'm1', on: '2021-03-10' });
  });

  it('stays open while the window is', () => {
    expect(settleForecast(window('2021-03-11', '2021-03-31'), book, '2021-03-31')).toBeUndefined();
  });

  it('fails when the record goes on without it', () => {
    expect(settleForecast(window('2021-03-11', '2021-03-17'), book, '2021-04-01')).toEqual({
      kind: 'failed',
    });
  });

  it('is void where the record ends before the window does', () => {
    expect(settleForecast(window('2021-03-15', '2021-03-25'), book, '2021-04-01')?.kind).toBe('void');
  });
});
