import { Decider, look, newSight, wayOf } from './decide.ts';
import { paddedLabels, paddedTags } from './network.ts';
import type { Network } from './network.ts';
import { Configuration, SHIFT } from './transitions.ts';

/** What the network says of a batch's tokens; heads count from the sentence's first token, its length being the root. */
export interface Analysis {
  readonly tag: Int32Array;
  /** Share of the softmax over tags. */
  readonly tagShare: Float32Array;
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** Product of the shares of the transition that made the arc and of its label. */
  readonly arcShare: Float32Array;
}

export const newAnalysis = (room: number): Analysis => ({
  tag: new Int32Array(room),
  tagShare: new Float32Array(room),
  head: new Int32Array(room),
  label: new Int32Array(room),
  arcShare: new Float32Array(room),
});

/** What lies further below the best adds less than a millionth to the softmax's sum. */
const NEGLIGIBLE = 14;

/** The best of `count` scores with biases, from `at` on, and its share of their softmax. */
const best = (
  scores: Float32Array,
  at: number,
  bias: Float32Array,
  count: number,
): readonly [number, number] => {
  let top = 0;
  let highest = scores[at] + bias[0];
  for (let k = 1; k < count; k++) {
    const score = scores[at + k] + bias[k];
    if (score > highest) [top, highest] = [k, score];
  }
  let total = 0;
  for (let k = 0; k < count; k++) {
    const below = highest - scores[at + k] - bias[k];
    if (below < NEGLIGIBLE) total += Math.exp(-below);
  }
  return [top, 1 / total];
};

/** Tags and trees for the batch that `encode` has just been run over. */
export class Parser {
  private readonly network: Network;
  private readonly decider: Decider;
  private readonly configuration = new Configuration();
  private readonly sight = newSight();
  private readonly rootLabel: number;

  constructor(network: Network, rootLabel: number) {
    this.network = network;
    this.decider = new Decider(network);
    this.rootLabel = rootLabel;
  }

  tag(count: number, into: Analysis): void {
    const { network } = this;
    network.scoreTags(count);
    const width = paddedTags(network.sizes);
    const bias = network.weight('tagOutBias').data;
    for (let token = 0; token < count; token++) {
      const [tag, share] = best(network.tagScores.data, token * width, bias, network.sizes.tags);
      into.tag[token] = tag;
      into.tagShare[token] = share;
    }
  }

  parse(starts: ArrayLike<number>, count: number, into: Analysis): void {
    this.network.projectForParser(count);
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      this.attach(starts[sentence], starts[sentence + 1] - starts[sentence], into);
    }
    this.label(starts, count, into);
  }

  private attach(base: number, length: number, into: Analysis): void {
    const { configuration, decider, sight } = this;
    configuration.reset(length);
    while (!configuration.isDone()) {
      const forced = configuration.forced();
      if (forced < 0) {
        look(configuration, base, sight);
        decider.score(sight);
      }
      const action = forced < 0 ? this.choose() : forced;
      if (action !== SHIFT) {
        const dependent = configuration.stacked(0);
        into.head[base + dependent] = configuration.headBy(action);
        into.arcShare[base + dependent] = forced < 0 ? this.shareOf(action) : 1;
      }
      configuration.apply(action);
    }
  }

  private choose(): number {
    const { scores } = this.decider;
    let chosen = -1;
    for (let action = 0; action <= 2; action++) {
      if (this.configuration.allows(action) && (chosen < 0 || scores[action] > scores[chosen]))
        chosen = action;
    }
    return chosen;
  }

  private shareOf(action: number): number {
    const { scores } = this.decider;
    let total = 0;
    for (let other = 0; other <= 2; other++) {
      if (this.configuration.allows(other)) total += Math.exp(scores[other] - scores[action]);
    }
    return 1 / total;
  }

  private label(starts: ArrayLike<number>, count: number, into: Analysis): void {
    const { network } = this;
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      const base = starts[sentence];
      const length = starts[sentence + 1] - base;
      for (let token = 0; token < length; token++)
        combineSides(network, base, token, into.head[base + token] === length ? -1 : into.head[base + token]);
    }
    network.project(network.labelHidden, 'labelOut', network.labelScores, count, network.sizes.label);
    const width = paddedLabels(network.sizes);
    const bias = network.weight('labelOutBias').data;
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      const length = starts[sentence + 1] - starts[sentence];
      for (let token = starts[sentence]; token < starts[sentence + 1]; token++) {
        if (into.head[token] === length) {
          into.label[token] = this.rootLabel;
          continue;
        }
        const [label, share] = best(network.labelScores.data, token * width, bias, network.sizes.labels);
        into.label[token] = label;
        into.arcShare[token] *= share;
      }
    }
  }
}

/** The labeller's hidden layer for one arc; a head of -1 (the root) leaves zeros. */
export const combineSides = (network: Network, base: number, dependent: number, head: number): void => {
  const width = network.sizes.label;
  const hidden = network.labelHidden.data;
  const to = (base + dependent) * width;
  if (head < 0) {
    hidden.fill(0, to, to + width);
    return;
  }
  const sides = network.labelSides.data;
  const bias = network.weight('labelInBias').data;
  const way = network.weight('labelWay').data;
  const row = wayOf(head, dependent) * width;
  const headAt = (base + head) * 2 * width;
  const dependentAt = (base + dependent) * 2 * width + width;
  for (let unit = 0; unit < width; unit++) {
    const value = sides[headAt + unit] + sides[dependentAt + unit] + bias[unit] + way[row + unit];
    hidden[to + unit] = value > 0 ? value : 0;
  }
};
