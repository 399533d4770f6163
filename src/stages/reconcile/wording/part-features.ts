import type { Word } from './to-words.ts';

/** Likeness, 0 to 1, of each word of a part (rows) with each word of a whole (columns). */
export type Grid = readonly (readonly number[])[];

/** A part may stand this many words wider in the other wording. */
const WIDER = 3;
/** No word is quite impossible. */
const FAINT = 0.05;

const best = (row: readonly number[], from = 0, until = row.length): number => {
  let highest = 0;
  for (let i = from; i < until; i++) if (row[i] > highest) highest = row[i];
  return highest;
};
const exact = (row: readonly number[], from = 0, until = row.length): number =>
  best(row, from, until) === 1 ? 1 : 0;
const mean = (list: readonly number[], empty: number): number =>
  list.length === 0 ? empty : list.reduce((sum, value) => sum + value, 0) / list.length;

interface Windows {
  readonly share: number;
  readonly exact: number;
  readonly likelihood: number;
}

/** The best run of words of the whole, little longer than the part: how much of the part stands there together. */
function bestWindow(words: readonly Word[], grid: Grid, weights: readonly number[]): Windows {
  const columns = grid[0]?.length ?? 0;
  const wide = grid.length + WIDER;
  let found: Windows = { share: 0, exact: 0, likelihood: -Infinity };
  for (let from = 0; from < Math.max(1, columns - wide + 1); from++) {
    const until = Math.min(columns, from + wide);
    let [share, same, likelihood] = [0, 0, 0];
    for (const [i, row] of grid.entries()) {
      const likeness = best(row, from, until);
      share += weights[i] * likeness;
      if (likeness === 1) same += weights[i];
      likelihood += (words[i].kind === 'link' ? 0.3 : 1) * Math.log(FAINT + (1 - FAINT) * likeness);
    }
    found = {
      share: Math.max(found.share, share),
      exact: Math.max(found.exact, same),
      likelihood: Math.max(found.likelihood, likelihood / grid.length),
    };
  }
  return found;
}

/** How well two neighbouring words of the part stand as neighbours in the whole, in order or not. */
function neighbours(row: readonly number[], next: readonly number[]): { near: number; exact: number } {
  let [near, same] = [0, 0];
  for (const [p, first] of row.entries()) {
    if (first < 0.1) continue;
    for (let q = Math.max(0, p - 2); q < Math.min(next.length, p + 4); q++) {
      if (q === p) continue;
      const order = q === p + 1 ? 1 : q > p ? 0.7 : 0.5;
      near = Math.max(near, Math.min(first, next[q]) * order);
      if (q === p + 1 && first === 1 && next[q] === 1) same = 1;
    }
  }
  return { near, exact: same };
}

function runs(grid: Grid, weights: readonly number[]): readonly [near: number, exact: number] {
  let [near, same, total] = [0, 0, 0];
  for (let i = 0; i + 1 < grid.length; i++) {
    const weight = Math.sqrt(weights[i] * weights[i + 1]);
    const found = neighbours(grid[i], grid[i + 1]);
    near += weight * found.near;
    same += weight * found.exact;
    total += weight;
  }
  return [near / (total || 1), same / (total || 1)];
}

/**
 * What a part is judged by against one whole: weighted shares of its words found there anywhere, in one run and as
 * neighbours, each by likeness and letter for letter; names that are missing; how long the whole is.
 */
export function partFeatures(
  words: readonly Word[],
  grid: Grid,
  weights: readonly number[],
): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (pick: (row: readonly number[]) => number): number =>
    grid.reduce((sum, row, i) => sum + weights[i] * pick(row), 0) / total;
  const window = bestWindow(words, grid, weights);
  const of = (isSuch: (word: Word) => boolean): readonly number[] =>
    words.flatMap((word, i) => (isSuch(word) ? [best(grid[i])] : []));
  const telling = of(({ kind }) => kind !== 'link');
  const named = of(({ kind }) => kind === 'name' || kind === 'number').map((found) => (found < 0.3 ? 1 : 0));
  const strongest = words.map(({ kind }, i) => (kind === 'link' ? 0 : exact(grid[i]) * weights[i]));
  return [
    1,
    Math.log(1 + telling.length),
    share((row) => best(row)),
    share((row) => exact(row)),
    share((row) => Math.log(FAINT + (1 - FAINT) * best(row))),
    window.share / total,
    window.exact / total,
    window.likelihood,
    ...runs(grid, weights),
    Math.log(1 + (grid[0]?.length ?? 0)),
    mean(named, 0),
    mean(of(({ kind }) => kind === 'link'), 0.5),
    Math.max(0, ...strongest),
  ]; // prettier-ignore
}
