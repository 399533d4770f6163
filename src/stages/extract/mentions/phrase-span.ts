import type { Deprel, Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import { dependentsOf } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';

/** What follows a noun inside its phrase. */
const AFTER: ReadonlySet<Deprel> = new Set([
  'nmod', 'acl', 'acl:relcl', 'amod', 'appos', 'nmod:unmarked', 'flat', 'compound', 'nummod',
]); // prettier-ignore

const GAP: ReadonlySet<string> = new Set([',', '(', '“', '"', '‘']);

function skipPunctuation(tree: Tree, at: number): number {
  const { marks } = tree;
  return at < marks.tokenCount && GAP.has(marks.word[at]) ? at + 1 : at;
}

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP']);

/** A finite verb right after a noun is the clause's own verb, not a part of the noun's phrase. */
const isFinite = (marks: Marks, t: number): boolean =>
  deprelOf(marks, t) === 'acl' && FINITE.has(xposOf(marks, t));

/** "accused the guard of ramming a boat": what somebody is accused of is no part of him. */
const isCharge = (tree: Tree, t: number): boolean =>
  xposOf(tree.marks, t) === 'VBG' &&
  dependentsOf(tree, t).some((at) => at < t && tree.marks.lowerWord[at] === 'of');

/** Last token of the phrase whose base ends at `last`: its dependents to the right, as far as they join on. */
export function lastOfSpan(tree: Tree, head: number, last: number): number {
  const { marks } = tree;
  let end = last;
  const stop = marks.sentenceStart[marks.sentenceOf[head] + 1];
  for (const t of dependentsOf(tree, head)) {
    if (t <= end || !AFTER.has(deprelOf(marks, t)) || isFinite(marks, t) || isCharge(tree, t)) continue;
    if (tree.first[t] > skipPunctuation(tree, end + 1) || tree.last[t] >= stop) break;
    end = Math.max(end, tree.last[t]);
  }
  while (end > last && uposOf(marks, end) === 'PUNCT') end--;
  return end;
}
