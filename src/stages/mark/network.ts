import { Kernel } from './kernel.ts';
import type { Floats, Run } from './kernel.ts';
import { evenModule } from './row-code.ts';

/** Widths of the network's layers; `tags` and `labels` count outputs. */
export interface Sizes {
  /** Of the word vectors and of each direction of each recurrent layer. */
  readonly hidden: number;
  readonly layers: number;
  /** The recurrent layer, from 0, whose output the tagger reads. */
  readonly tagLayer: number;
  readonly tag: number;
  readonly tags: number;
  readonly decoder: number;
  readonly label: number;
  readonly labels: number;
}

/** Places of the parser's configuration that the decoder sees: the stack's top three and the buffer's first. */
export const SLOTS = 4;
/** Buckets of distances and of counts of dependents. */
export const BUCKETS = 12;
export const COUNTS = 4;

export const bucketOf = (distance: number): number =>
  distance < 7
    ? distance
    : distance < 10
      ? 7
      : distance < 15
        ? 8
        : distance < 25
          ? 9
          : distance < 40
            ? 10
            : 11;

const eights = (width: number): number => Math.ceil(width / 8) * 8;
export const paddedTags = (sizes: Sizes): number => eights(sizes.tags);
export const paddedLabels = (sizes: Sizes): number => eights(sizes.labels);

/** Lengths of all weights by name, word vectors aside. Matrices are stored input × output. */
export const weightLengths = (sizes: Sizes): ReadonlyMap<string, number> => {
  const { hidden, layers, tag, decoder, label } = sizes;
  const lengths = new Map<string, number>();
  for (let layer = 0; layer < layers; layer++) {
    lengths.set(`w${layer}`, (layer === 0 ? hidden : 2 * hidden) * 6 * hidden);
    lengths.set(`b${layer}`, 6 * hidden);
    lengths.set(`v${layer}`, 4 * hidden);
  }
  lengths.set('tagIn', 2 * hidden * tag).set('tagInBias', tag);
  lengths.set('tagOut', tag * paddedTags(sizes)).set('tagOutBias', paddedTags(sizes));
  lengths.set('slot', 2 * hidden * SLOTS * decoder).set('slotBias', decoder);
  lengths.set('empty', (SLOTS + 1) * decoder);
  lengths
    .set('near', BUCKETS * decoder)
    .set('gap', BUCKETS * decoder)
    .set('counts', 4 * COUNTS * decoder);
  lengths.set('action', 3 * decoder).set('actionBias', 4);
  lengths
    .set('labelIn', 2 * hidden * 2 * label)
    .set('labelInBias', label)
    .set('labelWay', 2 * BUCKETS * label);
  lengths.set('labelOut', label * paddedLabels(sizes)).set('labelOutBias', paddedLabels(sizes));
  return lengths;
};

/** A smooth step from -1 to 1 made of one division: the Padé form of tanh, exactly ±1 beyond ±3. */
export const squash = (y: number): number => {
  const kept = Math.min(3, Math.max(-3, y));
  const square = kept * kept;
  return (kept * (27 + square)) / (27 + 9 * square);
};

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

/** The network's weights and work space for up to `room` tokens at a time, all in one kernel's memory. */
export class Network {
  readonly sizes: Sizes;
  readonly room: number;
  readonly kernel: Kernel;
  readonly weights: ReadonlyMap<string, Floats>;
  /** Input of each layer (0: word vectors) and, last, the output of the top one. */
  readonly values: readonly Floats[];
  /** Candidate, forget and reset values of each layer and direction. */
  readonly gates: readonly Floats[];
  readonly tagHidden: Floats;
  readonly tagScores: Floats;
  readonly slots: Floats;
  readonly labelSides: Floats;
  readonly labelHidden: Floats;
  readonly labelScores: Floats;
  /** What `even` multiplied each row with. */
  readonly scales: Floats;
  private readonly evenRows: ReadonlyMap<number, Run>;

  /** `extra`: floats beyond the network's own that the caller will take from the kernel. */
  constructor(sizes: Sizes, room: number, extra = 0) {
    const lengths = weightLengths(sizes);
    const { hidden, layers } = sizes;
    const perToken =
      hidden * (1 + 8 * layers) +
      1 +
      sizes.tag +
      paddedTags(sizes) +
      SLOTS * sizes.decoder +
      3 * sizes.label +
      paddedLabels(sizes);
    this.sizes = sizes;
    this.room = room;
    this.kernel = new Kernel(sum(lengths.values()) + perToken * room + extra + 4096);
    const take = (perOne: number): Floats => this.kernel.take(perOne * room);
    this.weights = new Map([...lengths].map(([name, length]) => [name, this.kernel.take(length)]));
    this.values = Array.from({ length: layers + 1 }, (_, layer) => take(layer === 0 ? hidden : 2 * hidden));
    this.gates = Array.from({ length: layers }, () => take(6 * hidden));
    this.tagHidden = take(sizes.tag);
    this.tagScores = take(paddedTags(sizes));
    this.slots = take(SLOTS * sizes.decoder);
    this.labelSides = take(2 * sizes.label);
    this.labelHidden = take(sizes.label);
    this.labelScores = take(paddedLabels(sizes));
    this.scales = take(1);
    this.evenRows = new Map(
      [hidden, 2 * hidden].map((width) => [width, this.kernel.compile(evenModule(width))]),
    );
  }

  weight(name: string): Floats {
    const found = this.weights.get(name);
    if (found === undefined) throw new Error(`The network has no weights named ${name}.`);
    return found;
  }

  /** to[rows × width] = from[rows × inner] · weights. */
  project(from: Floats, name: string, to: Floats, rows: number, inner: number): void {
    const width = this.weight(name).data.length / inner;
    this.kernel.multiply({
      a: from.at, rowStride: inner, innerStride: 1, b: this.weight(name).at, bStride: width,
      c: to.at, cStride: width, rows, columns: width, inner, add: false,
    }); // prettier-ignore
  }

  /** Brings each of `count` rows to a mean square of one; a layer's rows are as wide as its direction or both. */
  even(rows: Floats, width: number, count: number): void {
    const run = this.evenRows.get(width);
    if (run === undefined) throw new Error(`The network has no layer ${width} wide.`);
    run(rows.at, this.scales.at, count);
  }

  /** Adds a bias to each row and cuts off what is negative. */
  rectify(of: Floats, bias: Float32Array, rows: number): void {
    const width = bias.length;
    const data = of.data;
    for (let row = 0, at = 0; row < rows; row++) {
      for (let unit = 0; unit < width; unit++, at++) {
        const value = data[at] + bias[unit];
        data[at] = value > 0 ? value : 0;
      }
    }
  }

  /** Tag scores of `count` tokens from the tag layer's output. */
  scoreTags(count: number): void {
    const { sizes } = this;
    this.project(this.values[sizes.tagLayer + 1], 'tagIn', this.tagHidden, count, 2 * sizes.hidden);
    this.rectify(this.tagHidden, this.weight('tagInBias').data, count);
    this.project(this.tagHidden, 'tagOut', this.tagScores, count, sizes.tag);
  }

  /** What the decoder and the labeller need to know of each of `count` tokens. */
  projectForParser(count: number): void {
    const { sizes } = this;
    const top = this.values[sizes.layers];
    this.project(top, 'slot', this.slots, count, 2 * sizes.hidden);
    this.project(top, 'labelIn', this.labelSides, count, 2 * sizes.hidden);
  }
}
