import type { WordingKnowledge } from '../../../model/wordings.ts';
import type { PreparedWording } from './compare-wordings.ts';
import { matchWords } from './match-words.ts';
import { partFeatures } from './part-features.ts';
import type { Grid } from './part-features.ts';
import type { Word } from './to-words.ts';

/** The learned rarity of a word counts for this many wordings beside those at hand, and for all that lack to twenty. */
const BEFOREHAND = 5;
const ENOUGH = 20;
const COMMONEST = 5000;
const KIND_WEIGHTS: Readonly<Record<Word['kind'], number>> = {
  name: 1.2,
  number: 1.2,
  content: 1,
  link: 0.15,
};

/** A word tells as far as few of the wordings at hand render it, and few wordings at all have it. */
function tellingOf(word: Word, row: number, grids: readonly Grid[], { rarity }: WordingKnowledge): number {
  const found = grids.reduce((sum, grid) => sum + Math.max(0, ...grid[row]), 0);
  const usual = COMMONEST ** -(rarity.get(word.stem) ?? 1);
  const before = Math.max(BEFOREHAND, ENOUGH - grids.length);
  const share = (found + 0.3 + before * usual) / (grids.length + 0.3 + before);
  return KIND_WEIGHTS[word.kind] * (0.1 - Math.log(share) / Math.log(20));
}

/** What a part is judged by against each of some wholes; the wholes at hand say which of its words tell. */
export function featuresAmong(
  part: PreparedWording,
  wholes: readonly PreparedWording[],
  knowledge: WordingKnowledge,
): readonly (readonly number[])[] {
  const grids = wholes.map(({ words }) =>
    part.words.map((own) => words.map((other) => matchWords(own, other, knowledge))),
  );
  const weights = part.words.map((word, row) => tellingOf(word, row, grids, knowledge));
  return grids.map((grid) => partFeatures(part.words, grid, weights));
}

const oddsOf = (features: readonly number[], weights: readonly number[]): number =>
  features.reduce((total, feature, i) => total + feature * (weights[i] ?? 0), 0);

/** Logarithm of odds → probability, 0 to 1. */
export const toChance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Logarithms of the odds that the part renders a piece of each whole. */
export const partOdds = (
  part: PreparedWording,
  wholes: readonly PreparedWording[],
  knowledge: WordingKnowledge,
): readonly number[] =>
  featuresAmong(part, wholes, knowledge).map((features) => oddsOf(features, knowledge.part));

/** The likeliest of the wholes that are free, and how much likelier it is than all of them together with none, as a logarithm. */
function clearest(
  odds: readonly number[],
  taken: ReadonlySet<number>,
): { at: number; odds: number; share: number } {
  let at = -1;
  for (const [j, one] of odds.entries()) if (!taken.has(j) && (at < 0 || one > odds[at])) at = j;
  if (at < 0) return { at, odds: -Infinity, share: -Infinity };
  const rest = odds.reduce((sum, one) => sum + Math.exp(one - odds[at]), Math.exp(-odds[at]));
  return { at, odds: odds[at], share: -Math.log(rest) };
}

/**
 * Where the parts of one text (rows) stand in another (columns), by the logarithms of their odds: of each part, the index
 * of its whole or nothing. The parts are different pieces of their text, so that no two have the same whole: the clearest
 * is placed first, each where a place is left. `least` is the probability, 0 to 1, under which a part has no place.
 */
export function placeTogether(
  odds: readonly (readonly number[])[],
  { least }: { readonly least: number },
): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const clear = odds.map((row) => clearest(row, taken).share);
  const places = new Map<number, number>();
  for (const i of [...odds.keys()].sort((a, b) => clear[b] - clear[a] || a - b)) {
    const found = clearest(odds[i], taken);
    if (toChance(found.odds) < least) continue;
    taken.add(found.at);
    places.set(i, found.at);
  }
  return odds.map((_, i) => places.get(i));
}
