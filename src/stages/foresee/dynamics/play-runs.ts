import { nextChange, pairLevel } from './ladder-slots.ts';
import { playRun, seasonTurns } from './play-run.ts';
import type { PreparedPair, PreparedPlay } from './prepared-play.ts';
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
function countRun(
  log: RunLog,
  outcomes: readonly (readonly number[])[],
  days: Int32Array,
  last: Int32Array,
): void {
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

/** For each pair, the slots that a stream's moves count for. */
function slotsOf(play: PreparedPlay): readonly (readonly (readonly number[])[])[] {
  return play.pairs.map(({ slots }) =>
    Array.from({ length: play.streamCount }, (_, i) =>
      slots.flatMap(({ streams }, s) => (streams.includes(i) ? [s] : [])),
    ),
  );
}

/** Follows one pair up and down the ladder through a run's moves; takes down where each stretch of a level begins and ends. */
class PairClimber {
  readonly #pair: PreparedPair;
  readonly #slots: readonly (readonly number[])[];
  readonly #lasts: Float64Array;
  readonly #begin: Float64Array;
  readonly #horizon: number;
  readonly #turns: Float64Array;
  readonly #least: number;

  /** @param turns `levels × (days + 1)`: at each day, stretches that begin less those that ended. */
  constructor(play: PreparedPlay, p: number, slots: readonly (readonly number[])[], turns: Float64Array) {
    this.#pair = play.pairs[p];
    this.#slots = slots;
    this.#begin = Float64Array.from(this.#pair.slots, ({ last }) => last);
    this.#lasts = new Float64Array(this.#begin.length);
    this.#horizon = play.horizonDays;
    this.#turns = turns;
    this.#least = play.levels.least;
  }

  climb(log: RunLog): void {
    this.#lasts.set(this.#begin);
    let next = 0;
    for (let day = 1; day <= this.#horizon;) {
      for (; next < log.count && log.day[next] <= day; next++)
        for (const s of this.#slots[log.stream[next]]) this.#lasts[s] = log.day[next];
      let until = Math.min(this.#horizon + 1, nextChange(this.#pair, this.#lasts, day));
      let coming = next;
      while (coming < log.count && this.#slots[log.stream[coming]].length === 0) coming++;
      if (coming < log.count) until = Math.min(until, log.day[coming]);
      const row = (pairLevel(this.#pair, this.#lasts, day) - this.#least) * (this.#horizon + 1);
      this.#turns[row + day - 1]++;
      this.#turns[row + until - 1]--;
      day = until;
    }
  }
}

/** Stretches to the number of runs on each level each day: `days × levels`. */
function toLevels(turns: Float64Array, { horizonDays, levels }: PreparedPlay): Float64Array {
  const found = new Float64Array(horizonDays * levels.count);
  for (let l = 0; l < levels.count; l++) {
    let standing = 0;
    for (let d = 0; d < horizonDays; d++) {
      standing += turns[l * (horizonDays + 1) + d];
      found[d * levels.count + l] = standing;
    }
  }
  return found;
}

/** Plays the runs from one number up to, not with, another. Any partition of the runs adds up to the same tally. */
export function playRuns(play: PreparedPlay, fromRun: number, untilRun: number): RunTally {
  const tally = emptyTally(play);
  const state = toRunState(play);
  const turns = seasonTurns(play);
  const outcomes = outcomesOf(play);
  const days = new Int32Array(play.outcomes.length);
  const last = new Int32Array(play.outcomes.length);
  const slots = slotsOf(play);
  const climbs = play.pairs.map(() => new Float64Array(play.levels.count * (play.horizonDays + 1)));
  const climbers = climbs.map((turns, p) => new PairClimber(play, p, slots[p], turns));
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
    for (const climber of climbers) climber.climb(state.log);
  }
  climbs.forEach((turns, p) =>
    tally.levels.set(toLevels(turns, play), p * play.horizonDays * play.levels.count),
  );
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
