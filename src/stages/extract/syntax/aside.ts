import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Marks } from '../../../model/marks.ts';
import { findDependent } from './tree.ts';
import type { Tree } from './tree.ts';

const CONCEDING: ReadonlySet<string> = new Set(['although', 'though', 'whereas', 'albeit']);
/** Participles that tell what came of a thing, or what was said with it. */
const TRAILING: ReadonlySet<string> = new Set([
  'lead', 'result', 'cause', 'prompt', 'trigger', 'leave', 'insist', 'say', 'add', 'note', 'warn', 'declare', 'argue', 'claim', 'fuel',
  'spark', 'stress', 'suggest',
]); // prettier-ignore

const lemmaAt = (marks: Marks, token: number): string => marks.lemma[token].toLowerCase();

/**
 * Last token before what trails after a comma between two tokens: a concession ("…, although it has called for talks"), an
 * outcome ("…, leading to a war of words"), a saying ("…, insisting that"). What the tree hangs it on is a guess, and what
 * it tells is its own.
 */
export function beforeAside(marks: Marks, from: number, until: number): number {
  for (let t = from + 2; t <= until; t++) {
    if (lemmaAt(marks, t - 1) !== ',') continue;
    const lemma = lemmaAt(marks, t);
    if (CONCEDING.has(lemma) || (TRAILING.has(lemma) && xposOf(marks, t) === 'VBG')) return t - 2;
  }
  return until;
}

/**
 * "said this week the government would go": is `dependent` a time right behind a verb of saying, hung on what is said? The
 * time is that of the saying.
 */
export function isTimeOfSaying(tree: Tree, dependent: number, predicate: number): boolean {
  const { marks } = tree;
  const above = marks.head[predicate];
  const subject = findDependent(tree, predicate, 'nsubj', 'nsubj:pass');
  if (above < 0 || deprelOf(marks, predicate) !== 'ccomp' || subject === undefined) return false;
  return (
    uposOf(marks, above) === 'VERB' &&
    deprelOf(marks, dependent).startsWith('obl') &&
    tree.first[dependent] === above + 1 &&
    tree.last[dependent] < tree.first[subject]
  );
}
