import type { PreparedPlay } from './prepared-play.ts';
import { KERNEL_DAYS, kernelNorm } from './settings.ts';

/** What set a move off in a run. */
export const CAUSES = ['chance', 'course', 'response', 'process'] as const;

/** Moves of one run in order: parallel arrays, `count` of them used. */
export interface RunLog {
  count: number;
  readonly day: Int32Array;
  readonly stream: Int32Array;
  /** Position in CAUSES, and which step, response or process. */
  readonly cause: Int32Array;
  readonly which: Int32Array;
}

export const KERNELS = KERNEL_DAYS.length;
export const KEEP = Float64Array.from(KERNEL_DAYS, (days) => Math.exp(-1 / days));
export const NORM = Float64Array.from(KERNEL_DAYS, kernelNorm);

/** Everything that changes in a run; made once for many runs. */
export interface RunState {
  readonly log: RunLog;
  /** `hypotheses × draws × streams × kernels`: excitation at the beginning of day 1. */
  readonly begin: readonly Float64Array[];
  readonly excitation: Float64Array;
  readonly factors: Float64Array;
  readonly lastMoves: Float64Array;
  readonly began: Float64Array;
  readonly responseDue: Int32Array;
  readonly responseStream: Int32Array;
  readonly processDue: Int32Array;
  readonly nextUse: Int32Array;
  readonly uses: Int32Array;
  /** Per step, days on which a trigger will use it. */
  readonly triggered: readonly number[][];
  readonly suspendedUntil: Int32Array;
  /** Per step and effect: log of the factor and the last day it works. */
  readonly judgedLogs: readonly Float64Array[];
  readonly judgedUntil: readonly Int32Array[];
  /** Rates of all streams by time constant, then of their bases. */
  readonly sums: Float64Array;
  /** Day at whose beginning the excitation stands. */
  excitedAt: number;
  /** Day on which factors are to be looked at again. */
  look: number;
}

/** Excitation at the beginning, for every draw of a hypothesis. */
function beginOf(play: PreparedPlay, h: number): Float64Array {
  const { edgeStart, edgeTarget, edgeKernel, alphas } = play.hypotheses[h];
  const edges = edgeTarget.length;
  const width = play.streamCount * KERNELS;
  const begin = new Float64Array(play.draws * width);
  for (let d = 0; d < play.draws; d++) {
    for (let j = 0; j < play.streamCount; j++) {
      for (let e = edgeStart[j]; e < edgeStart[j + 1]; e++) {
        const k = edgeKernel[e];
        begin[d * width + edgeTarget[e] * KERNELS + k] +=
          alphas[d * edges + e] * play.kernelState[j * KERNELS + k];
      }
    }
  }
  return begin;
}

export function toRunState(play: PreparedPlay): RunState {
  const most = play.horizonDays * (play.streamCount + play.steps.length + play.responses.length + 1);
  const ints = (count: number): Int32Array => new Int32Array(count);
  return {
    log: { count: 0, day: ints(most), stream: ints(most), cause: ints(most), which: ints(most) },
    begin: play.hypotheses.map((_, h) => beginOf(play, h)),
    excitation: new Float64Array(play.streamCount * KERNELS),
    factors: new Float64Array(play.streamCount),
    lastMoves: new Float64Array(play.streamCount),
    began: new Float64Array(play.restraints.length),
    responseDue: ints(play.responses.length),
    responseStream: ints(play.responses.length),
    processDue: ints(play.processes.length),
    nextUse: ints(play.steps.length),
    uses: ints(play.steps.length),
    triggered: play.steps.map(() => []),
    suspendedUntil: ints(play.streamCount),
    judgedLogs: play.steps.map(({ effects }) => new Float64Array(effects.length)),
    judgedUntil: play.steps.map(({ effects }) => ints(effects.length)),
    sums: new Float64Array(KERNELS + 1),
    excitedAt: 1,
    look: 1,
  };
}

/** The hypothesis of a run, by weight: spread evenly over any stretch of runs (golden ratio). */
export function hypothesisOf(play: PreparedPlay, run: number): number {
  const share = (run * 0.6180339887498949 + 0.5) % 1;
  let sum = 0;
  for (let h = 0; h < play.hypotheses.length; h++) {
    sum += play.hypotheses[h].weight;
    if (share < sum) return h;
  }
  return play.hypotheses.length - 1;
}

export const drawOf = (play: PreparedPlay, run: number): number => run % play.draws;
