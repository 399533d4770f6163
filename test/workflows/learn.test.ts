import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../src/workflows/effects.ts';
import { learn } from '../../src/workflows/learn.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';
import { startDemarche } from '../cli/demarche.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-learn-'));
const effects = silent(() => '2026-11-21T12:00:00.000Z');
const KNOWN_AT = '2021-03-24';
const whole = join(folder, 'whole.json');
let session: Session;

beforeAll(async () => {
  session = openSession({ ledger: join(folder, 'test.ledger') });
  await learn(session, effects, { knownAt: KNOWN_AT, out: whole, threads: 1 });
}, 300_000);

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

describe('learning', () => {
  it('writes the same bytes for any number of threads', async () => {
    for (const threads of [2, 3]) {
      const out = join(folder, `threads-${threads}.json`);
      await learn(session, effects, { knownAt: KNOWN_AT, out, threads });
      expect(readFileSync(out, 'utf8')).toBe(readFileSync(whole, 'utf8'));
    }
  }, 300_000);

  it('goes on where a killed run was, to the same bytes', async () => {
    const out = join(folder, 'killed.json');
    const part = `${out}.part`;
    const ledger = join(folder, 'killed.ledger');
    const child = startDemarche(['--ledger', ledger, 'learn', '--known-at', KNOWN_AT, '--out', out]);
    const ended = once(child, 'exit');
    while (!existsSync(part) && child.exitCode === null) await pause(5);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(out)).toBe(false);
    const { resumed } = await learn(session, effects, { knownAt: KNOWN_AT, out });
    expect(resumed).toBeGreaterThan(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(whole, 'utf8'));
    expect(existsSync(part)).toBe(false);
  }, 300_000);
});
