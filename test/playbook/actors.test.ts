import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { dataFolder } from '../../src/playbook/data-folder.ts';
import { loadActors } from '../../src/playbook/load-actors.ts';
import { pluralOf } from '../../src/playbook/plural.ts';

const loaded = loadActors();

describe('data/actors', () => {
  it('knows the states of the world with their capitals', () => {
    const states = [...loaded.actors.values()].filter(({ kind }) => kind === 'country');
    expect(states.length).toBeGreaterThanOrEqual(195);
    const capitals = [...loaded.places.values()].filter(({ kind }) => kind === 'capital');
    expect(capitals.length).toBeGreaterThanOrEqual(195);
  });

  it('gives every place a time zone that exists', () => {
    for (const { zone } of loaded.places.values()) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    }
  });

  it('has no term of office that ends before it begins', () => {
    for (const { id, terms } of loaded.actors.values()) {
      for (const { from, until } of terms) {
        if (from !== undefined && until !== undefined) expect(from < until, id).toBe(true);
      }
    }
  });

  it('lists the wider classes of a thing up to the root', () => {
    expect(loaded.objects.get('srbm')?.is).toEqual(['ballistic-missile', 'missile', 'weapon']);
  });
});

describe('a broken data/actors', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'actors-'));
    cpSync(join(dataFolder(), 'actors'), join(folder, 'actors'), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const change = (file: string, from: string, to: string): void => {
    const path = join(folder, 'actors', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  const trouble = (): UserError => {
    try {
      loadActors(folder);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error('it was read without trouble');
  };

  it('is told by file and line: an unknown key', () => {
    change('countries.yml', 'adjectives: [Afghan', 'adjectivs: [Afghan');
    expect(trouble().where).toMatch(/countries\.yml:\d+$/u);
    expect(trouble().message).toContain('adjectivs');
  });

  it('is told by file and line: an office that leads nowhere', () => {
    change('persons.yml', 'office: president, from: 2021-01-20', 'office: presidnt, from: 2021-01-20');
    expect(trouble().where).toMatch(/persons\.yml:\d+$/u);
    expect(trouble().message).toContain('presidnt');
  });

  it('is told by file and line: an id used twice', () => {
    change('countries.yml', 'id: alb,', 'id: afg,');
    expect(trouble().message).toContain('twice');
  });
});

it('makes plurals of titles at their noun', () => {
  expect(pluralOf('minister of defense')).toBe('ministers of defense');
  expect(pluralOf('spokesman')).toBe('spokesmen');
  expect(pluralOf('party')).toBe('parties');
});
