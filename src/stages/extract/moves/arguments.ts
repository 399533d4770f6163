import type { Marks } from '../../../model/marks.ts';
import { deprelOf, hasFeature, FEATURE, uposOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { partnerOf } from '../syntax/coordination.ts';
import { firstOfList, instanceOf, lentSubject } from '../syntax/lent-subject.ts';
import { dependentsOf, findDependent, listDependents } from '../syntax/tree.ts';
import { lemmaAt } from './phrase.ts';

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom']);

const isRelativePronoun = (marks: Marks, token: number): boolean =>
  RELATIVE.has(lemmaAt(marks, token)) && (xposOf(marks, token) === 'WDT' || xposOf(marks, token) === 'WP');

/** Preposition that leads in a noun ("with", "against"); empty when there is none. */
export function caseOf(tree: Tree, token: number): string {
  const at = findDependent(tree, token, 'case');
  return at === undefined ? '' : lemmaAt(tree.marks, at);
}

/** Dependents led in by one of these prepositions. */
export function obliques(tree: Tree, token: number, prepositions: readonly string[]): number[] {
  const found: number[] = [];
  for (const dependent of dependentsOf(tree, token)) {
    const label = deprelOf(tree.marks, dependent);
    if (!label.startsWith('obl') && !label.startsWith('nmod')) continue;
    if (prepositions.includes(caseOf(tree, dependent))) found.push(dependent);
  }
  return found;
}

/**
 * "Police raided offices", marked as if "raided" were an adjective of the offices: a bare noun before, the verb, its object,
 * and no other verb above. Headlines and short sentences are often marked so.
 */
function flatClause(
  tree: Tree,
  verb: number,
): { readonly subject: number; readonly object: number } | undefined {
  const { marks } = tree;
  const object = marks.head[verb];
  if (deprelOf(marks, verb) !== 'amod' || object < verb || !['VBD', 'VBN'].includes(xposOf(marks, verb)))
    return undefined;
  const subject = verb - 1;
  if (subject < 0 || marks.sentenceOf[subject] !== marks.sentenceOf[verb]) return undefined;
  if (uposOf(marks, subject) !== 'NOUN' && uposOf(marks, subject) !== 'PROPN') return undefined;
  const sameNoun = [object, verb].includes(marks.head[subject]) || marks.head[object] === subject;
  const top = marks.head[object] < 0 || marks.head[object] === subject;
  return sameNoun && top ? { subject, object } : undefined;
}

/** Is the verb in the passive: an auxiliary, a passive subject, or a bare participle after its noun? */
export function isPassive(tree: Tree, verb: number): boolean {
  const { marks } = tree;
  if (flatClause(tree, verb) !== undefined) return false;
  if (findDependent(tree, verb, 'nsubj:pass', 'aux:pass') !== undefined) return true;
  if (findDependent(tree, verb, 'nsubj') !== undefined) return false;
  if (hasFeature(marks, verb, FEATURE.passive)) return true;
  const bare = xposOf(marks, verb) === 'VBN' && findDependent(tree, verb, 'aux', 'nsubj') === undefined;
  if (!bare) return false;
  if (deprelOf(marks, verb) === 'conj') return isPassive(tree, marks.head[verb]);
  return findDependent(tree, verb, 'obj') === undefined;
}

/** The doer of a passive: what "by" leads in. */
function agentOf(tree: Tree, verb: number): number | undefined {
  return findDependent(tree, verb, 'obl:agent') ?? obliques(tree, verb, ['by']).at(0);
}

const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  'promise',
  'threaten',
  'vow',
  'pledge',
  'agree',
  'offer',
  'swear',
]);

const DECIDING: ReadonlySet<string> = new Set(['decide', 'choose', 'determine', 'consider']);
const WATCHING: ReadonlySet<string> = new Set(['watch', 'see', 'observe', 'follow', 'monitor']);

/**
 * Who decides in "is expected to decide after watching X resume tests": a decision without content of its own takes the
 * deed watched for as its content, so the decider is the doer.
 */
function decider(tree: Tree, watching: number, depth: number): number | undefined {
  const { marks } = tree;
  if (!WATCHING.has(lemmaAt(marks, watching))) return undefined;
  const above = marks.head[watching];
  if (above < 0 || deprelOf(marks, watching) !== 'advcl' || !DECIDING.has(lemmaAt(marks, above)))
    return undefined;
  if (findDependent(tree, above, 'obj', 'xcomp', 'ccomp') !== undefined) return undefined;
  return surfaceSubject(tree, above, depth + 1);
}

/** Is the deed at `verb` what somebody watches others for before deciding on it himself? */
export function isDecidedOn(tree: Tree, verb: number): boolean {
  const head = tree.marks.head[verb];
  return head >= 0 && decider(tree, head, 0) !== undefined;
}

/** The logical subject that a governing noun or verb lends to a clause without one. */
function controller(tree: Tree, verb: number, depth: number): number | undefined {
  const { marks } = tree;
  const head = marks.head[verb];
  if (head < 0 || depth > 6) return undefined;
  if (uposOf(marks, head) === 'NOUN' || uposOf(marks, head) === 'PROPN')
    return holderOf(tree, head, depth + 1);
  const object = isPassive(tree, head)
    ? findDependent(tree, head, 'nsubj:pass')
    : findDependent(tree, head, 'obj', 'iobj');
  if (object !== undefined && !SUBJECT_CONTROL.has(lemmaAt(marks, head))) return object;
  const led = obliques(tree, head, ['on', 'upon', 'to', 'for']).find((at) => at > head && at < verb);
  if (led !== undefined && object === undefined && deprelOf(marks, verb) === 'xcomp') return led;
  return surfaceSubject(tree, head, depth + 1);
}

/** Who holds a deverbal noun: "Velsk's refusal", "a request by Velsk", or the subject of the verb it is object of. */
function holderOf(tree: Tree, noun: number, depth: number): number | undefined {
  const { marks } = tree;
  const own = findDependent(tree, noun, 'nmod:poss') ?? obliques(tree, noun, ['by', 'from', 'of']).at(0);
  if (own !== undefined) return own;
  const head = marks.head[noun];
  if (head < 0 || depth > 6 || uposOf(marks, head) !== 'VERB') return undefined;
  return surfaceSubject(tree, head, depth + 1);
}

function ofRelative(tree: Tree, verb: number, own: number | undefined): number | undefined {
  const { marks } = tree;
  if (own !== undefined && isRelativePronoun(marks, own)) {
    let clause = verb;
    for (let i = 0; i < 6 && clause >= 0 && !deprelOf(marks, clause).startsWith('acl'); i++)
      clause = marks.head[clause];
    return clause >= 0 && marks.head[clause] >= 0 ? marks.head[clause] : undefined;
  }
  return own;
}

/**
 * The surface subject of a verb, its own or the one it shares: over coordination, control, participles and relative
 * clauses. A passive's is what is done to.
 */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): number | undefined {
  const { marks } = tree;
  const flat = flatClause(tree, verb);
  if (flat !== undefined) return flat.subject;
  const head = marks.head[verb];
  const watched = head < 0 ? undefined : decider(tree, head, depth);
  if (watched !== undefined && deprelOf(marks, verb) !== 'conj') return watched;
  const own = ofRelative(tree, verb, findDependent(tree, verb, 'nsubj', 'nsubj:pass', 'nsubj:outer'));
  if (own !== undefined) return own;
  if (head < 0 || depth > 6 || instanceOf(tree, verb) !== undefined) return undefined;
  const label = deprelOf(marks, verb);
  if (label === 'acl' && isCircumstance(tree, verb)) return subjectAbove(tree, head, depth);
  if (label === 'acl' || label === 'acl:relcl') {
    return hasFeature(marks, verb, FEATURE.infinitive) || xposOf(marks, verb) === 'VB'
      ? holderOf(tree, head, depth + 1)
      : head;
  }
  const lent = lentSubject(tree, verb);
  if (lent !== undefined) return lent;
  if (label === 'xcomp') return controller(tree, verb, depth);
  const first = firstOfList(tree, verb);
  if (first !== undefined) return surfaceSubject(tree, first, depth + 1);
  if (label === 'conj' || label === 'advcl' || label === 'parataxis')
    return sharedSubject(tree, verb, label === 'conj' ? partnerOf(tree, verb) : head, depth);
  if (label === 'ccomp' && xposOf(marks, verb) !== 'VBD') return controller(tree, verb, depth);
  return undefined;
}

const CIRCUMSTANCE: ReadonlySet<string> = new Set([
  'despite',
  'without',
  'after',
  'before',
  'while',
  'when',
  'since',
]);

/** "According to X, despite violating a ban, the test was …": hung on a noun, but a circumstance of the main clause. */
function isCircumstance(tree: Tree, verb: number): boolean {
  const lead = findDependent(tree, verb, 'mark', 'case');
  return (
    xposOf(tree.marks, verb) === 'VBG' && lead !== undefined && CIRCUMSTANCE.has(lemmaAt(tree.marks, lead))
  );
}

function subjectAbove(tree: Tree, noun: number, depth: number): number | undefined {
  const { marks } = tree;
  let at = noun;
  while (at >= 0 && uposOf(marks, at) !== 'VERB') at = marks.head[at];
  return at < 0 ? undefined : surfaceSubject(tree, at, depth + 1);
}

function sharedSubject(tree: Tree, verb: number, head: number, depth: number): number | undefined {
  const { marks } = tree;
  if (deprelOf(marks, verb) === 'parataxis') return undefined;
  if (uposOf(marks, head) === 'VERB' || uposOf(marks, head) === 'AUX' || uposOf(marks, head) === 'ADJ')
    return surfaceSubject(tree, head, depth + 1);
  return findDependent(tree, head, 'nsubj', 'nsubj:pass');
}

const MEANT: ReadonlySet<string> = new Set([
  'schedule',
  'expect',
  'set',
  'slate',
  'plan',
  'prepare',
  'poise',
  'intend',
]);

/** "is scheduled to meet": who is scheduled is to do it. */
const isToDo = (tree: Tree, verb: number): boolean =>
  MEANT.has(lemmaAt(tree.marks, verb)) &&
  findDependent(tree, verb, 'xcomp') !== undefined &&
  isPassive(tree, verb);

/** Who does it: the subject of an active verb, the "by" of a passive one. */
export function doerOf(tree: Tree, verb: number): number | undefined {
  if (isToDo(tree, verb)) return surfaceSubject(tree, verb);
  return isPassive(tree, verb) ? agentOf(tree, verb) : surfaceSubject(tree, verb);
}

/** Is the object gapped, as in "the sanctions that it imposed"? */
function gappedObject(tree: Tree, verb: number): number | undefined {
  const { marks } = tree;
  if (deprelOf(marks, verb) !== 'acl:relcl') return undefined;
  const subject = findDependent(tree, verb, 'nsubj');
  return subject !== undefined && !isRelativePronoun(marks, subject) ? marks.head[verb] : undefined;
}

/** "Bailed out [the government]", marked as an oblique without a preposition. */
function bareOblique(tree: Tree, verb: number): number | undefined {
  const particle = findDependent(tree, verb, 'compound:prt');
  if (particle === undefined) return undefined;
  return listDependents(tree, verb, 'obl').find((at) => at > particle && caseOf(tree, at) === '');
}

/** "The goal is to be recognised": the goal is not what is recognised. */
function isPredicateOfAim(tree: Tree, verb: number, subject: number | undefined): boolean {
  const { marks } = tree;
  const to = listDependents(tree, verb, 'mark').find((at) => lemmaAt(marks, at) === 'to');
  const be = findDependent(tree, verb, 'cop', 'aux:pass', 'aux');
  const named = subject ?? findDependent(tree, verb, 'nsubj:outer');
  return to !== undefined && be !== undefined && be < to && named !== undefined && named < be;
}

/** What is done to: the object of an active verb, the subject of a passive one. */
export function undergoerOf(tree: Tree, verb: number): number | undefined {
  const { marks } = tree;
  const flat = flatClause(tree, verb);
  if (flat !== undefined) return flat.object;
  if (isPassive(tree, verb)) {
    const own = ofRelative(tree, verb, findDependent(tree, verb, 'nsubj:pass', 'nsubj'));
    if (isPredicateOfAim(tree, verb, own) || isToDo(tree, verb)) return undefined;
    if (own !== undefined) return own;
    return deprelOf(marks, verb).startsWith('acl') ? marks.head[verb] : surfaceSubject(tree, verb);
  }
  const own =
    findDependent(tree, verb, 'obj') ?? findDependent(tree, verb, 'iobj') ?? bareOblique(tree, verb);
  if (own !== undefined && isRelativePronoun(marks, own)) return ofRelative(tree, verb, own);
  return own ?? gappedObject(tree, verb);
}

/** The head of the clause that completes a verb: "to talk", "that the tests broke the law". */
export const complementOf = (tree: Tree, token: number): number | undefined =>
  findDependent(tree, token, 'xcomp', 'ccomp') ?? complementOfNoun(tree, token);

function complementOfNoun(tree: Tree, token: number): number | undefined {
  const at = findDependent(tree, token, 'acl', 'advcl');
  return at !== undefined && findDependent(tree, at, 'mark') !== undefined ? at : undefined;
}

/** A noun with those joined to it by "and". */
export function joined(tree: Tree, token: number): number[] {
  const { marks } = tree;
  const all = [token];
  for (const dependent of dependentsOf(tree, token)) {
    if (deprelOf(marks, dependent) === 'conj' && uposOf(marks, dependent) !== 'VERB') all.push(dependent);
  }
  return all;
}
