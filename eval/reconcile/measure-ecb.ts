import { join } from 'node:path';
import { loadWordings } from '../../src/playbook/load-wordings.ts';
import { scoreCoreference } from '../coref/score.ts';
import { gatherBy, learnLikeness } from './event-likeness.ts';
import { joinLikest } from './join-likest.ts';
import { cosine, readEvents } from './read-events.ts';
import type { EventDocument, EventMention } from './read-events.ts';

type Level = 'subtopic' | 'topic' | 'corpus';
type Clusterer = (mentions: readonly EventMention[]) => readonly (readonly EventMention[])[];

/** Least likelihood of two clusters to be one; least likeness of two groups of documents to tell of one thing. */
const LEAST = 0.5;
const ONE_THING = 0.15;

const parts = (mentions: readonly EventMention[], level: Level): readonly (readonly EventMention[])[] =>
  level === 'corpus' ? [mentions] : gatherBy(mentions, ({ document }) => document[level]);

function score(mentions: readonly EventMention[], level: Level, clusterer: Clusterer): number {
  const ids = (group: readonly EventMention[]): readonly string[] => group.map(({ id }) => id);
  const documents = parts(mentions, level).map((part) => ({
    gold: gatherBy(part, ({ chain }) => chain).map(ids),
    found: clusterer(part).map(ids),
  }));
  return scoreCoreference(documents).conll * 100;
}

/** Mentions by what their documents tell of: documents alike in their words are one group. */
function byDocuments(mentions: readonly EventMention[]): readonly (readonly EventMention[])[] {
  const documents = [...new Set(mentions.map(({ document }) => document))];
  const groups = joinLikest(documents, (a, b) => cosine(a.whole, b.whole), { least: ONE_THING });
  const groupOf = new Map<EventDocument, number>(
    groups.flatMap((group, i) => group.map((document) => [document, i] as const)),
  );
  return gatherBy(mentions, ({ document }) => String(groupOf.get(document)));
}

/**
 * CoNLL F1 (mean of MUC, B³ and CEAF-e, singletons kept) of event coreference on ECB+ dev with gold mentions, learned on
 * ECB+ train. Clusters are sought within each subtopic; or, where only the topic or nothing is given, within documents
 * that are alike. The lemma floor puts together what has the same last telling word, stemmed, in the part that is given.
 */
export function measureEcb(folder: string): Record<string, number> {
  const likeness = learnLikeness(readEvents(join(folder, 'train.jsonl.gz')), loadWordings());
  const dev = readEvents(join(folder, 'dev.jsonl.gz'));
  const lemma: Clusterer = (part) => gatherBy(part, ({ stem }) => stem);
  const cluster: Clusterer = (part) => joinLikest(part, likeness, { least: LEAST });
  const figures: Record<string, number> = {};
  for (const level of ['subtopic', 'topic', 'corpus'] as const) {
    figures[`ecb.lemma.${level}`] = score(dev, level, lemma);
    figures[`ecb.${level}`] = score(dev, level, (part) =>
      (level === 'subtopic' ? [part] : byDocuments(part)).flatMap(cluster),
    );
  }
  return figures;
}
