import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/model/user-error.ts';
import { parseYaml } from '../../src/playbook/load-yaml.ts';

const schema = z.array(z.strictObject({ id: z.string(), on: z.string() }));

function troubleOf(text: string): UserError {
  try {
    parseYaml(text, 'ladder.yml', schema);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was taken as good');
}

describe('parseYaml', () => {
  it('keeps days as the words that stand in the file', () => {
    expect(parseYaml('- id: a\n  on: 2021-03-25\n', 'x.yml', schema)).toEqual([
      { id: 'a', on: '2021-03-25' },
    ]);
  });

  it('names file and line of an unknown key', () => {
    const trouble = troubleOf('- id: a\n  on: 2021\n- id: b\n  on: "2021"\n  colour: red\n');
    expect(trouble.where).toMatch(/ladder\.yml:[25]$/u);
  });

  it('names the unknown key', () => {
    const trouble = troubleOf('- id: a\n  on: "2021"\n- id: b\n  on: "2021"\n  colour: red\n');
    expect(trouble.message).toContain('colour');
    expect(trouble.where).toMatch(/ladder\.yml:5$/u);
    expect(trouble.hint).toBeTruthy();
  });

  it('names file and line of broken YAML', () => {
    expect(troubleOf('- id: a\n  on: [1\n- id: b\n').where).toMatch(/ladder\.yml:[23]$/u);
  });

  it('names the line of a missing value', () => {
    const trouble = troubleOf('- id: a\n  on: "2021"\n- id: b\n');
    expect(trouble.where).toMatch(/ladder\.yml:3$/u);
    expect(trouble.message).toContain('on');
  });
});
