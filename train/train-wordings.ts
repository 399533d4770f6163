/**
 * Makes models/wordings.json from several English versions of the same foreign sentences (two documents of three):
 * `npm run train:wordings`. Renderings by alignment of the versions (train/wordings/align.ts), then two regressions: of
 * whole wordings, and of parts on documents whose renderings were not learned (cross-fitting).
 */
import { writeFileSync } from 'node:fs';
import { toRandom } from '../bench/seeded-random.ts';
import { isTest, readVariants } from '../eval/reconcile/read-variants.ts';
import type { VariantDocument } from '../eval/reconcile/read-variants.ts';
import type { WordingKnowledge } from '../src/model/wordings.ts';
import {
  compareFeatures,
  prepareWording,
  sharpen,
} from '../src/stages/reconcile/wording/compare-wordings.ts';
import { toWords } from '../src/stages/reconcile/wording/to-words.ts';
import { align, stemsOf } from './wordings/align.ts';
import { fitParts, shareRight, toPartCases } from './wordings/fit-parts.ts';

const FOLDER = '../shared/gold/translation-variants';
const FOLDS = 4;
const random = toRandom(7);

function rarityOf(documents: readonly VariantDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { sentences } of documents)
    for (const { versions } of sentences) {
      total++;
      for (const stem of new Set(
        [...versions.values()].flatMap((text) => stemsOf(text, ['content', 'name', 'link'])),
      ))
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(total / count) / Math.log(total)]));
}

/** Logistic regression by plain gradient steps; few features, so it settles soon. */
function regress(rows: readonly { readonly x: readonly number[]; readonly y: number }[]): readonly number[] {
  const weights = rows[0].x.map(() => 0);
  for (let epoch = 0; epoch < 30; epoch++) {
    const rate = 0.3 / (1 + epoch / 4);
    for (const { x, y } of rows) {
      const sum = x.reduce((total, value, i) => total + value * weights[i], 0);
      const error = y - 1 / (1 + Math.exp(-sum));
      for (const [i, value] of x.entries()) weights[i] += rate * error * value;
    }
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

function toRows(
  documents: readonly VariantDocument[],
  knowledge: WordingKnowledge,
): { x: readonly number[]; y: number }[] {
  const rows: { x: readonly number[]; y: number }[] = [];
  for (const { sentences } of documents) {
    const names = [...sentences[0].versions.keys()];
    const [a, b] = [names[Math.floor(random() * names.length)], names[Math.floor(random() * names.length)]];
    if (a === b) continue;
    const texts = sentences.map(({ versions }) => versions.get(b) ?? '');
    const sharp = sharpen(knowledge, texts);
    const others = texts.map((text) => prepareWording(text, sharp));
    for (const [i, { versions }] of sentences.entries()) {
      const words = versions.get(a);
      if (words === undefined || words === '') continue;
      const own = prepareWording(words, sharp);
      const negatives = others.flatMap((other, j) => (i === j ? [] : [compareFeatures(own, other, sharp)]));
      const hard = negatives.toSorted((p, q) => q[1] - p[1]).slice(0, 4);
      rows.push({ x: compareFeatures(own, others[i], sharp), y: 1 }, ...hard.map((x) => ({ x, y: 0 })));
    }
  }
  return rows;
}

const roundOff = (value: number): number => Math.round(value * 100) / 100;

/** The likeliest renderings of each stem. That a link word stands in its place says little, and counts as it comes. */
function rendersOf(documents: readonly VariantDocument[]): Map<string, Map<string, number>> {
  const isLink = (stem: string): boolean => toWords(stem).every(({ kind }) => kind === 'link');
  const telling = align(documents, ['content', 'name']);
  const all = align(documents, ['content', 'name', 'link']);
  const rows = [...all].map(([from, row]) => {
    const plain = [...row].filter(([to, p]) => p >= 0.03 && (isLink(from) || isLink(to)));
    const kept = [...(telling.get(from) ?? [])].filter(([, p]) => p >= 0.05).toSorted((a, b) => b[1] - a[1]);
    const likely = kept.slice(0, 12).map(([to, p]) => [to, Math.min(0.9, 0.25 + 1.5 * p)] as const);
    return [from, new Map([...plain, ...likely].map(([to, p]) => [to, roundOff(p)]))] as const;
  });
  return new Map(rows.filter(([, row]) => row.size > 0));
}

function learnWords(documents: readonly VariantDocument[]): WordingKnowledge {
  const rarity = [...rarityOf(documents)].filter(([, value]) => value < 0.95);
  return {
    rarity: new Map(rarity.map(([stem, value]) => [stem, roundOff(value)])),
    renders: rendersOf(documents),
    whole: [],
    part: [],
  };
}

const documents = readVariants(FOLDER).filter((document) => !isTest(document));
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const [own, others] = [0, 1].map((side) =>
    documents.filter((_document, i) => (i % FOLDS === fold ? 0 : 1) === side),
  );
  const long = own.filter(({ sentences }) => sentences.length >= 4);
  const words = learnWords(others);
  console.log(`fold ${fold}: ${words.renders.size} stems with renderings`);
  return [...toPartCases(long, words, random), ...toPartCases(long, words, random)];
});
const right = folds.map((cases, fold) => shareRight(cases, fitParts(folds.toSpliced(fold, 1).flat())));
console.log(
  `parts of documents not learned from, each alone: ${right.map((one) => one.toFixed(3)).join(' ')}`,
);
const round = (weights: readonly number[]): readonly number[] =>
  weights.map((weight) => Math.round(weight * 1000) / 1000);
const words = learnWords(documents);
const [whole, part] = [regress(toRows(documents, words)), round(fitParts(folds.flat()))];
writeFileSync(
  'models/wordings.json',
  JSON.stringify({
    rarity: Object.fromEntries(words.rarity),
    renders: Object.fromEntries([...words.renders].map(([from, row]) => [from, Object.fromEntries(row)])),
    whole,
    part,
  }),
);
console.log(
  `${words.rarity.size} stems, ${words.renders.size} with renderings; whole ${whole.join(' ')}; part ${part.join(' ')}`,
);
