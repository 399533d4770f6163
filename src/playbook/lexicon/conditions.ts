import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type {
  ClauseModel,
  ClauseModels,
  ConditionLexicon,
  ConnectiveEntry,
} from '../../model/lexicon-conditions.ts';
import { dataFolder, modelsFolder } from '../data-folder.ts';
import { numberOf, weightsOf } from '../linear-weights.ts';
import { loadMarker } from '../load-marker.ts';
import { loadYaml } from '../load-yaml.ts';

const words = z.array(z.string().min(1));

const connective = z.strictObject({
  id: z.string().regex(/^condition\.[a-z-]+$/u),
  gives: z.enum([
    'if', 'unless', 'until', 'only-if', 'as-long-as', 'provided', 'inversion', 'in-exchange', 'in-return',
    'conditioned-on', 'price', 'without', 'response-to',
  ]), // prettier-ignore
  words: words.min(1),
  form: z.enum(['conjunction', 'inversion', 'preposition', 'adverb', 'noun', 'predicate']),
  leads: z.enum(['protasis', 'apodosis']),
  wants: z.enum(['refusal', 'modal']).optional(),
  why: z.string().min(1),
  hit: words.min(1),
  miss: words.min(1),
});

const schema = z.strictObject({
  connectives: z.array(connective).min(1),
  questions: words,
  concessive: words,
  'set-phrases': words,
  threats: words,
  refusals: words,
  promises: words,
  proposals: words,
  tacit: words,
  appearances: words,
  bargains: words,
  reporting: words,
});

function withoutAbsent(entry: z.infer<typeof connective>): ConnectiveEntry {
  const { wants, ...rest } = entry;
  return wants === undefined ? rest : { ...rest, wants };
}

/** Reads the trained weights; a package without them falls back on the tree. */
function loadClauseModels(file: string): ClauseModels | undefined {
  if (!existsSync(file)) return undefined;
  const weights = loadMarker(file);
  const modelOf = (name: keyof ClauseModels): ClauseModel => ({
    word: weightsOf(weights, `${name}.word`),
    gap: weightsOf(weights, `${name}.gap`),
    order: weightsOf(weights, `${name}.order`),
    pair: weightsOf(weights, `${name}.pair`),
    trust: numberOf(weights, `${name}.trust`),
  });
  return { given: modelOf('given'), sought: modelOf('sought') };
}

/** Reads the connectives and word lists of conditions from `<folder>/lexicon/conditions.yml`, with trained weights. */
export function loadConditionLexicon(
  folder = dataFolder(),
  weights = join(modelsFolder(), 'conditions', 'clauses.bin'),
): ConditionLexicon {
  const raw = loadYaml(join(folder, 'lexicon', 'conditions.yml'), schema);
  return {
    connectives: raw.connectives.map(withoutAbsent),
    questions: new Set(raw.questions),
    concessive: new Set(raw.concessive),
    setPhrases: new Set(raw['set-phrases']),
    threats: new Set(raw.threats),
    refusals: new Set(raw.refusals),
    promises: new Set(raw.promises),
    proposals: new Set(raw.proposals),
    tacit: new Set(raw.tacit),
    appearances: new Set(raw.appearances),
    bargains: new Set(raw.bargains),
    reporting: new Set(raw.reporting),
    clauses: loadClauseModels(weights),
  };
}
