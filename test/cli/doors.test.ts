import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche, newFolder } from './demarche.ts';

const folder = newFolder();
const ledger = join(folder, 'samples.ledger');
const on = (...args: readonly string[]): readonly string[] => ['--ledger', ledger, ...args];

const rows = (out: string): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null) throw new TypeError('no object');
      return { ...value };
    });

beforeAll(() => {
  const { code, err } = demarche(on('read', 'samples/korea-2021'));
  if (code !== 0) throw new Error(err);
});

describe('demarche', () => {
  it('shows examples in its help', () => {
    const { code, out } = demarche(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Examples:');
    expect(out).toContain('demarche read');
  });

  it('says what is wrong with an unknown command and ends with 1', () => {
    const { code, err } = demarche(['fly']);
    expect(code).toBe(1);
    expect(err).toContain("unknown command 'fly'");
  });

  it('uses no colours when piped', () => {
    expect(demarche(on('brief')).out).not.toContain('\u001b[');
  });
});

describe('demarche read', () => {
  it('changes nothing when reports are read twice', () => {
    const { code, out } = demarche(on('read', 'samples/korea-2021'));
    expect(code).toBe(0);
    expect(out).toContain('0 reports read');
    expect(out).toContain('17 stood in the ledger already');
  });

  it('prints one JSON object a report, claims with spans that give the words', () => {
    const { out } = demarche(
      ['--ledger', join(folder, 'stdin.ledger'), '--json', 'read', '-'],
      'Marania fired two missiles on Friday.',
    );
    const [reading] = rows(out);
    expect(Object.keys(reading)).toEqual(expect.arrayContaining(['report', 'claims', 'notes']));
  });

  it.each([
    ['a missing file', () => 'nowhere.txt', 'there is no such file or folder'],
    ['a folder without reports', () => { mkdirSync(join(folder, 'none'), { recursive: true }); return join(folder, 'none'); }, 'no reports in this folder'],
    ['an empty file', () => { writeFileSync(join(folder, 'empty.txt'), ''); return join(folder, 'empty.txt'); }, 'the file is empty'],
    ['a binary file', () => { writeFileSync(join(folder, 'b.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0])); return join(folder, 'b.txt'); }, 'binary'],
    ['a file of 50 MB', () => { writeFileSync(join(folder, 'big.txt'), Buffer.alloc(50 * 1024 * 1024, 'a ')); return join(folder, 'big.txt'); }, 'the limit is 32 MB'],
  ])('says in words what is wrong with %s, and ends with 1', (_, make, words) => {
    const { code, err } = demarche(['--ledger', join(folder, 'bad.ledger'), 'read', make()]);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at .*\.ts/u);
  }); // prettier-ignore

  it('reads the good files beside a bad one and ends with 2', () => {
    const mixed = join(folder, 'mixed');
    mkdirSync(mixed);
    writeFileSync(join(mixed, 'good.txt'), 'Velsk rejected the offer of Marania on Monday.');
    writeFileSync(join(mixed, 'bad.txt'), '');
    const { code, out, err } = demarche(['--ledger', join(folder, 'mixed.ledger'), 'read', mixed]);
    expect(code).toBe(2);
    expect(out).toContain('1 reports read');
    expect(err).toContain('bad.txt: the file is empty');
  });

  it('refuses a ledger that is none', () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'my notes '.repeat(200));
    const { code, err } = demarche(['--ledger', file, 'read', 'samples/korea-2021']);
    expect(code).toBe(1);
    expect(err).toContain('not a ledger');
    expect(readFileSync(file, 'utf8')).toBe('my notes '.repeat(200));
  });

  it('refuses a date that is none', () => {
    const { code, err } = demarche(on('read', 'samples/korea-2021', '--published', 'yesterday'));
    expect(code).toBe(1);
    expect(err).toContain('"yesterday" is no date');
  });
});

describe('demarche lists', () => {
  it('filters moves by type and period', () => {
    const moves = rows(
      demarche(
        on('--json', 'moves', '--type', 'weapons-test', '--from', '2021-03-20', '--until', '2021-03-26'),
      ).out,
    );
    expect(moves.length).toBeGreaterThan(0);
    expect(JSON.stringify(moves)).not.toContain('"act":"exercise-held"');
  });

  it('never lists what was published later than asked for', () => {
    const { out } = demarche(on('--json', 'reports', '--known-at', '2021-03-17'));
    const published = [...out.matchAll(/"publishedAt":\{"at":"([^"]+)"/gu)].map(([, at]) => at);
    expect(published.length).toBeGreaterThanOrEqual(3);
    expect(published.every((at) => at <= '2021-03-17T23:59:59.999Z')).toBe(true);
  });

  it('refuses a status that is none and names those there are', () => {
    const { code, err } = demarche(on('moves', '--status', 'done'));
    expect(code).toBe(1);
    expect(err).toContain('actual, planned');
  });

  it('says how to begin where there is no ledger', () => {
    const { code, err } = demarche(['--ledger', join(folder, 'nothing.ledger'), 'moves']);
    expect(code).toBe(1);
    expect(err).toContain('there is no ledger yet');
    expect(existsSync(join(folder, 'nothing.ledger'))).toBe(false);
  });
});

describe('demarche why', () => {
  it('leads from a line of the situation down to the words', () => {
    const page = rows(demarche(on('--json', 'brief', '--known-at', '2021-03-27')).out)[0];
    const ids = JSON.stringify(page).match(/line-[0-9a-f]{16}/gu) ?? [];
    const chains = ids.slice(0, 6).map((id) => demarche(on('why', id, '--known-at', '2021-03-27')));
    expect(chains.every(({ code }) => code === 0)).toBe(true);
    expect(chains.some(({ out }) => out.includes('claim ') && out.includes('»'))).toBe(true);
  });

  it('says so when nothing has this id', () => {
    const { code, err } = demarche(on('why', 'line-zzzz'));
    expect(code).toBe(1);
    expect(err).toContain('nothing here has the id');
  });
});

describe('demarche brief', () => {
  it('writes one page that needs nothing beside it', () => {
    const file = join(folder, 'brief.html');
    expect(demarche(on('brief', '--out', file)).code).toBe(0);
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/<script|https?:\/\/|<link|<img/u);
    expect(html).toContain('id="evidence-1"');
  });

  it('refuses a kind of file it cannot write', () => {
    const { code, err } = demarche(on('brief', '--out', join(folder, 'brief.docx')));
    expect(code).toBe(1);
    expect(err).toContain('.md');
  });

  it('says so when the file cannot be written', () => {
    const { code, err } = demarche(on('brief', '--out', join(folder, 'no', 'such', 'brief.md')));
    expect(code).toBe(1);
    expect(err).toContain('cannot be written');
  });
});
