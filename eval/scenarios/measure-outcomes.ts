import { dayRates, logLikelihood } from '../../src/stages/foresee/dynamics/day-rates.ts';
import type { FittedDynamics } from '../../src/stages/foresee/dynamics/fit-dynamics.ts';
import { completeFrom, outcomeDays } from '../../src/stages/foresee/dynamics/history-rates.ts';
import type { PastTerms } from '../../src/stages/foresee/dynamics/past-terms.ts';
import { playRun, seasonTurns } from '../../src/stages/foresee/dynamics/play-run.ts';
import type { PreparedOutcome, PreparedPlay } from '../../src/stages/foresee/dynamics/prepared-play.ts';
import { toRunState } from '../../src/stages/foresee/dynamics/run-state.ts';
import { toDayNumber } from '../../src/stages/foresee/move-book.ts';
import { fitAt, toNullPlay } from './play-from.ts';
import type { Theatre } from './theatre-record.ts';

export const HORIZONS = [30, 180] as const;
const LONGEST = 180;
const RUNS = 400;
/** An outcome is asked about once its record has run so long. */
const LEARNING_DAYS = 730;
const STEP = 15;

/** One question: what was expected of an outcome, and what came. */
export interface Asked {
  readonly outcome: string;
  readonly counts: boolean;
  readonly days: number;
  readonly start: number;
  readonly expected: number;
  readonly came: number;
  readonly climatology: number;
  readonly persistence: number;
  readonly recency: number;
}

/** Per horizon and outcome: mean of the runs. */
function expectedOf(play: PreparedPlay): readonly (readonly number[])[] {
  const state = toRunState(play);
  const turns = seasonTurns(play);
  const sums = HORIZONS.map(() => play.outcomes.map(() => 0));
  const { log } = state;
  for (let run = 0; run < RUNS; run++) {
    playRun(play, state, turns, run);
    play.outcomes.forEach(({ streams, counts }, o) => {
      const days = new Set<number>();
      for (let n = 0; n < log.count; n++) if (streams.includes(log.stream[n])) days.add(log.day[n]);
      HORIZONS.forEach((horizon, h) => {
        const found = [...days].filter((day) => day <= horizon).length;
        sums[h][o] += counts ? found : Math.min(1, found);
      });
    });
  }
  return sums.map((row) => row.map((sum) => sum / RUNS));
}

/** How many days of an outcome fall into the window after a start (1 at most, unless it counts). */
const windowOf = (days: readonly number[], start: number, length: number, counts: boolean): number => {
  const found = days.filter((day) => day > start && day <= start + length).length;
  return counts ? found : Math.min(1, found);
};

const meanOf = (values: readonly number[], prior: number, weight: number): number =>
  (values.reduce((sum, one) => sum + one, 0) + prior * weight) / (values.length + weight);

interface Question {
  readonly outcome: PreparedOutcome;
  readonly days: readonly number[];
  readonly first: number;
  readonly start: number;
  readonly length: number;
}

/** The simple references, from windows that closed before the start. */
function references({ outcome, days, first, start, length }: Question) {
  const past: number[] = [];
  const alike: number[] = [];
  const before = Math.min(1, windowOf(days, start - length, length, outcome.counts));
  for (let each = first; each + length <= start; each += STEP) {
    const value = windowOf(days, each, length, outcome.counts);
    past.push(value);
    if (
      each - length >= first &&
      Math.min(1, windowOf(days, each - length, length, outcome.counts)) === before
    )
      alike.push(value);
  }
  const climatology = meanOf(past, 0.5, 0.1);
  return {
    climatology,
    persistence: windowOf(days, start - length, length, outcome.counts),
    recency: meanOf(alike, climatology, 4),
  };
}

function askAt(theatre: Theatre, fitted: FittedDynamics, start: number): readonly Asked[] {
  const play = toNullPlay(theatre, fitted, { day: start, horizonDays: LONGEST, runs: RUNS });
  const expected = expectedOf(play);
  const { dynamics, history } = theatre;
  return HORIZONS.flatMap((length, h) =>
    play.outcomes.flatMap((outcome, o): readonly Asked[] => {
      const first = completeFrom(outcome, dynamics, history);
      if (start < first + LEARNING_DAYS || start + length > history.lastDay) return [];
      const days = outcomeDays(outcome, history);
      return [
        {
          outcome: outcome.id,
          counts: outcome.counts,
          days: length,
          start,
          expected: expected[h][o],
          came: windowOf(days, start, length, outcome.counts),
          ...references({ outcome, days, first, start, length }),
        },
      ];
    }),
  );
}

/** Log-likelihood of one year's days under each hypothesis, from fits that have not seen them. */
export interface LikelihoodRow {
  readonly hypothesis: string;
  walkForward: number;
  inSample: number;
}

function addLikelihood(
  rows: readonly LikelihoodRow[],
  fitted: FittedDynamics,
  past: PastTerms,
  start: number,
): void {
  const from = start - past.firstDay + 1;
  const until = Math.min(past.dayCount - 1, from + 365);
  fitted.hypotheses.forEach(({ streams }, h) => {
    streams.forEach((stream, i) => {
      if (stream === undefined) return;
      rows[h].walkForward += logLikelihood(dayRates(past, stream), past.happened[i], from, until);
    });
  });
}

export interface OutcomeMeasures {
  readonly asked: readonly Asked[];
  readonly likelihood: readonly LikelihoodRow[];
}

/** Asks about every watched outcome on the first day of each month of 2014 to 2022, each time from a fit that has seen the past alone. */
export function measureOutcomes(theatre: Theatre, past: PastTerms): OutcomeMeasures {
  const likelihood = theatre.dynamics.hypotheses.map(({ hypothesis }): LikelihoodRow => ({
    hypothesis,
    walkForward: 0,
    inSample: 0,
  }));
  const asked: Asked[] = [];
  for (let month = 0; month < 108; month++) {
    const year = 2014 + Math.floor(month / 12);
    const start = toDayNumber(`${year}-${String(1 + (month % 12)).padStart(2, '0')}-01`);
    const fitted = fitAt(theatre, start);
    asked.push(...askAt(theatre, fitted, start));
    if (month % 12 === 0) addLikelihood(likelihood, fitted, past, start);
    if (month === 107)
      fitted.hypotheses.forEach(({ streams }, h) => {
        for (const stream of streams) likelihood[h].inSample += stream?.logLikelihood ?? 0;
      });
  }
  return { asked, likelihood };
}
