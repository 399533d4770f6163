import type { Deprel } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { clauseSpan, dependentsOf } from '../syntax/tree.ts';
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
  return dependentsOf(ground.tree, token).some((t) => {
    const label = deprelOf(ground.marks, t);
    return label === 'cop' || label === 'nsubj';
  });
};

const join = (a: Stretch, b: Stretch): Stretch => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

/** A dependent's words without the relative clauses and further conjuncts that trail behind it. */
export function trimmed(ground: Ground, token: number): Stretch {
  const { tree, marks } = ground;
  let last = token;
  for (const dependent of dependentsOf(tree, token)) {
    const label = deprelOf(marks, dependent);
    if (dependent < token || label === 'punct' || label === 'acl:relcl' || label === 'appos' || label === 'parataxis') {
      continue;
    }
    if (tree.last[dependent] > last) last = tree.last[dependent];
  }
  const first = tree.first[token];
  return last - first > LONGEST ? { first: Math.max(first, token - 6), last: Math.min(last, token + LONGEST) } : { first, last };
}

function argumentsOf(ground: Ground, token: number): Stretch {
  const keep = isPredicate(ground, token) ? OF_PREDICATE : OF_NOUN;
  let found: Stretch = { first: token, last: token };
  for (const dependent of dependentsOf(ground.tree, token)) {
    if (keep.has(deprelOf(ground.marks, dependent))) found = join(found, trimmed(ground, dependent));
  }
  return found;
}

const OUTER = new Set(['gov', 'prev', 'near', 'clause', 'aux', 'neg', 'passive', 'first']);

function withFillers<Gives>(ground: Ground, match: Match<Gives>, base: Stretch): Stretch {
  let found = join(base, { first: match.anchor, last: match.last });
  for (const { role, token } of match.fillers) {
    const whole = OUTER.has(role) ? { first: token, last: token } : trimmed(ground, token);
    found = join(found, token === match.anchor ? { first: token, last: token } : whole);
  }
  return found;
}

const EDGE: ReadonlySet<string> = new Set([',', ';', ':', '.', '–', '—', '-', '(', ')', '“', '”', '"', "''", '``', '‘']);
const LEADING: ReadonlySet<string> = new Set(['and', 'but', 'or', 'that']);

/** The words from one token to another, without punctuation at either edge. */
export function wordsSpan(ground: Ground, first: number, last: number): Span {
  let from = first;
  let to = last;
  while (from < to && (EDGE.has(ground.lower[from]) || LEADING.has(ground.lower[from]))) from++;
  while (to > from && EDGE.has(ground.lower[to])) to--;
  return { start: ground.marks.start[from], end: ground.marks.end[to] };
}

/** The words of a match, as far as its frame reaches. */
export function matchSpan<Gives>(ground: Ground, match: Match<Gives>): Span {
  switch (match.frame.reach) {
    case 'clause': {
      return clauseSpan(ground.tree, match.anchor);
    }
    case 'phrase': {
      const all = withFillers(ground, match, argumentsOf(ground, match.anchor));
      return wordsSpan(ground, all.first, all.last);
    }
    case 'words': {
      const all = withFillers(ground, match, { first: match.anchor, last: match.last });
      return wordsSpan(ground, all.first, all.last);
    }
  }
}
