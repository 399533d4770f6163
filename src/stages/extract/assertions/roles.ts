import type { FrameRole } from '../../../model/lexicon-frames.ts';
import type { Deprel, Marks, Upos } from '../../../model/marks.ts';
import { deprelOf, FEATURE, hasFeature, uposOf, xposOf } from '../../../model/marks.ts';
import { partnerOf } from '../syntax/coordination.ts';
import { firstOfList, instanceOf, lentSubject } from '../syntax/lent-subject.ts';
import { dependentsOf, findDependent, listDependents } from '../syntax/tree.ts';
import type { Ground } from './ground.ts';

const SUBJECTS = ['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'nsubj:outer'] as const satisfies Deprel[];
const OBLIQUES: ReadonlySet<Deprel> = new Set([
  'obl', 'obl:agent', 'nmod', 'advcl', 'acl', 'obl:unmarked', 'xcomp', 'ccomp', 'root', 'conj',
]); // prettier-ignore
const COMPLEMENTS = [
  'xcomp',
  'ccomp',
  'advcl',
  'acl',
  'csubj',
  'csubj:pass',
  'acl:relcl',
] as const satisfies Deprel[];
const MODIFIERS: ReadonlySet<Deprel> = new Set([
  'amod', 'compound', 'nmod:poss', 'advmod', 'nummod', 'det', 'nmod', 'appos', 'nmod:desc', 'flat', 'det:predet',
]); // prettier-ignore
const NEAR = 7;
/** How far after its anchor a preposition may stand when the tree has hung it elsewhere. */
const PREPOSITION_REACH = 14;

const isPassive = (ground: Ground, token: number): boolean =>
  hasFeature(ground.marks, token, FEATURE.passive) ||
  findDependent(ground.tree, token, 'nsubj:pass', 'aux:pass', 'csubj:pass') !== undefined;

const isFirstConjunct = (marks: Marks, token: number): boolean => deprelOf(marks, token) !== 'conj';

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that']);

const isRelative = ({ marks, lower }: Ground, token: number): boolean =>
  RELATIVE.has(lower[token]) && ['WDT', 'WP'].includes(xposOf(marks, token));

/** Whose the deed of an infinitive is that a noun governs: "X's attempt to win", "an attempt by X to win". */
function holderOf({ tree, lower }: Ground, token: number, noun: number): number {
  const to = findDependent(tree, token, 'mark');
  if (to === undefined || lower[to] !== 'to') return noun;
  const by = listDependents(tree, noun, 'nmod').find((t) => {
    const lead = findDependent(tree, t, 'case');
    return lead !== undefined && lower[lead] === 'by' && t < token;
  });
  return by ?? findDependent(tree, noun, 'nmod:poss') ?? noun;
}

/** Subjects of a predicate: its own; else those it shares with a governor by coordination, control or relative. */
export function subjectsOf(ground: Ground, token: number, depth = 0): readonly number[] {
  const { marks, tree } = ground;
  const own = listDependents(tree, token, ...SUBJECTS);
  const head = marks.head[token];
  const label = deprelOf(marks, token);
  if (label === 'acl:relcl' && own.some((t) => isRelative(ground, t))) return [...own, head];
  if (own.length > 0 || depth > 4) return own;
  if (head < 0 || instanceOf(tree, token) !== undefined) return [];
  if (label === 'acl:relcl' || label === 'acl') return [holderOf(ground, token, head)];
  const lent = lentSubject(tree, token);
  if (lent !== undefined) return [lent];
  if (label === 'xcomp') {
    const object = findDependent(tree, head, 'obj', 'iobj');
    return object === undefined ? subjectsOf(ground, head, depth + 1) : [object];
  }
  const first = firstOfList(tree, token);
  if (first !== undefined) return subjectsOf(ground, first, depth + 1);
  if (label === 'conj' || label === 'advcl' || label === 'parataxis')
    return subjectsOf(ground, label === 'conj' ? partnerOf(tree, token) : head, depth + 1);
  return [];
}

/** What is acted on: objects, the subject of a passive, the noun a participle or relative clause hangs on. */
export function objectsOf(ground: Ground, token: number): readonly number[] {
  const { marks, tree } = ground;
  if (isPassive(ground, token)) {
    const subjects = listDependents(tree, token, 'nsubj:pass', 'csubj:pass', 'obj');
    if (subjects.length > 0) return subjects;
  }
  const own = listDependents(tree, token, 'obj', 'iobj');
  const head = marks.head[token];
  if (head < 0) return own.length > 0 ? own : nextNoun(ground, token);
  const label = deprelOf(marks, token);
  if ((label === 'acl' || label === 'acl:relcl') && own.length === 0 && uposOf(marks, head) !== 'VERB') {
    const filled = listDependents(tree, token, 'nsubj').some((t) => isRelative(ground, t));
    return filled ? nextNoun(ground, token) : [head];
  }
  if (own.length === 0 && label === 'conj' && isFirstConjunct(marks, head)) return objectsOf(ground, head);
  if (own.length === 0 && label === 'amod') return [head];
  if (
    own.length === 0 &&
    uposOf(marks, token) === 'VERB' &&
    findDependent(tree, token, 'aux:pass') === undefined
  )
    return nextNoun(ground, token);
  return own;
}

function hangsOn(ground: Ground, noun: number, anchor: number): boolean {
  const up = ground.marks.head[noun];
  if (up === anchor || noun === anchor) return true;
  if (up < 0) return false;
  if (ground.marks.head[up] === anchor) return true;
  const isVerb = uposOf(ground.marks, anchor) === 'VERB';
  return up === ground.marks.head[anchor] && (isVerb || !hasVerbBetween(ground, anchor, noun));
}

/** Nouns or verbs that `preposition` leads in as a complement of the anchor; the tree's choice is taken loosely. */
function ledInBy(ground: Ground, anchor: number, preposition: string): readonly number[] {
  const { marks, tree } = ground;
  const found: number[] = [];
  for (const dependent of dependentsOf(tree, anchor)) {
    if (!OBLIQUES.has(deprelOf(marks, dependent))) continue;
    for (const leaf of dependentsOf(tree, dependent)) {
      const label = deprelOf(marks, leaf);
      if ((label === 'case' || label === 'mark') && ground.lower[leaf] === preposition) found.push(dependent);
    }
  }
  if (found.length > 0) return found;
  const end = Math.min(ground.sentenceEnd(anchor), anchor + PREPOSITION_REACH);
  for (let t = anchor + 1; t < end; t++) {
    if (ground.lower[t] !== preposition || isPartOfPhrase(ground, t)) continue;
    const noun = marks.head[t];
    if (noun > t && hangsOn(ground, noun, anchor)) return [noun];
    if (t === anchor + 1 && t + 1 < end) return [noun > t ? noun : t + 1];
    if (noun > t && t - anchor <= SAFE_REACH && !hasVerbBetween(ground, anchor, t)) return [noun];
  }
  return found;
}

const OF_PHRASE: ReadonlySet<string> = new Set([
  'exchange',
  'return',
  'response',
  'reaction',
  'addition',
  'contrast',
]);

/** "for" of "in exchange for", which leads in no complement of a word before it. */
const isPartOfPhrase = ({ lower }: Ground, token: number): boolean =>
  token > 1 && lower[token - 2] === 'in' && OF_PHRASE.has(lower[token - 1]);

/** How far the next preposition is believed against the tree, when no verb stands between. */
const SAFE_REACH = 8;

function hasVerbBetween(ground: Ground, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (uposOf(ground.marks, t) === 'VERB') return true;
  return false;
}

const ASKING: ReadonlySet<string> = new Set(['how', 'whether', 'what', 'why', 'when', 'where', 'who']);
const BEFORE_NOUN: ReadonlySet<Upos> = new Set(['DET', 'ADJ', 'NUM', 'ADV', 'PRON']);

const isParticle = (marks: Marks, token: number): boolean => deprelOf(marks, token) === 'compound:prt';

const isParticiple = (marks: Marks, token: number): boolean =>
  ['VBN', 'VBG', 'VBD'].includes(xposOf(marks, token));

/** The noun that follows a verb at once, for verbs whose object the tree has hung elsewhere. */
function nextNoun(ground: Ground, token: number): readonly number[] {
  const { marks } = ground;
  const end = ground.sentenceEnd(token);
  for (let t = token + 1; t < end && t <= token + 5; t++) {
    const upos = uposOf(marks, t);
    if (upos === 'NOUN' || upos === 'PROPN') {
      const head = marks.head[t];
      const isPart = deprelOf(marks, t) === 'compound' || deprelOf(marks, t) === 'nmod:poss';
      return [isPart && head > t && head <= t + 4 ? head : t];
    }
    if (ASKING.has(ground.lower[t])) return [];
    if (
      !BEFORE_NOUN.has(upos) &&
      !isParticiple(marks, t) &&
      !isParticle(marks, t) &&
      ground.lower[t] !== '-' &&
      ground.lower[t] !== '“' &&
      ground.lower[t] !== '"'
    )
      return [];
  }
  return [];
}

function windowOf(ground: Ground, anchor: number): readonly number[] {
  const found: number[] = [];
  const end = Math.min(ground.sentenceEnd(anchor), anchor + NEAR + 1);
  for (let t = Math.max(ground.sentenceStart(anchor), anchor - NEAR); t < end; t++)
    if (t !== anchor) found.push(t);
  return found;
}

function sentenceOf(ground: Ground, anchor: number): readonly number[] {
  const found: number[] = [];
  for (let t = ground.sentenceStart(anchor); t < ground.sentenceEnd(anchor); t++)
    if (t !== anchor) found.push(t);
  return found;
}

/** The predicate a word belongs to: itself, or the noun or adjective it is an auxiliary or copula of. */
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no', 'nor', 'neither', 'without', 'hardly', 'cannot']); // prettier-ignore

/** The word that negates the predicate or noun at `token`, or the verb it stands under. */
export function negationsOf(ground: Ground, token: number): readonly number[] {
  const { marks, tree } = ground;
  const found: number[] = [];
  for (const dependent of dependentsOf(tree, token)) {
    const label = deprelOf(marks, dependent);
    if (label !== 'nsubj' && label !== 'obj' && label !== 'ccomp' && NEGATIONS.has(ground.lower[dependent])) {
      found.push(dependent);
    }
  }
  const label = deprelOf(marks, token);
  if (found.length === 0 && label === 'conj')
    return negationsOf(ground, marks.head[token]).filter((t) => t < token);
  return found;
}

/** Dependents, with those that coordination adds ("missiles and drones"). */
function withConjuncts(ground: Ground, tokens: readonly number[]): readonly number[] {
  const more = tokens.flatMap((token) => listDependents(ground.tree, token, 'conj'));
  return more.length === 0 ? tokens : [...tokens, ...more];
}

function auxiliariesOf(ground: Ground, token: number): readonly number[] {
  const { marks, tree } = ground;
  const own = listDependents(tree, token, 'aux', 'aux:pass', 'cop');
  if (own.length > 0 || deprelOf(marks, token) !== 'conj') return own;
  return auxiliariesOf(ground, marks.head[token]);
}

const OPENERS: ReadonlySet<string> = new Set(['that', 'how', 'whether', 'what', 'why', 'to', 'if', 'who']);

const ASIDE: ReadonlySet<string> = new Set(['if', 'unless', 'when', 'while', 'although', 'though', 'because', 'since', 'until', 'once']); // prettier-ignore

/** "X, if attacked, will call on its allies": a clause before the word that says when or in what case. */
const isAside = ({ marks, tree, lower }: Ground, clause: number, anchor: number): boolean =>
  clause < anchor && deprelOf(marks, clause) === 'advcl' && ASIDE.has(lower[tree.first[clause]]);

/** Clauses that complete a word; a clause that follows at once is believed where the tree has hung it elsewhere. */
function complementsOf(ground: Ground, anchor: number, last: number): readonly number[] {
  const found = listDependents(ground.tree, anchor, ...COMPLEMENTS).filter(
    (at) => !isAside(ground, at, anchor),
  );
  const own = withConjuncts(ground, found);
  const next = last + 1;
  if (own.length > 0 || next + 1 >= ground.sentenceEnd(anchor) || !OPENERS.has(ground.lower[next]))
    return own;
  const head = ground.marks.head[next];
  const isClause = head > next && (uposOf(ground.marks, head) === 'VERB' || ground.lower[next] !== 'to');
  return isClause ? [head] : ground.lower[next] === 'to' ? own : [next + 1];
}

/** Tokens that stand in a role to the anchor, which ends at `last`. */
export function fillersOf(ground: Ground, anchor: number, last: number, role: FrameRole): readonly number[] {
  const { marks, tree } = ground;
  switch (role) {
    case 'subj':
      return withConjuncts(ground, subjectsOf(ground, anchor));
    case 'obj':
      return withConjuncts(ground, objectsOf(ground, anchor));
    case 'comp':
      return complementsOf(ground, anchor, last);
    case 'mod':
      return dependentsOf(tree, anchor).filter((t) => MODIFIERS.has(deprelOf(marks, t)));
    case 'aux':
      return auxiliariesOf(ground, anchor);
    case 'gov':
      return marks.head[anchor] >= 0 ? [marks.head[anchor]] : [];
    case 'near':
      return windowOf(ground, anchor);
    case 'clause':
      return sentenceOf(ground, anchor);
    case 'next':
      return last + 1 < ground.sentenceEnd(anchor) ? [last + 1] : [];
    case 'prev':
      return anchor > ground.sentenceStart(anchor) ? [anchor - 1] : [];
    case 'neg':
      return negationsOf(ground, anchor);
    case 'passive':
      return isPassive(ground, anchor) ? [anchor] : [];
    case 'first':
      return anchor === ground.sentenceStart(anchor) ? [anchor] : [];
    default:
      return withConjuncts(ground, ledInBy(ground, anchor, role));
  }
}
