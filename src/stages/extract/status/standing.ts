import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';

const lemmaAt = (marks: Marks, token: number): string => marks.lemma[token].toLowerCase();

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those']);
/** Whoever does this to a thing has it not yet. */
const GETTING: ReadonlySet<string> = new Set([
  'seek', 'want', 'get', 'acquire', 'build', 'develop', 'obtain', 'buy', 'pursue', 'need', 'make', 'produce', 'create', 'demand',
  'order', 'purchase', 'procure', 'have', 'lack', 'request', 'promise', 'start', 'launch', 'establish',
]); // prettier-ignore
/** What is ended, or to be ended, is there. */
const ENDING: ReadonlySet<string> = new Set([
  'freeze', 'halt', 'stop', 'end', 'suspend', 'cease', 'pause', 'curb', 'limit', 'reduce', 'resolve', 'solve', 'break', 'overcome',
  'defuse', 'ease', 'settle', 'dismantle', 'relinquish', 'surrender', 'eliminate', 'destroy', 'reverse', 'curtail', 'escape',
  'suspension', 'moratorium', 'cessation', 'curtailment',
]); // prettier-ignore

/** What somebody has done may be talked over. */
const TALKING: ReadonlySet<string> = new Set(['discuss', 'debate', 'examine', 'address', 'raise', 'study']);

const isPossessed = (tree: Tree, noun: number): boolean =>
  findDependent(tree, noun, 'nmod:poss') !== undefined;

const isDefinite = (tree: Tree, noun: number): boolean =>
  isPossessed(tree, noun) ||
  dependentsOf(tree, noun).some(
    (at) => deprelOf(tree.marks, at) === 'det' && DEFINITE.has(lemmaAt(tree.marks, at)),
  );

const isNoun = (marks: Marks, token: number): boolean => ['NOUN', 'PROPN'].includes(uposOf(marks, token));

/**
 * Is the thing at `token` there whatever becomes of the deed that it is spoken of with? "Concerned about its arsenal", "willing
 * to give up his weapons": what somebody owns is taken for granted, but not where it is yet to be got.
 */
export function isStanding(tree: Tree, token: number): boolean {
  const { marks } = tree;
  if (!isNoun(marks, token) || !isPossessed(tree, token)) return false;
  const above = marks.head[token];
  return above < 0 || !GETTING.has(lemmaAt(marks, above));
}

/** "freeze its tests", "a pause in the drills", "resolve the impasse": only what goes on can be ended. */
export function isGoingOn(tree: Tree, token: number): boolean {
  const { marks } = tree;
  const above = marks.head[token];
  const label = deprelOf(marks, token);
  if (!isNoun(marks, token) || above < 0) return false;
  if (TALKING.has(lemmaAt(marks, above)))
    return label === 'obj' && isPossessed(tree, token) && xposOf(marks, token) === 'NNS';
  if (!ENDING.has(lemmaAt(marks, above))) return false;
  if (label !== 'obj' && label !== 'nsubj:pass' && label !== 'nmod') return false;
  return isDefinite(tree, token) || xposOf(marks, token) === 'NNS';
}
