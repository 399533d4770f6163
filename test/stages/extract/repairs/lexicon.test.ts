import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../../src/playbook/data-folder.ts';
import { loadRepairs, repairsSchema } from '../../../../src/playbook/lexicon/repairs.ts';
import { loadYaml } from '../../../../src/playbook/load-yaml.ts';
import { findRepairs } from '../../../../src/stages/extract/repairs/find-repairs.ts';

const rows = loadYaml(join(dataFolder(), 'lexicon', 'repairs.yml'), repairsSchema);
const knowledge = { lexicon: loadRepairs(dataFolder()), resolutions: new Set([1718]) };

const entriesIn = (text: string): readonly string[] =>
  findRepairs({ id: 'r', text, foundAt: '-', notes: [] }, undefined, knowledge).map(({ entry }) => entry);

describe('the lexicon of repairs', () => {
  it('has its ids once each', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it.each(rows.flatMap(({ id, hit }) => hit.map((text) => [id, text] as const)))(
    '%s finds itself in: %s',
    (id, text) => {
      expect(entriesIn(text)).toContain(id);
    },
  );

  it.each(rows.flatMap(({ id, miss }) => miss.map((text) => [id, text] as const)))(
    '%s passes over: %s',
    (id, text) => {
      expect(entriesIn(text)).not.toContain(id);
    },
  );
});
