import type { Entry, GivenMove } from './playbook-entry.ts';
import type { MovePattern } from './move-pattern.ts';

/** A move without its day, as it goes on record when it happens in a run. */
export type ExampleMove = Omit<GivenMove, 'on' | 'until'>;

/**
 * A kind of move that a theatre's dynamics count: one component of the marked point process.
 * `move` picks it from the record (a move belongs to the first stream that it fits); `example` is what the engine puts
 * on record when it happens in a run, so that ladder and restraints see a simulated move as they see a real one.
 */
export interface StreamEntry extends Entry {
  readonly name: string;
  /** Side that does it. */
  readonly by: string;
  /** Without tags, which only facts of a chronicle have. */
  readonly move: MovePattern;
  readonly example: ExampleMove;
  /** Months (1–12) in which it is usually done; without them, all alike. */
  readonly months?: readonly number[];
  /** First day from which the record is held to be complete; earlier moves are history but not fitted. */
  readonly recordFrom?: string;
}

/** Moves of `from` may raise (or, as `calms`, lower) the rate of `onto`. */
export interface Drive {
  readonly from: readonly string[];
  readonly onto: readonly string[];
  readonly sign: 'excites' | 'calms';
}

/** Which influences a hypothesis allows beside the common ones; what it does not name is nought under it. */
export interface HypothesisDynamics {
  /** Id of a hypothesis of the playbook. */
  readonly hypothesis: string;
  readonly drives: readonly Drive[];
  readonly why: string;
  readonly source?: string;
}

/** A promise or bargain that holds streams down while it stands: a switch on their rates. */
export interface RestraintEntry extends Entry {
  readonly name: string;
  readonly holder: string;
  /** Moratorium or bargain of the playbook that it stands for. */
  readonly entry: string;
  readonly begins: readonly string[];
  readonly covers: readonly string[];
  /** The holder takes it back, beside breaking it by a move that it covers. */
  readonly ends: readonly string[];
  /** The partner's breach: it frees the holder. */
  readonly freedBy: readonly string[];
  /** At most so long after it began. */
  readonly holdsDays?: number;
}

/** A past case of a response: what was put on record in answer, and how many days later. */
export interface ResponseCase {
  readonly on: string;
  /** Stream of the answer; without it, none came. */
  readonly came?: string;
  readonly afterDays?: number;
  readonly says: string;
}

/** A rule of the theatre: after `when` comes one of the answers of its record, or none, as often as the record has it. */
export interface ResponseEntry extends Entry {
  readonly name: string;
  /** Stream ids; any of them sets it off. */
  readonly when: readonly string[];
  /** Later than this the record counts as no answer. */
  readonly withinDays: number;
  readonly record: readonly ResponseCase[];
}

/** Something a run is watched for. */
export interface OutcomeEntry extends Entry {
  readonly name: string;
  /** `any`: at least one move of the streams; `count`: how many; `rung`: a move of the run puts the pair on the rung or higher. */
  readonly kind: 'any' | 'count' | 'rung';
  readonly streams: readonly string[];
  readonly pair?: string;
  readonly rung?: string;
}

/** The stochastic side of a playbook: what may happen, what drives it under which hypothesis, what is watched. */
export interface Dynamics {
  readonly streams: readonly StreamEntry[];
  /** Influences under every hypothesis; a stream's own past always counts. */
  readonly common: readonly Drive[];
  readonly hypotheses: readonly HypothesisDynamics[];
  readonly restraints: readonly RestraintEntry[];
  readonly responses: readonly ResponseEntry[];
  readonly outcomes: readonly OutcomeEntry[];
}
