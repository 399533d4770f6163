/** What sets a step of a course off during a run. */
export interface ScenarioTrigger {
  /** Stream ids; a move of any of them sets it off … */
  readonly streams: readonly string[];
  /** … so many days later … */
  readonly afterDays: number;
  /** … and at most so often in one run. */
  readonly atMost: number;
}

/** The analyst's own word on what a lever does where history shows no instance; always marked as judgement. */
export interface JudgedEffect {
  readonly stream: string;
  /** The stream's rate is multiplied by something in this range (each run draws one value, evenly on the log scale). */
  readonly factor: readonly [number, number];
  readonly forDays: number;
}

/** One use of a lever in a course. */
export interface CourseStep {
  /** Id of a lever of the playbook. */
  readonly lever: string;
  /** Stream that is put on record when the lever is used; without it, the step works by its judged effects alone. */
  readonly stream?: string;
  readonly on?: string;
  /** Repeated every so many days, to `until` or the horizon. */
  readonly everyDays?: number;
  readonly until?: string;
  readonly when?: ScenarioTrigger;
  /** Streams that do not happen while the step holds (exercises paused, say). */
  readonly suspends: readonly string[];
  readonly judgement?: { readonly says: string; readonly effects: readonly JudgedEffect[] };
}

/** A course of levers to be played forward from a situation. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly validAt: string;
  readonly knownAt: string;
  readonly course: readonly CourseStep[];
  readonly horizonDays: number;
  /** Hypothesis id → weight; they sum to 1. */
  readonly hypotheses: Readonly<Record<string, number>>;
  /** Ids of outcomes of the playbook. */
  readonly outcomes: readonly string[];
  readonly runs: number;
  readonly seed: number;
}

/** An estimate with its two doubts, kept apart. */
export interface Estimate {
  readonly value: number;
  /** Eight in ten, from the doubt of the fitted parameters. */
  readonly fromParameters: readonly [number, number];
  /** Least and greatest over the hypotheses. */
  readonly fromHypotheses: readonly [number, number];
}

/** What moved an outcome: a rule, a record or an assumption, with its ids. */
export interface Reason {
  readonly id: string;
  readonly says: string;
  /** Change of the outcome's value when it is taken away. */
  readonly effect: number;
  readonly judgement: boolean;
  /** Ids of chronicle facts, moves, rules it rests on. */
  readonly because: readonly string[];
}

export interface OutcomeResult {
  readonly outcome: string;
  readonly name: string;
  readonly kind: 'any' | 'count' | 'rung';
  /** Probability (`any`, `rung`) or mean count (`count`). */
  readonly estimate: Estimate;
  readonly byHypothesis: Readonly<Record<string, number>>;
  /** Share of runs with 0, 1, 2 … moves; the last stands for that many or more. */
  readonly distribution: readonly number[];
  /** The same windows in the record: what happened so far in stretches of this length. */
  readonly history: {
    readonly value: number;
    readonly interval: readonly [number, number];
    readonly windows: number;
  };
  readonly reasons: readonly Reason[];
  /** How good such probabilities were on past starts; `undefined` where never measured. */
  readonly skill?: {
    readonly overClimatology: number;
    readonly overBestSimple: number;
    readonly starts: number;
  };
}

/** Quantiles of the pair's level (0.1, 0.25, 0.5, 0.75, 0.9), one row a day from the day after the start. */
export interface RungFan {
  readonly pair: string;
  readonly days: readonly (readonly [number, number, number, number, number])[];
}

/** Which assumption moves an outcome how far, each taken alone to its ends. */
export interface Sensitivity {
  readonly assumption: string;
  readonly says: string;
  readonly outcome: string;
  readonly low: number;
  readonly high: number;
}

/** One day of the readable sample run. */
export interface PlayedDay {
  readonly day: string;
  readonly moves: readonly {
    readonly stream: string;
    readonly name: string;
    readonly reasons: readonly string[];
  }[];
  /** Rung id by pair id, where it changed. */
  readonly rungs: Readonly<Record<string, string>>;
}

/** One course played out. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly playbookVersion: string;
  readonly weightsId: string;
  readonly outcomes: readonly OutcomeResult[];
  readonly fans: readonly RungFan[];
  readonly sensitivity: readonly Sensitivity[];
  readonly sample: readonly PlayedDay[];
  /** Levers that rest on judgement, with the analyst's words. */
  readonly judged: readonly { readonly lever: string; readonly says: string }[];
  /** What this cannot tell: sentences for people, never empty. */
  readonly limits: readonly string[];
}

/** What a course changes in an outcome against the same situation left to itself. */
export interface CourseDifference {
  readonly outcome: string;
  readonly name: string;
  readonly kind: OutcomeResult['kind'];
  /** Course minus baseline. */
  readonly estimate: Estimate;
}

/** Courses from one situation beside the same situation without any course. */
export interface ScenarioComparison {
  readonly baseline: ScenarioResult;
  readonly courses: readonly {
    readonly result: ScenarioResult;
    readonly differences: readonly CourseDifference[];
  }[];
}
