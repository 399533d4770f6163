import { describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { situate } from '../../../src/stages/situate/situate.ts';

const playbook = loadPlaybook('korea');
const NOTHING = { readings: [], reconciled: { origins: [], moves: [], utterances: [], links: [] } };
const at = (validAt: string) => {
  const lines = situate(NOTHING, playbook, { validAt }).outlooks;
  return new Map(lines.map(({ outlook, state, resolvedOn }) => [outlook, { state, resolvedOn }]));
};

/** How the expectations of March 2021 came out, by the chronicle alone. */
const OUTCOMES: readonly (readonly [string, string])[] = [
  ['recruit-after-anchorage', 'partly'],
  ['agenda-anchorage', 'true'],
  ['review-april', 'true'],
  ['resume-tests', 'true'],
  ['disregard-attempts', 'true'],
  ['mixed-policy', 'true'],
  ['more-from-patron', 'partly'],
  ['trilateral-next-week', 'true'],
  ['no-escalation', 'true'],
  ['diplomacy-difficult', 'true'],
  ['patron-curtails', 'false'],
  ['constructive-role', 'partly'],
  ['solid-fuel-icbm', 'true'],
  ['no-disarmament', 'true'],
  ['answer-to-escalation', 'open'],
];

describe('outlooks', () => {
  const late = at('2023-06-30');
  it.each(OUTCOMES)('%s comes out %s', (id, state) => expect(late.get(`outlook.${id}`)?.state).toBe(state));

  it('are open until a move resolves them, and say on which day', () => {
    expect(at('2021-04-29').get('outlook.review-april')).toEqual({ state: 'open', resolvedOn: undefined });
    expect(at('2021-04-30').get('outlook.review-april')).toEqual({ state: 'true', resolvedOn: '2021-04-30' });
    expect(at('2023-04-12').get('outlook.solid-fuel-icbm')?.state).toBe('open');
    expect(at('2023-04-13').get('outlook.solid-fuel-icbm')?.state).toBe('true');
  });

  it('stand only from the day they were voiced', () => {
    expect(at('2021-03-17').get('outlook.review-april')).toBeUndefined();
  });
});
