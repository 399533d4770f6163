import { BUCKETS, bucketOf, COUNTS, SLOTS } from './network.ts';
import type { Network } from './network.ts';
import type { Configuration } from './transitions.ts';

/** Rows of the decoder's tables that one configuration looks up; the trainer passes gradients back along them. */
export interface Sight {
  /** Token in each slot, counted within the batch; -1 empty, -2 the root. */
  readonly tokens: Int32Array;
  /** Rows of `near`, `gap` and `counts`. */
  readonly rows: Int32Array;
}

export const newSight = (): Sight => ({ tokens: new Int32Array(SLOTS), rows: new Int32Array(6) });

const capped = (count: number): number => (count < COUNTS ? count : COUNTS - 1);

/** Notes what the decoder sees of a configuration of the sentence that begins at token `base` of the batch. */
export const look = (at: Configuration, base: number, sight: Sight): void => {
  const { tokens, rows } = sight;
  const top = at.stacked(0);
  const under = at.stacked(1);
  const third = at.stacked(2);
  tokens[0] = third < 0 ? -1 : base + third;
  tokens[1] = under < 0 ? -1 : base + under;
  tokens[2] = top < 0 ? -1 : base + top;
  tokens[3] = at.next === at.length ? -2 : base + at.next;
  rows[0] = top < 0 ? 0 : bucketOf(at.next - top);
  rows[1] = under < 0 ? 0 : bucketOf(top - under);
  rows[2] = top < 0 ? 0 : capped(at.leftCount[top]);
  rows[3] = COUNTS + (top < 0 ? 0 : capped(at.rightCount[top]));
  rows[4] = 2 * COUNTS + (under < 0 ? 0 : capped(at.rightCount[under]));
  rows[5] = 3 * COUNTS + capped(at.leftCount[at.next]);
};

/** Names of the tables that `Sight.rows` index. */
export const ROW_TABLES = ['near', 'gap', 'counts', 'counts', 'counts', 'counts'] as const;

const addRow = (to: Float32Array, from: Float32Array, at: number): void => {
  for (let unit = 0; unit < to.length; unit++) to[unit] += from[at + unit];
};

/** Scores the three transitions and leaves the hidden layer, rectified, in `hiddenUnits`. */
export class Decider {
  readonly hiddenUnits: Float32Array;
  readonly scores = new Float32Array(3);
  private readonly network: Network;
  private readonly bias: Float32Array;
  private readonly empty: Float32Array;
  private readonly tables: readonly Float32Array[];
  private readonly action: Float32Array;
  private readonly actionBias: Float32Array;

  constructor(network: Network) {
    this.network = network;
    this.hiddenUnits = new Float32Array(network.sizes.decoder);
    this.bias = network.weight('slotBias').data;
    this.empty = network.weight('empty').data;
    this.tables = ROW_TABLES.map((name) => network.weight(name).data);
    this.action = network.weight('action').data;
    this.actionBias = network.weight('actionBias').data;
  }

  score(sight: Sight): void {
    const width = this.hiddenUnits.length;
    const units = this.hiddenUnits;
    units.set(this.bias);
    for (let slot = 0; slot < SLOTS; slot++) {
      const token = sight.tokens[slot];
      if (token >= 0) addRow(units, this.network.slots.data, (token * SLOTS + slot) * width);
      else addRow(units, this.empty, (token === -1 ? slot : SLOTS) * width);
    }
    for (let table = 0; table < this.tables.length; table++)
      addRow(units, this.tables[table], sight.rows[table] * width);
    let [shift, left, right] = this.actionBias;
    const { action } = this;
    for (let unit = 0; unit < width; unit++) {
      const value = units[unit];
      if (value <= 0) {
        units[unit] = 0;
        continue;
      }
      shift += value * action[unit];
      left += value * action[width + unit];
      right += value * action[2 * width + unit];
    }
    this.scores[0] = shift;
    this.scores[1] = left;
    this.scores[2] = right;
  }
}

/** Row of `labelWay` for an arc: direction and distance. */
export const wayOf = (head: number, dependent: number): number =>
  head > dependent ? bucketOf(head - dependent) : BUCKETS + bucketOf(dependent - head);
