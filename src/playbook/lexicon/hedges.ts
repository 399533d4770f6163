import { join } from 'node:path';
import { z } from 'zod';
import type { HedgeEntry, HedgeLexicon, HedgePhrase } from '../../model/lexicon-hedges.ts';
import { dataFolder } from '../data-folder.ts';
import { loadYaml } from '../load-yaml.ts';

const certitude = z.enum(['certain', 'likely', 'expected', 'appears', 'possible', 'doubtful', 'unclear']);
const sentences = z.array(z.string().min(1)).min(1);

/** One entry of data/lexicon/hedges.yml. */
const hedgeEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z.-]+$/u),
  gives: certitude,
  reach: z.enum(['beside', 'above']),
  words: z.array(z.string().min(1)).min(1),
  negated: certitude.optional(),
  why: z.string().min(1),
  source: z.string().optional(),
  hit: sentences,
  miss: sentences,
});

export const hedgesSchema = z.array(hedgeEntrySchema);

const isSingle = (word: string): boolean => !word.includes(' ');

function byLemma(entries: readonly HedgeEntry[], reach: HedgeEntry['reach']): Map<string, HedgeEntry> {
  const map = new Map<string, HedgeEntry>();
  for (const entry of entries) {
    if (entry.reach !== reach) continue;
    for (const word of entry.words.filter(isSingle)) if (!map.has(word)) map.set(word, entry);
  }
  return map;
}

function phrasesOf(entries: readonly HedgeEntry[]): Map<string, HedgePhrase[]> {
  const map = new Map<string, HedgePhrase[]>();
  for (const entry of entries) {
    for (const phrase of entry.words) {
      if (isSingle(phrase)) continue;
      const words = phrase.split(' ');
      map.set(words[0], [...(map.get(words[0]) ?? []), { words, entry }]);
    }
  }
  return map;
}

/** Indexes hedges by their words. */
const toHedgeLexicon = (entries: readonly HedgeEntry[]): HedgeLexicon => ({
  entries,
  beside: byLemma(entries, 'beside'),
  above: byLemma(entries, 'above'),
  phrases: phrasesOf(entries),
});

/** Reads and checks data/lexicon/hedges.yml of a data folder. */
export const loadHedgeLexicon = (folder: string = dataFolder()): HedgeLexicon =>
  toHedgeLexicon(loadYaml(join(folder, 'lexicon', 'hedges.yml'), hedgesSchema));
