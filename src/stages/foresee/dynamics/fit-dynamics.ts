import type { Dynamics } from '../../../model/dynamics.ts';
import { toDayNumber } from '../move-book.ts';
import { climb, factor, freeOf, precisionOf } from './climb.ts';
import { toInfluences } from './influences.ts';
import type { Influences } from './influences.ts';
import { toPastTerms } from './past-terms.ts';
import type { PastTerms } from './past-terms.ts';
import { DEFAULTS } from './settings.ts';
import type { FitSettings } from './settings.ts';
import type { StreamHistory } from './stream-history.ts';
import { parameterCount, streamCurvature } from './stream-likelihood.ts';
import type { StreamPrior, StreamRows } from './stream-likelihood.ts';
import { toExcitations, toPrior, toStreamRows } from './stream-rows.ts';
import type { StreamTerms } from './stream-rows.ts';

/** One stream's rate under one hypothesis, with what its doubt is drawn from. */
export interface FittedStream {
  readonly terms: StreamTerms;
  /** Log of the base, switches, alphas. */
  readonly theta: Float64Array;
  /** Positions of parameters away from their bounds, and the Cholesky factor of their precision. */
  readonly free: readonly number[];
  readonly lower: Float64Array;
  readonly bounded: Uint8Array;
  /** Weighted number of moves that were fitted, and of those added in thought. */
  readonly moves: number;
  readonly unseenMoves: number;
  /**
   * Expected weighted number of moves by a base of 1 a day, then by each alpha of 1, at the fitted switches but for the
   * season: first all for days out of season, then all for days in season.
   */
  readonly exposure: Float64Array;
  /** Log-likelihood without priors, weights of 1 a day at the end of the record. */
  readonly logLikelihood: number;
}

export interface FittedHypothesis {
  readonly hypothesis: string;
  /** One per stream; undefined for a stream that only processes put on record, or whose record is too short. */
  readonly streams: readonly (FittedStream | undefined)[];
}

/** Plain data: the process as fitted to a record, under every hypothesis of motive. */
export interface FittedDynamics {
  readonly dynamics: Dynamics;
  readonly history: StreamHistory;
  readonly settings: Required<Omit<FitSettings, 'from'>>;
  readonly hypotheses: readonly FittedHypothesis[];
}

function exposureOf(
  rows: StreamRows,
  prior: StreamPrior,
  theta: Float64Array,
  hasSeason: boolean,
): Float64Array {
  const width = 1 + rows.alphaCount;
  const exposure = new Float64Array(2 * width);
  for (let row = 0; row < rows.count; row++) {
    let log = 0;
    for (let s = hasSeason ? 1 : 0; s < rows.switchCount; s++)
      log += rows.switches[row * rows.switchCount + s] * prior.switchSigns[s] * theta[1 + s];
    const scale = Math.exp(log);
    const times = rows.moved[row] === 1 ? rows.weights[row] : 1;
    const at = hasSeason && rows.switches[row * rows.switchCount] === 1 ? width : 0;
    exposure[at] += scale * rows.weights[row];
    for (let a = 0; a < rows.alphaCount; a++)
      exposure[at + 1 + a] += scale * times * rows.excitations[row * rows.alphaCount + a];
  }
  return exposure;
}

function sumMoves(rows: StreamRows): number {
  return rows.weights.reduce((sum, weight, row) => sum + weight * rows.moved[row], 0);
}

function startOf(rows: StreamRows): Float64Array {
  const theta = new Float64Array(parameterCount(rows));
  const total = rows.weights.reduce((sum, weight) => sum + weight, 0);
  theta[0] = Math.log((0.5 * sumMoves(rows) + 0.25) / Math.max(1, total));
  theta.fill(0.05, 1 + rows.switchCount);
  return theta;
}

/** Fits one stream under one hypothesis: the maximum of the posterior and its curvature there (Laplace). */
export function fitStream(terms: StreamTerms, rows: StreamRows, prior: StreamPrior): FittedStream {
  const theta = climb(rows, prior, startOf(rows));
  const curvature = streamCurvature(rows, prior, theta);
  const size = parameterCount(rows);
  const free = freeOf(rows, prior, theta, curvature.gradient);
  let lower: Float64Array | undefined;
  for (let damping = 1e-6; lower === undefined; damping *= 10)
    lower = factor(precisionOf(curvature.hessian, size, free, damping), free.length);
  const bounded = Uint8Array.from(theta, (_, i) =>
    Number(i > rows.switchCount || (i > 0 && prior.switchSigns[i - 1] < 0)),
  );
  const flat = streamCurvature(rows, withoutPrior(prior), theta).value - prior.unseenMoves * theta[0];
  return {
    terms,
    theta,
    free,
    lower,
    bounded,
    moves: sumMoves(rows),
    unseenMoves: prior.unseenMoves,
    exposure: exposureOf(rows, prior, theta, terms.hasSeason),
    logLikelihood: flat,
  };
}

const withoutPrior = (prior: StreamPrior): StreamPrior => ({
  ...prior,
  alphaRates: new Float64Array(prior.alphaRates.length),
  switchSpreads: prior.switchSpreads.map(() => Infinity),
});

/** Days of a stream that a response's record accounts for, as offsets. */
function answeredDays(dynamics: Dynamics, stream: number, past: PastTerms): ReadonlySet<number> {
  const { id } = dynamics.streams[stream];
  const at = new Map(dynamics.streams.map((one, i) => [one.id, i]));
  const found = new Set<number>();
  for (const { when, withinDays, record } of dynamics.responses) {
    if (!record.some(({ came }) => came === id)) continue;
    const setOff = when.flatMap((one) => at.get(one) ?? []).map((i) => past.happened[i]);
    past.happened[stream].forEach((moved, d) => {
      const from = Math.max(0, d - withinDays);
      if (moved === 1 && setOff.some((days) => days.subarray(from, d).includes(1))) found.add(d);
    });
  }
  return found;
}

interface Fitting {
  readonly dynamics: Dynamics;
  readonly past: PastTerms;
  readonly settings: Required<Omit<FitSettings, 'from'>>;
  readonly from?: string;
  readonly answered: readonly ReadonlySet<number>[];
}

function fitOne(fitting: Fitting, influences: Influences, stream: number): FittedStream | undefined {
  const { dynamics, past, settings } = fitting;
  const entry = dynamics.streams[stream];
  const first = [fitting.from, entry.recordFrom].flatMap((day) =>
    day === undefined ? [] : [toDayNumber(day)],
  );
  const until = past.dayCount - 1;
  const from = Math.min(until, Math.max(0, ...first.map((day) => day - past.firstDay)));
  if (until - from < LEAST_DAYS) return undefined;
  const terms: StreamTerms = {
    stream,
    hasSeason: entry.months !== undefined,
    restraints: influences.restraints[stream],
    calmers: influences.calmers[stream],
    kin: influences.kin[stream],
    excitations: toExcitations(influences.exciters[stream], stream),
  };
  const span = { from, until, halfLifeDays: settings.halfLifeDays, leftOut: fitting.answered[stream] };
  return fitStream(terms, toStreamRows(past, terms, span), toPrior(terms, span, settings));
}

/** A record shorter than this says nothing of a rate. */
const LEAST_DAYS = 180;

/** Hypotheses that allow a stream the same influences share its fit. */
function fitOnce(
  fitting: Fitting,
  influences: Influences,
  stream: number,
  known: Map<string, FittedStream | undefined>,
): FittedStream | undefined {
  const key = [stream, influences.exciters[stream], influences.calmers[stream]].join(';');
  const fitted = known.has(key) ? known.get(key) : fitOne(fitting, influences, stream);
  known.set(key, fitted);
  return fitted;
}

/**
 * Fits every stream under every hypothesis to a record, by the greatest posterior: a discrete-day, mutually exciting
 * process (Hawkes 1971; for regularised fits Zhou, Zha & Song 2013), with exponential priors on excitation.
 * @param mute positions of streams that happen only as a process falls due
 */
export function fitDynamics(
  history: StreamHistory,
  dynamics: Dynamics,
  settings: FitSettings & { readonly mute?: readonly number[] } = {},
): FittedDynamics {
  const past = toPastTerms(history, dynamics);
  const { from, mute = [], ...given } = settings;
  const chosen = { ...DEFAULTS, ...given };
  const answered = dynamics.streams.map((_, i) => answeredDays(dynamics, i, past));
  const fitting: Fitting = {
    dynamics,
    past,
    settings: chosen,
    answered,
    ...(from === undefined ? {} : { from }),
  };
  const known = new Map<string, FittedStream | undefined>();
  const hypotheses = toInfluences(dynamics).map((influences) => ({
    hypothesis: influences.hypothesis,
    streams: dynamics.streams.map((_, i) =>
      mute.includes(i) ? undefined : fitOnce(fitting, influences, i, known),
    ),
  }));
  return { dynamics, history, settings: chosen, hypotheses };
}
