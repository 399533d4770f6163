import type { Curvature, StreamPrior, StreamRows } from './stream-likelihood.ts';
import { parameterCount, streamCurvature, streamValue } from './stream-likelihood.ts';

/** Cholesky factor (lower, row by row) of a symmetric matrix; undefined where it is not positive definite. */
export function factor(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j];
      else if (sum > 1e-12) lower[i * size + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}

/** Solves `L Lᵀ x = b`. */
function solve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  return solveUpper(lower, size, solveLower(lower, size, right));
}

function solveLower(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** Solves `Lᵀ x = b`: with standard normal `b`, a draw whose covariance is the inverse of `L Lᵀ`. */
export function solveUpper(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** Parameters that may not be below 0: alphas, and switches that lower. */
export function isBounded(rows: StreamRows, prior: StreamPrior, i: number): boolean {
  return i > rows.switchCount || (i > 0 && prior.switchSigns[i - 1] < 0);
}

/** Parameters that are free to move: not those that lie on their bound and are pressed against it. */
export function freeOf(
  rows: StreamRows,
  prior: StreamPrior,
  theta: Float64Array,
  gradient: Float64Array,
): readonly number[] {
  const free: number[] = [];
  theta.forEach((value, i) => {
    if (!isBounded(rows, prior, i) || value > 1e-9 || gradient[i] > 0) free.push(i);
  });
  return free;
}

/** Minus the Hessian over the free parameters, with something on its diagonal. */
export function precisionOf(
  hessian: Float64Array,
  size: number,
  free: readonly number[],
  damping: number,
): Float64Array {
  const matrix = new Float64Array(free.length ** 2);
  free.forEach((i, a) =>
    free.forEach((j, b) => (matrix[a * free.length + b] = -hessian[i * size + j] + (a === b ? damping : 0))),
  );
  return matrix;
}

function step(curvature: Curvature, size: number, free: readonly number[]): Float64Array {
  const right = Float64Array.from(free, (i) => curvature.gradient[i]);
  for (let damping = 1e-6; ; damping = damping * 10 + 1e-3) {
    const lower = factor(precisionOf(curvature.hessian, size, free, damping), free.length);
    if (lower !== undefined) return solve(lower, free.length, right);
  }
}

const MOST_STEPS = 60;
const CLOSE = 1e-7;

/**
 * The point of the greatest posterior: Newton's method on the free parameters, projected on the bounds, with halved
 * steps until the value rises (Bertsekas 1982, projected Newton).
 */
export function climb(rows: StreamRows, prior: StreamPrior, start: Float64Array): Float64Array {
  const size = parameterCount(rows);
  let theta = start;
  for (let round = 0; round < MOST_STEPS; round++) {
    const curvature = streamCurvature(rows, prior, theta);
    const free = freeOf(rows, prior, theta, curvature.gradient);
    const way = step(curvature, size, free);
    const next = findHigher(rows, prior, theta, { free, way, value: curvature.value });
    if (next === undefined) return theta;
    const rise = streamValue(rows, prior, next) - curvature.value;
    theta = next;
    if (rise < CLOSE) return theta;
  }
  return theta;
}

function findHigher(
  rows: StreamRows,
  prior: StreamPrior,
  theta: Float64Array,
  {
    free,
    way,
    value,
  }: { readonly free: readonly number[]; readonly way: Float64Array; readonly value: number },
): Float64Array | undefined {
  for (let length = 1; length > 1e-8; length /= 2) {
    const next = Float64Array.from(theta);
    free.forEach((i, a) => {
      const moved = theta[i] + Math.max(-4, Math.min(4, length * way[a]));
      next[i] = isBounded(rows, prior, i) ? Math.max(0, moved) : moved;
    });
    if (streamValue(rows, prior, next) > value) return next;
  }
  return undefined;
}
