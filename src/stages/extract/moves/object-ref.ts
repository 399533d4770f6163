import type { ActorKnowledge, NameNode } from '../../../model/actor.ts';
import type { ObjectRef } from '../../../model/claim.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, wordOf } from '../../../model/marks.ts';
import type { Quantity } from '../../../model/reading.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf } from '../syntax/tree.ts';
import { nounSpan } from './parties-of.ts';

interface Named {
  readonly classId: string;
  readonly first: number;
  readonly last: number;
}

/** The next node by the word, else by its lemma. */
const stepFrom = ({ next }: NameNode, marks: Marks, token: number): NameNode | undefined =>
  next.get(marks.lowerWord[token]) ?? next.get(marks.lowerLemma[token]);

const isHyphen = (marks: Marks, token: number): boolean => wordOf(marks, token) === '-';

/** The longest object name that begins at a token. */
function nameFrom(marks: Marks, from: number, last: number, terms: NameNode): Named | undefined {
  let node: NameNode | undefined = terms;
  let found: Named | undefined;
  for (let at = from; at <= last && node !== undefined; at++) {
    const here: NameNode = node;
    node = stepFrom(here, marks, at);
    if (node === undefined && isHyphen(marks, at)) node = here;
    const sense = node?.senses.find((each) => each.kind === 'object');
    if (sense?.kind === 'object') found = { classId: sense.classId, first: from, last: at };
  }
  return found;
}

/** The most special object named between two tokens: the one with most words. */
function longestName(marks: Marks, first: number, last: number, terms: NameNode): Named | undefined {
  let best: Named | undefined;
  for (let at = first; at <= last; at++) {
    const found = nameFrom(marks, at, last, terms);
    if (found !== undefined && (best === undefined || found.last - found.first > best.last - best.first))
      best = found;
  }
  return best;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, i) => [word, i + 1],
  ),
);

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);

function countOf(tree: Tree, token: number, quantities: readonly Quantity[]): number | undefined {
  const { marks } = tree;
  for (const at of dependentsOf(tree, token)) {
    if (deprelOf(marks, at) !== 'nummod') continue;
    const known = quantities.find(
      (quantity) => quantity.span.start <= marks.start[at] && marks.start[at] < quantity.span.end,
    );
    if (known !== undefined) return known.value;
    const word = marks.lowerWord[at];
    return NUMBERS.get(word) ?? (/^\d{1,4}$/u.test(word) ? Number(word) : undefined);
  }
  const article = dependentsOf(tree, token).some((at) => ARTICLES.has(marks.lowerWord[at]));
  return article ? 1 : undefined;
}

const NEW: ReadonlySet<string> = new Set([
  'new', 'untested', 'novel', 'newly', 'never-before-seen', 'unseen', 'unknown', 'latest', 'new-type', 'next-generation',
]); // prettier-ignore
const BETTER: ReadonlySet<string> = new Set([
  'improved', 'upgraded', 'modified', 'modernized', 'modernised', 'advanced', 'enhanced', 'bigger', 'larger', 'extended',
]); // prettier-ignore

function noveltyOf(marks: Marks, first: number, last: number): ObjectRef['novelty'] {
  for (let at = Math.max(0, first - 4); at <= last; at++) {
    if (uposOf(marks, at) === 'PUNCT') continue;
    if (NEW.has(marks.lowerWord[at])) return 'new';
    if (BETTER.has(marks.lowerWord[at])) return 'improved';
  }
  return undefined;
}

/**
 * The class of thing that a noun names, with number and novelty; the class comes from data/actors. Looks at the noun with
 * what stands before it, then at what "of" leads in.
 */
export function objectAt(
  tree: Tree,
  token: number,
  actors: ActorKnowledge,
  quantities: readonly Quantity[],
): ObjectRef | undefined {
  const { marks } = tree;
  const found = longestName(marks, Math.min(tree.first[token], token), tree.last[token], actors.terms);
  if (found === undefined) return undefined;
  const head = headBetween(marks, found, token);
  const count = countOf(tree, head, quantities) ?? countOf(tree, token, quantities);
  const novelty = noveltyOf(marks, tree.first[head], found.last);
  return {
    classId: found.classId,
    span: nounSpan(tree, head),
    ...(count === undefined ? {} : { count }),
    ...(novelty === undefined ? {} : { novelty }),
  };
}

function headBetween(marks: Marks, named: Named, fallback: number): number {
  for (let at = named.last; at >= named.first; at--) {
    if (marks.head[at] < named.first || marks.head[at] > named.last) return at;
  }
  return fallback;
}
