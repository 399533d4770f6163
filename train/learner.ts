import { Network, paddedLabels, paddedTags, SLOTS, weightLengths } from '../src/stages/mark/network.ts';
import type { Sizes } from '../src/stages/mark/network.ts';
import type { Floats } from '../src/stages/mark/kernel.ts';
import type { Chance } from './chance.ts';
import { Adam, correctedRate, squaredNorm } from './optimizer.ts';
import { runBackward, runForward } from './recur-learning.ts';
import type { Pass } from './recur-learning.ts';

const maximum = (numbers: Iterable<number>): number => Math.max(...numbers);

/** A network with gradients, traces and an optimizer: what training needs beyond the stage. */
export class Learner {
  readonly network: Network;
  readonly gradients: ReadonlyMap<string, Floats>;
  /** Gradients of `values`, layer by layer. */
  readonly valueGradients: readonly Floats[];
  readonly tagGradients: Floats;
  readonly slotGradients: Floats;
  readonly labelGradients: Floats;
  readonly sideGradients: Floats;
  private readonly tagHiddenGradients: Floats;
  private readonly labelHiddenGradients: Floats;
  private readonly gateGradients: Floats;
  private readonly turned: Floats;
  private readonly cells: readonly Float32Array[];
  private readonly slopes: readonly Float32Array[];
  private readonly masks: readonly Float32Array[];
  /** Values after normalizing and before dropout, and the scales that brought them there; by layer. */
  private readonly even: readonly Float32Array[];
  private readonly scales: readonly Float32Array[];
  private readonly optimizers: ReadonlyMap<string, Adam>;
  step = 0;

  constructor(sizes: Sizes, room: number) {
    const lengths = weightLengths(sizes);
    const all = [...lengths.values()].reduce((total, length) => total + length, 0);
    const widest = maximum(lengths.values());
    const { hidden, layers } = sizes;
    const perToken =
      hidden * (1 + 2 * layers + 6) +
      2 * sizes.tag +
      2 * paddedTags(sizes) +
      SLOTS * sizes.decoder +
      4 * sizes.label +
      2 * paddedLabels(sizes);
    this.network = new Network(sizes, room, all + widest + perToken * room + 4096);
    const take = (length: number): Floats => this.network.kernel.take(length);
    this.gradients = new Map([...lengths].map(([name, length]) => [name, take(length)]));
    this.valueGradients = Array.from({ length: layers + 1 }, (_, layer) =>
      take(room * hidden * (layer === 0 ? 1 : 2)),
    );
    this.tagGradients = take(room * paddedTags(sizes));
    this.tagHiddenGradients = take(room * sizes.tag);
    this.slotGradients = take(room * SLOTS * sizes.decoder);
    this.labelGradients = take(room * paddedLabels(sizes));
    this.labelHiddenGradients = take(room * sizes.label);
    this.sideGradients = take(room * 2 * sizes.label);
    this.gateGradients = take(room * 6 * hidden);
    this.turned = take(widest);
    this.cells = Array.from({ length: layers }, () => new Float32Array(room * 2 * hidden));
    this.slopes = Array.from({ length: layers }, () => new Float32Array(room * 4 * hidden));
    this.masks = Array.from({ length: layers }, () => new Float32Array(room * 2 * hidden));
    this.even = Array.from(
      { length: layers + 1 },
      (_, layer) => new Float32Array(room * hidden * (layer === 0 ? 1 : 2)),
    );
    this.scales = Array.from({ length: layers + 1 }, () => new Float32Array(room));
    this.optimizers = new Map([...lengths].map(([name, length]) => [name, new Adam(length)]));
  }

  gradient(name: string): Floats {
    const found = this.gradients.get(name);
    if (found === undefined) throw new Error(`No gradient named ${name}.`);
    return found;
  }

  /** Sets all matrices to small random numbers and all biases to zero. */
  initialize(chance: Chance): void {
    const { sizes } = this.network;
    const inner: ReadonlyMap<string, number> = new Map([
      ['tagIn', 2 * sizes.hidden], ['tagOut', sizes.tag], ['slot', 2 * sizes.hidden * 3], ['action', sizes.decoder],
      ['labelIn', 4 * sizes.hidden], ['labelOut', sizes.label],
      ...Array.from({ length: sizes.layers }, (_, layer) => [`w${layer}`, layer === 0 ? sizes.hidden : 2 * sizes.hidden] as const),
    ]); // prettier-ignore
    for (const [name, width] of inner) {
      const limit = Math.sqrt(3 / width);
      const { data } = this.network.weight(name);
      for (let at = 0; at < data.length; at++) data[at] = (2 * chance.next() - 1) * limit;
    }
  }

  private *passes(layer: number, starts: readonly number[]): Generator<Pass> {
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      for (const backward of [false, true]) {
        yield {
          network: this.network, layer, backward, first: starts[sentence], last: starts[sentence + 1] - 1,
          cells: this.cells[layer], slopes: this.slopes[layer],
        }; // prettier-ignore
      }
    }
  }

  /** Runs the recurrent layers with dropout: one mask for each sentence and layer, kept for the way back. */
  encode(starts: readonly number[], chance: Chance, dropout: number): void {
    const { network } = this;
    const { hidden, layers } = network.sizes;
    const count = starts[starts.length - 1];
    this.makeEven(0, hidden, count);
    for (let layer = 0; layer < layers; layer++) {
      network.project(
        network.values[layer],
        `w${layer}`,
        network.gates[layer],
        count,
        layer === 0 ? hidden : 2 * hidden,
      );
      for (const pass of this.passes(layer, starts)) runForward(pass);
      this.makeEven(layer + 1, 2 * hidden, count);
      this.drop(layer, starts, chance, dropout);
    }
  }

  private makeEven(layer: number, width: number, count: number): void {
    const values = this.network.values[layer];
    this.network.even(values, width, count);
    this.scales[layer].set(this.network.scales.data.subarray(0, count));
    this.even[layer].set(values.data.subarray(0, count * width));
  }

  /** From gradients of normalized values to gradients of what was normalized, in place. */
  private evenBack(layer: number, width: number, count: number): void {
    const gradients = this.valueGradients[layer].data;
    const even = this.even[layer];
    for (let row = 0; row < count; row++) {
      const at = row * width;
      let along = 0;
      for (let unit = 0; unit < width; unit++) along += gradients[at + unit] * even[at + unit];
      along /= width;
      const scale = this.scales[layer][row];
      for (let unit = 0; unit < width; unit++)
        gradients[at + unit] = (gradients[at + unit] - even[at + unit] * along) * scale;
    }
  }

  private drop(layer: number, starts: readonly number[], chance: Chance, dropout: number): void {
    const width = 2 * this.network.sizes.hidden;
    const values = this.network.values[layer + 1].data;
    const masks = this.masks[layer];
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      const mask = Float32Array.from({ length: width }, () =>
        chance.next() < dropout ? 0 : 1 / (1 - dropout),
      );
      for (let token = starts[sentence]; token < starts[sentence + 1]; token++) {
        masks.set(mask, token * width);
        for (let unit = 0; unit < width; unit++) values[token * width + unit] *= mask[unit];
      }
    }
  }

  /** Empties all gradients that the next backward run adds to. */
  clear(count: number): void {
    const { sizes } = this.network;
    for (const { data } of this.gradients.values()) data.fill(0);
    for (const { data } of this.valueGradients) data.fill(0, 0, count * 2 * sizes.hidden);
    this.slotGradients.data.fill(0, 0, count * SLOTS * sizes.decoder);
    this.sideGradients.data.fill(0, 0, count * 2 * sizes.label);
  }

  /** Passes the gradients of the three outputs back to all weights and to the word vectors. */
  backward(starts: readonly number[]): void {
    const { network } = this;
    const { sizes } = network;
    const count = starts[starts.length - 1];
    const wide = 2 * sizes.hidden;
    this.rectifiedBack(
      {
        scores: this.tagGradients,
        hidden: network.tagHidden,
        hiddenGradients: this.tagHiddenGradients,
        out: 'tagOut',
        bias: 'tagInBias',
      },
      count,
    );
    this.projectBack(
      this.tagHiddenGradients,
      network.values[sizes.tagLayer + 1],
      this.valueGradients[sizes.tagLayer + 1],
      { name: 'tagIn', count, inner: wide },
    );
    const top = network.values[sizes.layers];
    const topGradients = this.valueGradients[sizes.layers];
    this.projectBack(this.slotGradients, top, topGradients, { name: 'slot', count, inner: wide });
    this.projectBack(this.sideGradients, top, topGradients, { name: 'labelIn', count, inner: wide });
    for (let layer = sizes.layers - 1; layer >= 0; layer--) this.layerBack(layer, starts);
    this.evenBack(0, sizes.hidden, count);
  }

  /** From label scores back to the labeller's hidden layer, whose gradients are returned. */
  labelBack(count: number): Float32Array {
    const { network } = this;
    this.rectifiedBack(
      {
        scores: this.labelGradients,
        hidden: network.labelHidden,
        hiddenGradients: this.labelHiddenGradients,
        out: 'labelOut',
        bias: 'labelInBias',
      },
      count,
    );
    return this.labelHiddenGradients.data;
  }

  private rectifiedBack(
    part: { scores: Floats; hidden: Floats; hiddenGradients: Floats; out: string; bias: string },
    count: number,
  ): void {
    const inner = this.gradient(part.bias).data.length;
    const into = part.hiddenGradients.data;
    into.fill(0, 0, count * inner);
    this.projectBack(part.scores, part.hidden, part.hiddenGradients, { name: part.out, count, inner });
    for (let at = 0; at < count * inner; at++) if (part.hidden.data[at] <= 0) into[at] = 0;
    sumRows(into, this.gradient(part.bias).data, count);
    const outBias = this.gradient(`${part.out}Bias`).data;
    sumRows(part.scores.data, outBias, count);
  }

  /** For to = from · W: adds to the gradients of W and of `from`. */
  private projectBack(
    to: Floats,
    from: Floats,
    fromGradients: Floats,
    on: { name: string; count: number; inner: number },
  ): void {
    const { name, count, inner } = on;
    const weight = this.network.weight(name);
    const width = weight.data.length / inner;
    const { kernel } = this.network;
    kernel.multiply({
      a: from.at, rowStride: 1, innerStride: inner, b: to.at, bStride: width, c: this.gradient(name).at, cStride: width,
      rows: inner, columns: width, inner: count, add: true,
    }); // prettier-ignore
    const turned = this.turned.data;
    for (let row = 0; row < inner; row++) {
      for (let column = 0; column < width; column++)
        turned[column * inner + row] = weight.data[row * width + column];
    }
    kernel.multiply({
      a: to.at, rowStride: width, innerStride: 1, b: this.turned.at, bStride: inner, c: fromGradients.at, cStride: inner,
      rows: count, columns: inner, inner: width, add: true,
    }); // prettier-ignore
  }

  private layerBack(layer: number, starts: readonly number[]): void {
    const { network } = this;
    const { hidden } = network.sizes;
    const count = starts[starts.length - 1];
    const output = this.valueGradients[layer + 1].data;
    const mask = this.masks[layer];
    for (let at = 0; at < count * 2 * hidden; at++) output[at] *= mask[at];
    this.evenBack(layer + 1, 2 * hidden, count);
    const gradients = {
      output,
      input: this.valueGradients[layer].data,
      gates: this.gateGradients.data,
      bias: this.gradient(`b${layer}`).data,
      memory: this.gradient(`v${layer}`).data,
    };
    for (const pass of this.passes(layer, starts)) runBackward(pass, gradients);
    const inner = layer === 0 ? hidden : 2 * hidden;
    this.projectBack(this.gateGradients, network.values[layer], this.valueGradients[layer], {
      name: `w${layer}`,
      count,
      inner,
    });
  }

  /** One step of Adam with the gradients' mean over `count` tokens, their norm kept to `clip`. Returns the scale. */
  update(rate: number, clip: number, count: number): number {
    this.step++;
    let square = 0;
    for (const { data } of this.gradients.values()) square += squaredNorm(data);
    const norm = Math.sqrt(square) / count;
    const scale = (norm > clip ? clip / norm : 1) / count;
    for (const [name, adam] of this.optimizers) {
      adam.move(this.network.weight(name).data, this.gradient(name).data, {
        rate: correctedRate(rate, this.step),
        scale,
      });
    }
    return scale;
  }

  get optimizerStates(): ReadonlyMap<string, Adam> {
    return this.optimizers;
  }
}

const sumRows = (from: Float32Array, into: Float32Array, rows: number): void => {
  const width = into.length;
  for (let row = 0, at = 0; row < rows; row++)
    for (let unit = 0; unit < width; unit++, at++) into[unit] += from[at];
};
