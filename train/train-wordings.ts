/**
 * Makes models/wordings.json from several English versions of the same foreign sentences (two documents of three):
 * `npm run train:wordings`. IBM Model 1 (Brown et al. 1993) between versions, then two logistic regressions.
 */
import { writeFileSync } from 'node:fs';
import { toRandom } from '../bench/seeded-random.ts';
import { isTest, readVariants } from '../eval/reconcile/read-variants.ts';
import { toFragment } from '../eval/reconcile/measure-utterances.ts';
import type { VariantDocument } from '../eval/reconcile/read-variants.ts';
import type { WordingKnowledge } from '../src/model/wordings.ts';
import {
  compareFeatures,
  prepareWording,
  sharpen,
} from '../src/stages/reconcile/wording/compare-wordings.ts';
import { toWords } from '../src/stages/reconcile/wording/to-words.ts';

const FOLDER = '../shared/gold/translation-variants';
const ROUNDS = 5;
const random = toRandom(7);

type Table = Map<string, Map<string, number>>;

const stemsOf = (text: string): readonly string[] => [
  ...new Set(
    toWords(text).flatMap(({ stem, kind }) => (kind === 'content' || kind === 'name' ? [stem] : [])),
  ),
];

function add(table: Table, from: string, to: string, count: number): void {
  const row = table.get(from) ?? new Map<string, number>();
  row.set(to, (row.get(to) ?? 0) + count);
  table.set(from, row);
}

function toPairs(
  documents: readonly VariantDocument[],
): readonly (readonly [readonly string[], readonly string[]])[] {
  return documents.flatMap(({ sentences }) =>
    sentences.flatMap(({ versions }) => {
      const stems = [...versions.values()].map(stemsOf);
      return stems.flatMap((own, i) =>
        stems.flatMap((other, j) => (i === j || random() > 0.4 ? [] : [[own, other] as const])),
      );
    }),
  );
}

/** Words of one version explained by those of another; a word that stands in both explains itself. */
function align(pairs: readonly (readonly [readonly string[], readonly string[]])[]): Table {
  let chances: Table | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const counts: Table = new Map();
    for (const [own, other] of pairs) {
      const free = own.filter((stem) => !other.includes(stem));
      const open = other.filter((stem) => !own.includes(stem));
      for (const to of open) {
        const shares = free.map((from) => chances?.get(from)?.get(to) ?? (chances ? 0 : 1));
        const total = shares.reduce((sum, share) => sum + share, 0.5 / (1 + round));
        for (const [i, from] of free.entries()) if (shares[i] > 0) add(counts, from, to, shares[i] / total);
      }
    }
    chances = new Map();
    for (const [from, row] of counts) {
      const total = [...row.values()].reduce((sum, count) => sum + count, 0);
      for (const [to, count] of row)
        if (count >= 0.8 && count / total > 0.02) add(chances, from, to, count / total);
    }
  }
  return chances ?? new Map<string, Map<string, number>>();
}

function rarityOf(documents: readonly VariantDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { sentences } of documents)
    for (const { versions } of sentences) {
      total++;
      for (const stem of new Set([...versions.values()].flatMap(stemsOf)))
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
  fragments: boolean,
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
      const words = fragments ? toFragment(versions.get(a) ?? '', random) : versions.get(a);
      if (words === undefined || words === '') continue;
      const own = prepareWording(words, sharp);
      const negatives = others.flatMap((other, j) => (i === j ? [] : [compareFeatures(own, other, sharp)]));
      const hard = negatives.toSorted((p, q) => q[1] - p[1]).slice(0, 4);
      rows.push({ x: compareFeatures(own, others[i], sharp), y: 1 }, ...hard.map((x) => ({ x, y: 0 })));
    }
  }
  return rows;
}

const documents = readVariants(FOLDER).filter((document) => !isTest(document));
const chances = align(toPairs(documents));
const renders = new Map(
  [...chances].map(([from, row]) => [
    from,
    new Map(
      [...row]
        .filter(([, p]) => p >= 0.05)
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, 12)
        .map(([to, p]) => [to, Math.round(Math.min(0.9, 0.25 + 1.5 * p) * 100) / 100] as const),
    ),
  ]),
);
const rarity = rarityOf(documents);
const common = new Map(
  [...rarity]
    .filter(([, value]) => value < 0.95)
    .map(([stem, value]) => [stem, Math.round(value * 100) / 100]),
);
const base: WordingKnowledge = { rarity: common, renders, whole: [], part: [] };
const whole = regress(toRows(documents, base, false));
const part = regress([...toRows(documents, base, true), ...toRows(documents, base, true)]);
writeFileSync(
  'models/wordings.json',
  JSON.stringify({
    rarity: Object.fromEntries(common),
    renders: Object.fromEntries(
      [...renders].filter(([, row]) => row.size > 0).map(([from, row]) => [from, Object.fromEntries(row)]),
    ),
    whole,
    part,
  }),
);
console.log(
  `${common.size} stems, ${renders.size} with renderings; whole ${whole.join(' ')}; part ${part.join(' ')}`,
);
