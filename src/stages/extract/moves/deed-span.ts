import type { Marks } from '../../../model/marks.ts';
import { deprelOf, wordOf, xposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import type { Tree } from '../syntax/tree.ts';
import { beforeAside, isTimeOfSaying } from '../syntax/aside.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';
import type { FrameMatch } from './frame-match.ts';

const CORE: ReadonlySet<string> = new Set([
  'obj', 'iobj', 'obl', 'obl:agent', 'obl:unmarked', 'xcomp', 'advmod', 'compound:prt', 'aux', 'aux:pass', 'nsubj:pass', 'cop',
  'mark',
]); // prettier-ignore

const SHORT = 6;
const REACH = 30;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

const over = (a: Stretch, b: Stretch): Stretch => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

/** "since it fired the last one": gives a denied deed its interval. */
const isSince = (tree: Tree, token: number): boolean => {
  const lead = findDependent(tree, token, 'mark', 'case');
  return lead !== undefined && tree.marks.lowerLemma[lead] === 'since';
};

/** The verb with its core: auxiliaries, objects, obliques, a short subject; no clauses but a "since". */
function verbStretch(tree: Tree, verb: number): Stretch {
  const { marks } = tree;
  const participle =
    deprelOf(marks, verb) === 'acl' && xposOf(marks, verb) === 'VBN' && marks.head[verb] >= 0;
  const noun = participle ? marks.head[verb] : verb;
  const joined = findDependent(tree, verb, 'conj');
  let stretch: Stretch = { first: participle ? Math.min(tree.first[noun], noun) : verb, last: verb };
  for (const at of dependentsOf(tree, verb)) {
    const label = deprelOf(marks, at);
    if ((joined !== undefined && joined > verb && at > joined) || isTimeOfSaying(tree, at, verb)) continue;
    const length = tree.last[at] - tree.first[at];
    const subject = label === 'nsubj' && length < SHORT;
    const core = CORE.has(label) && !(label === 'mark' && at > verb);
    if ((subject || core || isSince(tree, at)) && Math.abs(at - verb) < REACH)
      stretch = over(stretch, { first: tree.first[at], last: tree.last[at] });
  }
  return stretch;
}

function hasStop(marks: Marks, from: number, until: number): boolean {
  for (let t = from + 1; t < until; t++) if (/^[^\p{L}\p{N}]+$/u.test(wordOf(marks, t))) return true;
  return false;
}

const NEAR = 12;
const OF_CHARGE: ReadonlySet<string> = new Set([
  'nsubj', 'nsubj:pass', 'cop', 'case', 'aux', 'aux:pass', 'obj', 'nmod', 'obl', 'advmod',
]); // prettier-ignore

/** "said [this is in conflict with the law]": the charge that somebody makes by saying so. */
function chargeStretch(tree: Tree, predicate: number): Stretch {
  let stretch: Stretch = { first: predicate, last: predicate };
  for (const at of dependentsOf(tree, predicate))
    if (OF_CHARGE.has(deprelOf(tree.marks, at)) && tree.last[at] - tree.first[at] < REACH)
      stretch = over(stretch, { first: tree.first[at], last: tree.last[at] });
  return stretch;
}

/** "[called for] sanctions to be eased": what is acted on, where it stands right before the verb but hangs elsewhere. */
function withOwnObject(tree: Tree, match: FrameMatch, stretch: Stretch): Stretch {
  const { marks } = tree;
  const { frame, token, object, undergoer } = match;
  if (frame.type === 'accuse' && object !== undefined && deprelOf(marks, object) === 'ccomp') {
    const charge = chargeStretch(tree, object);
    return Math.abs(object - token) > NEAR ? charge : over(stretch, charge);
  }
  const before = [object, undergoer].find(
    (at) => at !== undefined && at < token && token - at < SHORT && !hasStop(marks, at, token),
  );
  return before === undefined ? stretch : over(stretch, { first: before, last: before });
}

/** Words at the edges that belong to what stands around: a preposition or mark before, punctuation on either side. */
function trim(marks: Marks, { first, last }: Stretch, keep: number): Stretch {
  let from = first;
  let until = last;
  while (
    from < keep &&
    (/^[^\p{L}\p{N}]+$/u.test(wordOf(marks, from)) || ['mark', 'cc'].includes(deprelOf(marks, from)))
  )
    from++;
  while (until > keep && /^[^\p{L}\p{N}]+$/u.test(wordOf(marks, until))) until--;
  return { first: from, last: until };
}

/**
 * The words that tell a deed: a verb with its auxiliaries, objects, obliques and a short subject; a noun with its own
 * phrase, and with the verb that carries it.
 */
export function deedSpan(tree: Tree, match: FrameMatch): Span {
  const { marks } = tree;
  const { token, light } = match;
  const noun: Stretch = { first: tree.first[token], last: tree.last[token] };
  const carried = light === undefined ? noun : over({ first: token, last: token }, verbStretch(tree, light));
  const own = match.kind === 'noun' ? carried : withOwnObject(tree, match, verbStretch(tree, token));
  const all = match.others.reduce<Stretch>((stretch, at) => over(stretch, { first: at, last: at }), own);
  const ended = { first: all.first, last: beforeAside(marks, token, all.last) };
  const { first, last } = trim(marks, ended, token);
  return { start: marks.start[first], end: marks.end[last] };
}
