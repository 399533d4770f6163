import type { Dynamics, StreamEntry } from '../../src/model/dynamics.ts';
import { chanceFrom } from '../../src/stages/foresee/chance.ts';
import { solveUpper } from '../../src/stages/foresee/dynamics/climb.ts';
import { fitDynamics } from '../../src/stages/foresee/dynamics/fit-dynamics.ts';
import type { FittedStream } from '../../src/stages/foresee/dynamics/fit-dynamics.ts';
import { seasonDays } from '../../src/stages/foresee/dynamics/past-terms.ts';
import { KERNEL_DAYS, kernelNorm } from '../../src/stages/foresee/dynamics/settings.ts';
import type { StreamHistory } from '../../src/stages/foresee/dynamics/stream-history.ts';

/* Two made-up streams: the second comes by plain chance, the first by its season, its own past and the second's. */

const DAYS = 30_000;
const MONTHS = [3, 4, 8];
export const TRUTH = { base: 0.006, season: 0.7, own: 0.45, cross: 0.35, otherBase: 0.012 } as const;
const OWN_KERNEL = 1;
const CROSS_KERNEL = 0;

const stream = (id: string, months?: readonly number[]): StreamEntry => ({
  id,
  name: id,
  why: 'made up',
  cases: [],
  by: 'aaa',
  move: { tag: [id] },
  example: { type: 'consult', by: ['aaa'], to: [], status: 'actual', tags: [] },
  ...(months === undefined ? {} : { months }),
});

export const MADE_UP: Dynamics = {
  streams: [stream('first', MONTHS), stream('second')],
  common: [],
  hypotheses: [
    {
      hypothesis: 'made-up',
      why: 'made up',
      drives: [{ from: ['second'], onto: ['first'], sign: 'excites' }],
    },
  ],
  restraints: [],
  responses: [],
  outcomes: [],
};

/** Days of both streams by the law itself, not by the engine. */
export function simulate(seed: number): StreamHistory {
  const chance = chanceFrom(seed);
  const season = seasonDays(MONTHS, 0, DAYS);
  const days: [number[], number[]] = [[], []];
  let own = 0;
  let cross = 0;
  for (let d = 0; d < DAYS; d++) {
    const inner = TRUTH.base + TRUTH.own * own + TRUTH.cross * cross;
    const rate = Math.exp(season[d] * TRUTH.season) * inner;
    const first = chance() < -Math.expm1(-rate);
    const second = chance() < -Math.expm1(-TRUTH.otherBase);
    if (first) days[0].push(d);
    if (second) days[1].push(d);
    own = Math.exp(-1 / KERNEL_DAYS[OWN_KERNEL]) * (own + (first ? kernelNorm(KERNEL_DAYS[OWN_KERNEL]) : 0));
    cross =
      Math.exp(-1 / KERNEL_DAYS[CROSS_KERNEL]) *
      (cross + (second ? kernelNorm(KERNEL_DAYS[CROSS_KERNEL]) : 0));
  }
  const streams = days.map((each) => ({
    days: Int32Array.from(each),
    moveIds: each.map((day) => [`${day}`]),
  }));
  return { streams, firstDay: 0, lastDay: DAYS - 1 };
}

/** Standard errors of all parameters by the fit's curvature; infinite for those on a bound. */
function errorsOf({ theta, free, lower }: FittedStream): Float64Array {
  const errors = new Float64Array(theta.length).fill(Infinity);
  free.forEach((i, a) => {
    const unit = new Float64Array(free.length);
    let variance = 0;
    for (let b = 0; b < free.length; b++) {
      unit.fill(0);
      unit[b] = 1;
      variance += solveUpper(lower, free.length, unit)[a] ** 2;
    }
    errors[i] = Math.sqrt(variance);
  });
  return errors;
}

export interface Recovered {
  readonly name: string;
  readonly truth: number;
  readonly fit: number;
  readonly error: number;
}

/** Fits the simulated days; each parameter with its truth and the fit's own standard error. */
export function recoverParameters(seed: number): readonly Recovered[] {
  const fitted = fitDynamics(simulate(seed), MADE_UP, { halfLifeDays: 1e9, ownPrior: 0.1, otherPrior: 0.1 });
  const [first, second] = fitted.hypotheses[0].streams;
  if (first === undefined || second === undefined) throw new Error('both streams are fitted');
  const errors = errorsOf(first);
  const alphaAt = (from: number, kernel: number): number =>
    2 + first.terms.excitations.findIndex((one) => one.from === from && one.kernel === kernel);
  const of = (name: string, truth: number, i: number): Recovered => ({
    name,
    truth,
    fit: first.theta[i],
    error: errors[i],
  });
  return [
    of('log of the base', Math.log(TRUTH.base), 0),
    of('season', TRUTH.season, 1),
    of('own past, 30 days', TRUTH.own, alphaAt(0, OWN_KERNEL)),
    of("the other's past, 7 days", TRUTH.cross, alphaAt(1, CROSS_KERNEL)),
    {
      name: "log of the other's base",
      truth: Math.log(TRUTH.otherBase),
      fit: second.theta[0],
      error: errorsOf(second)[0],
    },
  ];
}
