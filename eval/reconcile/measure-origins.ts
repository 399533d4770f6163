import { toRandom } from '../../bench/seeded-random.ts';
import type { Report } from '../../src/model/report.ts';
import { groupOrigins } from '../../src/stages/reconcile/origins/group-origins.ts';
import { copyText, makeOwnTexts } from './make-copies.ts';
import { isTest } from './read-variants.ts';
import type { VariantDocument } from './read-variants.ts';

interface Labelled {
  readonly report: Report;
  /** Reports of one text share it. */
  readonly source: string;
}

const TEXTS = 60;
const COPIES = 4;
/** Shorter documents are no reports. */
const LEAST_SENTENCES = 5;

const toLabelled = (source: string, n: number, text: string): Labelled => ({
  source,
  report: { id: `${source}#${n}`, text, foundAt: source, notes: [] },
});

function makeOwn(): readonly Labelled[] {
  const random = toRandom(2021);
  return makeOwnTexts(TEXTS, random).flatMap((text, i) => [
    toLabelled(`own-${i}`, 0, text),
    ...Array.from({ length: COPIES }, (_, n) => toLabelled(`own-${i}`, n + 1, copyText(text, random))),
  ]);
}

const toVersions = (document: VariantDocument): readonly Labelled[] =>
  [...document.sentences[0].versions.keys()].map((system, n) =>
    toLabelled(
      document.id,
      n,
      document.sentences.map(({ versions }) => versions.get(system) ?? '').join('\n'),
    ),
  );

export interface PairFigures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly reports: number;
}

function measure(labelled: readonly Labelled[]): PairFigures {
  const sources = new Map(labelled.map(({ report, source }) => [report.id, source]));
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const sizes = new Map<string, number>();
  for (const source of sources.values()) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const gold = [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
  let [found, right] = [0, 0];
  for (const { members } of groupOrigins(labelled.map(({ report }) => report))) {
    found += pairs(members.length);
    const within = new Map<string, number>();
    for (const { reportId } of members) {
      const source = sources.get(reportId) ?? '';
      within.set(source, (within.get(source) ?? 0) + 1);
    }
    right += [...within.values()].reduce((sum, size) => sum + pairs(size), 0);
  }
  const [precision, recall] = [found === 0 ? 1 : right / found, right / gold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), reports: labelled.length };
}

/** Pairwise F1 of origins: own texts with generated copies, and machine translations of one document. */
export function measureOrigins(documents: readonly VariantDocument[]): Record<string, PairFigures> {
  const long = documents.filter(({ known, sentences }) => known && sentences.length >= LEAST_SENTENCES);
  const own = makeOwn();
  const translated = long.filter(isTest).flatMap(toVersions);
  const tuned = long.filter((document) => !isTest(document)).flatMap(toVersions);
  return {
    own: measure(own),
    translatedDev: measure(tuned),
    translated: measure(translated),
    all: measure([...own, ...tuned, ...translated]),
  };
}
