import type { FittedStream } from './fit-dynamics.ts';
import type { PastTerms } from './past-terms.ts';

/** Rate of a stream on each day of a record, as fitted: the chance of a move is `1 − exp(−rate)`. */
export function dayRates(past: PastTerms, { terms, theta }: FittedStream): Float64Array {
  const season = terms.hasSeason ? past.seasons[terms.stream] : undefined;
  const firstSwitch = season === undefined ? 1 : 2;
  const firstCalm = firstSwitch + terms.restraints.length;
  const firstAlpha = firstCalm + terms.calmers.length;
  const rates = new Float64Array(past.dayCount);
  for (let d = 0; d < past.dayCount; d++) {
    let log = season?.[d] === 1 ? theta[1] : 0;
    terms.restraints.forEach((r, n) => (log -= past.restraints[r][d] * theta[firstSwitch + n]));
    terms.calmers.forEach((j, n) => (log -= past.calms[j][d] * theta[firstCalm + n]));
    let inner = Math.exp(theta[0]);
    terms.excitations.forEach(
      ({ from, kernel }, a) => (inner += theta[firstAlpha + a] * past.kernels[from][kernel][d]),
    );
    rates[d] = Math.exp(log) * inner;
  }
  return rates;
}

/** Log-likelihood of the days from one offset up to, not with, another. */
export function logLikelihood(rates: Float64Array, moved: Uint8Array, from: number, until: number): number {
  let sum = 0;
  for (let d = from; d < until; d++) sum += moved[d] === 1 ? Math.log(-Math.expm1(-rates[d])) : -rates[d];
  return sum;
}
