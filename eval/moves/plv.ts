import { typeFeatures } from '../../src/stages/extract/moves/type-features.ts';
import { argmax, crossValidate, foldOf, macroF1 } from './folds.ts';
import type { Extra, Item } from './folds.ts';
import { readSentence, tokensOf } from './mark-text.ts';
import type { Bench, ReadSentence } from './mark-text.ts';
import { readPlv, rootOf, ROOTS } from './read-plv.ts';
import type { PlvRow } from './read-plv.ts';

export interface PlvScore {
  readonly rows: number;
  readonly rootAcc: number;
  readonly macroF1: number;
  /** By the frame nearest to the pair alone, without training. */
  readonly framesAcc: number;
  /** By n-grams alone, same folds. */
  readonly ngramAcc: number;
  readonly byRoot: readonly (readonly [string, number, number])[];
}

const SETTINGS = { classes: ROOTS.length, l2: 2, rounds: 20, rate: 0.3 };

const rootIndex = (root: string): number => ROOTS.findIndex((each) => each === root);

function featuresOf(read: ReadSentence, row: Pick<PlvRow, 'source' | 'target'>, bench: Bench): string[] {
  return typeFeatures({
    tree: read.tree,
    status: bench.knowledge.status,
    found: read.found,
    source: tokensOf(read.tree, row.source),
    ...(row.target === undefined ? {} : { target: tokensOf(read.tree, row.target) }),
  });
}

/** The lexicon's own sentences, as weak examples of their types. */
function lexiconExamples(bench: Bench): Extra[] {
  return bench.knowledge.moves.frames.flatMap((frame) =>
    frame.hit.flatMap((text) => {
      const read = readSentence(text, bench);
      const own = read.found.find((found) => found.match.frame.id === frame.id);
      if (own === undefined) return [];
      const { marks } = read.tree;
      const chars = (token: number | undefined): readonly [number, number] | undefined =>
        token === undefined ? undefined : [marks.start[token], marks.end[token]];
      const target = chars(own.roles.targetToken);
      const row = {
        source: chars(own.roles.actorToken) ?? ([0, 1] as const),
        ...(target === undefined ? {} : { target }),
      };
      return [{ features: featuresOf(read, row, bench), label: rootIndex(rootOf(frame.type)), weight: 0.5 }];
    }),
  );
}

const isNgram = (feature: string): boolean => /^[w23]:/u.test(feature);

/** Five folds by sentence over the PLV set. */
export function scorePlv(folder: string, bench: Bench): PlvScore {
  const rows = readPlv(folder).filter((row) => rootIndex(row.root) >= 0);
  const items: Item[] = rows.map((row) => ({
    features: featuresOf(readSentence(row.sentence, bench), row, bench),
    label: rootIndex(row.root),
    fold: foldOf(row.sentence),
  }));
  const gold = items.map((item) => item.label);
  const guess = crossValidate(items, lexiconExamples(bench), SETTINGS).map(argmax);
  const plain = items.map((item) => ({ ...item, features: item.features.filter(isNgram) }));
  const byNgrams = crossValidate(plain, [], SETTINGS).map(argmax);
  const byFrames = items.map((item) =>
    rootIndex(rootOf(item.features.find((f) => f.startsWith('top:'))?.slice(4) ?? '')),
  );
  const share = (list: readonly number[]): number =>
    list.filter((label, i) => label === gold[i]).length / Math.max(1, gold.length);
  return {
    rows: rows.length,
    rootAcc: share(guess),
    macroF1: macroF1(gold, guess, ROOTS.length),
    framesAcc: share(byFrames),
    ngramAcc: share(byNgrams),
    byRoot: ROOTS.map((root, c) => {
      const mine = gold.map((label) => (label === c ? 0 : 1));
      return [
        root,
        gold.filter((label) => label === c).length,
        macroF1(
          mine,
          guess.map((label) => (label === c ? 0 : 1)),
          1,
        ),
      ] as const;
    }),
  };
}
