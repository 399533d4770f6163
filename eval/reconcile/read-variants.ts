import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const Line = z.object({
  id: z.string(),
  doc: z.string().nullable(),
  domain: z.string().nullable(),
  ref: z.record(z.string(), z.string()),
  mt: z.record(z.string(), z.string()),
});

/** One foreign sentence with its English versions, by the system or translator that made them. */
export interface VariantSentence {
  readonly id: string;
  readonly versions: ReadonlyMap<string, string>;
}

/** One foreign document; or, where documents are not told apart, twenty sentences that follow each other. */
export interface VariantDocument {
  readonly id: string;
  readonly file: string;
  readonly domain: string | null;
  /** Whether the source tells where the document begins and ends. */
  readonly known: boolean;
  readonly sentences: readonly VariantSentence[];
}

const BLOCK = 20;

function readSet(folder: string, file: string): readonly VariantDocument[] {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.parse(JSON.parse(line)));
  const documents = new Map<
    string,
    { domain: string | null; known: boolean; sentences: VariantSentence[] }
  >();
  for (const [i, { id, doc, domain, ref, mt }] of lines.entries()) {
    const key = doc ?? `block-${Math.floor(i / BLOCK)}`;
    const versions = new Map([
      ...Object.entries(ref).map(([name, words]) => [`ref-${name}`, words] as const),
      ...Object.entries(mt),
    ]);
    const document = documents.get(key) ?? { domain, known: doc !== null, sentences: [] };
    document.sentences.push({ id, versions });
    documents.set(key, document);
  }
  return [...documents].map(([id, document]) => ({ id: `${file}:${id}`, file, ...document }));
}

/** All documents of ../shared/gold/translation-variants, or of another folder in the same format. */
export const readVariants = (folder: string): readonly VariantDocument[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((file) => readSet(folder, file));

/** Fixed by the name of the document: a third is held out for reporting, the rest is for training and tuning. */
export function isTest({ id }: VariantDocument): boolean {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return sum % 3 === 0;
}
