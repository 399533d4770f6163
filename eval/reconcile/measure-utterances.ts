import { toRandom } from '../../bench/seeded-random.ts';
import type { WordingKnowledge } from '../../src/model/wordings.ts';
import {
  partLikeness,
  prepareWording,
  sharpen,
  wholeLikeness,
} from '../../src/stages/reconcile/wording/compare-wordings.ts';
import type { PreparedWording } from '../../src/stages/reconcile/wording/compare-wordings.ts';
import { toWords } from '../../src/stages/reconcile/wording/to-words.ts';
import type { VariantDocument } from './read-variants.ts';

/** Share of queries without a true partner: their sentence is taken out of the other version. */
const ORPHANS = 0;
const LEAST_WORDS = 3;

/** A fragment that somebody quotes says something: it has two words that are no mere link words. */
const LEAST_TELLING = 2;

/** A run of 3 to 8 words out of a longer sentence. */
export function toFragment(sentence: string, random: () => number): string | undefined {
  const words = sentence.split(/\s+/u).filter((word) => word !== '');
  const length = 3 + Math.floor(random() * 6);
  if (words.length <= length) return undefined;
  const start = Math.floor(random() * (words.length - length + 1));
  const fragment = words.slice(start, start + length).join(' ');
  const telling = toWords(fragment).filter(({ kind }) => kind !== 'link').length;
  return telling >= LEAST_TELLING ? fragment : undefined;
}

type Likeness = (own: PreparedWording, other: PreparedWording) => number;

interface Count {
  gold: number;
  found: number;
  right: number;
}

interface Query {
  readonly own: PreparedWording;
  readonly at: number;
  readonly isOrphan: boolean;
}

/** Links each query to its most alike sentence of the other version, if it is alike enough. */
function link(
  queries: readonly Query[],
  others: readonly PreparedWording[],
  likeness: Likeness,
  least: number,
  count: Count,
): void {
  for (const { own, at, isOrphan } of queries) {
    if (!isOrphan) count.gold++;
    let [best, chosen] = [least, -1];
    for (const [j, other] of others.entries()) {
      if (isOrphan && j === at) continue;
      const alike = likeness(own, other);
      if (alike > best) [best, chosen] = [alike, j];
    }
    if (chosen >= 0) count.found++;
    if (chosen === at && !isOrphan) count.right++;
  }
}

export interface LinkFigures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly queries: number;
}

/** Share of words in common: what a reader without knowledge would do. */
const wordOverlap: Likeness = (own, other) =>
  own.words.filter(({ stem }) => other.places.has(stem)).length / Math.max(1, own.words.length);

export interface UtteranceSettings {
  readonly fragments: boolean;
  readonly least: number;
  readonly floor?: boolean;
}

/** F1 of links from the sentences (or fragments) of one version of a document to the sentences of another. */
export function measureUtterances(
  documents: readonly VariantDocument[],
  knowledge: WordingKnowledge,
  { fragments, least, floor = false }: UtteranceSettings,
): LinkFigures {
  const random = toRandom(11);
  const count: Count = { gold: 0, found: 0, right: 0 };
  const own: Likeness = fragments
    ? (a, b) => partLikeness(a, b, knowledge)
    : (a, b) => wholeLikeness(a, b, knowledge);
  for (const { sentences } of documents) {
    if (sentences.length < 4) continue;
    const names = [...sentences[0].versions.keys()];
    const a = names[Math.floor(random() * names.length)];
    const b = names.filter((name) => name !== a)[Math.floor(random() * (names.length - 1))];
    const texts = sentences.map(({ versions }) => versions.get(b) ?? '');
    const sharp = sharpen(knowledge, texts);
    const others = texts.map((text) => prepareWording(text, sharp));
    const queries = sentences.flatMap(({ versions }, at) => {
      const sentence = versions.get(a) ?? '';
      const words = fragments ? toFragment(sentence, random) : sentence;
      const isOrphan = random() < ORPHANS;
      if (words === undefined || words.split(/\s+/u).length < LEAST_WORDS) return [];
      return [{ own: prepareWording(words, sharp), at, isOrphan }];
    });
    link(queries, others, floor ? wordOverlap : own, least, count);
  }
  const [precision, recall] = [count.right / count.found, count.right / count.gold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), queries: count.gold };
}
