import { BUCKETS, bucketOf, COUNTS, SLOTS } from './network.ts';
import type { Floats, Run } from './kernel.ts';
import type { Network } from './network.ts';
import { scoreModule } from './score-code.ts';
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

/** Scores the three transitions and leaves the hidden layer, rectified, in `hiddenUnits`. */
export class Decider {
  readonly hiddenUnits: Float32Array;
  readonly scores = new Float32Array(3);
  private readonly network: Network;
  private readonly run: Run;
  private readonly hidden: Floats;
  /** Four partial sums for each transition. */
  private readonly sums: Floats;
  private readonly bias: number;
  private readonly empty: number;
  private readonly tables: readonly number[];
  private readonly action: number;
  private readonly actionBias: Float32Array;

  constructor(network: Network) {
    const width = network.sizes.decoder;
    this.network = network;
    this.run = network.kernel.compile(scoreModule(1 + SLOTS + ROW_TABLES.length, width));
    this.hidden = network.kernel.take(width);
    this.hiddenUnits = this.hidden.data;
    this.sums = network.kernel.take(12);
    this.bias = network.weight('slotBias').at;
    this.empty = network.weight('empty').at;
    this.tables = ROW_TABLES.map((name) => network.weight(name).at);
    this.action = network.weight('action').at;
    this.actionBias = network.weight('actionBias').data;
  }

  /** Address of what a slot's token adds to the hidden layer. */
  private slot(slot: number, token: number): number {
    const bytes = 4 * this.network.sizes.decoder;
    return token >= 0
      ? this.network.slots.at + (token * SLOTS + slot) * bytes
      : this.empty + (token === -1 ? slot : SLOTS) * bytes;
  }

  score({ tokens, rows }: Sight): void {
    const { tables, actionBias } = this;
    const width = this.hiddenUnits.length;
    const bytes = 4 * width;
    this.run(
      this.hidden.at, this.sums.at, this.action, width, this.bias,
      this.slot(0, tokens[0]), this.slot(1, tokens[1]), this.slot(2, tokens[2]), this.slot(3, tokens[3]),
      tables[0] + rows[0] * bytes, tables[1] + rows[1] * bytes, tables[2] + rows[2] * bytes,
      tables[3] + rows[3] * bytes, tables[4] + rows[4] * bytes, tables[5] + rows[5] * bytes,
    ); // prettier-ignore
    const sums = this.sums.data;
    for (let action = 0; action < 3; action++) {
      const at = 4 * action;
      this.scores[action] = actionBias[action] + (sums[at] + sums[at + 1] + (sums[at + 2] + sums[at + 3]));
    }
  }
}

/** Row of `labelWay` for an arc: direction and distance. */
export const wayOf = (head: number, dependent: number): number =>
  head > dependent ? bucketOf(head - dependent) : BUCKETS + bucketOf(dependent - head);
