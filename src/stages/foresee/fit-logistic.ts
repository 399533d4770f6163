/** Weights of a logistic model: the first is the base. `spread` is the inverse of the curvature, row by row. */
export interface Logistic {
  readonly terms: readonly string[];
  readonly base: number;
  readonly weights: readonly number[];
  readonly spread: readonly (readonly number[])[];
  readonly rows: number;
}

export interface LogisticSettings {
  /** Pull of each weight to zero. */
  readonly ridge?: number;
  /** Terms whose weight may not fall below zero. */
  readonly rising?: readonly string[];
}

/** Rows of term values with what came of them; `counts` says how much each row counts. */
export interface LogisticRows {
  readonly terms: readonly string[];
  readonly values: Float64Array;
  readonly held: Uint8Array;
  readonly counts: Float64Array;
}

const ROUNDS = 20;

/** Fits by Newton's method with a ridge; a rising term that would fall is left out and the rest fitted again. */
export function fitLogistic(rows: LogisticRows, settings: LogisticSettings = {}): Logistic {
  const { ridge = 2, rising = [] } = settings;
  const out = new Set<number>();
  for (;;) {
    const { weights, curvature } = newton(rows, ridge, out);
    const falling = rows.terms.findIndex((term, k) => rising.includes(term) && weights[k + 1] < 0);
    if (falling >= 0) {
      out.add(falling + 1);
      continue;
    }
    return {
      terms: rows.terms,
      base: weights[0],
      weights: Array.from(weights.subarray(1)),
      spread: invert(curvature),
      rows: rows.held.length,
    };
  }
}

function newton(
  rows: LogisticRows,
  ridge: number,
  out: ReadonlySet<number>,
): { weights: Float64Array; curvature: number[][] } {
  const size = rows.terms.length + 1;
  const weights = new Float64Array(size);
  let curvature: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(size);
    curvature = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    addRows(rows, weights, slope, curvature);
    for (let k = 0; k < size; k++) {
      const pull = k === 0 ? 1e-6 : out.has(k) ? 1e9 : ridge;
      slope[k] += pull * weights[k];
      curvature[k][k] += pull;
    }
    const step = solve(curvature, slope);
    for (let k = 0; k < size; k++) weights[k] -= step[k];
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  for (const k of out) weights[k] = 0;
  return { weights, curvature };
}

function addRows(
  { values, held, counts, terms }: LogisticRows,
  weights: Float64Array,
  slope: Float64Array,
  curvature: number[][],
): void {
  const width = terms.length;
  for (let row = 0; row < held.length; row++) {
    const at = row * width;
    let odds = weights[0];
    for (let k = 0; k < width; k++) odds += weights[k + 1] * values[at + k];
    const chance = 1 / (1 + Math.exp(-odds));
    const error = counts[row] * (chance - held[row]);
    const bend = counts[row] * chance * (1 - chance);
    for (let k = 0; k <= width; k++) {
      const value = k === 0 ? 1 : values[at + k - 1];
      if (value === 0) continue;
      slope[k] += error * value;
      for (let j = 0; j <= k; j++) curvature[k][j] += bend * value * (j === 0 ? 1 : values[at + j - 1]);
    }
  }
  for (let k = 0; k <= width; k++) for (let j = 0; j < k; j++) curvature[j][k] = curvature[k][j];
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: Float64Array): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let i = 0; i < size; i++) {
      if (i === column || rows[column][column] === 0) continue;
      const factor = rows[i][column] / rows[column][column];
      if (factor === 0) continue;
      for (let j = column; j <= size; j++) rows[i][j] -= factor * rows[column][j];
    }
  }
  return rows.map((row, i) => (row[i] === 0 ? 0 : row[size] / row[i]));
}

function invert(matrix: readonly (readonly number[])[]): number[][] {
  return matrix.map((_, column) =>
    solve(
      matrix,
      Float64Array.from(matrix, (__, i) => (i === column ? 1 : 0)),
    ),
  );
}

/** Log-odds of a row and its standard error. */
export function oddsOf(
  model: Logistic,
  values: readonly number[],
): { readonly odds: number; readonly error: number } {
  const row = [1, ...values];
  const odds = model.weights.reduce((sum, weight, k) => sum + weight * values[k], model.base);
  let variance = 0;
  for (let i = 0; i < row.length; i++)
    for (let j = 0; j < row.length; j++) variance += row[i] * row[j] * model.spread[i][j];
  return { odds, error: Math.sqrt(Math.max(0, variance)) };
}
