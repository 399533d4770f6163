import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { stemOf, toWords } from '../../src/stages/reconcile/wording/to-words.ts';
import type { Word } from '../../src/stages/reconcile/wording/to-words.ts';

const Mention = z.object({
  id: z.string(),
  type: z.string(),
  sent: z.number(),
  text: z.string(),
  chain: z.string(),
});
const Document = z.object({
  doc: z.string(),
  topic: z.string(),
  subtopic: z.string(),
  sents: z.array(z.string()),
  mentions: z.array(Mention),
});

type Document = z.infer<typeof Document>;

/** Stem → weight; of length one. */
export type Bag = ReadonlyMap<string, number>;

export interface EventDocument {
  readonly topic: string;
  readonly subtopic: string;
  readonly whole: Bag;
}

/** One mention of an event, as given, and what stands about it. */
export interface EventMention {
  readonly id: string;
  readonly chain: string;
  readonly document: EventDocument;
  readonly sentence: number;
  /** Its last telling word. */
  readonly stem: string;
  readonly stems: readonly string[];
  /** The rest of its sentence; the names and numbers of it; the words within six of it. */
  readonly rest: Bag;
  readonly names: Bag;
  readonly near: Bag;
}

type Idf = (stem: string) => number;

function toBag(stems: readonly string[], idf: Idf): Bag {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weighted = [...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * idf(stem)] as const);
  const norm = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighted.map(([stem, weight]) => [stem, weight / norm]));
}

export function cosine(a: Bag, b: Bag): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

const stemsOf = (text: string): readonly string[] =>
  toWords(text).flatMap(({ stem, kind }) => (kind === 'link' ? [] : [stem]));

interface Surroundings {
  readonly document: EventDocument;
  readonly words: readonly Word[];
  readonly idf: Idf;
}

/** Words this near may be its doer and what it is done to. */
const NEAR = 6;

function toMention(
  { id, chain, sent, text }: z.infer<typeof Mention>,
  { document, words, idf }: Surroundings,
): EventMention {
  const stems = stemsOf(text);
  const stem = stems.at(-1) ?? stemOf(text.toLowerCase());
  const at = words.findIndex((word) => word.stem === stem);
  const toRest = (isSuch: (word: Word, i: number) => boolean): Bag => {
    const rest = words.filter(
      (word, i) => isSuch(word, i) && word.kind !== 'link' && !stems.includes(word.stem),
    );
    return toBag(rest.map((word) => word.stem), idf); // prettier-ignore
  };
  return {
    id,
    chain,
    document,
    sentence: sent,
    stem,
    stems,
    rest: toRest(() => true),
    names: toRest(({ kind }) => kind === 'name' || kind === 'number'),
    near: toRest((_, i) => at >= 0 && Math.abs(i - at) <= NEAR),
  };
}

const readDocuments = (file: string): readonly Document[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Document.parse(JSON.parse(line)));

/** The mentions of events in a part of ECB+. */
export function readEvents(file: string): readonly EventMention[] {
  const documents = readDocuments(file);
  const stems = documents.map(({ sents }) => sents.flatMap(stemsOf));
  const counts = new Map<string, number>();
  for (const list of stems) for (const stem of new Set(list)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const idf: Idf = (stem) => Math.log((1 + documents.length) / (counts.get(stem) ?? 1));
  return documents.flatMap(({ topic, subtopic, sents, mentions }, at) => {
    const document = { topic, subtopic, whole: toBag(stems[at], idf) };
    const words = sents.map((sentence) => toWords(sentence));
    return mentions
      .filter(({ type }) => type.includes('ACTION'))
      .map((mention) => toMention(mention, { document, words: words[mention.sent], idf }));
  });
}
