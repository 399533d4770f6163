import type { Deprel, Upos } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { beforeAside, isTimeOfSaying } from '../syntax/aside.ts';
import { dependentsOf } from '../syntax/tree.ts';
import type { Ground } from './ground.ts';
import type { Match } from './match.ts';

/** Dependents that a claim about a predicate always takes along. */
const OF_PREDICATE: ReadonlySet<Deprel> = new Set([
  'nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'obj', 'iobj', 'aux', 'aux:pass', 'cop', 'compound:prt', 'advmod',
  'obl', 'obl:agent', 'obl:unmarked', 'xcomp', 'expl', 'det', 'amod', 'compound', 'nmod', 'nmod:poss', 'nummod', 'case',
]); // prettier-ignore
const OF_NOUN: ReadonlySet<Deprel> = new Set([
  'det', 'amod', 'compound', 'nmod', 'nmod:poss', 'nmod:unmarked', 'nmod:desc', 'nummod', 'acl', 'flat', 'fixed',
  'det:predet', 'advmod',
]); // prettier-ignore
/** Longest stretch of one dependent, in tokens, that a claim takes along unasked. */
const LONGEST = 24;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

const isPredicate = (ground: Ground, token: number): boolean => {
  if (uposOf(ground.marks, token) === 'VERB' || uposOf(ground.marks, token) === 'AUX') return true;
  const isNoun = uposOf(ground.marks, token) === 'NOUN' || uposOf(ground.marks, token) === 'PROPN';
  return dependentsOf(ground.tree, token).some((t) => {
    const label = deprelOf(ground.marks, t);
    return label === 'cop' || (label === 'nsubj' && !isNoun);
  });
};

const join = (a: Stretch, b: Stretch): Stretch => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

/** "to talk, unless the other side …": a case behind a comma or quotation mark. */
const isCase = (ground: Ground, token: number): boolean =>
  deprelOf(ground.marks, token) === 'advcl' &&
  ['if', 'unless'].includes(ground.lower[firstWord(ground, token)]) &&
  EDGE.has(ground.lower[firstWord(ground, token) - 1]);

const isAccording = ({ tree, lower }: Ground, token: number): boolean =>
  dependentsOf(tree, token).some((at) => lower[at] === 'according');

/** A dependent's words without the relative clauses, further conjuncts and sources that trail behind it. */
export function trimmed(ground: Ground, token: number): Stretch {
  const { tree, marks } = ground;
  let last = token;
  for (const dependent of dependentsOf(tree, token)) {
    const label = deprelOf(marks, dependent);
    if (
      dependent < token ||
      label === 'punct' ||
      label === 'acl:relcl' ||
      label === 'appos' ||
      label === 'parataxis' ||
      isCase(ground, dependent) ||
      isAccording(ground, dependent)
    ) {
      continue;
    }
    if (tree.last[dependent] > last) last = tree.last[dependent];
  }
  last = beforeAside(marks, token, last);
  const first = tree.first[token];
  return last - first > LONGEST
    ? { first: Math.max(first, ownStart(ground, token)), last: Math.min(last, token + LONGEST) }
    : { first, last };
}

/** Where a long stretch may begin: behind the last clause that stands before its head. */
function ownStart({ tree, marks }: Ground, token: number): number {
  let first = token;
  for (const dependent of dependentsOf(tree, token)) {
    if (dependent > token) break;
    if (deprelOf(marks, dependent) === 'advcl') first = token;
    else if (tree.first[dependent] < first && deprelOf(marks, dependent) !== 'punct')
      first = tree.first[dependent];
  }
  return Math.max(first, token - LONGEST / 2);
}

function argumentsOf(ground: Ground, token: number): Stretch {
  const keep = isPredicate(ground, token) ? OF_PREDICATE : OF_NOUN;
  let found: Stretch = { first: token, last: token };
  for (const dependent of dependentsOf(ground.tree, token)) {
    const isSource = dependent > token && isAccording(ground, dependent);
    if (isSource || isTimeOfSaying(ground.tree, dependent, token)) continue;
    if (keep.has(deprelOf(ground.marks, dependent))) found = join(found, trimmed(ground, dependent));
  }
  return found;
}

const OUTER = new Set(['gov', 'prev', 'near', 'clause', 'aux', 'neg', 'passive', 'first']);

/** Words that tie a phrase or clause to a predicate take that predicate along: "scaled back due to the talks". */
function tiedPredicate<Gives>(ground: Ground, match: Match<Gives>): Stretch | undefined {
  const { marks } = ground;
  const label = deprelOf(marks, match.first);
  const isTie = (label === 'case' || label === 'mark') && match.first < match.anchor;
  const governor = marks.head[match.anchor];
  return isTie && governor >= 0 ? argumentsOf(ground, governor) : undefined;
}

function withFillers<Gives>(ground: Ground, match: Match<Gives>, base: Stretch): Stretch {
  let found = join(base, {
    first: Math.min(match.anchor, match.first),
    last: Math.max(match.anchor, match.last),
  });
  for (const { role, token } of match.fillers) {
    const whole = OUTER.has(role) ? { first: token, last: token } : trimmed(ground, token);
    found = join(found, token === match.anchor ? { first: token, last: token } : whole);
  }
  return found;
}

const SAYING: ReadonlySet<Deprel> = new Set(['parataxis', 'conj', 'punct', 'acl:relcl', 'appos']);
const OPENERS: ReadonlySet<string> = new Set([
  'that',
  'how',
  'whether',
  'what',
  'if',
  'who',
  'why',
  'where',
  'when',
  'to',
]);
const STOPS: ReadonlySet<string> = new Set([',', ';', ':', '.', '”', '"', '–', '—', '?', '!']);

const ASIDE: ReadonlySet<string> = new Set(['although', 'though', 'while', 'because', 'since', 'as', 'after', 'before', 'when', 'if', 'unless', 'until', 'despite', 'once', 'given']); // prettier-ignore

/** A clause of time, cause, concession or condition: it says something of its own. */
const isAside = (ground: Ground, token: number): boolean =>
  deprelOf(ground.marks, token) === 'advcl' && ASIDE.has(ground.lower[firstWord(ground, token)]);

/** First word of a token's subtree behind marks of punctuation. */
function firstWord({ tree, lower }: Ground, token: number): number {
  let at = tree.first[token];
  while (at < token && EDGE.has(lower[at])) at++;
  return at;
}

/** "attempts to talk, unless the other side …": the case is that of the clause above. */
function beforeCase({ lower }: Ground, token: number, last: number): number {
  for (let t = token + 2; t <= last; t++)
    if ((lower[t] === 'unless' || lower[t] === 'if') && EDGE.has(lower[t - 1])) return t - 2;
  return last;
}

/** Last token of what a predicate governs to its right; a clause that the tree has hung elsewhere is taken along. */
function clauseEnd(ground: Ground, token: number, own: number): number {
  let last = own;
  for (const dependent of dependentsOf(ground.tree, token)) {
    const isOwn = !SAYING.has(deprelOf(ground.marks, dependent)) && !isAccording(ground, dependent);
    if (dependent > token && isOwn && !isAside(ground, dependent))
      last = Math.max(last, ground.tree.last[dependent]);
  }
  const end = ground.sentenceEnd(token);
  const upos = uposOf(ground.marks, token);
  if ((upos === 'NOUN' || upos === 'PROPN') && !isPredicate(ground, token))
    return beforeCase(ground, token, last);
  if (last + 1 >= end || !(OPENERS.has(ground.lower[last + 1]) || OPENERS.has(ground.lower[last])))
    return last;
  while (last + 1 < end && !STOPS.has(ground.lower[last + 1])) last++;
  return last;
}

const EDGE: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  '.',
  '–',
  '—',
  '-',
  '(',
  ')',
  '“',
  '”',
  '"',
  "''",
  '``',
  '‘',
]);
const LEADING: ReadonlySet<Upos> = new Set(['CCONJ', 'SCONJ']);

/** The words from one token to another, without punctuation at either edge. */
export function wordsSpan(ground: Ground, first: number, last: number): Span {
  let from = first;
  let to = last;
  while (from < to && (EDGE.has(ground.lower[from]) || LEADING.has(uposOf(ground.marks, from)))) from++;
  while (to > from && EDGE.has(ground.lower[to])) to--;
  return { start: ground.marks.start[from], end: ground.marks.end[to] };
}

const OCCASION: ReadonlySet<string> = new Set([
  'after',
  'before',
  'during',
  'following',
  'since',
  'amid',
  'despite',
]);

/** "After meetings in the capital, …": what follows says something of its own. */
const isOccasion = (ground: Ground, token: number): boolean =>
  dependentsOf(ground.tree, token).some((at) => at < token && OCCASION.has(ground.lower[at])) &&
  token < ground.marks.head[token];

/** The predicate that a noun stands under, with its subject; itself when it is the predicate. */
function governingPredicate(ground: Ground, token: number, own: Stretch): Stretch {
  let at = token;
  for (let steps = 0; steps < 4 && !isPredicate(ground, at); steps++) {
    if (ground.marks.head[at] < 0 || isOccasion(ground, at)) return own;
    at = ground.marks.head[at];
  }
  const found = argumentsOf(ground, at);
  return found.last - found.first > 2 * LONGEST ? own : found;
}

/** The words of a match, as far as its frame reaches. */
export function matchSpan<Gives>(ground: Ground, match: Match<Gives>): Span {
  switch (match.frame.reach) {
    case 'clause': {
      const own = withFillers(ground, match, argumentsOf(ground, match.anchor));
      const end = clauseEnd(ground, match.anchor, own.last);
      return wordsSpan(ground, own.first, beforeAside(ground.marks, match.anchor, end));
    }
    case 'phrase': {
      const own = withFillers(ground, match, argumentsOf(ground, match.anchor));
      const tied = tiedPredicate(ground, match);
      const all = tied === undefined ? own : join(own, tied);
      return wordsSpan(ground, all.first, all.last);
    }
    case 'predicate': {
      const own = withFillers(ground, match, argumentsOf(ground, match.anchor));
      const all = join(own, governingPredicate(ground, match.anchor, own));
      return wordsSpan(ground, all.first, all.last);
    }
    case 'words': {
      const all = withFillers(ground, match, { first: match.first, last: match.last });
      return wordsSpan(ground, all.first, all.last);
    }
  }
}
