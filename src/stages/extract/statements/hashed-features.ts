import type { LinearWeights } from '../../../model/lexicon-speech.ts';

/** Hash of a text, 32 bits (FNV-1a over UTF-16 units, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** The features of one thing, as hashes; used again for the next. Templates keep their numbers for good. */
export class FeatureList {
  readonly hashes = new Int32Array(256);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Adds a feature of up to three values under a template number. */
  add(template: number, a = 0, b = 0, c = 0): void {
    let hash = Math.imul(template + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ a, 0x85ebca6b);
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
    hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f);
    if (this.count < this.hashes.length) this.hashes[this.count++] = hash ^ (hash >>> 16);
  }
}

/** Logits of all labels: sums of the weights of the features present. */
export function logits(model: LinearWeights, features: FeatureList): number[] {
  const sums = new Array<number>(model.labels).fill(0);
  const mask = model.slots - 1;
  for (let i = 0; i < features.count; i++) {
    const row = (features.hashes[i] & mask) * model.labels;
    for (let label = 0; label < model.labels; label++) sums[label] += model.weights[row + label];
  }
  return sums.map((sum) => sum * model.scale);
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
