import type { ClauseModel, ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { findDependent } from '../syntax/tree.ts';
import { sidesOfConjunction } from './clause-sides.ts';
import { viewClauses } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';
import { findConnectives } from './connectives.ts';
import type { Occurrence } from './connectives.ts';
import { sidesOfInversion } from './inversion.ts';
import { labelClauses } from './label-clauses.ts';
import { mendSides } from './mend-sides.ts';
import {
  sidesOfAdverb, sidesOfNoun, sidesOfPredicate, sidesOfPreposition, sidesOfResponse,
} from './phrase-sides.ts'; // prettier-ignore
import { withoutSaying } from './saying-tail.ts';
import type { Scene } from './scene.ts';
import { headWithin, tidy, without } from './stretch.ts';
import type { Side, Sides, Stretch } from './stretch.ts';
import { readingOf, tiesCondition } from './tests-of-sides.ts';
import type { ConditionalReading } from './tests-of-sides.ts';
import { weighPairs } from './weigh-pairs.ts';
import { sidesWithinPhrase } from './within-phrase.ts';

/** A conditional construction with its two sides, whatever it is used for. */
export interface Conditional {
  readonly at: Occurrence;
  readonly sides: Sides;
  readonly reading: ConditionalReading;
}

/** Whether a noun phrase and a finite verb follow at once: the words open a clause. */
function opensClause(ground: Ground, token: number): boolean {
  const { marks } = ground;
  const end = Math.min(ground.sentenceEnd(token), token + 7);
  for (let t = token + 2; t < end; t++) {
    if (['VBZ', 'VBP', 'VBD', 'MD'].includes(xposOf(marks, t))) return true;
    if (uposOf(marks, t) === 'PUNCT' || uposOf(marks, t) === 'ADP') return false;
  }
  return false;
}

/** "Provided" as a plain verb is no conjunction. */
function isConjunction(ground: Ground, at: Occurrence): boolean {
  if (!/^provid/u.test(ground.lower[at.first])) return true;
  const { marks, tree } = ground;
  if (findDependent(tree, at.first, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'obl:agent') !== undefined)
    return false;
  if (deprelOf(marks, at.first) === 'mark' || at.last > at.first) return true;
  const before = at.first > 0 ? ground.lower[at.first - 1] : '';
  return (before === ',' || before === '–' || before === '—') && opensClause(ground, at.last);
}

function sidesAt(ground: Ground, at: Occurrence, lexicon: ConditionLexicon): Sides | undefined {
  switch (at.entry.form) {
    case 'conjunction':
      return isConjunction(ground, at) ? sidesOfConjunction(ground, at, lexicon) : undefined;
    case 'inversion':
      return sidesOfInversion(ground, at, lexicon);
    case 'preposition':
      return sidesOfPreposition(ground, at);
    case 'adverb':
      return sidesOfAdverb(ground, at);
    case 'noun':
      return sidesOfNoun(ground, at);
    case 'predicate':
      return at.entry.gives === 'response-to' ? sidesOfResponse(ground, at) : sidesOfPredicate(ground, at);
  }
}

const WITH_IT: ReadonlySet<string> = new Set([
  'even',
  'especially',
  'particularly',
  'than',
  'only',
  'except',
]);

/** A clause connective with the sentence around it. */
export function toScene(ground: Ground, at: Occurrence): Scene {
  const start = ground.sentenceStart(at.first);
  const withLead = at.first > start && WITH_IT.has(ground.lower[at.first - 1]);
  return {
    first: withLead ? at.first - 1 : at.first,
    last: at.last,
    start,
    end: ground.sentenceEnd(at.first),
  };
}

const isClauseForm = (at: Occurrence): boolean =>
  at.entry.form === 'conjunction' || at.entry.form === 'inversion';

/** A sentence as the clause labeller looks at it, with the sides by the tree as a guess. */
export function viewScene(ground: Ground, scene: Scene, rough: Sides): ClauseView {
  const guess = { protasis: rough.protasis.stretch, apodosis: rough.apodosis.stretch };
  return viewClauses(ground, { first: scene.start, last: scene.end - 1 }, guess, {
    first: scene.first,
    last: scene.last,
  });
}

/** How many ways to see a sentence are weighed against each other. */
const WAYS = 10;

/** A main clause without a condition that stands at one of its ends; the hull where the condition stands amid it. */
function apartFrom(ground: Ground, apodosis: Stretch, protasis: Stretch): Stretch {
  if (apodosis.last === protasis.last && apodosis.first < protasis.first)
    return tidy(ground, { first: apodosis.first, last: protasis.first - 1 });
  const leads = apodosis.first === protasis.first && apodosis.last > protasis.last;
  return leads ? tidy(ground, { first: protasis.last + 1, last: apodosis.last }) : apodosis;
}

/** The words of the two sides by the clause labeller; by the tree where it finds no main clause. */
function drawSides(
  ground: Ground,
  at: Occurrence,
  rough: Sides,
  lexicon: ConditionLexicon,
  model: ClauseModel,
): Sides {
  const scene = toScene(ground, at);
  const bounds = { first: scene.first, reach: Math.min(scene.last + 1, scene.end - 1) };
  const view = viewScene(ground, scene, rough);
  const [pair] = weighPairs(view, labelClauses(view, model, { bounds, best: WAYS }), model);
  if (pair === undefined) return rough;
  const protasis = tidy(ground, pair.protasis);
  const apodosis =
    pair.apodosis === undefined
      ? tidy(ground, without(rough.apodosis.stretch, protasis))
      : tidy(ground, withoutSaying(ground, tidy(ground, pair.apodosis), lexicon.reporting));
  const own = apartFrom(ground, apodosis, protasis);
  const mended = mendSides(ground, scene, { protasis, apodosis: own });
  const sideOf = (stretch: Stretch, { head }: Side): Side => ({
    head: headWithin(ground, stretch, head),
    stretch,
  });
  return {
    protasis: sideOf(mended.protasis, rough.protasis),
    apodosis: sideOf(mended.apodosis, rough.apodosis),
  };
}

/**
 * Every conditional construction of some marks with its sides and its reading, counterfactual and concessive ones
 * included; `findConditions` keeps those that tie a real condition. Sides are drawn by the clause labeller, or by the
 * tree alone where that is asked for.
 */
export function findConditionals(
  ground: Ground,
  lexicon: ConditionLexicon,
  settings: { readonly byTree?: boolean } = {},
): readonly Conditional[] {
  const model = settings.byTree === true ? undefined : lexicon.clauses?.given;
  const found: Conditional[] = [];
  for (const at of findConnectives(ground, lexicon)) {
    const rough = sidesAt(ground, at, lexicon);
    if (rough === undefined) continue;
    const sides =
      model !== undefined && isClauseForm(at)
        ? (sidesWithinPhrase(ground, at) ?? drawSides(ground, at, rough, lexicon, model))
        : rough;
    if (!tiesCondition(ground, at, sides, lexicon)) continue;
    found.push({ at, sides, reading: readingOf(ground, at, sides, lexicon) });
  }
  return found;
}
