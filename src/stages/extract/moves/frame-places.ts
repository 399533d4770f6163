import { deprelOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf } from '../syntax/tree.ts';
import { caseOf, complementOf, doerOf, isPassive, joined, surfaceSubject, undergoerOf } from './arguments.ts';
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

/** A noun led in by a preposition, from the verb or from its object. */
interface LedIn {
  readonly preposition: string;
  readonly tokens: readonly number[];
}

/** What stands round a verb, worked out once for all frames that its lemma may trigger. */
export interface VerbView {
  readonly subject: number | undefined;
  readonly doer: number | undefined;
  readonly undergoer: number | undefined;
  readonly complement: number | undefined;
  /** Object, complement, bare nouns. */
  readonly core: readonly number[];
  readonly ledIn: readonly LedIn[];
}

const BARE: ReadonlySet<string> = new Set(['obl:unmarked', 'iobj', 'obj', 'dep']);

function ledInOf(tree: Tree, token: number, whole: boolean): LedIn[] {
  const found: LedIn[] = [];
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(tree.marks, at);
    if (!label.startsWith('obl') && !label.startsWith('nmod')) continue;
    found.push({ preposition: caseOf(tree, at), tokens: whole ? joined(tree, at) : [at] });
  }
  return found;
}

export function viewVerb(tree: Tree, token: number): VerbView {
  const undergoer = undergoerOf(tree, token);
  const complement = complementOf(tree, token);
  const bare = dependentsOf(tree, token).filter((at) => BARE.has(deprelOf(tree.marks, at)));
  return {
    subject: surfaceSubject(tree, token),
    doer: doerOf(tree, token),
    undergoer,
    complement,
    core: [
      ...(undergoer === undefined ? [] : joined(tree, undergoer)),
      ...(complement === undefined ? [] : [complement]),
      ...bare,
    ],
    ledIn: [
      ...ledInOf(tree, token, true),
      ...(undergoer === undefined ? [] : ledInOf(tree, undergoer, false)),
    ],
  };
}

/** Where a verb's object may stand: object, complement, what the frame's prepositions lead in. */
export function verbPlaces(
  tree: Tree,
  view: VerbView,
  leading: number | undefined,
  targets: readonly string[],
): number[] {
  const places = leading === undefined ? [...view.core] : [...joined(tree, leading), ...view.core];
  for (const { preposition, tokens } of view.ledIn) if (targets.includes(preposition)) places.push(...tokens);
  return places;
}

/** What stands beside a noun: its compounds and adjectives, what "of" and "for" lead in, its owner, its infinitive. */
function nounPlaces(tree: Tree, token: number): number[] {
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
function lightVerb(tree: Tree, noun: number): number | undefined {
  const { marks } = tree;
  let at = noun;
  while (deprelOf(marks, at) === 'conj' && marks.head[at] >= 0) at = marks.head[at];
  const head = marks.head[at];
  if (head < 0) return undefined;
  const label = deprelOf(marks, at);
  const held = label === 'obj' || label === 'nsubj:pass' || (label === 'nsubj' && isPassive(tree, head));
  if (held && LIGHT.has(lemmaAt(marks, head))) return head;
  const participle = dependentsOf(tree, noun).find(
    (d) => deprelOf(marks, d).startsWith('acl') && LIGHT.has(lemmaAt(marks, d)),
  );
  return participle;
}

/** What stands round a noun, worked out once for all frames that its lemma may trigger. */
export interface NounView {
  readonly places: readonly number[];
  readonly light: number | undefined;
  /** Who does what the light verb carries. */
  readonly carrier: number | undefined;
}

export function viewNoun(tree: Tree, token: number): NounView {
  const light = lightVerb(tree, token);
  return {
    places: nounPlaces(tree, token),
    light,
    carrier: light === undefined ? undefined : doerOf(tree, light),
  };
}
