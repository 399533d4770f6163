import { nextChange, pairLevel } from './ladder-slots.ts';
import { playRun, seasonTurns } from './play-run.ts';
import type { PreparedPlay } from './prepared-play.ts';
import { drawOf, toRunState } from './run-state.ts';
import type { RunLog } from './run-state.ts';

/** Counts of 0, 1, … moves that are told apart; the last stands for that many or more. */
export const DISTRIBUTION = 9;

/** What many runs came to. All entries are whole numbers, so that adding tallies gives the same in any order. */
export interface RunTally {
  readonly runs: number;
  /** `hypotheses × draws`. */
  readonly played: Float64Array;
  /** `hypotheses × draws × outcomes`: sum of values, and of their squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** `outcomes × DISTRIBUTION`: runs with so many moves. */
  readonly counts: Float64Array;
  /** `pairs × days × levels`: runs that stand there. */
  readonly levels: Float64Array;
}

export function emptyTally(play: PreparedPlay): RunTally {
  const sets = play.hypotheses.length * play.draws;
  const { length } = play.outcomes;
  return {
    runs: 0,
    played: new Float64Array(sets),
    sums: new Float64Array(sets * length),
    squares: new Float64Array(sets * length),
    counts: new Float64Array(length * DISTRIBUTION),
    levels: new Float64Array(play.pairs.length * play.horizonDays * play.levels.count),
  };
}

/** Positions of the outcomes that each stream counts for. */
function outcomesOf(play: PreparedPlay): readonly (readonly number[])[] {
  return Array.from({ length: play.streamCount }, (_, i) =>
    play.outcomes.flatMap(({ streams }, o) => (streams.includes(i) ? [o] : [])),
  );
}

/** Per outcome, on how many days of the run one of its streams moved. */
function countRun(log: RunLog, outcomes: readonly (readonly number[])[], days: Int32Array, last: Int32Array): void {
  days.fill(0);
  last.fill(0);
  for (let n = 0; n < log.count; n++) {
    for (const o of outcomes[log.stream[n]]) {
      if (last[o] === log.day[n]) continue;
      last[o] = log.day[n];
      days[o]++;
    }
  }
}

/** Follows the pairs up and down the ladder through a run's moves. */
function climbRun(play: PreparedPlay, log: RunLog, levels: Float64Array): void {
  for (let p = 0; p < play.pairs.length; p++) {
    const pair = play.pairs[p];
    const lasts = Float64Array.from(pair.slots, ({ last }) => last);
    let next = 0;
    let turn = 1;
    let level = pair.rest;
    for (let day = 1; day <= play.horizonDays; day++) {
      let moved = false;
      for (; next < log.count && log.day[next] === day; next++) {
        for (let s = 0; s < pair.slots.length; s++) {
          if (!pair.slots[s].streams.includes(log.stream[next])) continue;
          lasts[s] = day;
          moved = true;
        }
      }
      if (moved || day >= turn) {
        level = pairLevel(pair, lasts, day);
        turn = nextChange(pair, lasts, day);
      }
      levels[(p * play.horizonDays + day - 1) * play.levels.count + level - play.levels.least]++;
    }
  }
}

/** Plays the runs from one number up to, not with, another. Any partition of the runs adds up to the same tally. */
export function playRuns(play: PreparedPlay, fromRun: number, untilRun: number): RunTally {
  const tally = emptyTally(play);
  const state = toRunState(play);
  const turns = seasonTurns(play);
  const outcomes = outcomesOf(play);
  const days = new Int32Array(play.outcomes.length);
  const last = new Int32Array(play.outcomes.length);
  for (let run = fromRun; run < untilRun; run++) {
    const set = playRun(play, state, turns, run) * play.draws + drawOf(play, run);
    tally.played[set]++;
    countRun(state.log, outcomes, days, last);
    for (let o = 0; o < days.length; o++) {
      const value = play.outcomes[o].counts ? days[o] : Math.min(1, days[o]);
      tally.sums[set * days.length + o] += value;
      tally.squares[set * days.length + o] += value * value;
      tally.counts[o * DISTRIBUTION + Math.min(DISTRIBUTION - 1, days[o])]++;
    }
    climbRun(play, state.log, tally.levels);
  }
  return { ...tally, runs: untilRun - fromRun };
}

const add = (arrays: readonly Float64Array[]): Float64Array => {
  const sum = new Float64Array(arrays[0].length);
  for (const one of arrays) for (let i = 0; i < sum.length; i++) sum[i] += one[i];
  return sum;
};

/** Adds tallies of different runs of one play. */
export function mergeTallies(tallies: readonly RunTally[]): RunTally {
  return {
    runs: tallies.reduce((sum, { runs }) => sum + runs, 0),
    played: add(tallies.map(({ played }) => played)),
    sums: add(tallies.map(({ sums }) => sums)),
    squares: add(tallies.map(({ squares }) => squares)),
    counts: add(tallies.map(({ counts }) => counts)),
    levels: add(tallies.map(({ levels }) => levels)),
  };
}
