import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WordingKnowledge } from '../model/wordings.ts';
import { modelsFolder } from './data-folder.ts';

const Wordings = z.strictObject({
  rarity: z.record(z.string(), z.number()),
  renders: z.record(z.string(), z.record(z.string(), z.number())),
  whole: z.array(z.number()),
  part: z.array(z.number()),
});

let loaded: WordingKnowledge | undefined;

/** What was learned of how one thing is said in different words; read from models/wordings.json once. */
export function loadWordings(): WordingKnowledge {
  if (loaded !== undefined) return loaded;
  const { rarity, renders, whole, part } = Wordings.parse(
    JSON.parse(readFileSync(join(modelsFolder(), 'wordings.json'), 'utf8')),
  );
  loaded = {
    rarity: new Map(Object.entries(rarity)),
    renders: new Map(Object.entries(renders).map(([stem, row]) => [stem, new Map(Object.entries(row))])),
    whole,
    part,
  };
  return loaded;
}
