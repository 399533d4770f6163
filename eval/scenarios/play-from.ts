import type { Scenario } from '../../src/model/scenario.ts';
import { fitDynamics } from '../../src/stages/foresee/dynamics/fit-dynamics.ts';
import type { FittedDynamics } from '../../src/stages/foresee/dynamics/fit-dynamics.ts';
import { mutedStreams, preparePlay } from '../../src/stages/foresee/dynamics/prepare-play.ts';
import type { PreparedPlay } from '../../src/stages/foresee/dynamics/prepared-play.ts';
import type { FitSettings } from '../../src/stages/foresee/dynamics/settings.ts';
import { historyUntil } from '../../src/stages/foresee/dynamics/stream-history.ts';
import { fromDayNumber } from '../../src/stages/foresee/move-book.ts';
import type { Theatre } from './theatre-record.ts';

/** Fits on what was on record by a day. */
export function fitAt(theatre: Theatre, day: number, settings: FitSettings = {}): FittedDynamics {
  const { playbook, dynamics, history } = theatre;
  return fitDynamics(historyUntil(history, day), dynamics, {
    ...settings,
    mute: mutedStreams(playbook, dynamics),
  });
}

export interface NullPlay {
  readonly day: number;
  readonly horizonDays: number;
  readonly runs: number;
  /** Without it, all hypotheses alike. */
  readonly hypothesis?: string;
  readonly seed?: number;
}

/** A play without any course, from a day's record. */
export function toNullPlay(theatre: Theatre, fitted: FittedDynamics, asked: NullPlay): PreparedPlay {
  const { playbook, dynamics, history } = theatre;
  const ids = dynamics.hypotheses.map(({ hypothesis }) => hypothesis);
  const held = asked.hypothesis === undefined ? ids : [asked.hypothesis];
  const validAt = fromDayNumber(asked.day);
  const scenario: Scenario = {
    id: 'null',
    name: 'nothing but the record',
    why: 'measured against the record',
    validAt,
    knownAt: validAt,
    course: [],
    horizonDays: asked.horizonDays,
    hypotheses: Object.fromEntries(held.map((id) => [id, 1 / held.length])),
    outcomes: dynamics.outcomes.map(({ id }) => id),
    runs: asked.runs,
    seed: asked.seed ?? 1,
  };
  return preparePlay(fitted, playbook, { history: historyUntil(history, asked.day), moves: [] }, scenario);
}
