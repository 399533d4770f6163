/** One judged example: indices of its features, what the rules say already, and the judgement. */
export interface JudgedExample {
  readonly features: Int32Array;
  readonly base: number;
  readonly value: number;
  readonly weight: number;
}

export interface JudgementSettings {
  readonly size: number;
  readonly rounds?: number;
  readonly rate?: number;
  readonly l2?: number;
}

const CLIP = 1.5;

/** The value that the weights add to the rules' own. */
export function judge(weights: Float64Array, example: Pick<JudgedExample, 'features' | 'base'>): number {
  let sum = example.base;
  for (const feature of example.features) sum += weights[feature];
  return sum;
}

/** Linear regression with clipped errors (Huber) by AdaGrad, in a fixed pseudo-random order. */
export function fitJudgement(examples: readonly JudgedExample[], settings: JudgementSettings): Float64Array {
  const { size, rounds = 12, rate = 0.05, l2 = 1 } = settings;
  const weights = new Float64Array(size);
  const seen = new Float64Array(size).fill(1e-4);
  let state = 1;
  for (let n = 0; n < rounds * examples.length; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const example = examples[state % examples.length];
    const error = Math.max(-CLIP, Math.min(CLIP, judge(weights, example) - example.value)) * example.weight;
    for (const feature of example.features) {
      const gradient = error + l2 * weights[feature];
      seen[feature] += gradient * gradient;
      weights[feature] -= (rate * gradient) / Math.sqrt(seen[feature]);
    }
  }
  return weights;
}
