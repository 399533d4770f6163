import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import type { RawScenario } from '../../src/playbook/scenario-schema.ts';
import { tellScenarios } from '../../src/stages/brief/tell-scenarios.ts';
import { toScenarioDesk } from '../../src/workflows/scenario-desk.ts';
import type { PlayCourses, PlayJob, ScenarioDesk } from '../../src/workflows/scenario-desk.ts';
import { madeUpResult } from '../made-up-result.ts';

const NOW = (): string => '2026-11-21T12:00:00.000Z';
const RAW: RawScenario = {
  id: 'one', name: 'one', why: 'made up', start: { 'valid-at': '2021-03-26', 'known-at': '2021-03-26' }, 'horizon-days': 30,
  hypotheses: { 'hypothesis.attention': 1 }, outcomes: ['outcome.launch'], runs: 10, seed: 1, course: [],
}; // prettier-ignore

const SCENARIO = { ...RAW, validAt: '2021-03-26', knownAt: '2021-03-26', horizonDays: 30, course: [] };
const TOLD = tellScenarios(
  { baseline: madeUpResult(SCENARIO), courses: [] },
  { names: { actor: (id) => id, entry: (id) => id, several: (id) => id }, ladder: { rungs: [], rest: '', pairs: [], entries: [], decayDays: 1 } },
); // prettier-ignore

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** Works until it is stopped, or for so many steps. */
const working =
  (steps: number): PlayCourses =>
  async (_, effects) => {
    for (let done = 1; done <= steps; done++) {
      await pause();
      if (effects.signal.aborted) return undefined;
      effects.progress({ done, total: steps, what: 'runs' });
    }
    return TOLD;
  };

async function ended(desk: ScenarioDesk, id: string): Promise<PlayJob> {
  while (desk.get(id).state === 'running') await pause();
  return desk.get(id);
}

describe('the desk that plays courses for a server', () => {
  it('gives the result once it is done, and tells how far it has come', async () => {
    const desk = toScenarioDesk(working(3), NOW);
    const { id, state } = desk.start([RAW]);
    expect(state).toBe('running');
    const job = await ended(desk, id);
    expect(job.state).toBe('done');
    expect(job.told).toBe(TOLD);
    expect(job.progress.done).toBe(3);
  });

  it('plays one order at a time and says so', async () => {
    const desk = toScenarioDesk(working(50), NOW);
    const { id } = desk.start([RAW]);
    expect(() => desk.start([RAW])).toThrow('played already');
    desk.cancel(id);
    expect((await ended(desk, id)).state).toBe('cancelled');
    expect(desk.start([RAW]).id).not.toBe(id);
    await desk.close();
  });

  it('shows trouble that the user can mend with its place', async () => {
    const desk = toScenarioDesk(() => Promise.reject(new UserError('unknown lever', { where: 'one, step 2', hint: 'Mend it.' })), NOW); // prettier-ignore
    const job = await ended(desk, desk.start([RAW]).id);
    expect(job).toMatchObject({ state: 'failed', trouble: { what: 'unknown lever', where: 'one, step 2' } });
  });

  it('forgets old orders, and says what to do then', async () => {
    const desk = toScenarioDesk(working(1), NOW);
    const first = desk.start([RAW]).id;
    await ended(desk, first);
    for (let i = 0; i < 8; i++) await ended(desk, desk.start([RAW]).id);
    expect(() => desk.get(first)).toThrow(UserError);
  });
});
