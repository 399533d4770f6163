import type { Deprel } from '../../../model/marks.ts';
import { deprelOf, xposOf } from '../../../model/marks.ts';
import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import type { Ground } from '../assertions/ground.ts';
import { dependentsOf, findDependent, listDependents } from '../syntax/tree.ts';
import type { Occurrence } from './connectives.ts';
import { isUnder, subtree, tidy, topAfter, without } from './stretch.ts';
import type { Side, Sides, Stretch } from './stretch.ts';

const SUBORDINATE: ReadonlySet<Deprel> = new Set([
  'advcl',
  'ccomp',
  'acl',
  'csubj',
  'acl:relcl',
  'advcl:relcl',
]);
/** Relations by which a word leads up to the predicate of its own clause. */
const WITHIN: ReadonlySet<Deprel> = new Set([
  'obj', 'iobj', 'obl', 'nmod', 'amod', 'nsubj', 'nsubj:pass', 'compound', 'advmod', 'appos', 'nmod:poss',
  'obl:agent', 'nummod', 'det', 'fixed', 'aux', 'aux:pass', 'cop',
]); // prettier-ignore
/** Words before the conjunction that belong to its clause. */
const LEAD_IN: ReadonlySet<string> = new Set([
  'even',
  'especially',
  'particularly',
  'than',
  'only',
  'except',
]);

/** Head of the clause that a conjunction opens, or undefined when no clause follows. */
function openedBy(ground: Ground, at: Occurrence): number | undefined {
  const { marks } = ground;
  const head = marks.head[at.last];
  if (head > at.last && head < ground.sentenceEnd(at.last)) return head;
  const next = at.last + 1;
  if (next >= ground.sentenceEnd(at.last)) return undefined;
  return topAfter(ground, next, at.last, SUBORDINATE);
}

/** The predicate that a clause hangs on, climbing out of objects and complements within its clause. */
export function mainOf(ground: Ground, protasis: number): number | undefined {
  const { marks } = ground;
  let at = marks.head[protasis];
  if (at < 0) return undefined;
  for (let steps = 0; steps < 20; steps++) {
    const up = marks.head[at];
    if (up < 0 || !WITHIN.has(deprelOf(marks, at)) || up === protasis) break;
    at = up;
  }
  return at;
}

/** A clause that stands beside a fronted condition which the tree took for the main clause. */
function besideOf(ground: Ground, protasis: number): number | undefined {
  const { marks, tree } = ground;
  const beside = listDependents(tree, protasis, 'parataxis', 'ccomp', 'conj', 'advcl', 'dep').filter(
    (t) => t > protasis && findDependent(tree, t, 'nsubj', 'nsubj:pass', 'expl') !== undefined,
  );
  return beside.find((t) => {
    const first = tree.first[t];
    return (
      first > 0 &&
      (ground.lower[first] === ',' || ground.lower[first - 1] === ',' || xposOf(marks, first) === 'CC')
    );
  });
}

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** Verbs of the sentence that may head a clause: with one alone, nothing hangs on the condition. */
function countFinite(ground: Ground, at: Occurrence): number {
  let count = 0;
  for (let t = ground.sentenceStart(at.first); t < ground.sentenceEnd(at.first); t++) {
    if (FINITE.has(xposOf(ground.marks, t))) count++;
  }
  return count;
}

const SPEECH: ReadonlySet<Deprel> = new Set(['parataxis']);

/** Where a clause ends for our purpose: before the words that say who said it. */
function withoutSpeech(ground: Ground, head: number, stretch: Stretch, lexicon: ConditionLexicon): Stretch {
  let found = stretch;
  for (const dependent of dependentsOf(ground.tree, head)) {
    if (!SPEECH.has(deprelOf(ground.marks, dependent))) continue;
    if (lexicon.reporting.has(ground.lemma[dependent])) found = without(found, subtree(ground, dependent));
  }
  return found;
}

/** Words of the main clause without the condition; the hull when the condition stands in its middle. */
export function mainSide(ground: Ground, head: number, cut: Stretch, lexicon: ConditionLexicon): Side {
  const whole = tidy(ground, withoutSpeech(ground, head, subtree(ground, head), lexicon));
  return { head, stretch: tidy(ground, without(whole, cut)) };
}

/** The two sides that a conjunction ties, or undefined when it opens no clause. */
export function sidesOfConjunction(
  ground: Ground,
  at: Occurrence,
  lexicon: ConditionLexicon,
): Sides | undefined {
  const opened = openedBy(ground, at);
  if (opened === undefined) return undefined;
  const whole = subtree(ground, opened);
  const beside = deprelOf(ground.marks, opened) === 'root' ? besideOf(ground, opened) : undefined;
  const main = beside ?? mainOf(ground, opened) ?? opened;
  if (main === opened && countFinite(ground, at) < 2) return undefined;
  const first =
    at.first > ground.sentenceStart(at.first) && LEAD_IN.has(ground.lower[at.first - 1])
      ? at.first - 1
      : at.first;
  let stretch: Stretch = { first, last: Math.max(at.last, whole.last) };
  if (beside !== undefined) stretch = { first, last: ground.tree.first[beside] - 1 };
  if (main > at.last && main <= stretch.last && !isUnder(ground, main, opened)) {
    stretch = { first, last: Math.max(at.last, ground.tree.first[main] - 1) };
  }
  return {
    protasis: { head: opened, stretch: tidy(ground, stretch) },
    apodosis: mainSide(ground, main, stretch, lexicon),
  };
}
