import { chanceFrom } from '../../src/stages/foresee/chance.ts';

/**
 * Time-rescaling test for days (Haslinger, Pipa and Brown 2010): sums of rates between moves, drawn within the last day,
 * are uniform if the rates are right. Returns the p-value of a Kolmogorov–Smirnov test against the uniform distribution.
 * @param rates rate of each day, the chance of a move being `1 − exp(−rate)`
 */
export function rescaleTest(
  rates: Float64Array,
  moved: Uint8Array,
  seed: number,
): { readonly p: number; readonly moves: number } {
  const chance = chanceFrom(seed);
  const uniform: number[] = [];
  let sum = 0;
  for (let d = 0; d < moved.length; d++) {
    if (moved[d] === 0) sum += rates[d];
    else {
      const within = -Math.log1p(chance() * Math.expm1(-rates[d]));
      uniform.push(-Math.expm1(-(sum + within)));
      sum = 0;
    }
  }
  uniform.sort((a, b) => a - b);
  const count = uniform.length;
  const distance = Math.max(
    0,
    ...uniform.map((value, i) => Math.max(Math.abs(value - i / count), Math.abs((i + 1) / count - value))),
  );
  return { p: kolmogorov(distance, count), moves: count };
}

/** Tail of Kolmogorov's distribution, with Stephens's correction for small samples (Stephens 1970). */
function kolmogorov(distance: number, count: number): number {
  const root = Math.sqrt(count);
  const x = distance * (root + 0.12 + 0.11 / root);
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}
