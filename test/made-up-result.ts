import type { Estimate, OutcomeResult, Scenario, ScenarioResult } from '../src/model/scenario.ts';

const estimate = (value: number): Estimate => ({
  value,
  fromParameters: [value * 0.8, value * 1.15],
  fromHypotheses: [value * 0.6, value * 1.25],
});

function outcome(name: string, kind: OutcomeResult['kind'], value: number): OutcomeResult {
  return {
    outcome: `outcome.${name}`,
    name,
    kind,
    estimate: estimate(value),
    byHypothesis: { 'hypothesis.retaliation': value * 0.6, 'hypothesis.attention': value * 1.25 },
    distribution: [1 - Math.min(1, value), Math.min(1, value) / 2, Math.min(1, value) / 2],
    history: { value: value * 0.9, interval: [value * 0.5, value * 1.3], windows: 17 },
    reasons: [
      { id: 'reason.lever', says: 'exercises are held', effect: 0.12, judgement: false, because: ['prk.test.2021-03-25'] },
      { id: 'reason.guess', says: 'the analyst expects more refusals', effect: 0.04, judgement: true, because: ['lever.enforce'] },
    ],
    ...(name === 'launch' ? { skill: { overClimatology: -0.03, overBestSimple: -0.1, starts: 96 } } : {}),
  };
} // prettier-ignore

/** A result with figures made up, for what shows results. */
export function madeUpResult(scenario: Scenario, shift = 0): ScenarioResult {
  return {
    scenario,
    playbookVersion: 'playbook-0',
    weightsId: 'dynamics-0',
    outcomes: [outcome('launch', 'any', 0.6 + shift), outcome('launch-days', 'count', 3.2 + 4 * shift), outcome('talks', 'any', 0.2 - shift / 2)],
    fans: [
      {
        pair: 'prk-usa',
        days: Array.from({ length: 180 }, (_, day) => [0, Math.min(1, day / 90), 1 + day / 100, 3, 3 + day / 90] as const),
      },
    ],
    sensitivity: [
      { assumption: 'hypothesis.attention', says: 'only attention drives it', outcome: 'outcome.launch', low: 0.4, high: 0.75 + shift },
    ],
    sample: [
      { day: '2021-04-12', moves: [{ stream: 'exercise.paused', name: 'exercise paused', reasons: ['the course says so'] }], rungs: { 'prk-usa': 'opening' } },
      { day: '2021-06-30', moves: [{ stream: 'test.short', name: 'short-range test', reasons: ['its own past'] }], rungs: { 'prk-usa': 'short-range' } },
    ],
    judged: scenario.course.flatMap(({ lever, judgement }) => (judgement ? [{ lever, says: judgement.says }] : [])),
    limits: ['It knows no reasons, only how often one deed followed another.', 'What has never happened cannot happen in it.'],
  };
} // prettier-ignore
