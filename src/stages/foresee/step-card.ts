/**
 * Log-odds as a sum of named terms, each a step function of what it looks at: a table an analyst can read.
 * Points are counted from each term's value at nothing (0), so a term that saw nothing adds nothing.
 */
export interface StepCard {
  readonly terms: readonly string[];
  readonly base: number;
  /** Upper bounds of the steps but the last, per term. */
  readonly bounds: readonly (readonly number[])[];
  /** Points of each step, per term. */
  readonly points: readonly (readonly number[])[];
}

/** Points of one term at a value. */
export function stepPoints(card: StepCard, term: number, value: number): number {
  return card.points[term][stepOf(card.bounds[term], value)];
}

/** Which step a value falls on: `bounds[step - 1] < value <= bounds[step]`. */
export function stepOf(bounds: readonly number[] | Float32Array, value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > bounds[middle]) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Log-odds of a row of term values. */
export function logOdds(card: StepCard, values: Float32Array | readonly number[], at = 0): number {
  let sum = card.base;
  for (let term = 0; term < card.terms.length; term++) sum += stepPoints(card, term, values[at + term]);
  return sum;
}

export const toProbability = (odds: number): number => 1 / (1 + Math.exp(-odds));
