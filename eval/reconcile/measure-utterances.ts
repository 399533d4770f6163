import { toRandom } from '../../bench/seeded-random.ts';
import type { WordingKnowledge } from '../../src/model/wordings.ts';
import {
  prepareWording,
  sharpen,
  wholeLikeness,
} from '../../src/stages/reconcile/wording/compare-wordings.ts';
import type { PreparedWording } from '../../src/stages/reconcile/wording/compare-wordings.ts';
import { partOdds, placeTogether, toChance } from '../../src/stages/reconcile/wording/place-parts.ts';
import { toWords } from '../../src/stages/reconcile/wording/to-words.ts';
import type { VariantDocument } from './read-variants.ts';

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

interface Count {
  gold: number;
  found: number;
  right: number;
}

interface Query {
  readonly own: PreparedWording;
  readonly at: number;
}

/** Of each query, the index of the sentence that it is linked to, if any. */
type Linker = (
  queries: readonly PreparedWording[],
  others: readonly PreparedWording[],
) => readonly (number | undefined)[];

/** Links each query to its most alike sentence of the other version, if it is alike enough. */
const eachAlone =
  (
    likeness: (own: PreparedWording, others: readonly PreparedWording[]) => readonly number[],
    least: number,
  ): Linker =>
  (queries, others) =>
    queries.map((own) => {
      const alike = likeness(own, others);
      const best = alike.indexOf(Math.max(...alike));
      return alike[best] > least ? best : undefined;
    });

export interface LinkFigures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly queries: number;
}

/** Share of words in common: what a reader without knowledge would do. */
const wordOverlap = (own: PreparedWording, others: readonly PreparedWording[]): readonly number[] =>
  others.map(
    ({ places }) => own.words.filter(({ stem }) => places.has(stem)).length / Math.max(1, own.words.length),
  );

const overlapOdds = (part: PreparedWording, wholes: readonly PreparedWording[]): readonly number[] =>
  wordOverlap(part, wholes).map((share) => 20 * (share - 0.3));

/** How the pieces of one version are linked: whole sentences, or fragments together, or each fragment alone. */
export type LinkedAs = 'sentences' | 'fragments' | 'fragments-alone';

export interface UtteranceSettings {
  readonly linked: LinkedAs;
  readonly least: number;
  readonly floor?: boolean;
}

function linkerOf(knowledge: WordingKnowledge, { linked, least, floor = false }: UtteranceSettings): Linker {
  if (linked === 'fragments')
    return (parts, wholes) =>
      placeTogether(
        parts.map((part) => (floor ? overlapOdds(part, wholes) : partOdds(part, wholes, knowledge))),
        { least },
      );
  if (floor) return eachAlone(wordOverlap, least);
  if (linked === 'fragments-alone')
    return eachAlone((part, wholes) => partOdds(part, wholes, knowledge).map(toChance), least);
  return eachAlone((own, others) => others.map((other) => wholeLikeness(own, other, knowledge)), least);
}

function tally(count: Count, queries: readonly Query[], chosen: readonly (number | undefined)[]): void {
  count.gold += queries.length;
  count.found += chosen.filter((at) => at !== undefined).length;
  count.right += queries.filter(({ at }, i) => chosen[i] === at).length;
}

/** F1 of links from the sentences (or fragments) of one version of a document to the sentences of another. */
export function measureUtterances(
  documents: readonly VariantDocument[],
  knowledge: WordingKnowledge,
  settings: UtteranceSettings,
): LinkFigures {
  const random = toRandom(11);
  const count: Count = { gold: 0, found: 0, right: 0 };
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
      const words = settings.linked === 'sentences' ? sentence : toFragment(sentence, random);
      if (words === undefined || words.split(/\s+/u).length < LEAST_WORDS) return [];
      return [{ own: prepareWording(words, sharp), at }];
    });
    const chosen = linkerOf(settings.linked === 'sentences' ? sharp : knowledge, settings)(
      queries.map(({ own }) => own),
      others,
    );
    tally(count, queries, chosen);
  }
  const [precision, recall] = [count.right / count.found, count.right / count.gold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), queries: count.gold };
}
