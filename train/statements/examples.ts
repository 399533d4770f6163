import type { FeatureList } from '../../src/stages/extract/statements/hashed-features.ts';

/** Labelled examples, their features packed one after another. */
export class Examples {
  private features = new Int32Array(1 << 20);
  private used = 0;
  private readonly starts: number[] = [0];
  readonly labels: number[] = [];

  get size(): number {
    return this.labels.length;
  }

  add(list: FeatureList, label: number): void {
    while (this.used + list.count > this.features.length) {
      const wider = new Int32Array(this.features.length * 2);
      wider.set(this.features);
      this.features = wider;
    }
    this.features.set(list.hashes.subarray(0, list.count), this.used);
    this.used += list.count;
    this.starts.push(this.used);
    this.labels.push(label);
  }

  featuresOf(index: number): Int32Array {
    return this.features.subarray(this.starts[index], this.starts[index + 1]);
  }
}

/** Small seeded generator (mulberry32), so that a training can be run again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Trained {
  readonly slots: number;
  readonly labels: number;
  readonly weights: Float32Array;
}

export interface Course {
  readonly slots: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
}

/** Multinomial (one label: binary) logistic regression by AdaGrad with weight decay on the features met. */
export function trainLinear(examples: Examples, course: Course): Trained {
  const { slots, labels } = course;
  const weights = new Float32Array(slots * labels);
  const squares = new Float32Array(slots * labels).fill(1e-4);
  const random = generator(7);
  const order = Int32Array.from({ length: examples.size }, (_, i) => i);
  const mask = slots - 1;
  const sums = new Float64Array(labels);
  for (let epoch = 0; epoch < course.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const example of order) {
      const features = examples.featuresOf(example);
      sums.fill(0);
      for (const hash of features) {
        const row = (hash & mask) * labels;
        for (let label = 0; label < labels; label++) sums[label] += weights[row + label];
      }
      errors(sums, examples.labels[example], labels);
      for (const hash of features) {
        const row = (hash & mask) * labels;
        for (let label = 0; label < labels; label++) {
          const gradient = sums[label] + course.l2 * weights[row + label];
          squares[row + label] += gradient * gradient;
          weights[row + label] -= (course.rate * gradient) / Math.sqrt(squares[row + label]);
        }
      }
    }
  }
  return { slots, labels, weights };
}

/** Turns logits into errors (probability less truth), in place. */
function errors(sums: Float64Array, truth: number, labels: number): void {
  if (labels === 1) {
    sums[0] = 1 / (1 + Math.exp(-sums[0])) - truth;
    return;
  }
  const top = Math.max(...sums);
  let total = 0;
  for (let label = 0; label < labels; label++) total += sums[label] = Math.exp(sums[label] - top);
  for (let label = 0; label < labels; label++) sums[label] = sums[label] / total - (label === truth ? 1 : 0);
}
