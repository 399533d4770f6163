import { join } from 'node:path';
import { z } from 'zod';
import { REPAIR_RULES } from '../../model/lexicon-repairs.ts';
import type {
  IndexedRepair,
  RepairElement,
  RepairLexicon,
  RepairPattern,
  RepairRuleEntry,
  RepairVariant,
} from '../../model/lexicon-repairs.ts';
import { loadYaml } from '../load-yaml.ts';

const sentences = z.array(z.string().min(1)).min(1);

const base = {
  id: z.string().regex(/^repair\.[a-z][a-z0-9-]+$/u),
  basis: z.enum(['context', 'object-class', 'syntax', 'register', 'name', 'quotation']),
  confidence: z.number().gt(0).lt(1),
  /** The language whose words are confused, where one is known. */
  from: z.string().optional(),
  why: z.string().min(1),
  source: z.string().optional(),
  hit: sentences,
  miss: sentences,
};

const patternSchema = z.strictObject({
  ...base,
  words: z.string().min(1),
  reading: z.string().min(1),
  near: z.array(z.string().min(1)).default([]),
  far: z.array(z.string().min(1)).default([]),
});

const ruleSchema = z.strictObject({
  ...base,
  rule: z.enum(REPAIR_RULES),
  words: z.array(z.string()).default([]),
});

/** data/lexicon/repairs.yml. */
export const repairsSchema = z.array(z.union([patternSchema, ruleSchema]));

export type RepairRow = z.infer<typeof repairsSchema>[number];

const CLASSES = ['number', 'name', 'word', 'gerund', 'plural'] as const;

interface Slot {
  readonly element: RepairElement;
  readonly group: number;
  readonly optional: boolean;
  readonly upTo: number;
}

function toElement(text: string): RepairElement {
  const of = CLASSES.find((name) => text === `{${name}}`);
  if (of !== undefined) return { kind: 'class', of };
  const words = text.split('|');
  if (words.every((word) => word.endsWith('~')))
    return { kind: 'stem', stems: words.map((word) => word.slice(0, -1)) };
  return { kind: 'words', words: new Set(words) };
}

function toSlot(text: string, index: number): Slot {
  const optional = text.startsWith('(') && text.endsWith(')');
  const bare = optional ? text.slice(1, -1) : text;
  const many = bare === '{names}';
  return { element: toElement(many ? '{name}' : bare), group: index + 1, optional, upTo: many ? 4 : 1 };
}

type Choice = readonly { readonly element: RepairElement; readonly group: number }[];

function choicesOf({ element, group, optional, upTo }: Slot): Choice[] {
  const one = { element, group };
  const choices: Choice[] = Array.from({ length: upTo }, (_, n) =>
    Array.from({ length: upTo - n }, () => one),
  );
  return optional ? [...choices, []] : choices;
}

/** All fixed-length ways of a written pattern, longest first: `(word)` may be left out, `{names}` is one to four names. */
export function toVariants(pattern: string): RepairVariant[] {
  let rows: Choice[] = [[]];
  for (const slot of pattern.split(/\s+/u).map(toSlot))
    rows = rows.flatMap((row) => choicesOf(slot).map((choice) => [...row, ...choice]));
  return rows.map((row) => {
    const elements = row.map(({ element }) => element);
    return {
      elements,
      groups: row.map(({ group }) => group),
      anchor: elements.findIndex(({ kind }) => kind === 'words'),
    };
  });
}

function toPattern(row: Extract<RepairRow, { reading: string }>): RepairPattern {
  const { id, basis, confidence, reading, near, far } = row;
  return {
    id,
    basis,
    confidence,
    reading,
    near,
    far,
    variants: toVariants(row.words).filter(({ anchor }) => anchor >= 0),
  };
}

const toRule = ({ id, basis, confidence, rule, words }: Extract<RepairRow, { rule: string }>): RepairRuleEntry => ({
  id, basis, confidence, rule, words: new Set(words),
}); // prettier-ignore

function indexPatterns(patterns: readonly RepairPattern[]): RepairLexicon['index'] {
  const index = new Map<string, IndexedRepair[]>();
  for (const pattern of patterns) {
    for (const variant of pattern.variants) {
      const anchor = variant.elements[variant.anchor];
      if (anchor.kind !== 'words') continue;
      for (const word of anchor.words) {
        const list = index.get(word) ?? [];
        list.push({ pattern, variant });
        index.set(word, list);
      }
    }
  }
  return index;
}

/** Splits the rows into patterns and rules and indexes the patterns. */
export function toRepairLexicon(rows: readonly RepairRow[]): RepairLexicon {
  const patterns = rows.flatMap((row) => ('reading' in row ? [toPattern(row)] : []));
  const rules = rows.flatMap((row) => ('rule' in row ? [toRule(row)] : []));
  return { patterns, rules, index: indexPatterns(patterns) };
}

/**
 * Loads the confusions of machine translation from a data folder.
 * @throws UserError with file and line for an unknown key or a wrong value.
 */
export const loadRepairs = (data: string): RepairLexicon =>
  toRepairLexicon(loadYaml(join(data, 'lexicon', 'repairs.yml'), repairsSchema));
