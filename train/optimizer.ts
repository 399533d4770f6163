const BETA1 = 0.9;
const BETA2 = 0.98;
const EPSILON = 1e-8;

/** Adam (Kingma & Ba 2015) over one flat array. */
export class Adam {
  readonly mean: Float32Array;
  readonly square: Float32Array;

  constructor(length: number) {
    this.mean = new Float32Array(length);
    this.square = new Float32Array(length);
  }

  /** Moves `weights` from `at` on against their gradient; the gradient is scaled first. */
  move(weights: Float32Array, gradient: Float32Array, options: { rate: number; scale: number }): void {
    const { mean, square } = this;
    const { rate, scale } = options;
    for (let i = 0; i < gradient.length; i++) {
      const g = gradient[i] * scale;
      const m = BETA1 * mean[i] + (1 - BETA1) * g;
      const s = BETA2 * square[i] + (1 - BETA2) * g * g;
      mean[i] = m;
      square[i] = s;
      weights[i] -= (rate * m) / (Math.sqrt(s) + EPSILON);
    }
  }
}

/** Step length with Adam's bias correction folded in. */
export const correctedRate = (rate: number, step: number): number =>
  (rate * Math.sqrt(1 - Math.min(BETA2 ** step, 0.999))) / (1 - BETA1 ** step);

export const squaredNorm = (gradient: Float32Array): number => {
  let total = 0;
  for (let i = 0; i < gradient.length; i++) total += gradient[i] * gradient[i];
  return total;
};

/** Adagrad (Duchi et al. 2011): seldom seen features keep long steps. */
export const adagradMove = (
  weights: Float32Array,
  square: Float32Array,
  gradient: Float32Array,
  rate: number,
): void => {
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i];
    square[i] += g * g;
    weights[i] -= (rate * g) / (Math.sqrt(square[i]) + EPSILON);
  }
};
