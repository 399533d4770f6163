import type { Scenario } from '../../../model/scenario.ts';

/** Rates of all streams under one hypothesis, one set for each draw of the parameters' doubt. */
export interface PreparedHypothesis {
  readonly id: string;
  readonly weight: number;
  /** `draws × streams`. */
  readonly base: Float64Array;
  readonly season: Float64Array;
  /** Edges sorted by source; those of stream `j` stand from `edgeStart[j]` to `edgeStart[j + 1]`. */
  readonly edgeStart: Int32Array;
  readonly edgeTarget: Int32Array;
  readonly edgeKernel: Int32Array;
  /** `draws × edges`: expected number of moves that one move sets off. */
  readonly alphas: Float64Array;
  /** Switches that lower: which restraint, or which stream's calm, lowers which stream, by which log (`draws × count`). */
  readonly restrained: Lowering;
  readonly calmed: Lowering;
}

export interface Lowering {
  readonly by: Int32Array;
  readonly target: Int32Array;
  readonly logs: Float64Array;
}

export interface PreparedRestraint {
  readonly id: string;
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  readonly holdsDays: number;
  /** Offset of the day it began, at most 0; −Infinity where it does not stand. */
  readonly began: number;
}

export interface PreparedResponse {
  readonly id: string;
  readonly when: readonly number[];
  /** Streams of the answers; none is one more, the last. */
  readonly answers: readonly number[];
  readonly delays: readonly (readonly number[])[];
  readonly withinDays: number;
  /** `draws × (answers + 1)`, cumulative shares. */
  readonly shares: Float64Array;
  /** Offset of a cause before the start that nothing has answered yet. */
  readonly openSince?: number;
}

export interface PreparedProcess {
  readonly id: string;
  readonly begun: readonly number[];
  readonly completed: number;
  readonly dueAfterDays: number;
  /** Offset of the beginning, where it is in progress. */
  readonly began?: number;
}

export interface PreparedStep {
  readonly lever: string;
  /** −1: nothing is put on record. */
  readonly stream: number;
  /** Offsets of the days on which it is used, in order. */
  readonly days: readonly number[];
  readonly trigger?: {
    readonly streams: readonly number[];
    readonly afterDays: number;
    readonly atMost: number;
  };
  readonly suspends: readonly number[];
  /** Offset of the last day on which it holds. */
  readonly until: number;
  readonly effects: readonly {
    readonly stream: number;
    readonly low: number;
    readonly high: number;
    readonly forDays: number;
  }[];
}

/** One ladder entry for one side of a pair. */
export interface LadderSlot {
  readonly level: number;
  readonly holdsDays: number;
  readonly lowers: boolean;
  /** Offset of its last move, at most 0; −Infinity where there was none. */
  readonly last: number;
  /** Streams whose moves it counts. */
  readonly streams: readonly number[];
}

export interface PreparedPair {
  readonly id: string;
  readonly slots: readonly LadderSlot[];
  readonly rest: number;
  readonly decayDays: number;
}

export interface PreparedOutcome {
  readonly id: string;
  readonly counts: boolean;
  readonly streams: readonly number[];
}

/**
 * A course compiled for playing: plain data that can be sent to a worker. Streams, restraints and so on are positions;
 * days are offsets, 1 being the day after the start.
 */
export interface PreparedPlay {
  readonly scenario: Scenario;
  readonly startDay: number;
  readonly horizonDays: number;
  readonly streamCount: number;
  readonly draws: number;
  readonly hypotheses: readonly PreparedHypothesis[];
  /** `streams × kernels`: weighted past moves at the beginning of day 1. */
  readonly kernelState: Float64Array;
  /** Per stream: offset of the last move, −Infinity where there was none. */
  readonly lastMoves: Float64Array;
  /** `days × streams`, from day 1. */
  readonly seasons: Uint8Array;
  readonly restraints: readonly PreparedRestraint[];
  readonly responses: readonly PreparedResponse[];
  readonly processes: readonly PreparedProcess[];
  readonly steps: readonly PreparedStep[];
  readonly pairs: readonly PreparedPair[];
  readonly levels: { readonly least: number; readonly count: number };
  readonly outcomes: readonly PreparedOutcome[];
}
