import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureSeeds } from '../../eval/reconcile/measure-seeds.ts';
import type { SeedFigures } from '../../eval/reconcile/measure-seeds.ts';

const SEEDS = ['../shared/seeds', '../shared/seed-gold'] as const;
const here = SEEDS.every((folder) => existsSync(folder));
const title = 'the listed overlaps and tensions, the two reports and the samples read together';

describe.skipIf(!here)(here ? title : `${title} (skipped: ../shared is not here)`, () => {
  let figures: SeedFigures;
  beforeAll(async () => {
    figures = await measureSeeds(...SEEDS);
  });

  it('brings out every overlap', () => {
    expect(figures.missed.filter((id) => id.startsWith('P'))).toEqual([]);
    expect(figures.overlaps).toBe(1);
  });

  it('brings out every tension but that of a thaw against tense surroundings that name no sides', () => {
    expect(figures.missed.filter((id) => id.startsWith('Q'))).toEqual(['Q23']);
  });
});
