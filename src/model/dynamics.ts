import type { Entry, GivenMove } from './playbook.ts';
import type { MovePattern } from './move-pattern.ts';

/**
 * A kind of move that a theatre's dynamics count: one component of the marked point process.
 * `move` picks it from the record; `example` is what the engine puts on record when it happens in a run, so that
 * ladder, moratoria, bargains and rules see a simulated move as they see a real one.
 */
export interface StreamEntry extends Entry {
  readonly name: string;
  /** Side that does it. */
  readonly by: string;
  readonly move: MovePattern;
  readonly example: GivenMove;
  /** Months (1–12) in which it is usually done; without them, all alike. */
  readonly months?: readonly number[];
  /** First day from which the record is held to be complete; earlier moves are history but not fitted. */
  readonly recordFrom?: string;
}

/** Under a hypothesis of motive: moves of `from` may raise (or, as `calms`, lower) the rate of `onto`. */
export interface Drive {
  readonly from: readonly string[];
  readonly onto: readonly string[];
  readonly sign: 'excites' | 'calms';
}

/** Which influences a hypothesis allows; what it does not name is nought under it. */
export interface HypothesisDynamics {
  /** Id of a hypothesis of the playbook. */
  readonly hypothesis: string;
  readonly drives: readonly Drive[];
  readonly why: string;
  readonly source?: string;
}

/** A rule of the theatre: after `when` comes `then` with the share that the record gives, or none at all. */
export interface ResponseEntry extends Entry {
  readonly name: string;
  /** Stream ids; any of them sets it off. */
  readonly when: readonly string[];
  /** Stream put on record when the answer comes. */
  readonly then: string;
  readonly withinDays: number;
  /** Past cases as known: day, and whether the answer came (a veto, say, is one that did not). */
  readonly record: readonly { readonly on: string; readonly came: boolean; readonly says: string }[];
}

/** Something a run is watched for. */
export interface OutcomeEntry extends Entry {
  readonly name: string;
  /** `any`: at least one move of the streams; `count`: how many; `rung`: the pair climbs to the rung or higher. */
  readonly kind: 'any' | 'count' | 'rung';
  readonly streams: readonly string[];
  readonly pair?: string;
  readonly rung?: string;
}

/** The stochastic side of a playbook: what may happen, what drives it under which hypothesis, what is watched. */
export interface Dynamics {
  readonly streams: readonly StreamEntry[];
  readonly hypotheses: readonly HypothesisDynamics[];
  readonly responses: readonly ResponseEntry[];
  readonly outcomes: readonly OutcomeEntry[];
}
