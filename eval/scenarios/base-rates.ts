import { valueOf } from '../../src/stages/foresee/dynamics/estimate.ts';
import { historyRate } from '../../src/stages/foresee/dynamics/history-rates.ts';
import { playRuns } from '../../src/stages/foresee/dynamics/play-runs.ts';
import { historyUntil } from '../../src/stages/foresee/dynamics/stream-history.ts';
import { toDayNumber } from '../../src/stages/foresee/move-book.ts';
import { fitAt, toNullPlay } from './play-from.ts';
import type { Theatre } from './theatre-record.ts';

const START = '2021-03-26';
const DAYS = 180;
const RUNS = 4000;

export interface BaseRate {
  readonly outcome: string;
  readonly played: number;
  readonly history: number;
  readonly interval: readonly [number, number];
  readonly agrees: boolean;
}

/** A scenario without a course beside the record's own stretches of that length, for every watched outcome. */
export function compareBaseRates(theatre: Theatre): readonly BaseRate[] {
  const day = toDayNumber(START);
  const fitted = fitAt(theatre, day);
  const play = toNullPlay(theatre, fitted, { day, horizonDays: DAYS, runs: RUNS });
  const tally = playRuns(play, 0, RUNS);
  return play.outcomes.map((outcome, o) => {
    const played = valueOf(play, tally, o);
    const { value, interval } = historyRate(
      outcome,
      theatre.dynamics,
      historyUntil(theatre.history, day),
      DAYS,
    );
    const agrees = played >= interval[0] && played <= interval[1];
    return { outcome: outcome.id, played, history: value, interval, agrees };
  });
}
