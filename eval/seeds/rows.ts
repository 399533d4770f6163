import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../../src/model/span.ts';

const rowSchema = z.object({
  id: z.string(),
  cat: z.string(),
  seed: z.string(),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  reading: z.string(),
});

/** One thing that a person found in a seed. */
export interface Row {
  readonly id: string;
  readonly category: string;
  readonly seed: string;
  readonly quote: string;
  readonly span: Span;
  readonly reading: string;
}

export interface Seed {
  readonly number: string;
  readonly name: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

function toRow(line: string): Row {
  const { cat, start, end, ...rest } = rowSchema.parse(JSON.parse(line));
  return { ...rest, category: cat, span: { start, end } };
}

/** Number of a seed in the inventory ("4") from its file name ("004_….txt"). */
const numberOf = (name: string): string => String(Number(/^\d+/u.exec(name)?.[0] ?? Number.NaN));

/**
 * Seeds with their rows.
 * @param folder holds `seeds/*.txt` and `seed-gold/seed_inventory.jsonl`.
 */
export function readSeeds(folder: string): readonly Seed[] {
  const inventory = readFileSync(join(folder, 'seed-gold', 'seed_inventory.jsonl'), 'utf8');
  const rows = inventory
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(toRow);
  return readdirSync(join(folder, 'seeds'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const number = numberOf(name);
      return {
        number,
        name,
        text: readFileSync(join(folder, 'seeds', name), 'utf8'),
        rows: rows.filter((row) => row.seed === number),
      };
    });
}
