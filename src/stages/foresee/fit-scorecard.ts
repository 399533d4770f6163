import type { Examples } from './examples.ts';

/** Points per unit of each term: for all relations, and what each relation adds of its own. */
export interface Scorecard {
  readonly width: number;
  readonly points: Float64Array;
  /** `width` numbers a relation. */
  readonly byRelation: Float32Array;
}

export interface ScorecardSettings {
  readonly epochs?: number;
  readonly rate?: number;
  /** Step of a relation's own points; 0 for none. */
  readonly ownRate?: number;
  /** How strongly a relation's own points are drawn to zero. */
  readonly shrink?: number;
}

/**
 * Fits the points by the chance that each answer is picked before all that are no answer (softmax with the
 * other answers left out), by Adam on standardised terms; a relation's own points by AdaGrad with shrinkage.
 */
export function fitScorecard(
  examples: Examples,
  relationCount: number,
  settings: ScorecardSettings = {},
): Scorecard {
  const { epochs = 4, rate = 0.003, ownRate = 0.003, shrink = 0.01 } = settings;
  const { width } = examples;
  const spread = spreadOf(examples);
  const scaled = scaleRows(examples, spread);
  const state = {
    points: new Float64Array(width),
    own: new Float32Array(relationCount * width),
    gradient: new Float64Array(width),
    first: new Float64Array(width),
    second: new Float64Array(width),
    ownSecond: new Float32Array(relationCount * width).fill(1),
    step: 0,
  };
  const total = epochs * examples.count;
  const order = strideOf(examples.count);
  for (let i = 0; i < total; i++) {
    const question = (i * order) % examples.count;
    gradientOf(scaled, question, state.points, state.own, state.gradient);
    const at = scaled.relation[question] * width;
    state.step++;
    const size = rate * (1 - i / total) + rate * 0.02;
    const warm = Math.sqrt(1 - 0.999 ** state.step);
    for (let k = 0; k < width; k++) {
      const g = state.gradient[k] + 0.0005 * state.points[k];
      state.first[k] = 0.9 * state.first[k] + 0.1 * g;
      state.second[k] = 0.999 * state.second[k] + 0.001 * g * g;
      state.points[k] -= (size * warm * state.first[k]) / (Math.sqrt(state.second[k]) + 1e-6);
      const h = state.gradient[k] + shrink * state.own[at + k];
      state.ownSecond[at + k] += h * h;
      state.own[at + k] -= (ownRate * h) / Math.sqrt(state.ownSecond[at + k]);
    }
  }
  return {
    width,
    points: state.points.map((value, k) => value / spread[k]),
    byRelation: state.own.map((value, i) => value / spread[i % width]),
  };
}

/** A step through the questions that visits all of them in a scattered order, always the same. */
function strideOf(count: number): number {
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (greatestCommonDivisor(stride, count) !== 1) stride++;
  return stride;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

function spreadOf(examples: Examples): Float64Array {
  const { width, terms } = examples;
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  const rows = terms.length / width;
  for (let at = 0; at < terms.length; at += width) {
    for (let k = 0; k < width; k++) {
      sum[k] += terms[at + k];
      squares[k] += terms[at + k] * terms[at + k];
    }
  }
  return sum.map((value, k) => Math.sqrt(Math.max(1e-6, squares[k] / rows - (value / rows) ** 2)));
}

/** Divides in place: the terms of examples are used once. */
function scaleRows(examples: Examples, spread: Float64Array): Examples {
  const { width, terms } = examples;
  const factor = spread.map((value) => 1 / value);
  for (let at = 0; at < terms.length; at += width) for (let k = 0; k < width; k++) terms[at + k] *= factor[k];
  return examples;
}

let chances = new Float64Array(4096);
let joined = new Float64Array(64);

function gradientOf(
  e: Examples,
  question: number,
  points: Float64Array,
  own: Float32Array,
  gradient: Float64Array,
): void {
  const { width, terms, standsFor } = e;
  const from = e.start[question];
  const until = e.start[question + 1];
  const answersUntil = from + e.answers[question];
  const at = e.relation[question] * width;
  if (chances.length < until - from) chances = new Float64Array(2 * (until - from));
  if (joined.length < width) joined = new Float64Array(width);
  for (let k = 0; k < width; k++) joined[k] = points[k] + own[at + k];
  let highest = -Infinity;
  for (let row = from; row < until; row++) {
    const base = row * width;
    let score = 0;
    for (let k = 0; k < width; k++) score += joined[k] * terms[base + k];
    chances[row - from] = score;
    if (score > highest) highest = score;
  }
  let others = 1e-9;
  for (let row = from; row < until; row++) {
    const weight = Math.exp(chances[row - from] - highest) * standsFor[row];
    chances[row - from] = weight;
    if (row >= answersUntil) others += weight;
  }
  gradient.fill(0);
  const each = 1 / (answersUntil - from);
  let perOther = 0;
  for (let row = from; row < answersUntil; row++) perOther += 1 / (others + chances[row - from]);
  for (let row = from; row < until; row++) {
    const weight = chances[row - from];
    const pull = (row < answersUntil ? -others / (others + weight) : weight * perOther) * each;
    if (pull < 1e-5 && pull > -1e-5) continue;
    const base = row * width;
    for (let k = 0; k < width; k++) gradient[k] += pull * terms[base + k];
  }
}
