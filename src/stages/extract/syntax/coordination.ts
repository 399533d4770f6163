import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import { findDependent } from './tree.ts';
import type { Tree } from './tree.ts';

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP']);

const isFinite = (tree: Tree, token: number): boolean =>
  FINITE.has(xposOf(tree.marks, token)) ||
  findDependent(tree, token, 'aux', 'aux:pass', 'cop') !== undefined ||
  findDependent(tree, token, 'nsubj', 'nsubj:pass') !== undefined;

/**
 * The word beside which a conjunct stands. "Rejected offers to reopen talks and issued a warning": a verb of the past goes
 * with the next finite verb above, though the tree hangs it on the infinitive that stands nearer.
 */
export function partnerOf(tree: Tree, conjunct: number): number {
  const { marks } = tree;
  const head = marks.head[conjunct];
  if (deprelOf(marks, conjunct) !== 'conj' || uposOf(marks, conjunct) !== 'VERB') return head;
  if (!FINITE.has(xposOf(marks, conjunct)) || isFinite(tree, head)) return head;
  if (xposOf(marks, head) === 'VBN' && deprelOf(marks, head).startsWith('acl')) return head;
  let at = head;
  while (marks.head[at] >= 0 && !(uposOf(marks, at) === 'VERB' && FINITE.has(xposOf(marks, at))))
    at = marks.head[at];
  return FINITE.has(xposOf(marks, at)) ? at : head;
}
