import type { Estimate } from '../../../model/scenario.ts';
import type { RunTally } from './play-runs.ts';
import type { PreparedPlay } from './prepared-play.ts';

interface Mean {
  readonly runs: number;
  readonly value: number;
  /** Variance of the mean by chance alone. */
  readonly noise: number;
}

function meanOf(play: PreparedPlay, tally: RunTally, outcome: number, sets: readonly number[]): Mean {
  const width = play.outcomes.length;
  let runs = 0;
  let sum = 0;
  let squares = 0;
  for (const set of sets) {
    runs += tally.played[set];
    sum += tally.sums[set * width + outcome];
    squares += tally.squares[set * width + outcome];
  }
  const value = runs === 0 ? 0 : sum / runs;
  const spread = runs < 2 ? 0 : Math.max(0, squares / runs - value * value);
  return { runs, value, noise: runs === 0 ? 0 : spread / runs };
}

const setsOf = (play: PreparedPlay, h: number): readonly number[] =>
  Array.from({ length: play.draws }, (_, d) => h * play.draws + d);

/** Mean of an outcome over the runs of each hypothesis. */
export function byHypothesis(play: PreparedPlay, tally: RunTally, outcome: number): readonly number[] {
  return play.hypotheses.map((_, h) => meanOf(play, tally, outcome, setsOf(play, h)).value);
}

/** Mean over hypotheses by weight: steadier than the plain mean of runs, and the same for any split of the runs. */
export function valueOf(play: PreparedPlay, tally: RunTally, outcome: number): number {
  const means = byHypothesis(play, tally, outcome);
  return play.hypotheses.reduce((sum, { weight }, h) => sum + weight * means[h], 0);
}

/**
 * Variance of an outcome's mean between draws of the parameters, within hypotheses, less what chance alone gives;
 * bounded by the spread of the draws themselves.
 */
function parameterSpread(play: PreparedPlay, tally: RunTally, outcome: number): number {
  let variance = 0;
  play.hypotheses.forEach(({ weight }, h) => {
    const centre = meanOf(play, tally, outcome, setsOf(play, h)).value;
    const means = setsOf(play, h).map((set) => meanOf(play, tally, outcome, [set]));
    const used = means.filter(({ runs }) => runs > 1);
    const total = used.reduce((sum, { runs }) => sum + runs, 0);
    if (total === 0) return;
    const between = used.reduce((sum, { runs, value }) => sum + runs * (value - centre) ** 2, 0) / total;
    const noise = used.reduce((sum, one) => sum + one.runs * one.noise, 0) / total;
    variance += weight * Math.max(0, between - noise);
  });
  return Math.sqrt(variance);
}

/** Standard normal quantile of 0.9: eight in ten lie within. */
const EIGHT_IN_TEN = 1.2816;

/** An outcome's estimate with its two doubts. Probabilities stay between 0 and 1, counts above 0. */
export function toEstimate(play: PreparedPlay, tally: RunTally, outcome: number): Estimate {
  const value = valueOf(play, tally, outcome);
  const reach = EIGHT_IN_TEN * parameterSpread(play, tally, outcome);
  const most = play.outcomes[outcome].counts ? Infinity : 1;
  const means = byHypothesis(play, tally, outcome);
  return {
    value,
    fromParameters: [Math.max(0, value - reach), Math.min(most, value + reach)],
    fromHypotheses: [Math.min(...means), Math.max(...means)],
  };
}
