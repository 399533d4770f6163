import type { Marks } from '../../../model/marks.ts';

const CONCEDING: ReadonlySet<string> = new Set(['although', 'though', 'whereas', 'albeit']);

/**
 * Last token before a concession that trails after a comma ("…, although it has called for talks") between two tokens; what
 * the tree hangs it on is a guess, and what it says is its own.
 */
export function beforeConcession(marks: Marks, from: number, until: number): number {
  for (let t = from + 2; t <= until; t++)
    if (CONCEDING.has(marks.lemma[t].toLowerCase()) && marks.lemma[t - 1] === ',') return t - 2;
  return until;
}
