import type { FittedDynamics } from '../../src/stages/foresee/dynamics/fit-dynamics.ts';
import { playRuns } from '../../src/stages/foresee/dynamics/play-runs.ts';
import { valueOf } from '../../src/stages/foresee/dynamics/estimate.ts';
import type { FitSettings } from '../../src/stages/foresee/dynamics/settings.ts';
import { toDayNumber } from '../../src/stages/foresee/move-book.ts';
import { scoreForecasts } from '../../src/stages/foresee/score-forecasts.ts';
import type { ForecastScore } from '../../src/stages/foresee/score-forecasts.ts';
import { fitAt, toNullPlay } from './play-from.ts';
import type { Theatre } from './theatre-record.ts';

const LENGTH = 30;
const OUTCOME = 'outcome.launch';

export interface LaunchSettings extends FitSettings {
  readonly runs?: number;
  /** Weeks after which the process is fitted anew. */
  readonly refitEvery?: number;
  readonly hypothesis?: string;
}

/** Days with a launch of any of the outcome's streams. */
export function launchDaysOf({ dynamics, history }: Theatre): ReadonlySet<number> {
  const streams = dynamics.outcomes.find(({ id }) => id === OUTCOME)?.streams ?? [];
  const at = streams.map((id) => dynamics.streams.findIndex((stream) => stream.id === id));
  return new Set(at.flatMap((i) => [...history.streams[i].days]));
}

/** "At least one launch in the next 30 days", weekly, by the engine itself: each from a fit that has seen the past alone. */
export function askByEngine(
  theatre: Theatre,
  from: string,
  count: number,
  { runs = 2000, refitEvery = 1, hypothesis, ...fit }: LaunchSettings = {},
): ForecastScore {
  const launches = launchDaysOf(theatre);
  let fitted: FittedDynamics | undefined;
  const answers = Array.from({ length: count }, (_, week) => {
    const day = toDayNumber(from) + 7 * week;
    if (fitted === undefined || week % refitEvery === 0) fitted = fitAt(theatre, day, fit);
    const chosen = hypothesis === undefined ? {} : { hypothesis };
    const play = toNullPlay(theatre, fitted, { day, horizonDays: LENGTH, runs, ...chosen });
    const outcome = play.outcomes.findIndex(({ id }) => id === OUTCOME);
    const probability = valueOf(play, playRuns(play, 0, runs), outcome);
    const held = Array.from({ length: LENGTH }, (_, d) => day + 1 + d).some((each) => launches.has(each));
    return { probability, held };
  });
  return scoreForecasts(answers);
}
