import { describe, expect, it } from 'vitest';
import type { StreamEntry } from '../../src/model/dynamics.ts';
import { UserError } from '../../src/model/user-error.ts';
import type { CourseKnowledge } from '../../src/playbook/check-scenario.ts';
import { parseScenario } from '../../src/playbook/load-scenario.ts';

const stream = (id: string, by: string): StreamEntry => ({
  id,
  name: id,
  why: 'made up',
  cases: [],
  by,
  move: {},
  example: { type: 'mobilize', by: [by], to: [], status: 'actual', tags: [] },
});

const KNOWLEDGE: CourseKnowledge = {
  levers: [
    { id: 'lever.drill', name: 'hold drills', holder: ['ruritania'], classes: [], costs: [], presupposes: [], used: [], why: 'made up', cases: [] },
  ],
  dynamics: {
    streams: [stream('stream.drill', 'ruritania'), stream('stream.test', 'marania')],
    hypotheses: ['pride', 'fear'].map((name) => ({ hypothesis: `hypothesis.${name}`, drives: [], why: 'made up' })),
    common: [],
    restraints: [],
    responses: [],
    outcomes: [{ id: 'outcome.test', name: 'a test', kind: 'any', streams: ['stream.test'], why: 'made up', cases: [] }],
  },
}; // prettier-ignore

const GOOD = `id: drills
name: hold drills
why: to see what they bring
start: { valid-at: 2021-03-26, known-at: 2021-03-26 }
horizon-days: 90
hypotheses:
  hypothesis.pride: 0.6
  hypothesis.fear: 0.4
outcomes: [outcome.test]
runs: 1000
seed: 7
course:
  - lever: lever.drill
    stream: stream.drill
    on: 2021-04-10
    every-days: 30
  - lever: lever.drill
    stream: stream.drill
    when: { streams: [stream.test], after-days: 5, at-most: 2 }
`;

/** `place: what | hint` of the trouble in a text. */
function troubleOf(text: string): string {
  try {
    parseScenario(text, 'course.yml', KNOWLEDGE);
  } catch (error) {
    if (error instanceof UserError) return `${error.where ?? ''}: ${error.message} | ${error.hint ?? ''}`;
    throw error;
  }
  return 'none';
}

const after = (old: string, changed: string): string => {
  expect(GOOD).toContain(old);
  return troubleOf(GOOD.replace(old, changed));
};

describe('a scenario file', () => {
  it('is read with its adaptive step', () => {
    const { scenario, placeOf } = parseScenario(GOOD, 'course.yml', KNOWLEDGE);
    expect(scenario.horizonDays).toBe(90);
    expect(scenario.course[1].when).toEqual({ streams: ['stream.test'], afterDays: 5, atMost: 2 });
    expect(placeOf(['course', 1, 'lever'])).toBe('course.yml:17');
  });

  it('may name its last day instead of its length', () => {
    const text = GOOD.replace('horizon-days: 90', 'until: 2021-06-24');
    expect(parseScenario(text, 'course.yml', KNOWLEDGE).scenario.horizonDays).toBe(90);
  });

  it.each([
    ['an unknown lever', 'lever: lever.drill\n    stream: stream.drill\n    on', 'lever: lever.dril\n    stream: stream.drill\n    on', 'course.yml:13: unknown lever "lever.dril" | Did you mean lever.drill?'],
    ['an unknown hypothesis', 'hypothesis.fear', 'hypothesis.fera', 'course.yml:8: unknown hypothesis "hypothesis.fera" | Did you mean hypothesis.fear?'],
    ['an id without its first part', '[outcome.test]', '[test]', 'course.yml:9: unknown outcome "test" | Did you mean outcome.test?'],
    ['an unknown stream', 'stream: stream.drill\n    on', 'stream: stream.parade\n    on', 'course.yml:14: unknown stream "stream.parade" | One of: stream.drill, stream.test.'],
    ['an unknown stream in a trigger', '[stream.test]', '[stream.tests]', 'course.yml:19: unknown stream "stream.tests" | Did you mean stream.test?'],
    ['weights that do not sum to 1', '0.6', '0.5', 'course.yml:7: the weights of the hypotheses sum to 0.9, not to 1'],
    ['an end before the start', 'horizon-days: 90', 'until: 2021-03-20', 'course.yml:5: the end (2021-03-20) is not after the start (2021-03-26)'],
    ['no end', 'horizon-days: 90', '', 'course.yml:1: no end is given'],
    ['a step that ends before it begins', 'every-days: 30', 'until: 2021-04-01', 'course.yml:16: step 1 ends (2021-04-01) before it begins (2021-04-10)'],
    ['a step after the horizon', 'on: 2021-04-10', 'on: 2021-08-10', 'course.yml:15: step 1 comes on 2021-08-10, after the horizon ends on 2021-06-24'],
    ['a step before the start', 'on: 2021-04-10', 'on: 2021-03-26', 'course.yml:15: step 1 comes on 2021-03-26, but the course begins the day after 2021-03-26'],
    ['a trigger whose answer comes after the horizon', 'after-days: 5', 'after-days: 90', 'course.yml:19: the trigger of step 2 can never fire: 90 days after anything is past 2021-06-24'],
    ['a trigger that the course itself holds back', 'on: 2021-04-10\n    every-days: 30', 'on: 2021-03-27\n    suspends: [stream.test]', 'course.yml:19: the trigger of step 2 can never fire: the course itself suspends stream.test throughout'],
    ['a step with both a day and a trigger', 'when: {', 'on: 2021-05-01\n    when: {', 'course.yml:17: step 2 has both a day and a trigger'],
    ['a step with neither', '    on: 2021-04-10\n    every-days: 30\n', '', 'course.yml:13: step 1 has neither a day nor a trigger'],
    ['a stream that is not in the hands of the lever’s holder', 'stream: stream.drill\n    on', 'stream: stream.test\n    on', 'course.yml:14: "stream.test" is done by marania, but lever.drill is in the hands of ruritania'],
    ['runs past the limit', 'runs: 1000', 'runs: 1000000', 'course.yml:10: runs: at most 100000 runs'],
    ['a horizon past the limit', 'horizon-days: 90', 'horizon-days: 9000', 'course.yml:5: horizon-days: at most 730 days'],
    ['a day that is none', '2021-04-10', '2021-04-31', 'course.yml:15: course.0.on: a day is written 2021-03-26'],
    ['a key that is none', 'seed: 7', 'sed: 7', 'course.yml:11: unknown key "sed"'],
    ['broken YAML', '[outcome.test]', '[outcome.test', 'course.yml:10: '],
  ])('is refused with its line for %s', (_, old, changed, message) => {
    expect(after(old, changed)).toContain(message);
  }); // prettier-ignore

  it('takes a trigger on a stream that is suspended for a while only, or that the course plays itself', () => {
    const until = 'on: 2021-03-27\n    until: 2021-05-01\n    suspends: [stream.test]';
    expect(after('on: 2021-04-10\n    every-days: 30', until)).toBe('none');
    const text = GOOD.replace('[stream.test], after', '[stream.drill], after');
    expect(troubleOf(text.replace('every-days: 30', 'suspends: [stream.drill]'))).toBe('none');
  });

  it('is refused for a range of judged factors that runs downwards', () => {
    const judged = 'every-days: 30\n    judgement: { says: less, effects: [{ stream: stream.test, factor: [0.9, 0.5], for-days: 30 }] }'; // prettier-ignore
    expect(after('every-days: 30', judged)).toContain('course.yml:17: the factor\'s range runs from 0.9 down to 0.5'); // prettier-ignore
  });
});
