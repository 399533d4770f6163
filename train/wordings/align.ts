import type { VariantDocument } from '../../eval/reconcile/read-variants.ts';
import { toWords } from '../../src/stages/reconcile/wording/to-words.ts';
import type { Word } from '../../src/stages/reconcile/wording/to-words.ts';

/** Stem → stems that stand in its place elsewhere, each with a number. */
export type Table = Map<string, Map<string, number>>;

const ROUNDS = 8;
const LEAST_COUNT = 0.5;
const LEAST_CHANCE = 0.01;

export const stemsOf = (text: string, kinds: readonly Word['kind'][]): readonly string[] => [
  ...new Set(toWords(text).flatMap(({ stem, kind }) => (kinds.includes(kind) ? [stem] : []))),
];

function add(table: Table, from: string, to: string, count: number): void {
  const row = table.get(from) ?? new Map<string, number>();
  row.set(to, (row.get(to) ?? 0) + count);
  table.set(from, row);
}

type Pair = readonly [own: readonly string[], other: readonly string[]];

/** Of every two versions of a sentence, in both directions, the words that the other has not. */
function toPairs(documents: readonly VariantDocument[], kinds: readonly Word['kind'][]): readonly Pair[] {
  return documents.flatMap(({ sentences }) =>
    sentences.flatMap(({ versions }) => {
      const sets = [...versions.values()].map((text) => new Set(stemsOf(text, kinds)));
      return sets.flatMap((own, i) =>
        sets.flatMap((other, j): Pair[] =>
          i === j
            ? []
            : [[[...own].filter((stem) => !other.has(stem)), [...other].filter((stem) => !own.has(stem))]],
        ),
      );
    }),
  );
}

function count(pairs: readonly Pair[], chances: Table | undefined, nothing: number): Table {
  const counts: Table = new Map();
  for (const [own, other] of pairs)
    for (const to of other) {
      const shares = own.map((from) => chances?.get(from)?.get(to) ?? (chances ? 0 : 1));
      const total = shares.reduce((sum, share) => sum + share, nothing);
      for (const [i, from] of own.entries()) if (shares[i] > 0) add(counts, from, to, shares[i] / total);
    }
  return counts;
}

/**
 * Words of one version explained by those of another (IBM Model 1, Brown et al. 1993); a word that stands in both
 * explains itself. Stem → stem → probability.
 */
export function align(documents: readonly VariantDocument[], kinds: readonly Word['kind'][]): Table {
  const pairs = toPairs(documents, kinds);
  let chances: Table | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = count(pairs, chances, 0.5 / (1 + round));
    chances = new Map();
    for (const [from, row] of counts) {
      const total = 1 + [...row.values()].reduce((sum, one) => sum + one, 0);
      for (const [to, one] of row)
        if (one >= LEAST_COUNT && one / total >= LEAST_CHANCE) add(chances, from, to, one / total);
    }
  }
  return chances ?? new Map<string, Map<string, number>>();
}
