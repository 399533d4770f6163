/** One example: indices of its features (each of value 1) and its class. */
export interface Example {
  readonly features: Int32Array;
  readonly label: number;
  readonly weight?: number;
}

export interface FitSettings {
  readonly classes: number;
  readonly size: number;
  /** Strength of the pull of the weights to zero. */
  readonly l2?: number;
  readonly rounds?: number;
  readonly rate?: number;
}

/** Softmax of a row of scores, in place. */
export function softmax(row: Float64Array): void {
  let top = -Infinity;
  for (const x of row) if (x > top) top = x;
  let sum = 0;
  for (let c = 0; c < row.length; c++) sum += row[c] = Math.exp(row[c] - top);
  for (let c = 0; c < row.length; c++) row[c] /= sum;
}

/** Class probabilities of an example; features are scaled to unit length. */
export function scoreLogLinear(
  weights: Float32Array,
  features: Int32Array,
  classes: number,
  out: Float64Array,
): void {
  out.fill(0);
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  for (const f of features) for (let c = 0; c < classes; c++) out[c] += weights[f * classes + c] * scale;
  softmax(out);
}

/** Multinomial logistic regression by AdaGrad, in a fixed order: the same examples give the same weights. */
export function fitLogLinear(examples: readonly Example[], settings: FitSettings): Float32Array {
  const { classes, size, l2 = 0.02, rounds = 30, rate = 1.0 } = settings;
  const weights = new Float32Array(size * classes);
  const seen = new Float32Array(size * classes).fill(1e-6);
  const p = new Float64Array(classes);
  let state = 1;
  const order = examples.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = state % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const { features, label, weight = 1 } = examples[i];
      scoreLogLinear(weights, features, classes, p);
      const scale = 1 / Math.sqrt(Math.max(1, features.length));
      for (const f of features) {
        for (let c = 0; c < classes; c++) {
          const at = f * classes + c;
          const gradient =
            weight * (p[c] - (c === label ? 1 : 0)) * scale + (l2 * weights[at]) / examples.length;
          seen[at] += gradient * gradient;
          weights[at] -= (rate * gradient) / Math.sqrt(seen[at]);
        }
      }
    }
  }
  return weights;
}
