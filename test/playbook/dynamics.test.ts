import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { loadPlaybook, playbookFolder } from '../../src/playbook/load-playbook.ts';

describe('dynamics of a theatre', () => {
  const { dynamics } = loadPlaybook('korea');

  it('have a dozen streams, five rival hypotheses and an outcome of each sort', () => {
    expect(dynamics?.streams.length).toBeGreaterThanOrEqual(15);
    expect(dynamics?.hypotheses.length).toBeGreaterThanOrEqual(5);
    expect(new Set(dynamics?.outcomes.map(({ kind }) => kind))).toEqual(new Set(['any', 'count', 'rung']));
  });
});

describe('dynamics that an analyst writes', () => {
  let folder = '';
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'dynamics-')), 'korea');
    cpSync(playbookFolder('korea'), folder, { recursive: true });
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const trouble = (from: string, into: string): UserError => {
    const file = join(folder, 'dynamics.yml');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, into));
    try {
      loadPlaybook(folder);
    } catch (error) {
      if (error instanceof UserError) return error;
    }
    throw new Error('no trouble was found');
  };

  it.each([
    ['a drive from no stream', 'from: [review.begun]', 'from: [review.begone]', 'stream "review.begone" does not exist'],
    ['an unknown hypothesis', 'hypothesis: hypothesis.attention', 'hypothesis: hypothesis.fun', 'hypothesis "hypothesis.fun" does not exist'],
    ['a restraint of no entry', 'entry: moratorium.2018', 'entry: moratorium.2019', 'moratorium or bargain "moratorium.2019" does not exist'],
    ['an answer of no stream', 'came: council.veto', 'came: council.yes', 'stream "council.yes" does not exist'],
    ['an outcome on no rung', 'rung: long-range', 'rung: far', 'rung "far" does not exist'],
    ['an id used twice', 'id: test.satellite', 'id: test.long', 'id "test.long" is used twice'],
    ['an example of another stream', 'act: weapons-test, by: prk, class: nuclear-test }, record-from', 'act: weapons-test, by: prk, class: icbm }, record-from', 'the example of "test.nuclear" belongs to stream "test.long"'],
    ['a tag, which no simulated move has', 'move: { act: channel-opened }', 'move: { act: channel-opened, tag: line }', 'unknown key "tag"'],
  ])('are told, with file and line, of %s', (_, from, into, message) => {
    const found = trouble(from, into);
    expect(found.message).toContain(message);
    expect(found.where).toMatch(/dynamics\.yml:\d+$/u);
  }); // prettier-ignore
});
