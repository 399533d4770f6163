import type { RawScenario, RawStep } from '../../src/playbook/scenario-schema.ts';
import { toDay, toNumber } from './days.ts';

/** What all courses of one order share. */
export type Common = Pick<RawScenario, 'start' | 'hypotheses' | 'outcomes' | 'runs' | 'seed'> & {
  readonly days: number;
};

/** A course being put together. */
export interface Draft {
  /** Stays while the draft is changed. */
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly steps: readonly RawStep[];
}

const lengthOf = ({ until, start, 'horizon-days': days }: RawScenario): number =>
  days ?? toNumber(until ?? start['valid-at']) - toNumber(start['valid-at']);

export const toCommon = (raw: RawScenario): Common => ({
  start: raw.start,
  hypotheses: raw.hypotheses,
  outcomes: raw.outcomes,
  runs: raw.runs,
  seed: raw.seed,
  days: lengthOf(raw),
});

export const toDraft = ({ id, name, why, course }: RawScenario, key: number): Draft => ({
  key,
  id,
  name,
  why,
  steps: course,
});

export const toRaw = ({ id, name, why, steps }: Draft, { days, ...common }: Common): RawScenario => ({
  id,
  name,
  why,
  ...common,
  'horizon-days': days,
  course: [...steps],
});

/** A step that does nothing yet: the lever's first stream, a month after the start. */
export const newStep = (lever: string, stream: string | undefined, { start }: Common): RawStep => ({
  lever,
  ...(stream === undefined ? {} : { stream }),
  on: toDay(toNumber(start['valid-at']) + 30),
  suspends: [],
});
