import { describe, expect, it } from 'vitest';
import type { Scenario, ScenarioComparison } from '../../../src/model/scenario.ts';
import { renderScenarios } from '../../../src/stages/brief/render-scenarios.ts';
import {
  sayChange,
  sayEnds,
  sayFirmness,
  saySkill,
  sayStep,
} from '../../../src/stages/brief/say-scenario.ts';
import { tellScenarios } from '../../../src/stages/brief/tell-scenarios.ts';
import type { ScenarioWords } from '../../../src/stages/brief/tell-scenarios.ts';
import { madeUpResult } from '../../made-up-result.ts';

const WORDS: ScenarioWords = {
  names: { actor: (id) => id, entry: (id) => `name of ${id}`, several: (id) => id },
  ladder: { rungs: [0, 1, 2, 3, 4, 5].map((level) => ({ id: `rung-${level}`, level, name: `rung ${level}`, why: '', source: '' })), rest: 'rung-0', pairs: [], entries: [], decayDays: 45 },
}; // prettier-ignore

const BASELINE: Scenario = {
  id: 'baseline',
  name: 'no course',
  why: 'nothing is done',
  validAt: '2021-03-26',
  knownAt: '2021-03-26',
  course: [],
  horizonDays: 180,
  hypotheses: { 'hypothesis.retaliation': 0.6, 'hypothesis.attention': 0.4 },
  outcomes: ['outcome.launch'],
  runs: 10_000,
  seed: 7,
};

const COURSE: Scenario = {
  ...BASELINE,
  id: 'hostile',
  name: 'drills <script>alert(1)</script>',
  course: [
    {
      lever: 'lever.drill',
      stream: 'drill',
      when: { streams: ['test'], afterDays: 5, atMost: 2 },
      suspends: ['talks'],
      judgement: {
        says: 'a guess of mine',
        effects: [{ stream: 'test', factor: [0.8, 1.2], forDays: 30 }],
      },
    },
  ],
};

const result = madeUpResult(COURSE, 0.2);
const COMPARISON: ScenarioComparison = {
  baseline: madeUpResult(BASELINE),
  courses: [
    {
      result,
      differences: result.outcomes.map(({ outcome, name, kind }) => ({
        outcome,
        name,
        kind,
        estimate: { value: 0.2, fromParameters: [-0.05, 0.4], fromHypotheses: [0.1, 0.3] },
      })),
    },
  ],
};

describe('a comparison of courses', () => {
  const page = renderScenarios(COMPARISON, WORDS);

  it('is one page without scripts, and words of a course never become markup', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|https?:|url\(/u);
    expect(page).toContain('&lt;script&gt;');
  });

  it('draws every outcome and every fan with a name for those who do not see it', () => {
    const pictures = page.match(/<svg [^>]*aria-label="[^"]+"/gu) ?? [];
    expect(pictures).toHaveLength(3 + 2);
    expect(page).not.toMatch(/NaN|Infinity|undefined/u);
  });

  it('says its limits first, and marks judgement', () => {
    expect(page.indexOf('What this cannot tell you')).toBeLessThan(page.indexOf('Outcomes'));
    expect(page).toContain('<span class="judged">judgement</span> a guess of mine');
  });

  it('keeps the two doubts of a difference apart', () => {
    const [launch] = tellScenarios(COMPARISON, WORDS).courses[1].outcomes;
    expect(launch.difference).toMatchObject({
      change: '+20 points',
      parameters: '−5 to +40 points',
      hypothesesEnds: '+10 to +30 points',
    });
    expect(launch.difference?.firmness).toContain('not within the fit’s doubt');
  });

  it('names what demarche why opens for every reason', () => {
    const { outcomes } = tellScenarios(COMPARISON, WORDS).courses[1];
    expect(outcomes.flatMap(({ moved }) => moved.map(({ opens }) => opens.length))).not.toContain(0);
  });
});

describe('words of scenarios', () => {
  it('say in words where there is no skill', () => {
    const [launch, days] = madeUpResult(BASELINE).outcomes;
    expect(saySkill(launch)).toBe('no skill over climatology here (−3 % on 96 past starts)');
    expect(saySkill(days)).toBe('skill never measured: take it as a sketch');
    const some = { ...launch, skill: { overClimatology: 0.1, overBestSimple: -0.02, starts: 96 } };
    expect(saySkill(some)).toContain('none over the best simple rule');
  });

  it('give a change its sign, and none where it rounds to nothing', () => {
    expect(['any', 'any', 'count'].map((kind, i) => sayChange(kind === 'count' ? 'count' : 'any', [0.12, -0.004, -0.46][i]))).toEqual(['+12 points', '±0 points', '−0.5']);
    expect(sayEnds('count', [1.25, 3])).toBe('1.3–3.0');
    expect(sayEnds('any', [-0.001, 0.2])).toBe('0–20 %');
  }); // prettier-ignore

  it('call a difference nothing when both intervals hold zero', () => {
    const [difference] = COMPARISON.courses[0].differences;
    const estimate = { ...difference.estimate, fromHypotheses: [-0.1, 0.3] as const };
    expect(sayFirmness({ ...difference, estimate })).toBe('may be nothing at all');
  });

  it('tell an adaptive step with its trigger, what it suspends, and its judgement', () => {
    expect(sayStep(COURSE.course[0], WORDS.names)).toBe(
      'name of lever.drill (name of drill): if name of test occurs, then 5 days later, at most 2 times; meanwhile no name of talks [judgement: a guess of mine]',
    );
  });
});
