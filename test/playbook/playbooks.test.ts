import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { loadPlaybook, playbookFolder, playbookNames } from '../../src/playbook/load-playbook.ts';
import { checkPlaybook } from '../../src/workflows/check-playbook.ts';
import { newPlaybook } from '../../src/workflows/new-playbook.ts';

describe.each(playbookNames())('playbook %s', (name) => {
  const check = checkPlaybook(name);
  it('has no trouble in names and cases', () => expect(check.troubles).toEqual([]));
  it('has cases', () => expect(check.cases).toBeGreaterThan(20));
  it('names a source and a reason for every fact', () => {
    for (const { source, says } of loadPlaybook(name).chronicle) {
      expect(source.length).toBeGreaterThan(2);
      expect(says.length).toBeGreaterThan(10);
    }
  });
});

describe('playbook korea', () => {
  const playbook = loadPlaybook('korea');
  it('holds eighteen resolutions and a hundred and fifty moves of 2017 to 2022', () => {
    const laws = playbook.clauses.filter(({ kind }) => kind !== 'pledge');
    expect(new Set(laws.map(({ instrument }) => instrument)).size).toBeGreaterThanOrEqual(18);
    expect(laws.length).toBeGreaterThanOrEqual(68);
    const moves = playbook.chronicle.filter(
      ({ on, move }) => move !== undefined && on >= '2017' && on < '2023',
    );
    expect(moves.length).toBeGreaterThanOrEqual(150);
  });
  it('puts a source to every rung', () => {
    for (const { source } of playbook.ladder.rungs) expect(source).not.toBe('');
  });
  it('has another version when one entry changes', () => {
    expect(playbook.version).toMatch(/^playbook-[0-9a-f]{16}$/u);
    expect(loadPlaybook('iran-nuclear').version).not.toBe(playbook.version);
  });
});

describe('a playbook that an analyst writes', () => {
  let folder = '';
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'playbook-')), 'coast');
    newPlaybook(folder, { id: 'coast', sides: ['aaa', 'bbb'] });
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const change = (file: string, from: string, into: string): void => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, into));
  };
  const trouble = (): UserError => {
    try {
      loadPlaybook(folder);
    } catch (error) {
      if (error instanceof UserError) return error;
    }
    throw new Error('no trouble was found');
  };

  it('begins from one that passes its own check', () => expect(checkPlaybook(folder).troubles).toEqual([]));

  it('is told of an unknown key, with file and line', () => {
    change('ladder.yml', 'holds-days: 30', 'holds-days: 30\n    lower: true');
    expect(trouble().where).toMatch(/ladder\.yml:\d+$/u);
    expect(trouble().message).toContain('unknown key "lower"');
  });

  it('is told of a wrong value, with file and line', () => {
    change('chronicle.yml', 'type: consult', 'type: chat');
    expect(trouble().where).toMatch(/chronicle\.yml:2$/u);
  });

  it('is told of a rung that does not exist', () => {
    change('ladder.yml', 'rung: tests', 'rung: testing');
    const found = checkPlaybook(folder).troubles;
    expect(found[0].what).toBe('rung "testing", named by "ladder.test", does not exist');
    expect(found[0].where).toMatch(/ladder\.yml:8$/u);
  });

  it('is told of an id used twice, of an unknown side and of an unknown class', () => {
    change('chronicle.yml', 'id: talks.2020-02-01', 'id: test.2020-01-01');
    change(
      'ladder.yml',
      'move: { act: weapons-test, by: aaa }',
      'move: { act: weapons-test, by: ccc, class: rokcet }',
    );
    const found = checkPlaybook(folder).troubles.map(({ what }) => what);
    expect(found).toContain('id "test.2020-01-01" is used twice');
    expect(found).toContain(`side "ccc", named by "ladder.test", is none of this playbook's`);
    expect(found).toContain('class "rokcet", named by "ladder.test", does not exist');
  });

  it('is told of a case that comes out otherwise, and of an entry without one', () => {
    change('ladder.yml', 'expect: holds', 'expect: does-not-hold');
    change('channels.yml', readFileSync(join(folder, 'channels.yml'), 'utf8').split('  cases:')[1], ' []\n');
    const found = checkPlaybook(folder).troubles.map(({ what }) => what);
    expect(found).toContain('case 1 of "ladder.test" expects does-not-hold and gets holds');
    expect(found).toContain('"channel.direct" has no case, so nothing shows that it ever fires');
  });

  it('is told of broken YAML, and of a name that is none', () => {
    writeFileSync(join(folder, 'rules.yml'), '- id: [unclosed\n');
    expect(trouble().where).toContain('rules.yml');
    expect(() => playbookFolder('nowhere')).toThrow(/no playbook "nowhere"/u);
  });

  it('is not overwritten by a new one', () => {
    expect(() => newPlaybook(folder, { id: 'coast', sides: ['aaa', 'bbb'] })).toThrow(
      /there is a playbook already/u,
    );
    cpSync(folder, `${folder}-copy`, { recursive: true });
    expect(loadPlaybook(`${folder}-copy`).version).toBe(loadPlaybook(folder).version);
  });
});
