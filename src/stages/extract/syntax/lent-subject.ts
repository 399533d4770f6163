import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, wordOf, xposOf } from '../../../model/marks.ts';
import { dependentsOf, findDependent, listDependents } from './tree.ts';
import type { Tree } from './tree.ts';

const lemmaAt = (marks: Marks, token: number): string => marks.lemma[token].toLowerCase();

/** "condemned X for doing", "accused X of doing": the token of X, who is blamed, thanked or punished for the deed. */
function blamedFor(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  const head = marks.head[token];
  if (deprelOf(marks, token) !== 'advcl' || xposOf(marks, token) !== 'VBG') return undefined;
  const lead = findDependent(tree, token, 'mark', 'case');
  if (lead === undefined || !/^(?:for|of|against|from|into|over)$/iu.test(wordOf(marks, lead)))
    return undefined;
  const object = listDependents(tree, head, 'obj').findLast((at) => at < token);
  return object ?? listDependents(tree, head, 'obl').findLast((at) => at < token);
}

/** "accused X of emboldening Y by selling": the same who is blamed, for the means of what he is blamed for. */
function meansOfBlamed(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  if (deprelOf(marks, token) !== 'advcl' || xposOf(marks, token) !== 'VBG') return undefined;
  const lead = findDependent(tree, token, 'mark', 'case');
  const head = marks.head[token];
  if (lead === undefined || lemmaAt(marks, lead) !== 'by' || !BLAMING.has(lemmaAt(marks, head)))
    return undefined;
  return listDependents(tree, head, 'obj').findLast((at) => at < token);
}

const BLAMING: ReadonlySet<string> = new Set([
  'accuse',
  'blame',
  'condemn',
  'denounce',
  'criticize',
  'criticise',
  'suspect',
]);

/** Verbs with which one makes, asks or helps another to do what the infinitive says. */
const MAKING: ReadonlySet<string> = new Set([
  'lead', 'force', 'push', 'prompt', 'drive', 'cause', 'compel', 'press', 'urge', 'ask', 'tell', 'order', 'persuade', 'convince',
  'induce', 'get', 'help', 'allow', 'enable', 'encourage', 'warn', 'pressure', 'invite', 'instruct', 'advise', 'leave', 'oblige',
  'tempt', 'coerce', 'entice', 'lobby', 'challenge', 'beg', 'implore', 'exhort', 'recruit', 'motivate', 'provoke', 'permit',
]); // prettier-ignore

/** Verbs that name with a preposition who is asked, or relied on, to do what the infinitive says. */
const ASKING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['call', new Set(['on', 'upon', 'for'])],
  ['appeal', new Set(['to'])],
  ['look', new Set(['to'])],
  ['turn', new Set(['to'])],
  ['lean', new Set(['on'])],
  ['rely', new Set(['on', 'upon'])],
  ['count', new Set(['on', 'upon'])],
  ['bank', new Set(['on'])],
  ['bet', new Set(['on'])],
  ['depend', new Set(['on', 'upon'])],
  ['wait', new Set(['for'])],
  ['push', new Set(['for'])],
  ['press', new Set(['for'])],
  ['plead', new Set(['with'])],
]);

const leadOf = (tree: Tree, token: number): string | undefined => {
  const lead = findDependent(tree, token, 'case');
  return lead === undefined ? undefined : lemmaAt(tree.marks, lead);
};

/** "increase pressure on X to sign": the token of X. */
function pressedTo(tree: Tree, head: number, token: number): number | undefined {
  const { marks } = tree;
  const pressure =
    lemmaAt(marks, head) === 'pressure'
      ? head
      : listDependents(tree, head, 'obj').find((at) => lemmaAt(marks, at) === 'pressure');
  if (pressure === undefined) return undefined;
  const places = [...listDependents(tree, pressure, 'nmod', 'obl'), ...listDependents(tree, head, 'obl')];
  const on = places.find((at) => at < token && ['on', 'upon'].includes(leadOf(tree, at) ?? ''));
  return on ?? findDependent(tree, pressure, 'appos');
}

const LEAVING: ReadonlySet<string> = new Set([
  'leave',
  'head',
  'depart',
  'travel',
  'fly',
  'set',
  'sail',
  'pay',
]);

/** "for X to freeze its tests", wherever the tree has hung X. */
function forTo(tree: Tree, token: number, to: number): number | undefined {
  const { marks } = tree;
  const end = to - 1;
  for (let at = end; at > 0 && tree.last[at] === end; at = marks.head[at]) {
    const lead = findDependent(tree, at, 'case', 'mark');
    if (lead === undefined) continue;
    const host = marks.head[token];
    return lemmaAt(marks, lead) === 'for' && !LEAVING.has(lemmaAt(marks, host)) ? at : undefined;
  }
  return undefined;
}

/** "led X to declare", "called on X behind the scenes to help": the token of X. */
function madeTo(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  const to = findDependent(tree, token, 'mark');
  const label = deprelOf(marks, token);
  if (to === undefined || lemmaAt(marks, to) !== 'to') return undefined;
  const head = marks.head[token];
  const named = forTo(tree, token, to) ?? pressedTo(tree, head, token);
  if (named !== undefined) return named;
  if (label !== 'advcl' && label !== 'xcomp') return undefined;
  const prepositions = ASKING.get(lemmaAt(marks, head));
  if (prepositions !== undefined) {
    const asked = listDependents(tree, head, 'obl').find(
      (at) => at > head && at < token && prepositions.has(leadOf(tree, at) ?? ''),
    );
    if (asked !== undefined) return asked;
  }
  if (label !== 'advcl' || !MAKING.has(lemmaAt(marks, head))) return undefined;
  const object = listDependents(tree, head, 'obj', 'iobj').findLast((at) => at < token);
  const passive = findDependent(tree, head, 'nsubj:pass');
  return object ?? passive;
}

const BEFORE_CLAUSE: ReadonlySet<string> = new Set(['since', 'after', 'before', 'until', 'as', 'than']);
const BEFORE_GERUND: ReadonlySet<string> = new Set(['to', 'of', 'about', 'on', 'against']);
const PROSPECT: ReadonlySet<string> = new Set([
  'look', 'object', 'agree', 'warn', 'worry', 'complain', 'insist', 'talk', 'hear', 'dream', 'react', 'respond', 'lead',
]); // prettier-ignore

/** "days after X, the leader, met": the subject taken for a time of its own verb. */
function ledAsTime(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  if (deprelOf(marks, token) !== 'advcl' || !['VBD', 'VBZ', 'VBP'].includes(xposOf(marks, token)))
    return undefined;
  if (findDependent(tree, token, 'nsubj', 'nsubj:pass', 'mark', 'csubj', 'expl') !== undefined)
    return undefined;
  return listDependents(tree, token, 'obl').findLast(
    (at) =>
      at < token &&
      BEFORE_CLAUSE.has(leadOf(tree, at) ?? '') &&
      ['PROPN', 'NOUN'].includes(uposOf(marks, at)),
  );
}

/**
 * "since X spoke", "looking forward to X resuming": a subject that the tree has hung on the word above, as if the
 * preposition led in it alone. It ends right before its verb, but for adverbs.
 */
function misplaced(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  const own = ledAsTime(tree, token);
  if (own !== undefined) return own;
  if (deprelOf(marks, token) !== 'advcl' || findDependent(tree, token, 'mark') !== undefined)
    return undefined;
  const head = marks.head[token];
  const gerund = xposOf(marks, token) === 'VBG';
  if (!gerund && !['VBD', 'VBZ', 'VBP'].includes(xposOf(marks, token))) return undefined;
  if (gerund && !PROSPECT.has(lemmaAt(marks, head))) return undefined;
  let before = token - 1;
  while (before > head && uposOf(marks, before) === 'ADV') before--;
  const leads = gerund ? BEFORE_GERUND : BEFORE_CLAUSE;
  return dependentsOf(tree, head).find(
    (at) =>
      at > head &&
      deprelOf(marks, at) === 'obl' &&
      tree.last[at] === before &&
      leads.has(leadOf(tree, at) ?? ''),
  );
}

const CONTAINING: ReadonlySet<string> = new Set(['include', 'involve', 'mean', 'entail']);

/**
 * "could include getting X to do more, deploying A or holding B": the first gerund of the list, where the tree has hung
 * the later ones on the infinitive between.
 */
export function firstOfList(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  if (deprelOf(marks, token) !== 'advcl' || xposOf(marks, token) !== 'VBG') return undefined;
  if (findDependent(tree, token, 'mark', 'case') !== undefined) return undefined;
  const isList = listDependents(tree, token, 'conj').some((at) => xposOf(marks, at) === 'VBG');
  for (let at = marks.head[token]; isList && at >= 0 && marks.head[at] >= 0; at = marks.head[at]) {
    if (xposOf(marks, at) === 'VBG' && CONTAINING.has(lemmaAt(marks, marks.head[at]))) return at;
    if (deprelOf(marks, at) !== 'xcomp' && deprelOf(marks, at) !== 'advcl') return undefined;
  }
  return undefined;
}

/**
 * "a series of demands that X has made, including lifting the ban": the noun of which the gerund is an instance, where
 * the tree has hung the gerund on the relative clause.
 */
export function instanceOf(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  if (xposOf(marks, token) !== 'VBG') return undefined;
  if (deprelOf(marks, token) === 'conj') return instanceOf(tree, marks.head[token]);
  const lead = findDependent(tree, token, 'mark', 'case');
  if (lead === undefined || !/^(?:including|like)$/iu.test(wordOf(marks, lead))) return undefined;
  const head = marks.head[token];
  return deprelOf(marks, head) === 'acl:relcl' ? marks.head[head] : head;
}

/** The noun that stands for the subject of a clause without one, though another word governs it. */
export function lentSubject(tree: Tree, token: number): number | undefined {
  if (tree.marks.head[token] < 0) return undefined;
  return (
    blamedFor(tree, token) ?? meansOfBlamed(tree, token) ?? madeTo(tree, token) ?? misplaced(tree, token)
  );
}
