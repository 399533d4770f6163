import type { MoveFrame } from '../../../model/lexicon-moves.ts';
import { deprelOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf } from '../syntax/tree.ts';
import { complementOf, isPassive, joined, obliques, undergoerOf } from './arguments.ts';
import { lemmaAt } from './phrase.ts';

const LIGHT: ReadonlySet<string> = new Set([
  'conduct', 'carry', 'hold', 'stage', 'make', 'launch', 'perform', 'undertake', 'mount', 'issue', 'give', 'take',
  'have', 'begin', 'start', 'resume', 'continue', 'end', 'finish', 'complete', 'conclude', 'attempt', 'execute', 'pay',
  'wage', 'deliver', 'order', 'announce', 'commit', 'open', 'run', 'do', 'plan', 'suffer', 'lead', 'join', 'attend',
  'host', 'repeat', 'express', 'voice', 'put', 'engage', 'pursue',
]); // prettier-ignore

/** The noun that a verb's particle leads in as its preposition: "called for [a pause]". */
export function leadingObject(tree: Tree, token: number, others: readonly number[]): number | undefined {
  for (const other of others) {
    const head = tree.marks.head[other];
    const led = deprelOf(tree.marks, other) === 'case' && head !== token && head > other;
    if (led) return head;
  }
  return undefined;
}

/** Where a verb's object may stand: object, complement, what the frame's prepositions lead in. */
export function verbPlaces(tree: Tree, token: number, others: readonly number[], frame: MoveFrame): number[] {
  const places: number[] = [];
  const add = (at: number | undefined): void => {
    if (at !== undefined) places.push(...joined(tree, at));
  };
  add(leadingObject(tree, token, others));
  add(undergoerOf(tree, token));
  const complement = complementOf(tree, token);
  if (complement !== undefined) places.push(complement);
  const prepositions = frame.targets.filter(
    (target) => target !== 'obj' && target !== 'that' && target !== 'subj',
  );
  for (const at of obliques(tree, token, prepositions)) add(at);
  const undergoer = undergoerOf(tree, token);
  if (undergoer !== undefined) for (const at of obliques(tree, undergoer, prepositions)) places.push(at);
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(tree.marks, at);
    if (label === 'obl:unmarked' || label === 'iobj' || label === 'obj' || label === 'dep') places.push(at);
  }
  return places;
}

/** What stands beside a noun: its compounds and adjectives, what "of" and "for" lead in, its owner, its infinitive. */
export function nounPlaces(tree: Tree, token: number): number[] {
  const places: number[] = [];
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(tree.marks, at);
    if (label === 'compound' || label === 'amod' || label === 'nmod:poss')
      places.push(at, ...dependentsOf(tree, at));
    else if (label.startsWith('nmod') || label.startsWith('acl') || label === 'nummod')
      places.push(...joined(tree, at));
  }
  if (deprelOf(tree.marks, token) === 'conj') places.push(...nounPlaces(tree, tree.marks.head[token]));
  return places;
}

/** The verb that carries a noun's deed: "held" of "held talks", "imposed" of "sanctions imposed by". */
export function lightVerb(tree: Tree, noun: number): number | undefined {
  const { marks } = tree;
  let at = noun;
  while (deprelOf(marks, at) === 'conj' && marks.head[at] >= 0) at = marks.head[at];
  const head = marks.head[at];
  if (head < 0) return undefined;
  const label = deprelOf(marks, at);
  const held =
    label === 'obj' ||
    label === 'nsubj:pass' ||
    (label === 'nsubj' && isPassive(tree, head)) ||
    label === 'obl';
  if (held && LIGHT.has(lemmaAt(marks, head))) return head;
  const participle = dependentsOf(tree, noun).find(
    (d) => deprelOf(marks, d).startsWith('acl') && LIGHT.has(lemmaAt(marks, d)),
  );
  return participle;
}
