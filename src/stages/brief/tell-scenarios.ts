import type { Ladder } from '../../model/playbook.ts';
import type {
  CourseDifference,
  OutcomeResult,
  RungFan,
  ScenarioComparison,
  ScenarioResult,
} from '../../model/scenario.ts';
import {
  sayChange, sayChangeEnds, sayCourse, sayDoubts, sayEnds, sayFirmness, sayGround, sayHistory, saySkill, sayValue,
} from './say-scenario.ts'; // prettier-ignore
import { sayDay } from './words.ts';
import type { Names } from './words.ts';

/** Names and the ladder that levels are read on. */
export interface ScenarioWords {
  readonly names: Names;
  readonly ladder: Ladder;
}

/** An outcome with its figures and, beside them, what to say of each. */
export interface ToldOutcome extends OutcomeResult {
  readonly value: string;
  readonly doubts: string;
  readonly record: string;
  readonly skillWords: string;
  readonly hypotheses: readonly { readonly name: string; readonly value: string }[];
  readonly moved: readonly {
    readonly says: string;
    readonly change: string;
    readonly judgement: boolean;
    /** What `demarche why` opens. */
    readonly opens: readonly string[];
  }[];
  /** Against the baseline; not for the baseline itself. */
  readonly difference?: CourseDifference & {
    readonly change: string;
    readonly parameters: string;
    readonly hypothesesEnds: string;
    readonly firmness: string;
  };
}

export interface ToldCourse {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly steps: readonly string[];
  readonly outcomes: readonly ToldOutcome[];
  readonly fans: readonly (RungFan & { readonly name: string })[];
  /** For each outcome the two assumptions that move it most. */
  readonly widest: ToldCourse['sensitivity'];
  /** Widest first within an outcome. */
  readonly sensitivity: readonly { readonly says: string; readonly outcome: string; readonly name: string; readonly ends: string }[]; // prettier-ignore
  readonly sample: readonly ToldDay[];
  readonly judged: readonly { readonly name: string; readonly says: string }[];
}

export interface ToldDay {
  readonly day: string;
  readonly when: string;
  readonly lines: readonly string[];
}

/** Courses side by side in words, the baseline first. */
export interface ToldScenarios {
  readonly ground: string;
  readonly validAt: string;
  readonly runs: number;
  readonly courses: readonly ToldCourse[];
  readonly rungs: readonly { readonly level: number; readonly name: string }[];
  readonly limits: readonly string[];
}

const toldDifference = (difference: CourseDifference): NonNullable<ToldOutcome['difference']> => ({
  ...difference,
  change: sayChange(difference.kind, difference.estimate.value),
  parameters: sayChangeEnds(difference.kind, difference.estimate.fromParameters),
  hypothesesEnds: sayChangeEnds(difference.kind, difference.estimate.fromHypotheses),
  firmness: sayFirmness(difference),
});

function tellOutcome(
  outcome: OutcomeResult,
  differences: readonly CourseDifference[],
  { names }: ScenarioWords,
): ToldOutcome {
  const { kind, estimate, byHypothesis, reasons } = outcome;
  const difference = differences.find((one) => one.outcome === outcome.outcome);
  return {
    ...outcome,
    value: sayValue(kind, estimate.value),
    doubts: sayDoubts(kind, estimate),
    record: sayHistory(outcome),
    skillWords: saySkill(outcome),
    hypotheses: Object.entries(byHypothesis).map(([id, value]) => ({
      name: names.entry(id),
      value: sayValue(kind, value),
    })),
    moved: reasons.map(({ id, says, effect, judgement, because }) => ({
      says,
      change: sayChange(kind, effect),
      judgement,
      opens: because.length === 0 ? [id] : because,
    })),
    ...(difference === undefined ? {} : { difference: toldDifference(difference) }),
  };
}

/** A readable run: what was done each day, and which pair stood where after it. */
export const tellDays = (sample: ScenarioResult['sample'], { names }: ScenarioWords): readonly ToldDay[] =>
  sample.map(({ day, moves, rungs }) => ({
    day,
    when: sayDay(day),
    lines: [
      ...moves.map(({ name, reasons }) => `${name}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}`),
      ...Object.entries(rungs).map(([pair, rung]) => `${names.entry(pair)}: now ${names.entry(rung)}`),
    ],
  }));

/** Is the one at this position among the first two of its outcome? */
const isAmongFirst = (told: ToldCourse['sensitivity'], outcome: string, position: number): boolean =>
  told.slice(0, position).filter((one) => one.outcome === outcome).length < 2;

function tellCourse(
  result: ScenarioResult,
  differences: readonly CourseDifference[],
  words: ScenarioWords,
): ToldCourse {
  const { scenario, outcomes, fans, sensitivity, sample, judged } = result;
  const { names } = words;
  const kindOf = (id: string): OutcomeResult | undefined => outcomes.find(({ outcome }) => outcome === id);
  const told = sensitivity.map(({ says, outcome, low, high }) => ({
    says,
    outcome,
    name: kindOf(outcome)?.name ?? names.entry(outcome),
    ends: sayEnds(kindOf(outcome)?.kind ?? 'any', [low, high]),
  }));
  return {
    id: scenario.id,
    name: scenario.name,
    why: scenario.why,
    steps: sayCourse(scenario, names),
    outcomes: outcomes.map((outcome) => tellOutcome(outcome, differences, words)),
    fans: fans.map((fan) => ({ ...fan, name: names.entry(fan.pair) })),
    widest: told.filter((one, i) => isAmongFirst(told, one.outcome, i)),
    sensitivity: told,
    sample: tellDays(sample, words),
    judged: judged.map(({ lever, says }) => ({ name: names.entry(lever), says })),
  };
}

/** A comparison in words. */
export function tellScenarios(
  { baseline, courses }: ScenarioComparison,
  words: ScenarioWords,
): ToldScenarios {
  return {
    ground: sayGround(baseline, words.names),
    validAt: baseline.scenario.validAt,
    runs: baseline.scenario.runs,
    courses: [
      tellCourse(baseline, [], words),
      ...courses.map(({ result, differences }) => tellCourse(result, differences, words)),
    ],
    rungs: words.ladder.rungs.map(({ level, name }) => ({ level, name })),
    limits: [...new Set([baseline, ...courses.map(({ result }) => result)].flatMap(({ limits }) => limits))],
  };
}
