import type { OutcomeResult, RungFan, ScenarioResult } from '../../../model/scenario.ts';
import { byHypothesis, toEstimate } from './estimate.ts';
import { historyRate } from './history-rates.ts';
import type { RunTally } from './play-runs.ts';
import { DISTRIBUTION } from './play-runs.ts';
import { playSample } from './play-sample.ts';
import type { SampleKnowledge } from './play-sample.ts';
import type { PreparedPlay } from './prepared-play.ts';
import { findReasons } from './reasons.ts';
import { sayLimits } from './say-limits.ts';
import { findSensitivity } from './sensitivity.ts';

/** How good such probabilities were on past starts, by outcome. */
export type SkillTable = Readonly<Record<string, NonNullable<OutcomeResult['skill']>>>;

export interface ResultKnowledge extends SampleKnowledge {
  readonly weightsId: string;
  readonly skill?: SkillTable;
}

export interface ResultSettings {
  /** Runs played again for each thing taken away; 400. */
  readonly explainRuns?: number;
  /** Run that is told day by day; 0. */
  readonly sampleRun?: number;
}

const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Level below which the share of runs lies. */
function quantile(
  levels: Float64Array,
  from: number,
  play: PreparedPlay,
  runs: number,
  share: number,
): number {
  let sum = 0;
  for (let l = 0; l < play.levels.count; l++) {
    sum += levels[from + l];
    if (sum >= share * runs) return play.levels.least + l;
  }
  return play.levels.least + play.levels.count - 1;
}

function toFan(play: PreparedPlay, tally: RunTally, p: number): RungFan {
  const days = Array.from({ length: play.horizonDays }, (_, d) => {
    const from = (p * play.horizonDays + d) * play.levels.count;
    const [a, b, c, e, f] = QUANTILES.map((share) => quantile(tally.levels, from, play, tally.runs, share));
    return [a, b, c, e, f] as const;
  });
  return { pair: play.pairs[p].id, days };
}

/** What many runs of a course came to, with doubts, history, reasons and what it cannot tell. */
export function toScenarioResult(
  play: PreparedPlay,
  tally: RunTally,
  knowledge: ResultKnowledge,
  settings: ResultSettings = {},
): ScenarioResult {
  const { fitted, playbook, skill = {} } = knowledge;
  const { explainRuns = 400, sampleRun = 0 } = settings;
  const { history, dynamics } = fitted;
  const reasons = findReasons(play, fitted, playbook, explainRuns);
  const outcomes = play.outcomes.map((outcome, o): OutcomeResult => {
    const means = byHypothesis(play, tally, o);
    const measured = skill[outcome.id];
    const entry = dynamics.outcomes.find(({ id }) => id === outcome.id);
    return {
      outcome: outcome.id,
      name: entry?.name ?? outcome.id,
      kind: entry?.kind ?? 'any',
      estimate: toEstimate(play, tally, o),
      byHypothesis: Object.fromEntries(play.hypotheses.map(({ id }, h) => [id, means[h]])),
      distribution: Array.from(
        { length: DISTRIBUTION },
        (_, c) => tally.counts[o * DISTRIBUTION + c] / Math.max(1, tally.runs),
      ),
      history: historyRate(outcome, dynamics, history, play.horizonDays),
      reasons: reasons[o],
      ...(measured === undefined ? {} : { skill: measured }),
    };
  });
  const judged = play.scenario.course.flatMap(({ lever, judgement }) =>
    judgement === undefined ? [] : [{ lever, says: judgement.says }],
  );
  return {
    scenario: play.scenario,
    playbookVersion: playbook.version,
    weightsId: knowledge.weightsId,
    outcomes,
    fans: play.pairs.map((_, p) => toFan(play, tally, p)),
    sensitivity: findSensitivity(play, tally, knowledge, explainRuns),
    sample: playSample(play, sampleRun, knowledge),
    judged,
    limits: sayLimits(outcomes, judged.length, play),
  };
}
