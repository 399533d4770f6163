/**
 * The days of one stream as its likelihood sees them. A day's rate is
 * `exp(Σ switch · sign) · (base + Σ alpha · excitation)`, the chance of a move `1 − exp(−rate)`.
 * Quiet days with the same switches are summed into one row, because their likelihood is linear in base and alpha.
 */
export interface StreamRows {
  readonly switchCount: number;
  readonly alphaCount: number;
  /** Rows of days with a move, one each, then rows of quiet days, summed. */
  readonly count: number;
  readonly moved: Uint8Array;
  /** Weight of the row: of a move its forgetting weight; of quiet days their summed weight. */
  readonly weights: Float64Array;
  /** `count × switchCount`, 1 where the switch is on. */
  readonly switches: Uint8Array;
  /** `count × alphaCount`: excitations; of quiet days summed with their weights. */
  readonly excitations: Float64Array;
}

/** How parameters are held back: exponential priors on alphas, normal ones on switches, part of a move on the base. */
export interface StreamPrior {
  /** Rate of the exponential prior of each alpha. */
  readonly alphaRates: Float64Array;
  /** Standard deviation of each switch's log factor. */
  readonly switchSpreads: Float64Array;
  /** −1: the switch lowers the rate and is not below 0; 1: free. */
  readonly switchSigns: Int8Array;
  /** Moves that are added in thought, so that what never happened is not held impossible. */
  readonly unseenMoves: number;
}

/** Order of parameters: log of the base, switches, alphas. */
export const parameterCount = (rows: StreamRows): number => 1 + rows.switchCount + rows.alphaCount;

export interface Curvature {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Row by row. */
  readonly hessian: Float64Array;
}

/** Log-likelihood of one row by its rate, with first and second derivative; quiet rows carry their weight in the rate. */
function ofRate(moved: boolean, weight: number, rate: number): readonly [number, number, number] {
  if (!moved) return [-rate, -1, 0];
  const grown = Math.expm1(rate);
  return [weight * Math.log(-Math.expm1(-rate)), weight / grown, (-weight * (grown + 1)) / (grown * grown)];
}

interface RowRate {
  readonly scale: number;
  readonly rate: number;
}

function rateOf(rows: StreamRows, prior: StreamPrior, theta: Float64Array, row: number): RowRate {
  const { switchCount, alphaCount } = rows;
  let log = 0;
  for (let s = 0; s < switchCount; s++)
    if (rows.switches[row * switchCount + s] === 1) log += prior.switchSigns[s] * theta[1 + s];
  const scale = Math.exp(log);
  let inner = Math.exp(theta[0]) * (rows.moved[row] === 1 ? 1 : rows.weights[row]);
  for (let a = 0; a < alphaCount; a++)
    inner += theta[1 + switchCount + a] * rows.excitations[row * alphaCount + a];
  return { scale, rate: scale * inner };
}

/** d rate / d parameter of a row. */
function slopes(
  rows: StreamRows,
  prior: StreamPrior,
  theta: Float64Array,
  row: number,
  into: Float64Array,
): number {
  const { switchCount, alphaCount } = rows;
  const { scale, rate } = rateOf(rows, prior, theta, row);
  into[0] = scale * Math.exp(theta[0]) * (rows.moved[row] === 1 ? 1 : rows.weights[row]);
  for (let s = 0; s < switchCount; s++)
    into[1 + s] = rows.switches[row * switchCount + s] === 1 ? prior.switchSigns[s] * rate : 0;
  for (let a = 0; a < alphaCount; a++)
    into[1 + switchCount + a] = scale * rows.excitations[row * alphaCount + a];
  return rate;
}

/** Second derivatives of the rate: the base with itself, and every switch with everything. */
function addBend(
  hessian: Float64Array,
  slope: Float64Array,
  rows: StreamRows,
  signed: Float64Array,
  first: number,
) {
  const size = slope.length;
  hessian[0] += first * slope[0];
  for (let s = 1; s <= rows.switchCount; s++) {
    if (signed[s] === 0) continue;
    for (let i = 0; i < size; i++) {
      if (i >= 1 && i <= rows.switchCount) hessian[s * size + i] += first * slope[s] * signed[i];
      else {
        hessian[s * size + i] += first * slope[i] * signed[s];
        hessian[i * size + s] += first * slope[i] * signed[s];
      }
    }
  }
}

function addOuter(hessian: Float64Array, slope: Float64Array, second: number): void {
  const size = slope.length;
  for (let i = 0; i < size; i++) {
    const left = second * slope[i];
    if (left === 0) continue;
    for (let j = 0; j < size; j++) hessian[i * size + j] += left * slope[j];
  }
}

function priorValue(theta: Float64Array, prior: StreamPrior): number {
  let value = prior.unseenMoves * theta[0];
  prior.switchSpreads.forEach((spread, s) => (value -= theta[1 + s] ** 2 / (2 * spread * spread)));
  const first = 1 + prior.switchSpreads.length;
  prior.alphaRates.forEach((rate, a) => (value -= rate * theta[first + a]));
  return value;
}

/** Log-likelihood with the log-priors, at a point. */
export function streamValue(rows: StreamRows, prior: StreamPrior, theta: Float64Array): number {
  let value = priorValue(theta, prior);
  for (let row = 0; row < rows.count; row++)
    value += ofRate(rows.moved[row] === 1, rows.weights[row], rateOf(rows, prior, theta, row).rate)[0];
  return value;
}

/** The same with gradient and Hessian, both exact. */
export function streamCurvature(rows: StreamRows, prior: StreamPrior, theta: Float64Array): Curvature {
  const size = parameterCount(rows);
  const { switchCount } = rows;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const slope = new Float64Array(size);
  const signed = new Float64Array(size);
  let value = priorValue(theta, prior);
  for (let row = 0; row < rows.count; row++) {
    const rate = slopes(rows, prior, theta, row, slope);
    const [part, first, second] = ofRate(rows.moved[row] === 1, rows.weights[row], rate);
    value += part;
    for (let s = 0; s < switchCount; s++)
      signed[1 + s] = rows.switches[row * switchCount + s] * prior.switchSigns[s];
    for (let i = 0; i < size; i++) gradient[i] += first * slope[i];
    if (second !== 0) addOuter(hessian, slope, second);
    addBend(hessian, slope, rows, signed, first);
  }
  gradient[0] += prior.unseenMoves;
  for (let s = 0; s < switchCount; s++) {
    const precision = 1 / prior.switchSpreads[s] ** 2;
    gradient[1 + s] -= precision * theta[1 + s];
    hessian[(1 + s) * size + 1 + s] -= precision;
  }
  prior.alphaRates.forEach((rate, a) => (gradient[1 + switchCount + a] -= rate));
  return { value, gradient, hessian };
}
