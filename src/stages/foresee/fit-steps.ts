import type { StepCard } from './step-card.ts';
import { stepOf } from './step-card.ts';

/** What came of rows of term values; `held` 1 or 0. */
export interface Outcomes {
  readonly terms: readonly string[];
  readonly values: Float32Array;
  readonly held: Uint8Array;
}

export interface StepSettings {
  readonly passes?: number;
  readonly rate?: number;
  /** Steps a term may have. */
  readonly steps?: number;
  /** Pull of each step to no points, in rows. */
  readonly calm?: number;
  /** Terms that may only raise the odds as they grow. */
  readonly rising?: readonly string[];
}

/**
 * Fits the steps by cyclic gradient boosting, one term at a time (explainable boosting, Lou et al. 2012),
 * each rising term kept monotone by pooling neighbours that fall.
 */
export function fitSteps(outcomes: Outcomes, settings: StepSettings = {}): StepCard {
  const { passes = 40, rate = 0.1, steps = 24, calm = 20, rising = [] } = settings;
  const { terms, values, held } = outcomes;
  const rows = held.length;
  const bounds = terms.map((_, term) => boundsOf(values, term, terms.length, rows, steps));
  const columns = bounds.map((edges, term) => columnOf(values, term, terms.length, rows, edges));
  const points = bounds.map((edges) => new Float64Array(edges.length + 1));
  const share = (sum(held) + 0.5) / (rows + 1);
  const base = Math.log(share / (1 - share));
  const odds = new Float64Array(rows).fill(base);
  for (let pass = 0; pass < passes; pass++) {
    for (let term = 0; term < terms.length; term++) {
      const target = stepTowards(columns[term], odds, held, points[term], { rate, calm });
      if (rising.includes(terms[term])) keepRising(target, weightsOf(columns[term], target.length));
      const before = points[term];
      const change = target.map((value, step) => value - before[step]);
      points[term] = Float64Array.from(target);
      for (let row = 0; row < rows; row++) odds[row] += change[columns[term][row]];
    }
  }
  return fromNothing(terms, base, bounds, points);
}

/** One Newton step of each step of a term, `rate` of the way. */
function stepTowards(
  column: Uint8Array,
  odds: Float64Array,
  held: Uint8Array,
  points: Float64Array,
  { rate, calm }: { readonly rate: number; readonly calm: number },
): Float64Array {
  // prettier-ignore
  const slope = new Float64Array(points.length);
  const bend = new Float64Array(points.length);
  for (let row = 0; row < column.length; row++) {
    const chance = 1 / (1 + Math.exp(-odds[row]));
    slope[column[row]] += chance - held[row];
    bend[column[row]] += chance * (1 - chance);
  }
  return points.map(
    (value, step) => value - (rate * (slope[step] + calm * 0.05 * value)) / (bend[step] + calm * 0.25),
  );
}

/** Pool adjacent violators, in place. */
function keepRising(points: Float64Array, weights: Float64Array): void {
  const pools: { value: number; weight: number; size: number }[] = [];
  points.forEach((value, step) => {
    let pool = { value, weight: weights[step] + 1e-9, size: 1 };
    for (let last = pools.at(-1); last !== undefined && last.value > pool.value; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      pool = {
        value: (last.value * last.weight + pool.value * pool.weight) / weight,
        weight,
        size: last.size + pool.size,
      };
    }
    pools.push(pool);
  });
  let step = 0;
  for (const pool of pools) {
    points.fill(pool.value, step, step + pool.size);
    step += pool.size;
  }
}

function weightsOf(column: Uint8Array, size: number): Float64Array {
  const weights = new Float64Array(size);
  for (const step of column) weights[step]++;
  return weights;
}

function fromNothing(
  terms: readonly string[],
  base: number,
  bounds: readonly Float32Array[],
  points: readonly Float64Array[],
): StepCard {
  const nothing = points.map((steps, term) => steps[stepOf(bounds[term], 0)]);
  return {
    terms,
    base: base + nothing.reduce((a, b) => a + b, 0),
    bounds: bounds.map((edges) => Array.from(edges)),
    points: points.map((steps, term) => Array.from(steps, (value) => value - nothing[term])),
  };
}

function boundsOf(
  values: Float32Array,
  term: number,
  width: number,
  rows: number,
  steps: number,
): Float32Array {
  const jump = Math.max(1, Math.floor(rows / 40_000));
  const sample = new Float32Array(Math.ceil(rows / jump));
  for (let i = 0; i < sample.length; i++) sample[i] = values[i * jump * width + term];
  const other = sample.filter((value) => value !== 0).sort();
  const edges = new Set<number>();
  if (other.length < sample.length) {
    edges.add(0);
    const below = other.filter((value) => value < 0).at(-1);
    if (below !== undefined) edges.add(below);
  }
  for (let step = 1; step < steps; step++) edges.add(other[Math.floor((step * other.length) / steps)] ?? 0);
  const highest = other.at(-1) ?? 0;
  return Float32Array.from([...edges].filter((edge) => edge < highest)).sort();
}

function columnOf(
  values: Float32Array,
  term: number,
  width: number,
  rows: number,
  edges: Float32Array,
): Uint8Array {
  const column = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) column[row] = stepOf(edges, values[row * width + term]);
  return column;
}

const sum = (numbers: Uint8Array): number => numbers.reduce((a, b) => a + b, 0);
