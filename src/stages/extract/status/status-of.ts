import type { StatusEffect, StatusEntry, StatusLexicon } from '../../../model/lexicon-status.ts';
import type { Status } from '../../../model/move-type.ts';
import { deprelOf, uposOf, wordOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { partnerOf } from '../syntax/coordination.ts';
import { dependentsOf, findDependent, listDependents } from '../syntax/tree.ts';
import { formOf, linkOf } from './embedding.ts';
import { lookUp } from './look-up.ts';
import { localStatus } from './local-status.ts';

/** A deed's status with the way it was found. */
export interface StatusTrace {
  readonly status: Status;
  /** Weakened by a word such as "appears", "probably", or left open ("did not say that"). */
  readonly doubt: 'none' | 'likely' | 'unlikely' | 'unsure';
  /** Innermost first: cues at the deed, then each embedding word's entry, `-` before one that is denied. */
  readonly path: readonly string[];
}

const SAYING: ReadonlySet<string> = new Set(['that']);
const DEPTH = 8;

interface State {
  readonly status: Status;
  readonly doubt: StatusTrace['doubt'];
  readonly path: readonly string[];
}

const ACTUAL: State = { status: 'actual', doubt: 'none', path: [] };

function toState(effect: StatusEffect, path: readonly string[]): State {
  if (effect === 'likely' || effect === 'unlikely' || effect === 'unsure') {
    return { status: effect === 'unlikely' ? 'denied' : 'actual', doubt: effect, path };
  }
  return { status: effect, doubt: 'none', path };
}

const isQuestion = (tree: Tree, token: number): boolean => {
  const { marks } = tree;
  const last = marks.sentenceStart[marks.sentenceOf[token] + 1] - 1;
  return last >= 0 && wordOf(marks, last).startsWith('?');
};

/** "In the event of", "in case of". */
function isCase(tree: Tree, at: number): boolean {
  const lead = findDependent(tree, at, 'case');
  return (
    /^(?:event|case)$/iu.test(tree.marks.lemma[at]) &&
    lead !== undefined &&
    tree.marks.lowerLemma[lead] === 'in'
  );
}

/** "If", "unless" or an inverted "should" beneath the clause makes the clause itself a case. */
function hasCondition(tree: Tree, token: number): boolean {
  const { marks } = tree;
  return dependentsOf(tree, token).some((at) => {
    if (deprelOf(marks, at) === 'obl') return isCase(tree, at);
    if (deprelOf(marks, at) !== 'advcl') return false;
    const lead = findDependent(tree, at, 'mark');
    const word = lead === undefined ? '' : marks.lowerLemma[lead];
    if (word === 'if' || word === 'unless') return true;
    const inverted = findDependent(tree, at, 'aux');
    return (
      inverted !== undefined &&
      /^(?:should|had|were)$/iu.test(wordOf(marks, inverted)) &&
      inverted === tree.first[at]
    );
  });
}

const isPast = (tree: Tree, token: number): boolean => ['VBD', 'VBN'].includes(xposOf(tree.marks, token));

/** "said", and "saying" beside another verb of the past. */
const isSaidInPast = (tree: Tree, token: number): boolean =>
  isPast(tree, token) ||
  (xposOf(tree.marks, token) === 'VBG' &&
    deprelOf(tree.marks, token) === 'advcl' &&
    isPast(tree, tree.marks.head[token]));

/** "said it would go": the future of the past. */
function softenWould(tree: Tree, token: number, above: number, local: State): State {
  if (!local.path.includes('would') && !local.path.includes("'d")) return local;
  if (above < 0 || !SAYING.has(formOf(tree, token)) || !isSaidInPast(tree, above)) return local;
  return { ...local, status: 'planned' };
}

/** "The goal is to be recognised": the noun that an infinitive is said of. */
function ofPredicate(tree: Tree, token: number, lexicon: StatusLexicon): StatusEntry | undefined {
  const { marks } = tree;
  const to = listDependents(tree, token, 'mark').find((at) => marks.lemma[at].toLowerCase() === 'to');
  if (to === undefined) return undefined;
  const subject = findDependent(tree, token, 'nsubj', 'nsubj:outer', 'nsubj:pass');
  const be = findDependent(tree, token, 'cop', 'aux:pass', 'aux');
  if (subject === undefined || be === undefined || be > to || subject > be) return undefined;
  return lookUp(lexicon.nouns, marks.lemma[subject].toLowerCase())?.at(0);
}

function localState(
  tree: Tree,
  token: number,
  above: number,
  lexicon: StatusLexicon,
): { state: State; negated: boolean } {
  const local = localStatus(tree, token, lexicon);
  const aim = ofPredicate(tree, token, lexicon);
  const own = aim === undefined ? toState(local.effect, local.cues) : toState(aim.affirmed, [aim.id]);
  let state = softenWould(tree, token, above, own);
  if (hasCondition(tree, token) && state.status !== 'requested')
    state = { status: 'hypothetical', doubt: 'none', path: [...state.path, 'condition'] };
  if (above < 0 && state.status === 'actual' && isQuestion(tree, token))
    state = { status: 'hypothetical', doubt: 'unsure', path: [...state.path, 'question'] };
  const spoken = above < 0 || ['ccomp', 'parataxis'].includes(deprelOf(tree.marks, token));
  if (
    spoken &&
    xposOf(tree.marks, token) === 'VB' &&
    uposOf(tree.marks, token) === 'VERB' &&
    state.status === 'actual' &&
    isImperative(tree, token)
  )
    state = { status: 'requested', doubt: 'none', path: [...state.path, 'imperative'] };
  return { state, negated: local.negated };
}

/** A bare verb without a subject, "do" allowed before it. */
function isImperative(tree: Tree, token: number): boolean {
  if (findDependent(tree, token, 'nsubj', 'nsubj:pass', 'mark', 'cop') !== undefined) return false;
  const aux = findDependent(tree, token, 'aux');
  return aux === undefined || tree.marks.lowerLemma[aux] === 'do';
}

function negate(state: State): State {
  const path = [...state.path, 'not'];
  if (state.status === 'actual') return { status: 'denied', doubt: state.doubt, path };
  if (state.status === 'denied') return { status: 'actual', doubt: state.doubt, path };
  if (state.path.includes('can') || state.path.includes('ca') || state.path.includes('could'))
    return { status: 'denied', doubt: 'none', path };
  return { status: state.status === 'planned' ? 'denied' : state.status, doubt: 'unlikely', path };
}

/** "If X agrees, it will become clearer when they meet": the meeting hangs on no condition. */
const isCaseOfOther = (tree: Tree, token: number, outer: State): boolean =>
  deprelOf(tree.marks, token) === 'advcl' && outer.path[0] === 'will' && outer.path.includes('condition');

/** What the status above makes of a deed that an entry holds. */
function embed(entryId: string, affirmed: StatusEffect, denied: StatusEffect, outer: State): State {
  const path = (sign: string): readonly string[] => [`${sign}${entryId}`, ...outer.path];
  if (affirmed === denied && affirmed === 'actual')
    return { status: 'actual', doubt: 'none', path: path('') };
  if (outer.status === 'actual') return toState(affirmed, path(''));
  if (outer.status === 'denied') return toState(denied, path('-'));
  const inner = toState(affirmed, path('?'));
  if (entryId.startsWith('belief.') && outer.status === 'requested')
    return { status: 'hypothetical', doubt: outer.doubt, path: path('?') };
  if (inner.status === 'denied' && (outer.status === 'planned' || outer.status === 'requested'))
    return { ...inner, status: 'denied' };
  if (inner.status === 'requested' || inner.status === 'hypothetical') return inner;
  return { status: outer.status, doubt: outer.doubt, path: path('?') };
}

/** "Has yet to reply" has not replied. */
function isYetTo(tree: Tree, token: number): boolean {
  const to = findDependent(tree, token, 'mark');
  return (
    to !== undefined &&
    to > 0 &&
    tree.marks.lowerLemma[to] === 'to' &&
    tree.marks.lowerLemma[to - 1] === 'yet'
  );
}

/** Status that what embeds the deed gives it, its own negation and modals left out: the truth of its clause. */
export function contextStatusOf(tree: Tree, token: number, lexicon: StatusLexicon): StatusTrace {
  const link = linkOf(tree, token, lexicon);
  return link.above < 0 ? ACTUAL : contextOf(tree, token, link, lexicon, 0);
}

/** Status of the deed at `token` as its words and all that embeds them give it. */
export function statusOf(tree: Tree, token: number, lexicon: StatusLexicon, depth = 0): StatusTrace {
  const link = linkOf(tree, token, lexicon);
  const { state: own, negated } = localState(tree, token, link.above, lexicon);
  const mine = negated !== isYetTo(tree, token) ? negate(own) : own;
  if (link.above < 0 || depth > DEPTH) return mine;
  const context = contextOf(tree, token, link, lexicon, depth);
  return join(mine, context);
}

function contextOf(
  tree: Tree,
  token: number,
  link: ReturnType<typeof linkOf>,
  lexicon: StatusLexicon,
  depth: number,
): State {
  const { entry } = link;
  if (entry === undefined) {
    if (!link.passes) return isInQuestion(tree, token, link.above) ? { ...ACTUAL, doubt: 'unsure' } : ACTUAL;
    const outer = statusOf(tree, link.above, lexicon, depth + 1);
    if (
      formOf(tree, token) === 'to' &&
      deprelOf(tree.marks, token) !== 'xcomp' &&
      outer.status === 'actual' &&
      deprelOf(tree.marks, token) !== 'conj'
    )
      return { status: 'planned', doubt: 'none', path: ['purpose', ...outer.path] };
    if (deprelOf(tree.marks, token) === 'conj') return conjContext(tree, token, lexicon, depth);
    if (isCaseOfOther(tree, token, outer)) return { status: 'planned', doubt: 'none', path: ['^', 'will'] };
    return { ...outer, path: ['^', ...outer.path] };
  }
  const leads = entry.id.startsWith('prep.');
  const outer = leads ? ACTUAL : statusOf(tree, link.above, lexicon, depth + 1);
  return embed(entry.id, entry.affirmed, entry.denied, outer);
}

const isInQuestion = (tree: Tree, token: number, above: number): boolean =>
  above >= 0 && isQuestion(tree, token) && tree.marks.head[above] < 0;

/** A coordinate deed stands under whatever holds the first. */
function conjContext(tree: Tree, token: number, lexicon: StatusLexicon, depth: number): State {
  const first = partnerOf(tree, token);
  const link = linkOf(tree, first, lexicon);
  if (link.above < 0) return ACTUAL;
  return contextOf(tree, first, link, lexicon, depth + 1);
}

/** The deed's own words inside what holds it. The "no" of "had no plans" denies the having with the plans, once. */
function join(mine: State, context: State): State {
  const path = [...mine.path, ...context.path];
  if (mine.status === 'actual')
    return { status: context.status, doubt: context.doubt === 'none' ? mine.doubt : context.doubt, path };
  if (context.status === 'actual')
    return { status: mine.status, doubt: mine.doubt === 'none' ? context.doubt : mine.doubt, path };
  if (mine.status === 'denied') {
    const isOneNo = context.path[0] === '^';
    const status =
      context.status === 'denied'
        ? isOneNo
          ? 'denied'
          : 'actual'
        : context.status === 'planned'
          ? 'denied'
          : context.status;
    return { status, doubt: context.doubt, path };
  }
  if (context.status === 'denied')
    return { status: mine.status === 'planned' ? 'denied' : mine.status, doubt: context.doubt, path };
  return { status: mine.status === 'planned' ? context.status : mine.status, doubt: mine.doubt, path };
}
