import { chanceFrom, mixSeeds } from '../chance.ts';
import { solveUpper } from './climb.ts';
import type { FittedStream } from './fit-dynamics.ts';
import { drawGamma, drawNormal } from './seeded.ts';

/** Parameters of one stream, one set for each draw of their doubt. */
export interface DrawnStream {
  /** `draws`: base rate a day. */
  readonly base: Float64Array;
  /** `draws`: log factor of the season, 0 where there is none. */
  readonly season: Float64Array;
  /** `draws × restraints` and `draws × calmers`: logs by which they lower. */
  readonly restraints: Float64Array;
  readonly calms: Float64Array;
  /** `draws × excitations`. */
  readonly alphas: Float64Array;
}

/** A stream whose own offspring were expected to outnumber it would never end. */
const MOST_OWN = 0.95;

/** Normal noise of the free parameters with the curvature's covariance, one row for each draw. */
function drawNoise(
  { free, lower }: FittedStream,
  chances: readonly (() => number)[],
): readonly Float64Array[] {
  return chances.map((chance) =>
    solveUpper(
      lower,
      free.length,
      Float64Array.from(free, () => drawNormal(chance)),
    ),
  );
}

/** Spread of each free parameter over the draws. */
const spreadsOf = (noise: readonly Float64Array[], count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, a) =>
    Math.sqrt(noise.reduce((sum, row) => sum + row[a] ** 2, 0) / noise.length),
  );

/**
 * One draw. A parameter that may not be negative is never drawn wider than it is large: far from its peak the likelihood
 * falls as an exponential, not as a normal, and its curvature says little where hardly a move bears on it.
 */
function drawTheta(
  { theta, free, bounded }: FittedStream,
  noise: Float64Array,
  spreads: Float64Array,
): Float64Array {
  const drawn = Float64Array.from(theta);
  free.forEach((i, a) => {
    if (bounded[i] === 1) drawn[i] = Math.max(0, theta[i] + noise[a] * Math.min(1, theta[i] / spreads[a]));
    else drawn[i] = theta[i] + noise[a] * Math.min(1, WIDEST / spreads[a]);
  });
  return drawn;
}

/** Logs of base and season are not drawn wider than this. */
const WIDEST = 1;

/** Expected weighted number of moves of the record under these parameters. */
function expectedMoves(
  { exposure }: FittedStream,
  base: number,
  season: number,
  alphas: Float64Array,
): number {
  const width = 1 + alphas.length;
  const inSeason = Math.exp(season);
  const of = (i: number): number => exposure[i] + inSeason * exposure[width + i];
  return alphas.reduce((sum, alpha, a) => sum + alpha * of(1 + a), base * of(0));
}

/**
 * Draws parameters from the Laplace approximation: normal along free parameters, cut at their bounds; those that are pressed
 * against a bound stay there, so that the doubt is understated where a great many influences are possible. Each draw is then scaled so that it expects a number of moves drawn around that of the record.
 */
export function drawStream(fitted: FittedStream, draws: number, seed: number): DrawnStream {
  const { terms } = fitted;
  const counts = {
    restraints: terms.restraints.length,
    calms: terms.calmers.length,
    alphas: terms.excitations.length,
  };
  const drawn = {
    base: new Float64Array(draws),
    season: new Float64Array(draws),
    restraints: new Float64Array(draws * counts.restraints),
    calms: new Float64Array(draws * counts.calms),
    alphas: new Float64Array(draws * counts.alphas),
  };
  const firstSwitch = terms.hasSeason ? 2 : 1;
  const firstAlpha = firstSwitch + counts.restraints + counts.calms;
  const chances = Array.from({ length: draws }, (_, d) => chanceFrom(mixSeeds(seed, d, terms.stream)));
  const noise = drawNoise(fitted, chances);
  const spreads = spreadsOf(noise, fitted.free.length);
  for (let d = 0; d < draws; d++) {
    const chance = chances[d];
    const theta = drawTheta(fitted, noise[d], spreads);
    const alphas = theta.subarray(firstAlpha);
    const season = terms.hasSeason ? theta[1] : 0;
    const wanted = drawGamma(fitted.moves + fitted.unseenMoves, chance);
    const scale = Math.min(
      2,
      Math.max(1 / 2, wanted / expectedMoves(fitted, Math.exp(theta[0]), season, alphas)),
    );
    const own = terms.excitations.reduce(
      (sum, { from }, a) => sum + (from === terms.stream ? alphas[a] : 0),
      0,
    );
    const kept = Math.min(scale, own > 0 ? MOST_OWN / own : scale);
    drawn.base[d] = Math.exp(theta[0]) * scale;
    drawn.season[d] = season;
    drawn.restraints.set(theta.subarray(firstSwitch, firstSwitch + counts.restraints), d * counts.restraints);
    drawn.calms.set(theta.subarray(firstSwitch + counts.restraints, firstAlpha), d * counts.calms);
    drawn.alphas.set(
      alphas.map((alpha) => alpha * kept),
      d * counts.alphas,
    );
  }
  return drawn;
}

/** The fitted parameters themselves, as so many equal draws. */
export function fittedStream({ terms, theta }: FittedStream, draws: number): DrawnStream {
  const firstSwitch = terms.hasSeason ? 2 : 1;
  const firstCalm = firstSwitch + terms.restraints.length;
  const firstAlpha = firstCalm + terms.calmers.length;
  const repeat = (from: number, until: number): Float64Array => {
    const values = theta.subarray(from, until);
    return Float64Array.from({ length: draws * values.length }, (_, n) => values[n % values.length]);
  };
  return {
    base: new Float64Array(draws).fill(Math.exp(theta[0])),
    season: new Float64Array(draws).fill(terms.hasSeason ? theta[1] : 0),
    restraints: repeat(firstSwitch, firstCalm),
    calms: repeat(firstCalm, firstAlpha),
    alphas: repeat(firstAlpha, theta.length),
  };
}
