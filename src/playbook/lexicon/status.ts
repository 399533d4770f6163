import { join } from 'node:path';
import { z } from 'zod';
import type { StatusEntry, StatusLexicon } from '../../model/lexicon-status.ts';
import { dataFolder } from '../data-folder.ts';
import { loadYaml } from '../load-yaml.ts';

const effect = z.enum([
  'actual', 'denied', 'planned', 'requested', 'hypothetical', 'threatened', 'likely', 'unlikely', 'unsure',
]); // prettier-ignore
const words = z.array(z.string().min(1)).min(1).optional();
const bracketed = z.array(z.string().regex(/\[[^\]]+\]/u, 'put the deed in [brackets]')).min(1);

const entry = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/u),
  verbs: words,
  nouns: words,
  adjectives: words,
  modifiers: words,
  adverbs: words,
  leads: words,
  form: z.array(z.enum(['to', 'ing', 'that', 'base', 'bare', 'object'])).optional(),
  gives: z.strictObject({ affirmed: effect, denied: effect }),
  why: z.string(),
  source: z.string().optional(),
  hit: bracketed,
  miss: bracketed,
});

type RawEntry = z.output<typeof entry>;
type Part = 'verbs' | 'nouns' | 'adjectives' | 'modifiers' | 'adverbs' | 'leads';

const toEntry = (raw: RawEntry): StatusEntry => ({
  id: raw.id,
  ...(raw.form === undefined ? {} : { form: new Set(raw.form) }),
  affirmed: raw.gives.affirmed,
  denied: raw.gives.denied,
  why: raw.why,
  hit: raw.hit,
  miss: raw.miss,
});

function index(
  raw: readonly RawEntry[],
  entries: readonly StatusEntry[],
  part: Part,
): Map<string, StatusEntry[]> {
  const map = new Map<string, StatusEntry[]>();
  raw.forEach((from, i) => {
    for (const word of from[part] ?? []) map.set(word, [...(map.get(word) ?? []), entries[i]]);
  });
  return map;
}

/**
 * Reads the words that set a deed's status from `<folder>/lexicon/status.yml`; the earlier entry wins.
 * @throws UserError for broken YAML.
 */
export function loadStatusLexicon(folder = dataFolder()): StatusLexicon {
  const raw = loadYaml(join(folder, 'lexicon', 'status.yml'), z.array(entry));
  const entries = raw.map(toEntry);
  return {
    entries,
    verbs: index(raw, entries, 'verbs'),
    nouns: index(raw, entries, 'nouns'),
    adjectives: index(raw, entries, 'adjectives'),
    modifiers: index(raw, entries, 'modifiers'),
    adverbs: index(raw, entries, 'adverbs'),
    leads: index(raw, entries, 'leads'),
  };
}
