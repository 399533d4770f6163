import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche, newFolder } from '../cli/demarche.ts';

const SEEDS = '../shared/seeds';
const here = existsSync(SEEDS);
if (!here)
  process.stdout.write('no ../shared/seeds beside the project: the tests on the two seeds are skipped\n');

const files = here
  ? readdirSync(SEEDS)
      .sort()
      .map((name) => join(SEEDS, name))
  : [];
const folder = newFolder();

/** The brief's lines as known by a day, with the ids that lead on. */
function linesOf(
  ledger: string,
  knownAt: string,
): readonly { readonly words: string; readonly id: string }[] {
  const { out } = demarche(['--ledger', ledger, '--json', 'brief', '--known-at', knownAt]);
  return [...out.matchAll(/"id":"(line-[0-9a-f]+)","words":"((?:[^"\\]|\\.)*)"/gu)].map(([, id, words]) => ({
    id,
    words,
  }));
}

describe.skipIf(!here).each([
  ['days of publication given', ['--published', '2021-03-18'], ['--published', '2021-03-26']],
  ['no day given', [], []],
])('the two seeds, %s', (name, first, second) => {
  const ledger = join(folder, `${name.replace(/\W/gu, '-')}.ledger`);

  beforeAll(() => {
    for (const [file, flags] of [
      [files[0], first],
      [files[1], second],
    ] as const) {
      const { code, err } = demarche(['--ledger', ledger, 'read', file, ...flags]);
      if (code !== 0) throw new Error(err);
    }
  });

  it('says, as known on 20 March, that no weapon was tested since March 2020', () => {
    const line = linesOf(ledger, '2021-03-20').find(({ words }) =>
      /no weapons test .*since March 2020/u.test(words),
    );
    expect(line?.words).toContain('still stands');
  });

  it('shows, as known on 27 March, both tests, and still the older claim with the day it was overtaken', () => {
    const lines = linesOf(ledger, '2021-03-27');
    const has = (pattern: RegExp): boolean => lines.some(({ words }) => pattern.test(words));
    expect(has(/last tested 21 March 2021/u)).toBe(true);
    expect(has(/last tested 25 March 2021/u)).toBe(true);
    expect(has(/no weapons test .*since March 2020 \(overtaken on 21 March 2021/u)).toBe(true);
  });

  it('leads from each of these to the words', () => {
    const lines = linesOf(ledger, '2021-03-27').filter(({ words }) =>
      /no weapons test|last tested 2[15] March 2021/u.test(words),
    );
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const { id } of lines) {
      const { code, out } = demarche(['--ledger', ledger, 'why', id, '--known-at', '2021-03-27']);
      expect(code).toBe(0);
      expect(out).toMatch(/“[^”]*»[^«]+«/u);
    }
  });
});
