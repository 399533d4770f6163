import type { WordingKnowledge } from '../../../model/wordings.ts';
import type { Word } from './to-words.ts';

const LEAST_LETTERS = 4;
const LEAST_SPELLED = 0.5;

/** Pairs of neighbouring letters, the edges of the word included. */
function letterPairs(stem: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  const edged = `^${stem}$`;
  for (let i = 0; i + 2 <= edged.length; i++) pairs.add(edged.slice(i, i + 2));
  return pairs;
}

/** Share of letter pairs in common (Dice), 0 to 1: variant spellings of a name, words of one family. */
export function spelledAlike(a: string, b: string): number {
  if (a.length < LEAST_LETTERS || b.length < LEAST_LETTERS) return 0;
  const [ours, theirs] = [letterPairs(a), letterPairs(b)];
  let shared = 0;
  for (const pair of ours) if (theirs.has(pair)) shared++;
  const share = (2 * shared) / (ours.size + theirs.size);
  return share >= LEAST_SPELLED ? share : 0;
}

/** How far one word stands for another, 0 to 1: the same stem, a learned rendering, or a like spelling. */
export function matchWords(a: Word, b: Word, { renders }: WordingKnowledge): number {
  if (a.stem === b.stem) return 1;
  const rendered = Math.max(renders.get(a.stem)?.get(b.stem) ?? 0, renders.get(b.stem)?.get(a.stem) ?? 0);
  const isPlain = [a, b].some(({ kind }) => kind === 'link' || kind === 'number');
  return isPlain ? Math.min(0.5, rendered) : Math.max(rendered, 0.9 * spelledAlike(a.stem, b.stem));
}
