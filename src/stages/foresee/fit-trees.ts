import type { Examples } from './examples.ts';
import { chanceFrom } from './chance.ts';
import type { Binned } from './grow-tree.ts';
import { BINS, growTree } from './grow-tree.ts';
import type { Tree } from './trees.ts';

export interface TreeSettings {
  readonly trees?: number;
  readonly leaves?: number;
  readonly rate?: number;
  /** Share of the terms each tree may ask for. */
  readonly share?: number;
  readonly seed?: number;
}

/** Pull of a row, in answers, below which only one in `SPARED` such rows is looked at. */
const HARD = 0.01;
const SPARED = 5;

/** Boosted trees on top of what the rows scored before, by the same softmax as the scorecard. */
export function fitTrees(examples: Examples, settings: TreeSettings = {}): readonly Tree[] {
  const { trees = 100, leaves = 24, rate = 0.15, share = 0.4, seed = 1 } = settings;
  const binned = binTerms(examples);
  const score = Float64Array.from(examples.before);
  const slope = new Float64Array(binned.rows);
  const bend = new Float64Array(binned.rows);
  const chance = chanceFrom(seed);
  const grown: Tree[] = [];
  for (let i = 0; i < trees; i++) {
    slopes(examples, score, slope, bend);
    const asked = binned.columns.map((_, term) => term).filter(() => chance() < share);
    const order = thin(slope, bend, chance);
    grown.push(growTree(binned, { slope, bend, score }, order, { asked, leaves, rate }));
  }
  return grown;
}

function slopes(e: Examples, score: Float64Array, slope: Float64Array, bend: Float64Array): void {
  for (let question = 0; question < e.count; question++) {
    const from = e.start[question];
    const until = e.start[question + 1];
    const answersUntil = from + e.answers[question];
    let highest = -Infinity;
    for (let row = from; row < until; row++) if (score[row] > highest) highest = score[row];
    let others = 1e-9;
    for (let row = answersUntil; row < until; row++) {
      slope[row] = Math.exp(score[row] - highest);
      others += slope[row];
    }
    const each = 1 / Math.sqrt(answersUntil - from);
    let perOther = 0;
    let perOtherSquared = 0;
    for (let row = from; row < answersUntil; row++) {
      const weight = Math.exp(score[row] - highest);
      const p = weight / (others + weight);
      perOther += 1 / (others + weight);
      perOtherSquared += 1 / (others + weight) ** 2;
      slope[row] = (p - 1) * each;
      bend[row] = p * (1 - p) * each;
    }
    for (let row = answersUntil; row < until; row++) {
      const weight = slope[row];
      slope[row] = weight * perOther * each;
      bend[row] = (weight * perOther - weight * weight * perOtherSquared) * each;
    }
  }
}

/** Rows that pull hard, and one in `SPARED` of those that hardly pull, standing for the others. */
function thin(slope: Float64Array, bend: Float64Array, chance: () => number): Int32Array {
  const order = new Int32Array(slope.length);
  let kept = 0;
  for (let row = 0; row < slope.length; row++) {
    if (slope[row] < HARD && slope[row] > -HARD) {
      if (chance() >= 1 / SPARED) continue;
      slope[row] *= SPARED;
      bend[row] *= SPARED;
    }
    order[kept++] = row;
  }
  return order.slice(0, kept);
}

export function binTerms(examples: { readonly width: number; readonly terms: Float32Array }): Binned {
  const { width, terms } = examples;
  const rows = terms.length / width;
  const columns: Uint8Array[] = [];
  const bounds: Float32Array[] = [];
  for (let term = 0; term < width; term++) {
    const edges = edgesOf(terms, term, width, rows);
    const column = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) column[row] = binOf(edges, terms[row * width + term]);
    columns.push(column);
    bounds.push(edges);
  }
  return { rows, columns, bounds };
}

function edgesOf(terms: Float32Array, term: number, width: number, rows: number): Float32Array {
  const step = Math.max(1, Math.floor(rows / 20_000));
  const sample = new Float32Array(Math.ceil(rows / step));
  for (let i = 0; i < sample.length; i++) sample[i] = terms[i * step * width + term];
  sample.sort();
  const distinct = sample.filter((value, i) => i === 0 || value !== sample[i - 1]);
  if (distinct.length <= BINS) return distinct.slice(0, -1);
  // Nothing at all is the commonest value of most terms and takes one bin; the rest share the others evenly.
  const rest = sample.filter((value) => value !== 0);
  const edges = [0];
  for (let bin = 1; bin < BINS - 1; bin++) edges.push(rest[Math.floor((bin * rest.length) / (BINS - 1))]);
  return Float32Array.from(new Set(edges)).sort();
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > edges[middle]) low = middle + 1;
    else high = middle;
  }
  return low;
}
