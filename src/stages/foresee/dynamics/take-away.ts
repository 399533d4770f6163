import type { PreparedHypothesis, PreparedPlay } from './prepared-play.ts';
import { KERNEL_DAYS } from './settings.ts';

/* Plays with one thing taken away. Chance is shared with the play they come from, so that only the thing itself differs. */

function withHypotheses(
  play: PreparedPlay,
  change: (one: PreparedHypothesis) => PreparedHypothesis,
): PreparedPlay {
  return { ...play, hypotheses: play.hypotheses.map(change) };
}

/** Without the excitation that moves of one stream give to others (not to itself), and without its calming. */
export const withoutDriver = (play: PreparedPlay, stream: number): PreparedPlay =>
  withHypotheses(play, (one) => {
    const edges = one.edgeTarget.length;
    const alphas = Float64Array.from(one.alphas);
    for (let e = one.edgeStart[stream]; e < one.edgeStart[stream + 1]; e++) {
      if (one.edgeTarget[e] === stream) continue;
      for (let d = 0; d < play.draws; d++) alphas[d * edges + e] = 0;
    }
    const calms = one.calmed.by.length;
    const logs = one.calmed.logs.map((log, n) => (one.calmed.by[n % calms] === stream ? 0 : log));
    return { ...one, alphas, calmed: { ...one.calmed, logs } };
  });

/** Without what a stream did before the start. */
export function withoutPast(play: PreparedPlay, stream: number): PreparedPlay {
  const kernelState = Float64Array.from(play.kernelState);
  const kernels = KERNEL_DAYS.length;
  /* The slow level stays: it is a matter of years, and no single record's. */
  for (let k = 0; k < kernels - 1; k++) kernelState[stream * kernels + k] = 0;
  const lastMoves = Float64Array.from(play.lastMoves);
  lastMoves[stream] = -Infinity;
  return { ...play, kernelState, lastMoves };
}

export const withoutRestraint = (play: PreparedPlay, r: number): PreparedPlay =>
  withHypotheses(play, (one) => {
    const width = one.restrained.by.length;
    const logs = one.restrained.logs.map((log, n) => (one.restrained.by[n % width] === r ? 0 : log));
    return { ...one, restrained: { ...one.restrained, logs } };
  });

export const withoutResponse = (play: PreparedPlay, r: number): PreparedPlay => ({
  ...play,
  responses: play.responses.map((one, i) => (i === r ? { ...one, when: [], openSince: -1e6 } : one)),
});

export const withoutStep = (play: PreparedPlay, s: number): PreparedPlay => ({
  ...play,
  steps: play.steps.map((one, i) =>
    i === s ? { lever: one.lever, stream: -1, days: [], suspends: [], until: 0, effects: [] } : one,
  ),
});

/** Judged factors at one end of their range: 0 the low, 1 the high. */
export const withJudgement = (play: PreparedPlay, s: number, end: 0 | 1): PreparedPlay => ({
  ...play,
  steps: play.steps.map((one, i) =>
    i === s
      ? {
          ...one,
          effects: one.effects.map((effect) => {
            const factor = end === 0 ? effect.low : effect.high;
            return { ...effect, low: factor, high: factor };
          }),
        }
      : one,
  ),
});
