import { Decider, look, newSight, ROW_TABLES, wayOf } from '../src/stages/mark/decide.ts';
import { paddedLabels, paddedTags, SLOTS } from '../src/stages/mark/network.ts';
import { combineSides } from '../src/stages/mark/parse.ts';
import { Configuration } from '../src/stages/mark/transitions.ts';
import type { Chance } from './chance.ts';
import type { Learner } from './learner.ts';
import { costs } from './oracle.ts';
import type { GoldTree } from './oracle.ts';

/** Turns scores into the gradient of the cross entropy with `gold`, in place; returns the loss. */
const entropyGradient = (
  from: { scores: Float32Array; at: number; bias: Float32Array; count: number; width: number },
  gold: number,
  into: Float32Array,
): number => {
  const { scores, at, bias, count, width } = from;
  let highest = -Infinity;
  for (let k = 0; k < count; k++) highest = Math.max(highest, scores[at + k] + bias[k]);
  let total = 0;
  for (let k = 0; k < count; k++) total += into[at + k] = Math.exp(scores[at + k] + bias[k] - highest);
  for (let k = 0; k < count; k++) into[at + k] /= total;
  const loss = -Math.log(into[at + gold] + 1e-9);
  into[at + gold] -= 1;
  into.fill(0, at + count, at + width);
  return loss;
};

export const tagLoss = (learner: Learner, gold: Int32Array, count: number): number => {
  const { network } = learner;
  network.scoreTags(count);
  const width = paddedTags(network.sizes);
  const from = {
    scores: network.tagScores.data,
    bias: network.weight('tagOutBias').data,
    count: network.sizes.tags,
    width,
  };
  let loss = 0;
  for (let token = 0; token < count; token++) {
    loss += entropyGradient({ ...from, at: token * width }, gold[token], learner.tagGradients.data);
  }
  return loss;
};

/** One sentence of a batch, as the parser's losses need it. */
export interface Exercise {
  readonly base: number;
  readonly length: number;
  readonly tree: GoldTree;
  readonly label: readonly number[];
}

/** Cross entropy of the labels of gold arcs; the root's arc teaches nothing. */
export const labelLoss = (learner: Learner, exercises: readonly Exercise[], count: number): number => {
  const { network } = learner;
  for (const { base, length, tree } of exercises) {
    for (let token = 0; token < length; token++)
      combineSides(network, base, token, tree.head[token] === length ? -1 : tree.head[token]);
  }
  network.project(network.labelHidden, 'labelOut', network.labelScores, count, network.sizes.label);
  const width = paddedLabels(network.sizes);
  const from = {
    scores: network.labelScores.data,
    bias: network.weight('labelOutBias').data,
    count: network.sizes.labels,
    width,
  };
  const into = learner.labelGradients.data;
  let loss = 0;
  for (const { base, length, tree, label } of exercises) {
    for (let token = 0; token < length; token++) {
      const at = (base + token) * width;
      if (tree.head[token] === length) into.fill(0, at, at + width);
      else loss += entropyGradient({ ...from, at }, label[token], into);
    }
  }
  spreadLabelGradients(learner, exercises, learner.labelBack(count));
  return loss;
};

const spreadLabelGradients = (
  learner: Learner,
  exercises: readonly Exercise[],
  hidden: Float32Array,
): void => {
  const width = learner.network.sizes.label;
  const sides = learner.sideGradients.data;
  const way = learner.gradient('labelWay').data;
  for (const { base, length, tree } of exercises) {
    for (let token = 0; token < length; token++) {
      if (tree.head[token] === length) continue;
      const from = (base + token) * width;
      const headAt = (base + tree.head[token]) * 2 * width;
      const dependentAt = (base + token) * 2 * width + width;
      const row = wayOf(tree.head[token], token) * width;
      for (let unit = 0; unit < width; unit++) {
        const g = hidden[from + unit];
        sides[headAt + unit] += g;
        sides[dependentAt + unit] += g;
        way[row + unit] += g;
      }
    }
  }
};

/** Walks each sentence by the dynamic oracle, now and then following the parser's own, perhaps wrong, choice. */
export class ActionLoss {
  private readonly learner: Learner;
  private readonly decider: Decider;
  private readonly configuration = new Configuration();
  private readonly sight = newSight();
  private readonly costs = new Int32Array(3);
  private readonly shares = new Float32Array(3);
  private readonly hiddenGradient: Float32Array;

  constructor(learner: Learner) {
    this.learner = learner;
    this.decider = new Decider(learner.network);
    this.hiddenGradient = new Float32Array(learner.network.sizes.decoder);
  }

  run(exercise: Exercise, chance: Chance, explore: number): number {
    const { configuration, decider, sight } = this;
    let loss = 0;
    configuration.reset(exercise.length);
    while (!configuration.isDone()) {
      look(configuration, exercise.base, sight);
      const legal = [0, 1, 2].filter((action) => configuration.allows(action));
      if (legal.length === 1) {
        configuration.apply(legal[0]);
        continue;
      }
      decider.score(sight);
      costs(configuration, exercise.tree, this.costs);
      loss += this.teach(legal);
      const gold = this.bestGold();
      configuration.apply(explore > 0 && chance.next() < explore ? this.sample(chance) : gold);
    }
    return loss;
  }

  private bestGold(): number {
    const least = Math.min(...this.costs);
    let gold = -1;
    for (let action = 0; action < 3; action++) {
      if (
        this.costs[action] === least &&
        (gold < 0 || this.decider.scores[action] > this.decider.scores[gold])
      )
        gold = action;
    }
    return gold;
  }

  private sample(chance: Chance): number {
    const roll = chance.next();
    let sum = 0;
    for (let action = 0; action < 3; action++) {
      sum += this.shares[action];
      if (roll < sum && this.shares[action] > 0) return action;
    }
    return this.bestGold();
  }

  /** Cross entropy with the best free transition; passes gradients back. */
  private teach(legal: readonly number[]): number {
    const { scores } = this.decider;
    const highest = Math.max(...legal.map((action) => scores[action]));
    this.shares.fill(0);
    let total = 0;
    for (const action of legal) total += this.shares[action] = Math.exp(scores[action] - highest);
    for (const action of legal) this.shares[action] /= total;
    const gold = this.bestGold();
    this.passBack(gold);
    return -Math.log(this.shares[gold] + 1e-9);
  }

  private passBack(gold: number): void {
    const { learner, hiddenGradient, decider, sight } = this;
    const width = hiddenGradient.length;
    const action = learner.network.weight('action').data;
    const actionGradient = learner.gradient('action').data;
    const biasGradient = learner.gradient('actionBias').data;
    const [shift, left, right] = this.shares.map((share, at) => (at === gold ? share - 1 : share));
    biasGradient[0] += shift;
    biasGradient[1] += left;
    biasGradient[2] += right;
    for (let unit = 0; unit < width; unit++) {
      const value = decider.hiddenUnits[unit];
      if (value <= 0) {
        hiddenGradient[unit] = 0;
        continue;
      }
      hiddenGradient[unit] =
        shift * action[unit] + left * action[width + unit] + right * action[2 * width + unit];
      actionGradient[unit] += shift * value;
      actionGradient[width + unit] += left * value;
      actionGradient[2 * width + unit] += right * value;
    }
    this.addTo(learner.gradient('slotBias').data, 0);
    for (let slot = 0; slot < SLOTS; slot++) {
      const token = sight.tokens[slot];
      if (token >= 0) this.addTo(learner.slotGradients.data, (token * SLOTS + slot) * width);
      else this.addTo(learner.gradient('empty').data, (token === -1 ? slot : SLOTS) * width);
    }
    ROW_TABLES.forEach((name, table) => this.addTo(learner.gradient(name).data, sight.rows[table] * width));
  }

  private addTo(into: Float32Array, at: number): void {
    const from = this.hiddenGradient;
    for (let unit = 0; unit < from.length; unit++) into[at + unit] += from[unit];
  }
}
