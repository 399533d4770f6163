import { chanceFrom } from './chance.ts';
import { binTerms } from './fit-trees.ts';
import { growTree } from './grow-tree.ts';
import type { Tree } from './trees.ts';

export interface OddsTreeSettings {
  readonly trees?: number;
  readonly leaves?: number;
  readonly rate?: number;
  /** Share of the terms each tree may ask for, and of the rows each tree is grown on. */
  readonly share?: number;
  readonly rows?: number;
  readonly seed?: number;
  /** Terms that no tree may ask for, by number: what only the card may weigh, so that it stays rising. */
  readonly barred?: readonly number[];
}

/** Boosted trees on log-odds: what the terms say together beyond what each says alone. */
export function fitOddsTrees(
  terms: Float32Array,
  held: Uint8Array,
  odds: Float64Array,
  settings: OddsTreeSettings = {},
): readonly Tree[] {
  // prettier-ignore
  const { trees = 80, leaves = 8, rate = 0.05, share = 0.4, rows = 0.6, seed = 1, barred = [] } = settings;
  const binned = binTerms({ width: terms.length / held.length, terms });
  const score = Float64Array.from(odds);
  const slope = new Float64Array(held.length);
  const bend = new Float64Array(held.length);
  const chance = chanceFrom(seed);
  return Array.from({ length: trees }, () => {
    for (let row = 0; row < held.length; row++) {
      const p = 1 / (1 + Math.exp(-score[row]));
      slope[row] = p - held[row];
      bend[row] = p * (1 - p);
    }
    const order = Int32Array.from(Array.from(held.keys()).filter(() => chance() < rows));
    const asked = binned.columns
      .map((_, term) => term)
      .filter((term) => chance() < share && !barred.includes(term));
    return growTree(binned, { slope, bend, score }, order, { asked, leaves, rate });
  });
}
