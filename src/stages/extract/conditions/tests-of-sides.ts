import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import { deprelOf, FEATURE, hasFeature, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { negationsOf } from '../assertions/roles.ts';
import { dependentsOf, findDependent, listDependents } from '../syntax/tree.ts';
import type { Occurrence } from './connectives.ts';
import { holdsClause } from './stretch.ts';
import type { Sides } from './stretch.ts';

/** How a conditional is meant; only `open` ones tie a real condition. */
export type ConditionalReading =
  'open' | 'counterfactual' | 'concessive' | 'comparison' | 'question' | 'set-phrase';

const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'should', 'shall', "'ll", '’ll', "'d", '’d', 'wo', 'ca']); // prettier-ignore
const PERSISTING: ReadonlySet<string> = new Set(['remain', 'stay', 'keep', 'continue', 'hold', 'wait', 'postpone', 'suspend', 'delay', 'freeze', 'halt', 'maintain', 'block', 'withhold', 'force', 'effect', 'place', 'pressure', 'retain', 'resist']); // prettier-ignore

export function auxiliaries(ground: Ground, token: number): readonly string[] {
  const own = listDependents(ground.tree, token, 'aux', 'aux:pass', 'cop').map((t) => ground.lower[t]);
  if (own.length > 0 || deprelOf(ground.marks, token) !== 'conj') return own;
  return listDependents(ground.tree, ground.marks.head[token], 'aux').map((t) => ground.lower[t]);
}

const hasModal = (ground: Ground, token: number): boolean =>
  auxiliaries(ground, token).some((word) => MODALS.has(word));

/** Whether a clause is negated or refuses: not, no, never; refuse, reject, rule out. */
export function isRefusal(ground: Ground, token: number, lexicon: ConditionLexicon): boolean {
  if (negationsOf(ground, token).length > 0 || lexicon.refusals.has(ground.lemma[token])) return true;
  const { marks, tree } = ground;
  const head = marks.head[token];
  if (deprelOf(marks, token) === 'xcomp' && head >= 0 && isRefusal(ground, head, lexicon)) return true;
  if (listDependents(tree, token, 'xcomp').some((t) => lexicon.refusals.has(ground.lemma[t]))) return true;
  return dependentsOf(tree, token).some((t) => {
    const label = deprelOf(marks, t);
    return (label.startsWith('nsubj') || label === 'obj') && negationsOf(ground, t).length > 0;
  });
}

function persists(ground: Ground, token: number): boolean {
  if (PERSISTING.has(ground.lemma[token])) {
    return (
      hasModal(ground, token) ||
      !hasFeature(ground.marks, token, FEATURE.past) ||
      xposOf(ground.marks, token) === 'VB'
    );
  }
  return (
    hasModal(ground, token) &&
    ['will', 'would', 'must', 'should', 'shall', "'ll", '’ll'].some((w) =>
      auxiliaries(ground, token).includes(w),
    )
  );
}

const hasPerfect = (ground: Ground, token: number): boolean =>
  auxiliaries(ground, token).some((w) => w === 'have' || w === "'ve" || w === '’ve' || w === 'of');
const hasPastPerfect = (ground: Ground, token: number): boolean => auxiliaries(ground, token).some((w) => w === 'had' || w === "'d" || w === '’d') && ['VBN', 'VBD', 'JJ', 'NN', 'IN', 'RB'].includes(xposOf(ground.marks, token)); // prettier-ignore

function isCounterfactual(ground: Ground, at: Occurrence, sides: Sides): boolean {
  const inverted = at.entry.form === 'inversion' && ground.lower[at.first] === 'had';
  if (inverted) return true;
  const { protasis, apodosis } = sides;
  if (hasModal(ground, apodosis.head) && hasPerfect(ground, apodosis.head)) return true;
  return hasPastPerfect(ground, protasis.head) && hasModal(ground, apodosis.head);
}

/** Whether "that" or a comma parts a verb from the clause after it. */
function hasBetween(ground: Ground, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (ground.lower[t] === 'that' || ground.lower[t] === ',') return true;
  return false;
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'DET']);

/** "Asked if", "not sure if", "unclear if": the clause is what is asked, not what must hold. */
function isQuestion(ground: Ground, at: Occurrence, sides: Sides, lexicon: ConditionLexicon): boolean {
  const { marks } = ground;
  const label = deprelOf(marks, sides.protasis.head);
  const before = at.first - 1;
  if (before < ground.sentenceStart(at.first)) return false;
  if (label === 'advcl' && marks.head[sides.protasis.head] > sides.protasis.stretch.last) return false;
  const afterAsking = lexicon.questions.has(ground.lemma[before]) && !NOMINAL.has(uposOf(marks, before));
  if (afterAsking) return ground.lower[before] !== 'not';
  if (label !== 'ccomp' && label !== 'csubj' && label !== 'xcomp') return false;
  const governor = marks.head[sides.protasis.head];
  const isNear = governor >= 0 && at.first > governor && at.first - governor <= 4;
  return isNear && lexicon.questions.has(ground.lemma[governor]) && !hasBetween(ground, governor, at.first);
}

function readingOfIf(
  ground: Ground,
  at: Occurrence,
  sides: Sides,
  lexicon: ConditionLexicon,
): ConditionalReading {
  const before = at.first > ground.sentenceStart(at.first) ? ground.lower[at.first - 1] : '';
  if (before === 'as') return 'comparison';
  if (before === 'even') return 'concessive';
  if (isQuestion(ground, at, sides, lexicon)) return 'question';
  if (isCounterfactual(ground, at, sides)) return 'counterfactual';
  const after = at.last + 1;
  if (sides.protasis.stretch.last - at.last <= 2 && lexicon.setPhrases.has(ground.lower[after]))
    return 'set-phrase';
  return 'open';
}

/** How an if-clause or inversion is meant. */
export function readingOf(
  ground: Ground,
  at: Occurrence,
  sides: Sides,
  lexicon: ConditionLexicon,
): ConditionalReading {
  if (at.entry.gives === 'if' || at.entry.gives === 'only-if' || at.entry.form === 'inversion') {
    return readingOfIf(ground, at, sides, lexicon);
  }
  return isCounterfactual(ground, at, sides) ? 'counterfactual' : 'open';
}

const FURTHER: ReadonlySet<string> = new Set(['any', 'further', 'future', 'new', 'another', 'such', 'more', 'potential', 'possible', 'additional', 'renewed', 'eventual']); // prettier-ignore
const UTTERED: ReadonlySet<string> = new Set(['promise', 'vow', 'threaten', 'pledge', 'warn', 'ready', 'prepared', 'commit', 'able', 'poise', 'prepare']); // prettier-ignore

/** A promised answer to something that has not happened. */
function isPending(ground: Ground, sides: Sides): boolean {
  const { marks, tree } = ground;
  const verb = sides.apodosis.head;
  const head = marks.head[verb];
  const promised = hasModal(ground, verb) || (head >= 0 && UTTERED.has(ground.lemma[head]));
  if (!promised) return false;
  const deed = sides.protasis.head;
  if (dependentsOf(tree, deed).some((t) => FURTHER.has(ground.lower[t]))) return true;
  const bare = findDependent(tree, deed, 'det', 'nmod:poss') === undefined;
  return bare && uposOf(marks, deed) === 'NOUN' && hasModal(ground, verb);
}

const NO_CONDITION: ReadonlySet<string> = new Set(['anonymity', 'that', 'fact', 'doubt', 'question', 'precedent', 'exception', 'delay', 'elaborate', 'evidence', 'word', 'incident', 'detail', 'comment', 'explanation']); // prettier-ignore

function isNamedCondition(ground: Ground, at: Occurrence): boolean {
  const before = at.first > 0 ? ground.lower[at.first - 1] : '';
  const led = ground.lemma[at.last + 1];
  if (before === 'on' || NO_CONDITION.has(led)) return false;
  if (
    ground.lemma[at.first] === 'price' ||
    ground.lemma[at.first] === 'reward' ||
    ground.lemma[at.first] === 'payment' ||
    ground.lemma[at.first] === 'cost'
  ) {
    const isAs = dependentsOf(ground.tree, at.first).some((t) => ground.lower[t] === 'as');
    return (
      isAs || (findDependent(ground.tree, at.first, 'cop') !== undefined && ground.lower[at.last] === 'for')
    );
  }
  return true;
}

/** Whether the sides tie a condition at all, as the connective demands. */
export function tiesCondition(
  ground: Ground,
  at: Occurrence,
  sides: Sides,
  lexicon: ConditionLexicon,
): boolean {
  const { protasis, apodosis } = sides;
  const { entry } = at;
  if (entry.form === 'noun') return isNamedCondition(ground, at);
  if (entry.gives === 'response-to') return isPending(ground, sides);
  if (entry.gives === 'until') {
    if (!holdsClause(ground, protasis.stretch)) return false;
    return isRefusal(ground, apodosis.head, lexicon) || persists(ground, apodosis.head);
  }
  if (entry.gives === 'without') {
    if (NO_CONDITION.has(ground.lemma[protasis.head])) return false;
    return hasModal(ground, apodosis.head) && isRefusal(ground, apodosis.head, lexicon);
  }
  if (entry.gives === 'as-long-as' || entry.gives === 'provided') {
    return holdsClause(ground, protasis.stretch) && uposOf(ground.marks, at.last + 1) !== 'NUM';
  }
  return true;
}
