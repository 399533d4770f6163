import type { WordingKnowledge } from '../../../model/wordings.ts';
import { toWords } from './to-words.ts';
import type { Word } from './to-words.ts';

/** Where nothing was learned: weights as learned, no rarity, no renderings. */
export const PLAIN_WORDINGS: WordingKnowledge = {
  rarity: new Map(),
  renders: new Map(),
  whole: [-5.65, 2.38, 2.62, -0.74, -0.96, 1.11, -2.99, -0.04, -1.44, 12.96, 0.45, -1.38, 1.23],
  part: [-1.19, 0.2, 1.47, 0.2, 0.03, 0.78, -0.39, 1.79, 1.24, 0.29, -1.03, -0.53, 2.02, 2.71],
};

/** A wording made ready for comparison. */
export interface PreparedWording {
  readonly words: readonly Word[];
  readonly weights: readonly number[];
  /** Stem → where it stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly weight: number;
  /** Runs of four letters. */
  readonly runs: ReadonlySet<string>;
}

const LINK_WEIGHT = 0.12;
const RUN = 4;

function weightOf({ stem, kind }: Word, knowledge: WordingKnowledge): number {
  const rarity = knowledge.rarity.get(stem) ?? 1;
  if (kind === 'link') return LINK_WEIGHT;
  return kind === 'content' ? 0.2 + rarity : 0.5 + rarity;
}

export function prepareWording(text: string, knowledge: WordingKnowledge): PreparedWording {
  const words = toWords(text);
  const weights = words.map((word) => weightOf(word, knowledge));
  const places = new Map<string, number[]>();
  for (const [i, { stem }] of words.entries()) {
    const list = places.get(stem);
    if (list) list.push(i);
    else places.set(stem, [i]);
  }
  const weight = weights.reduce((sum, one) => sum + one, 0);
  return { words, weights, places, weight, runs: runsOf(words) };
}

function runsOf(words: readonly Word[]): ReadonlySet<string> {
  const letters = words.flatMap(({ stem, kind }) => (kind === 'link' ? [] : [stem])).join(' ');
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= letters.length; i++) runs.add(letters.slice(i, i + RUN));
  return runs;
}

function sharedRuns(own: PreparedWording, other: PreparedWording): number {
  let shared = 0;
  for (const run of own.runs) if (other.runs.has(run)) shared++;
  return shared / Math.max(1, own.runs.size);
}

/** Makes words telling only as far as they tell these wordings from each other. */
export function sharpen(knowledge: WordingKnowledge, texts: readonly string[]): WordingKnowledge {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const stem of new Set(toWords(text).map((word) => word.stem)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarity = new Map(knowledge.rarity);
  const all = Math.log(Math.max(2, texts.length));
  for (const [stem, count] of counts) {
    const here = Math.log(texts.length / count) / all;
    rarity.set(stem, 0.5 * (rarity.get(stem) ?? 1) + 0.5 * here);
  }
  return { ...knowledge, rarity };
}

/** Common beginning of two stems as a share of the longer: catches what the endings left over and variant spellings. */
function beginsAlike(a: string, b: string): number {
  if (a.length < 4 || b.length < 4 || a[0] !== b[0]) return 0;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const share = i / Math.max(a.length, b.length);
  return share >= 0.6 ? share * 0.9 : 0;
}

interface Found {
  readonly likeness: number;
  readonly place: number;
}

const NOT_FOUND: Found = { likeness: 0, place: -1 };

/** The word of the other wording that best stands for this one. */
function findWord(word: Word, other: PreparedWording, knowledge: WordingKnowledge): Found {
  const exact = other.places.get(word.stem);
  if (exact !== undefined) return { likeness: 1, place: exact[0] };
  if (word.kind === 'link' || word.kind === 'number') return NOT_FOUND;
  const renders = knowledge.renders.get(word.stem);
  let best = NOT_FOUND;
  for (const [stem, places] of other.places) {
    const likeness = Math.max(renders?.get(stem) ?? 0, beginsAlike(word.stem, stem));
    if (likeness > best.likeness) best = { likeness, place: places[0] };
  }
  return best;
}

interface Cover {
  /** Weighted share of the words that the other wording renders, 0 to 1. */
  readonly share: number;
  /** The same, only words that stand there letter for letter. */
  readonly exact: number;
  /** Share of neighbouring words that stand near each other there too. */
  readonly together: number;
  /** Share of names and numbers that are missing there. */
  readonly missing: number;
}

function cover(own: PreparedWording, other: PreparedWording, knowledge: WordingKnowledge): Cover {
  const found = own.words.map((word) => findWord(word, other, knowledge));
  const sum = (pick: (one: Found) => number): number =>
    found.reduce((total, one, i) => total + own.weights[i] * pick(one), 0) / Math.max(own.weight, 1e-9);
  const strong = found.filter(({ likeness }, i) => likeness > 0.15 && own.words[i].kind !== 'link');
  const near = strong.filter(({ place }, i) => i > 0 && Math.abs(place - strong[i - 1].place) <= 6).length;
  const telling = own.words.flatMap(({ kind }, i) =>
    kind === 'name' || kind === 'number' ? [found[i]] : [],
  );
  return {
    share: sum(({ likeness }) => likeness),
    exact: sum(({ likeness }) => (likeness === 1 ? 1 : 0)),
    together: near / Math.max(1, own.words.filter(({ kind }) => kind !== 'link').length - 1),
    missing:
      telling.length === 0 ? 0 : telling.filter(({ likeness }) => likeness < 0.3).length / telling.length,
  };
}

/** What the likeness of two whole wordings is judged by, from the first to the second and back. */
export function compareFeatures(
  own: PreparedWording,
  other: PreparedWording,
  knowledge: WordingKnowledge,
): readonly number[] {
  const there = cover(own, other, knowledge);
  const back = cover(other, own, knowledge);
  return [
    1, there.share, there.exact, there.together, there.missing, back.share, back.exact, back.together, back.missing,
    Math.min(there.share, back.share), Math.log(Math.max(1, own.words.length) / Math.max(1, other.words.length)), sharedRuns(own, other), sharedRuns(other, own),
  ]; // prettier-ignore
}

function toChance(features: readonly number[], weights: readonly number[]): number {
  const sum = features.reduce((total, feature, i) => total + feature * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Probability, 0 to 1, that two whole wordings render one utterance. */
export const wholeLikeness = (a: PreparedWording, b: PreparedWording, knowledge: WordingKnowledge): number =>
  Math.sqrt(
    toChance(compareFeatures(a, b, knowledge), knowledge.whole) *
      toChance(compareFeatures(b, a, knowledge), knowledge.whole),
  );
