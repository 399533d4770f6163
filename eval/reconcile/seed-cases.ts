import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contentId } from '../../src/model/content-id.ts';
import type { Report } from '../../src/model/report.ts';
import type { Span } from '../../src/model/span.ts';
import { readFile } from '../../src/stages/read/read.ts';

const Overlap = z.object({ id: z.string(), seed000: z.string(), seed004: z.string() });
const Tension = z.object({
  id: z.string(),
  left_seed: z.string(),
  left: z.string(),
  right_seed: z.string(),
  right: z.string(),
});

/** Two sides of a row of the inventory. */
export interface Case {
  readonly id: string;
  readonly left: Place | undefined;
  readonly right: Place | undefined;
}

/** Words of a report, or entries of the record. */
export type Place = { readonly reportId: string; readonly span: Span } | { readonly entries: RegExp };

/** Where the record or the samples hold the side of a tension that lies outside the two reports. */
const OUTSIDE: Readonly<Record<string, { readonly entries: RegExp } | { readonly words: string }>> = {
  Q02: { entries: /^prk\.test\.2020-0[4-7]/u },
  Q06: { words: 'cruise missiles are not covered by the Security Council resolutions' },
  Q08: { entries: /^unsc\.1718\./u },
  Q15: { words: 'it has to be conditioned upon the end result' },
  Q18: { words: 'we look to Beijing to play a role' },
  Q20: { entries: /annapolis/u },
};

const Variants = z.object({
  utterances: z.array(
    z.object({ variants: z.array(z.object({ origin: z.string(), page: z.string(), text: z.string() })) }),
  ),
});

/** A reprint of a report in which a sentence stands as another page of the same article has it. */
export function makeReprints(reports: readonly Report[], gold: string): readonly Report[] {
  const { utterances } = Variants.parse(JSON.parse(readFileSync(join(gold, 'quote_variants.json'), 'utf8')));
  return utterances.flatMap(({ variants }) => {
    const [first, other] = variants;
    const report = reports.find(({ text }) => text.includes(first.text));
    if (report === undefined || first.origin !== other.origin) return [];
    const text = report.text.replace(first.text, other.text);
    return [{ ...report, id: contentId('report', text), foundAt: other.page, text }];
  });
}

function findOutside(known: readonly Report[], id: string): Place | undefined {
  const outside = OUTSIDE[id];
  if (outside === undefined) return undefined;
  if ('entries' in outside) return outside;
  const report = known.find(({ text }) => text.includes(outside.words));
  const start = report?.text.indexOf(outside.words) ?? -1;
  return report === undefined
    ? undefined
    : { reportId: report.id, span: { start, end: start + outside.words.length } };
}

export const readReports = (folder: string): readonly Report[] =>
  readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .sort()
    .flatMap((name) => readFile(readFileSync(join(folder, name)), join(folder, name)).done);

function find(reports: readonly Report[], seed: string, words: string): Place | undefined {
  const report = reports.find(({ foundAt }) => foundAt.includes(`${seed.padStart(3, '0')}_`));
  const start = report?.text.replaceAll('\n', ' ').indexOf(words) ?? -1;
  if (report === undefined || start < 0) return undefined;
  return { reportId: report.id, span: { start, end: start + words.length } };
}

/** The overlaps and tensions of the inventory, each side found where it stands. */
export function loadCases(
  gold: string,
  known: readonly Report[],
): { readonly pairs: readonly Case[]; readonly tensions: readonly Case[] } {
  const load = (name: string): unknown => JSON.parse(readFileSync(join(gold, name), 'utf8'));
  const pairs = z
    .array(Overlap)
    .parse(load('overlaps.json'))
    .map(({ id, seed000, seed004 }) => ({
      id,
      left: find(known, '000', seed000),
      right: find(known, '004', seed004),
    }));
  const tensions = z
    .array(Tension)
    .parse(load('contradictions.json'))
    .map((one) => ({
      id: one.id,
      left: find(known, one.left_seed, one.left),
      right: find(known, one.right_seed, one.right) ?? findOutside(known, one.id),
    }));
  return { pairs, tensions };
}
