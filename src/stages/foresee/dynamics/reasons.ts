import type { Playbook } from '../../../model/playbook.ts';
import type { Reason } from '../../../model/scenario.ts';
import { fromDayNumber } from '../move-book.ts';
import { valueOf } from './estimate.ts';
import type { FittedDynamics } from './fit-dynamics.ts';
import { playRuns } from './play-runs.ts';
import type { PreparedPlay } from './prepared-play.ts';
import { KERNELS } from './run-state.ts';
import { withoutDriver, withoutPast, withoutResponse, withoutRestraint, withoutStep } from './take-away.ts';

/** Something that can be taken away, with the words for it. */
interface Candidate {
  readonly id: string;
  readonly says: string;
  readonly judgement: boolean;
  readonly because: readonly string[];
  readonly without: PreparedPlay;
}

const MOST_MOVES = 5;
const RECENT_DAYS = 365;

function recentMoves({ history }: FittedDynamics, stream: number): readonly string[] {
  const { days, moveIds } = history.streams[stream];
  return [...days]
    .flatMap((day, n) => (history.lastDay - day <= RECENT_DAYS ? moveIds[n] : []))
    .slice(-MOST_MOVES);
}

/** How much a stream's past adds to others at the start, over all hypotheses. */
function pastWeight(play: PreparedPlay, stream: number): number {
  let sum = 0;
  for (const { weight, edgeStart, edgeKernel, alphas, edgeTarget } of play.hypotheses)
    for (let e = edgeStart[stream]; e < edgeStart[stream + 1]; e++)
      for (let d = 0; d < play.draws; d++)
        if (edgeKernel[e] < KERNELS - 1)
          sum +=
            weight * alphas[d * edgeTarget.length + e] * play.kernelState[stream * KERNELS + edgeKernel[e]];
  return sum / play.draws;
}

function drives(play: PreparedPlay, stream: number): boolean {
  return play.hypotheses.some(({ edgeStart, edgeTarget, alphas, calmed }) => {
    for (let e = edgeStart[stream]; e < edgeStart[stream + 1]; e++)
      if (edgeTarget[e] !== stream && alphas.some((alpha, n) => n % edgeTarget.length === e && alpha > 0.005))
        return true;
    return calmed.by.includes(stream);
  });
}

const LEAST_PAST = 1e-5;

function ofRecords(play: PreparedPlay, fitted: FittedDynamics): readonly Candidate[] {
  return fitted.dynamics.streams.flatMap(({ id, name }, i): readonly Candidate[] => {
    const because = recentMoves(fitted, i);
    const recent: readonly Candidate[] =
      because.length > 0 && pastWeight(play, i) > LEAST_PAST
        ? [
            {
              id: `record:${id}`,
              says: `what the record has of "${name}" before the start, the last on ${fromDayNumber(fitted.history.streams[i].days.at(-1) ?? 0)}`,
              judgement: false,
              because,
              without: withoutPast(play, i),
            },
          ]
        : [];
    const onward: readonly Candidate[] = drives(play, i)
      ? [
          {
            id: `drive:${id}`,
            says: `that "${name}" moves other rates, as fitted to the record`,
            judgement: false,
            because: [id, ...because],
            without: withoutDriver(play, i),
          },
        ]
      : [];
    return [...recent, ...onward];
  });
}

function ofRules(play: PreparedPlay, { dynamics }: FittedDynamics, playbook: Playbook): readonly Candidate[] {
  const levers = new Map(playbook.levers.map(({ id, name }) => [id, name]));
  const steps = play.scenario.course.map(({ lever, judgement }, s): Candidate => ({
    id: `course:${s + 1}:${lever}`,
    says: `step ${s + 1} of the course: ${levers.get(lever) ?? lever}`,
    judgement: judgement !== undefined,
    because: [lever],
    without: withoutStep(play, s),
  }));
  const restraints = dynamics.restraints.map(({ id, name, entry }, r): Candidate => ({
    id,
    says: `the restraint "${name}"`,
    judgement: false,
    because: [id, entry],
    without: withoutRestraint(play, r),
  }));
  const responses = dynamics.responses.map(({ id, name }, r): Candidate => ({
    id,
    says: `the rule "${name}", with its record`,
    judgement: false,
    because: [id],
    without: withoutResponse(play, r),
  }));
  return [...steps, ...restraints, ...responses];
}

const MOST_REASONS = 3;
/** Smaller changes than this are not told from chance in so few runs. */
const LEAST = 0.002;

/**
 * The rules, records and assumptions that moved each outcome most: each is taken away alone and the first runs are
 * played again with the same numbers of chance. `effect` is the value with it less the value without.
 */
export function findReasons(
  play: PreparedPlay,
  fitted: FittedDynamics,
  playbook: Playbook,
  runs: number,
): readonly (readonly Reason[])[] {
  const base = playRuns(play, 0, runs);
  const candidates = [...ofRules(play, fitted, playbook), ...ofRecords(play, fitted)];
  const played = candidates.map(({ without, ...rest }) => ({ ...rest, tally: playRuns(without, 0, runs) }));
  return play.outcomes.map((_, o) => {
    const value = valueOf(play, base, o);
    const found = played.map(({ tally, ...rest }): Reason => ({
      ...rest,
      effect: value - valueOf(play, tally, o),
    }));
    return found
      .filter(({ effect }) => Math.abs(effect) > LEAST)
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
      .slice(0, MOST_REASONS);
  });
}
