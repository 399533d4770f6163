import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioComparison } from '../../src/model/scenario.ts';
import { UserError } from '../../src/model/user-error.ts';
import { silent } from '../../src/workflows/effects.ts';
import { listCourses, loadCourses } from '../../src/workflows/scenario-ground.ts';
import { replayCourse } from '../../src/workflows/scenario-replay.ts';
import { compareCourses, tellCourses } from '../../src/workflows/scenarios.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';
import { explain } from '../../src/workflows/why.ts';
import { demarche, newFolder, startDemarche } from '../cli/demarche.ts';

const NOW = (): string => '2026-11-21T12:00:00.000Z';
const RUNS = 1200;
/** Few, so that the tests are quick. */
const EXPLAIN = 15;
const SHORT = ['--runs', String(RUNS), '--explain-runs', String(EXPLAIN)];
const COURSE = 'freeze-for-freeze';
const folder = newFolder();
let session: Session;
let whole: ScenarioComparison;

const newLedger = (name: string): string => join(folder, name, 'test.ledger');

async function play(threads: number, name: string): Promise<ScenarioComparison | undefined> {
  const own = openSession({ ledger: newLedger(name) });
  try {
    const courses = loadCourses(own, [COURSE], { runs: RUNS });
    return await compareCourses(own, courses, silent(NOW), { threads, explainRuns: EXPLAIN });
  } finally {
    await own.close();
  }
}

const partsOf = (name: string): readonly string[] => {
  const beside = join(dirname(newLedger(name)), 'scenarios');
  return existsSync(beside) ? readdirSync(beside).filter((file) => file.endsWith('.part')) : [];
};

beforeAll(async () => {
  session = openSession({ ledger: newLedger('whole') });
  const found = await compareCourses(session, loadCourses(session, [COURSE], { runs: RUNS }), silent(NOW), { threads: 1, explainRuns: EXPLAIN });
  if (found === undefined) throw new Error('it was never stopped');
  whole = found;
}, 600_000); // prettier-ignore

afterAll(async () => session?.close());

describe('courses played forward', () => {
  it('come out the same, to the byte, on any number of threads', async () => {
    expect(JSON.stringify(await play(3, 'three'))).toBe(JSON.stringify(whole));
  }, 600_000);

  it('go on where a killed run was, to the same bytes', async () => {
    const ledger = newLedger('killed');
    const child = startDemarche(['--ledger', ledger, 'scenario', 'run', COURSE, ...SHORT, '--threads', '1']); // prettier-ignore
    const ended = once(child, 'exit');
    const partSize = (): boolean => partsOf('killed').length > 0;
    while (!partSize() && child.exitCode === null) await pause(20);
    await pause(300);
    child.kill('SIGKILL');
    await ended;
    expect(JSON.stringify(await play(1, 'killed'))).toBe(JSON.stringify(whole));
    expect(partsOf('killed')).toEqual([]);
  }, 600_000);

  it('stop between blocks when asked to, and keep what was played', async () => {
    const own = openSession({ ledger: newLedger('stopped') });
    const stop = new AbortController();
    const effects = {
      ...silent(NOW, stop.signal),
      progress: ({ done }: { readonly done: number }): void => {
        if (done >= 500) stop.abort();
      },
    };
    const courses = loadCourses(own, [COURSE], { runs: RUNS });
    expect(await compareCourses(own, courses, effects, { threads: 1, explainRuns: EXPLAIN })).toBeUndefined();
    expect(partsOf('stopped')).toHaveLength(1);
    await own.close();
    expect(JSON.stringify(await play(1, 'stopped'))).toBe(JSON.stringify(whole));
  }, 600_000);

  it('cost nothing when asked again from the same record', async () => {
    const seen: number[] = [];
    const effects = { ...silent(NOW), progress: ({ done }: { readonly done: number }) => seen.push(done) };
    const again = await compareCourses(session, loadCourses(session, [COURSE], { runs: RUNS }), effects, { threads: 1, explainRuns: EXPLAIN }); // prettier-ignore
    expect(seen).toEqual([RUNS, 2 * RUNS]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
  }, 600_000);

  it('say their limits, mark judgement, and give a difference for every outcome', () => {
    const [{ result, differences }] = whole.courses;
    expect(result.limits.length).toBeGreaterThan(2);
    expect(result.judged.map(({ lever }) => lever)).toContain('lever.restore-exercises');
    expect(differences.map(({ outcome }) => outcome)).toEqual(result.outcomes.map(({ outcome }) => outcome));
    for (const { estimate } of differences) {
      expect(estimate.fromParameters[0]).toBeLessThanOrEqual(estimate.value);
      expect(estimate.fromHypotheses[1]).toBeGreaterThanOrEqual(estimate.value - 1e-9);
    }
  });

  it('lead every reason on to something that demarche why opens', () => {
    const told = tellCourses(session, whole);
    const ids = new Set(told.courses.flatMap(({ outcomes }) => outcomes.flatMap(({ moved }) => moved.flatMap(({ opens }) => opens)))); // prettier-ignore
    expect(ids.size).toBeGreaterThan(3);
    for (const id of ids)
      expect(explain(session, id, { validAt: '2021-03-26', knownAt: '2021-03-26' }).says).not.toBe('');
  });

  it('show one run day by day, the same for the same seed', async () => {
    const [course] = loadCourses(session, [COURSE]);
    const [one, again, other] = [
      await replayCourse(session, course, 17, { threads: 1 }),
      await replayCourse(session, course, 17, { threads: 1 }),
      await replayCourse(session, course, 18, { threads: 1 }),
    ];
    expect(one.length).toBeGreaterThan(3);
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one.flatMap(({ lines }) => lines).join('\n')).toContain('step 1 of the course');
  }, 600_000);
});

describe('the courses that come with a playbook', () => {
  it('are all well formed, start on one day, and rest on at least three hypotheses', () => {
    const courses = listCourses(session);
    expect(courses.map(({ name }) => name)).toEqual(expect.arrayContaining(['baseline', 'enforce', 'restore-exercises', 'freeze-for-freeze', 'recruit-china'])); // prettier-ignore
    expect(new Set(courses.map(({ scenario }) => scenario.validAt))).toEqual(new Set(['2021-03-26']));
    for (const { scenario } of courses)
      expect(Object.values(scenario.hypotheses).filter((weight) => weight > 0).length).toBeGreaterThan(2);
    expect(() => loadCourses(session, courses.map(({ name }) => name))).not.toThrow(); // prettier-ignore
  });

  it('are suggested when a name is mistyped', () => {
    expect(() => loadCourses(session, ['enforze'])).toThrow('no scenario "enforze"');
    try {
      loadCourses(session, ['enforze']);
    } catch (error) {
      expect(error instanceof UserError && error.hint).toContain('Did you mean enforce?');
    }
  });

  it('may not pull a lever without record unless its author owns a judgement', () => {
    const file = join(folder, 'bold.yml');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      `id: bold
name: bold
why: a lever that was never used
start: { valid-at: 2021-03-26, known-at: 2021-03-26 }
horizon-days: 60
hypotheses: { hypothesis.attention: 1 }
outcomes: [outcome.launch]
course:
  - lever: lever.ease
    stream: sanction.eased
    on: 2021-04-10
`,
    );
    const { code, err } = demarche(['--ledger', newLedger('bold'), 'scenario', 'run', file]);
    expect(code).toBe(1);
    expect(err).toContain('bold.yml:9: "lever.ease" was never used as far as was known on 2021-03-26');
    expect(err).toContain('judgement:');
  });

  it('may not be compared when they start from different days', () => {
    const [{ raw }] = listCourses(session);
    const file = join(folder, 'later.yml');
    writeFileSync(file, JSON.stringify({ ...raw, id: 'later', start: { 'valid-at': '2021-02-26', 'known-at': '2021-02-26' } })); // prettier-ignore
    expect(() => loadCourses(session, ['enforce', file])).toThrow('the start of "later"');
  });
});

describe('demarche scenario', () => {
  it('lists the courses with what they are', () => {
    const { out, code } = demarche(['--ledger', newLedger('list'), 'scenario', 'list']);
    expect(code).toBe(0);
    expect(out).toContain('freeze-for-freeze');
    expect(out).toContain('180 days');
  });

  it('shows tables, pictures, doubts apart and limits, and writes them as one page', () => {
    const page = join(folder, 'page.html');
    const args = ['--ledger', newLedger('whole'), 'scenario', 'run', COURSE, ...SHORT];
    const { out, code } = demarche(args);
    expect(code).toBe(0);
    for (const words of [
      'OUTCOMES',
      'parameters',
      'hypotheses',
      '● median',
      'What moved each outcome',
      'WHAT THIS CANNOT TELL YOU',
      'runs, day by day',
    ])
      // prettier-ignore
      expect(out).toContain(words);
    expect(out).not.toMatch(/NaN|undefined|Infinity/u);
    expect(demarche([...args, '--out', page]).code).toBe(0);
    expect(existsSync(page)).toBe(true);
  }, 600_000);

  it('explains one outcome and says what it watches otherwise', () => {
    const args = ['--ledger', newLedger('whole'), 'scenario', 'explain', COURSE];
    const told = demarche([...args, 'launch', ...SHORT]);
    expect(told.out).toContain('By hypothesis');
    expect(told.out).toContain('demarche why');
    const wrong = demarche([...args, 'lunch', ...SHORT]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('Did you mean outcome.launch?');
  }, 600_000);

  it('refuses counts that are none', () => {
    const { code, err } = demarche(['--ledger', newLedger('list'), 'scenario', 'run', COURSE, '--runs', 'many']); // prettier-ignore
    expect(code).toBe(1);
    expect(err).toContain('--runs: "many"');
  });
});
