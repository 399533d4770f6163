import type { Playbook } from '../model/playbook.ts';
import type { Scenario, ScenarioResult } from '../model/scenario.ts';
import { fitDynamics } from '../stages/foresee/dynamics/fit-dynamics.ts';
import type { FittedDynamics } from '../stages/foresee/dynamics/fit-dynamics.ts';
import { playRuns } from '../stages/foresee/dynamics/play-runs.ts';
import type { RunTally } from '../stages/foresee/dynamics/play-runs.ts';
import { mutedStreams, preparePlay } from '../stages/foresee/dynamics/prepare-play.ts';
import type { PlayStart } from '../stages/foresee/dynamics/prepare-play.ts';
import type { PreparedPlay } from '../stages/foresee/dynamics/prepared-play.ts';
import { toScenarioResult } from '../stages/foresee/dynamics/to-result.ts';
import type { ResultKnowledge, ResultSettings } from '../stages/foresee/dynamics/to-result.ts';

export interface FitShare {
  readonly playbook: Playbook;
  readonly start: PlayStart;
}

export interface PrepareShare extends FitShare {
  readonly fitted: FittedDynamics;
  readonly scenario: Scenario;
}

export interface ResultShare {
  readonly play: PreparedPlay;
  readonly tally: RunTally;
  readonly knowledge: ResultKnowledge;
  readonly settings: ResultSettings;
}

/** Some runs of one course. */
export interface PlayShare {
  readonly play: PreparedPlay;
  readonly from: number;
  readonly count: number;
}

/** The process of a theatre as fitted to the record up to a start. */
export function fitShare({ playbook, start }: FitShare): FittedDynamics {
  const { dynamics } = playbook;
  if (dynamics === undefined) throw new Error(`the playbook ${playbook.id} has no dynamics`);
  return fitDynamics(start.history, dynamics, { mute: mutedStreams(playbook, dynamics) });
}

/** A course compiled for playing. */
export const prepareShare = ({ fitted, playbook, start, scenario }: PrepareShare): PreparedPlay =>
  preparePlay(fitted, playbook, start, scenario);

export const playShare = ({ play, from, count }: PlayShare): RunTally => playRuns(play, from, from + count);

/** What the runs came to; plays a few of them again for every thing that is taken away. */
export const resultShare = ({ play, tally, knowledge, settings }: ResultShare): ScenarioResult =>
  toScenarioResult(play, tally, knowledge, settings);
