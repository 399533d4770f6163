import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { quote } from '../../../../src/model/span.ts';
import { dataFolder } from '../../../../src/playbook/data-folder.ts';
import { loadRepairs } from '../../../../src/playbook/lexicon/repairs.ts';
import { findRepairs } from '../../../../src/stages/extract/repairs/find-repairs.ts';

const lexicon = loadRepairs(dataFolder());
const find = (text: string, ...resolutions: readonly number[]) =>
  findRepairs({ id: 'r', text, foundAt: '-', notes: [] }, undefined, {
    lexicon,
    resolutions: new Set(resolutions),
  });

describe('repairs', () => {
  const TEXT = 'It broke Ruritanian Resolution 1718 when the fleet left left port.';

  it('name a reading, its basis and the words it stands beside', () => {
    const [swap] = find(TEXT, 1718);
    expect(swap).toMatchObject({
      reading: 'UN Resolution 1718',
      basis: 'object-class',
      entry: 'repair.issuer-swap',
    });
    expect(quote(TEXT, swap.span)).toBe('Ruritanian Resolution 1718');
  });

  it('do not touch a resolution whose number is not known', () => {
    expect(find(TEXT, 9999).map(({ entry }) => entry)).toEqual(['repair.doubled-word']);
  });

  it('stand in text order and have the same ids at every reading', () => {
    const once = find(TEXT, 1718);
    expect(once.map(({ span }) => span.start)).toEqual(
      once.map(({ span }) => span.start).sort((a, b) => a - b),
    );
    expect(find(TEXT, 1718)).toEqual(once);
  });

  it('find nothing in clean text', () => {
    expect(find('The minister said on Monday that the talks in the harbour would go on next week.')).toEqual(
      [],
    );
  });

  it('come to an end: a megabyte, and one sentence of ten thousand words', () => {
    expect(find('the fleet left left port and '.repeat(35_000)).length).toBeGreaterThan(30_000);
    expect(find('an exchange of political views and '.repeat(2_000))).toHaveLength(2_000);
  });
});

const GOLD = '../shared/seed-gold/repairs.json';
const rows = z.array(z.object({ id: z.string(), seed: z.string(), garbled: z.string() }));

describe.skipIf(!existsSync(GOLD))(
  'garbled passages of the seeds (skipped where ../shared is not there)',
  () => {
    it('are met by some repair, but for those that nothing in the text betrays', () => {
      const gold = rows.parse(JSON.parse(readFileSync(GOLD, 'utf8')));
      const texts = new Map(
        [
          ['0', '000_939518b04ab2deaa'],
          ['4', '004_7678e6c8c459e421'],
        ].map(([seed, name]) => [seed, readFileSync(`../shared/seeds/${name}.txt`, 'utf8')] as const),
      );
      const missed = gold.filter(({ seed, garbled }) => {
        const text = texts.get(seed) ?? '';
        const start = text.indexOf(garbled);
        return !find(text, 1718).some(({ span }) => span.start < start + garbled.length && start < span.end);
      });
      expect(missed.map(({ id }) => id)).toEqual(['R19', 'R30', 'R34']);
    });
  },
);
