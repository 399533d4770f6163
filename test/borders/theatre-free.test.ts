import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadPlaybook, playbookNames } from '../../src/playbook/load-playbook.ts';

const ROOT = join(import.meta.dirname, '../..');
const texts = z.array(z.string()).default([]);
const Country = z.object({
  id: z.string(),
  name: z.string(),
  names: texts,
  adjectives: texts,
  people: texts,
});
const Person = z.object({ id: z.string(), name: z.string() });

const read = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(join(ROOT, 'data/actors', file), 'utf8')));

const { countries } = read('countries.yml', z.object({ countries: z.array(Country) }));
const { persons } = read('persons.yml', z.object({ persons: z.array(Person) }));
const playbooks = playbookNames().map((name) => loadPlaybook(name));

/** Words of English, or of computing, that are names elsewhere as well. */
const COMMON = new Set([
  'English',
  'Polish',
  'Chad',
  'Turkey',
  'Jordan',
  'Guinea',
  'Georgia',
  'Oman',
  'Mali',
  'Niger',
  'Swiss',
  'Dutch',
]);

const names = [
  ...countries.flatMap((one) => [one.name, ...one.names, ...one.adjectives, ...one.people]),
  ...persons.map(({ name }) => name),
].filter((name) => !COMMON.has(name));
const instruments = new Set(playbooks.flatMap(({ clauses }) => clauses.map(({ instrument }) => instrument)));
const sides = new Set(playbooks.flatMap((playbook) => playbook.sides));

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...new Set(names)].map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
const ruled = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:${[...instruments]
    .filter((one) => one.length > 2)
    .map(escaped)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
const sideIds = new RegExp(`['"\`](?:${[...sides].map(escaped).join('|')})(?:\\.[a-z-]+)?['"\`]`, 'u');

/** \`Greek\`, \`English\` … are languages and scripts as well. */
const LANGUAGES =
  /\b(?:English|Greek|Latin|American English|British English|French|German|Dutch|Portuguese|Chinese|Korean|Japanese) (?:UD|script|letters?|words?|text|numbers?|treebanks?|spelling|names?)\b/gu;

const files = globSync('src/**/*.ts', { cwd: ROOT }).map((file) => ({
  file,
  lines: readFileSync(join(ROOT, file), 'utf8').split('\n'),
}));

function findLines(pattern: RegExp): readonly string[] {
  return files.flatMap(({ file, lines }) =>
    lines.flatMap((line, i) =>
      pattern.test(line.replace(LANGUAGES, '')) ? [`${file}:${i + 1} ${line.trim()}`] : [],
    ),
  );
}

describe('code under src', () => {
  it('has enough names to look for', () => {
    expect(names.length).toBeGreaterThan(500);
    expect(named.test('a word from France here')).toBe(true);
  });
  it('names no country and no person', () => expect(findLines(named)).toEqual([]));
  it('names no resolution or other text of law', () => expect(findLines(ruled)).toEqual([]));
  it('names no side by its id', () => expect(findLines(sideIds)).toEqual([]));
});
