import { FEATURE_KINDS } from '../src/stages/mark/word-rows.ts';
import { adagradMove } from './optimizer.ts';
import type { Chance } from './chance.ts';
import { hideChance } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The table of word vectors while it is learnt: only rows that a batch touched are moved. */
const SPREAD = 0.02;

export class Vectors {
  readonly width: number;
  readonly table: Float32Array;
  /** Sum of squared gradients, for Adagrad. */
  readonly square: Float32Array;
  private readonly vocabulary: Vocabulary;
  private readonly place: Int32Array;
  private touched: number[] = [];
  private gradient = new Float32Array(0);

  constructor(vocabulary: Vocabulary, width: number, chance: Chance) {
    this.vocabulary = vocabulary;
    this.width = width;
    this.table = Float32Array.from(
      { length: vocabulary.rowCount * width },
      () => (chance.next() - 0.5) * SPREAD,
    );
    this.square = new Float32Array(this.table.length);
    this.place = new Int32Array(vocabulary.rowCount).fill(-1);
  }

  /** Hides some features by chance; what is left is summed and passed back to. */
  hide(rows: Int32Array, chance: Chance): Int32Array {
    const left = rows.slice();
    for (let at = 0; at < left.length; at++) {
      if (left[at] < 0) continue;
      const kind = at % FEATURE_KINDS;
      if (chance.next() < hideChance(kind, this.vocabulary.seen[left[at]])) left[at] = kind === 0 ? 0 : -1;
    }
    return left;
  }

  /** Sums the rows of each word into `into`. */
  fill(rows: Int32Array, into: Float32Array, from = 0): void {
    const { width, table } = this;
    const count = rows.length / FEATURE_KINDS;
    into.fill(0, from * width, (from + count) * width);
    for (let at = 0; at < rows.length; at++) {
      if (rows[at] < 0) continue;
      const to = (from + Math.floor(at / FEATURE_KINDS)) * width;
      const row = rows[at] * width;
      for (let unit = 0; unit < width; unit++) into[to + unit] += table[row + unit];
    }
  }

  /** Gathers the gradient of each touched row, times `scale`, and moves it. */
  learn(rows: Int32Array, gradient: Float32Array, rate: number, scale: number): void {
    const { width, place } = this;
    this.touched = [];
    for (const row of rows) {
      if (row < 0 || place[row] >= 0) continue;
      place[row] = this.touched.length;
      this.touched.push(row);
    }
    if (this.gradient.length < this.touched.length * width)
      this.gradient = new Float32Array(this.touched.length * width * 2);
    this.gradient.fill(0, 0, this.touched.length * width);
    for (let at = 0; at < rows.length; at++) {
      if (rows[at] < 0) continue;
      const from = Math.floor(at / FEATURE_KINDS) * width;
      const to = place[rows[at]] * width;
      for (let unit = 0; unit < width; unit++) this.gradient[to + unit] += gradient[from + unit] * scale;
    }
    this.touched.forEach((row, at) => {
      const own = this.gradient.subarray(at * width, (at + 1) * width);
      adagradMove(
        this.table.subarray(row * width, (row + 1) * width),
        this.square.subarray(row * width, (row + 1) * width),
        own,
        rate,
      );
      place[row] = -1;
    });
  }
}
