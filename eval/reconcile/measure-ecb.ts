import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { stemOf, toWords } from '../../src/stages/reconcile/wording/to-words.ts';
import { scoreCoreference } from '../coref/score.ts';

const Document = z.object({
  doc: z.string(),
  topic: z.string(),
  subtopic: z.string(),
  sents: z.array(z.string()),
  mentions: z.array(
    z.object({ id: z.string(), type: z.string(), sent: z.number(), text: z.string(), chain: z.string() }),
  ),
});

interface EventMention {
  readonly id: string;
  readonly chain: string;
  readonly doc: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly stem: string;
  readonly sentence: Bag;
  readonly whole: Bag;
}

type Bag = ReadonlyMap<string, number>;
type Level = 'subtopic' | 'topic' | 'corpus';

const readDocuments = (file: string): readonly z.infer<typeof Document>[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Document.parse(JSON.parse(line)));

const stemsOf = (text: string): readonly string[] =>
  toWords(text).flatMap(({ stem, kind }) => (kind === 'link' ? [] : [stem]));

function toBag(stems: readonly string[], idf: (stem: string) => number): Bag {
  const weights = new Map<string, number>();
  for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + 1);
  const weighted = [...weights].map(([stem, count]) => [stem, (1 + Math.log(count)) * idf(stem)] as const);
  const norm = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighted.map(([stem, weight]) => [stem, weight / norm]));
}

function cosine(a: Bag, b: Bag): number {
  let sum = 0;
  for (const [stem, weight] of a.size <= b.size ? a : b)
    sum += weight * ((a.size <= b.size ? b : a).get(stem) ?? 0);
  return sum;
}

/** Events only; the head of a mention is its last telling word. */
function toMentions(documents: readonly z.infer<typeof Document>[]): readonly EventMention[] {
  const counts = new Map<string, number>();
  const stems = documents.map(({ sents }) => sents.map(stemsOf));
  for (const one of stems)
    for (const stem of new Set(one.flat())) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const idf = (stem: string): number => Math.log((1 + documents.length) / (counts.get(stem) ?? 1));
  return documents.flatMap(({ doc, topic, subtopic, mentions }, at) => {
    const whole = toBag(stems[at].flat(), idf);
    return mentions
      .filter(({ type }) => type.includes('ACTION'))
      .map(({ id, chain, sent, text }) => ({
        id, chain, doc, topic, subtopic, whole,
        stem: stemsOf(text).at(-1) ?? stemOf(text.toLowerCase()),
        sentence: toBag(stems[at][sent] ?? [], idf),
      })); // prettier-ignore
  });
}

/** Least likelihood of two clusters to be one. */
const LEAST = 0.4;

type Pairs = ReadonlyMap<string, number>;
const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** How often two different stems name one event where they meet in one subtopic. */
function learnPairs(mentions: readonly EventMention[]): Pairs {
  const [same, met] = [new Map<string, number>(), new Map<string, number>()];
  for (const [i, a] of mentions.entries()) {
    for (const b of mentions.slice(i + 1)) {
      if (a.subtopic !== b.subtopic || a.stem === b.stem) continue;
      const key = pairKey(a.stem, b.stem);
      met.set(key, (met.get(key) ?? 0) + 1);
      if (a.chain === b.chain) same.set(key, (same.get(key) ?? 0) + 1);
    }
  }
  return new Map([...same].map(([key, count]) => [key, count / ((met.get(key) ?? 0) + 2)]));
}

function features(a: EventMention, b: EventMention, pairs: Pairs): readonly number[] {
  const alike = a.stem === b.stem ? 1 : 0;
  const [sentence, whole] = [cosine(a.sentence, b.sentence), cosine(a.whole, b.whole)];
  const learned = alike ? 0 : (pairs.get(pairKey(a.stem, b.stem)) ?? 0);
  const begins =
    !alike && a.stem.length > 3 && b.stem.length > 3 && a.stem.slice(0, 4) === b.stem.slice(0, 4) ? 1 : 0;
  const near = a.doc === b.doc ? 1 : 0;
  return [
    1,
    alike,
    sentence,
    near ? 0 : whole,
    alike * sentence,
    near ? 0 : alike * whole,
    learned,
    begins,
    near,
    near * alike,
    learned * whole,
  ];
}

const chance = (x: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i], 0)));

function learnWeights(mentions: readonly EventMention[], pairs: Pairs): readonly number[] {
  const rows: { readonly x: readonly number[]; readonly y: number }[] = [];
  for (const [i, a] of mentions.entries()) {
    for (const b of mentions.slice(i + 1)) {
      if (a.topic !== b.topic) continue;
      const y = a.chain === b.chain ? 1 : 0;
      const x = features(a, b, pairs);
      if (y === 1 || x[1] === 1 || (i * 31 + rows.length) % 12 === 0) rows.push({ x, y });
    }
  }
  const weights = rows[0].x.map(() => 0);
  for (let epoch = 0; epoch < 12; epoch++)
    for (const { x, y } of rows) {
      const error = y - chance(x, weights);
      for (const [i, value] of x.entries()) weights[i] += (0.1 / (1 + epoch)) * error * value;
    }
  return weights;
}

/** Merges the likeliest first, while two clusters on average are likely one (average linkage). */
function cluster(
  mentions: readonly EventMention[],
  likely: (a: EventMention, b: EventMention) => number,
  least: number,
): readonly (readonly EventMention[])[] {
  const edges: (readonly [number, EventMention, EventMention])[] = [];
  for (const [i, a] of mentions.entries())
    for (let j = i + 1; j < mentions.length; j++) {
      const p = likely(a, mentions[j]);
      if (p >= least) edges.push([p, a, mentions[j]]);
    }
  const home = new Map(mentions.map((mention) => [mention, [mention]]));
  for (const [, a, b] of edges.toSorted((one, other) => other[0] - one[0])) {
    const [ours, theirs] = [home.get(a) ?? [], home.get(b) ?? []];
    if (ours === theirs) continue;
    const sum = ours.reduce(
      (total, one) => total + theirs.reduce((part, other) => part + likely(one, other), 0),
      0,
    );
    if (sum / (ours.length * theirs.length) < least) continue;
    ours.push(...theirs);
    for (const one of theirs) home.set(one, ours);
  }
  return [...new Set(home.values())];
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}

const parts = (mentions: readonly EventMention[], level: Level): readonly (readonly EventMention[])[] =>
  level === 'corpus' ? [mentions] : groupBy(mentions, (mention) => mention[level]);

type Clusterer = (mentions: readonly EventMention[]) => readonly (readonly EventMention[])[];

function score(mentions: readonly EventMention[], level: Level, clusterer: Clusterer): number {
  const ids = (group: readonly EventMention[]): readonly string[] => group.map(({ id }) => id);
  const documents = parts(mentions, level).map((part) => ({
    gold: groupBy(part, ({ chain }) => chain).map(ids),
    found: clusterer(part).map(ids),
  }));
  return scoreCoreference(documents).conll * 100;
}

/**
 * CoNLL F1 (mean of MUC, B³ and CEAF-e, singletons kept) of event coreference on ECB+ dev with gold mentions, learned on
 * ECB+ train. Clusters are sought within each subtopic, within each topic, or in the whole corpus.
 */
export function measureEcb(folder: string): Record<string, number> {
  const train = toMentions(readDocuments(join(folder, 'train.jsonl.gz')));
  const dev = toMentions(readDocuments(join(folder, 'dev.jsonl.gz')));
  const pairs = learnPairs(train);
  const weights = learnWeights(train, pairs);
  const likely = (a: EventMention, b: EventMention): number => chance(features(a, b, pairs), weights);
  const lemma: Clusterer = (part) => groupBy(part, ({ stem }) => stem);
  const figures: Record<string, number> = {};
  for (const level of ['subtopic', 'topic', 'corpus'] as const) {
    figures[`ecb.lemma.${level}`] = score(dev, level, lemma);
    figures[`ecb.${level}`] = score(dev, level, (part) => cluster(part, likely, LEAST));
  }
  return figures;
}
