/**
 * The probability behind a share of a softmax: linear between the points of a curve measured on annotated text.
 * The curve has its points at equal steps of -log2(1 - share), from share 0 on, `STEPS` to a doubling of certainty.
 */
export const STEPS = 2;

/** Place of a share on the curve, as a fraction of points. */
export const placeOf = (share: number): number => -Math.log2(Math.max(1 - share, 2 ** -12)) * STEPS;

export const toProbability = (curve: Float32Array, share: number): number => {
  const place = Math.min(placeOf(share), curve.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, curve.length - 1);
  return curve[below] + (curve[above] - curve[below]) * (place - below);
};

/** Number of points that cover all places. */
export const CURVE_POINTS = 12 * STEPS + 1;
