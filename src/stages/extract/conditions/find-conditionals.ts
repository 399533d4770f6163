import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { findDependent } from '../syntax/tree.ts';
import { drawBoundaries } from './boundaries.ts';
import type { Scene } from './boundary-features.ts';
import { sidesOfConjunction } from './clause-sides.ts';
import { findConnectives } from './connectives.ts';
import type { Occurrence } from './connectives.ts';
import { sidesOfInversion } from './inversion.ts';
import {
  sidesOfAdverb, sidesOfNoun, sidesOfPredicate, sidesOfPreposition, sidesOfResponse,
} from './phrase-sides.ts'; // prettier-ignore
import { headWithin } from './stretch.ts';
import type { Sides } from './stretch.ts';
import { readingOf, tiesCondition } from './tests-of-sides.ts';
import type { ConditionalReading } from './tests-of-sides.ts';

/** A conditional construction with its two sides, whatever it is used for. */
export interface Conditional {
  readonly at: Occurrence;
  readonly sides: Sides;
  readonly reading: ConditionalReading;
}

/** "Provided" as a plain verb, "until" and "as long as" as prepositions, are no conjunctions. */
function isConjunction(ground: Ground, at: Occurrence): boolean {
  if (!/^provid/u.test(ground.lower[at.first])) return true;
  const { marks, tree } = ground;
  if (
    findDependent(tree, at.first, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'obj', 'obl:agent', 'obl') !==
    undefined
  )
    return false;
  const label = deprelOf(marks, at.first);
  if (label === 'mark' || at.last > at.first) return true;
  const before = at.first > 0 ? ground.lower[at.first - 1] : '';
  return (
    uposOf(marks, at.first) !== 'ADJ' &&
    (before === ',' || before === '–' || before === '—') &&
    findDependent(tree, at.first, 'ccomp') !== undefined
  );
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

/** A clause connective with what places its ends. */
export function toScene(ground: Ground, at: Occurrence, sides: Sides, lexicon: ConditionLexicon): Scene {
  const start = ground.sentenceStart(at.first);
  const withLead = at.first > start && WITH_IT.has(ground.lower[at.first - 1]);
  return {
    ground,
    first: withLead ? at.first - 1 : at.first,
    last: at.last,
    start,
    end: ground.sentenceEnd(at.first),
    opened: sides.protasis.head,
    main: sides.apodosis.head,
    counterfactual: readingOf(ground, at, sides, lexicon) === 'counterfactual',
    reporting: lexicon.reporting,
  };
}

const isClauseForm = (at: Occurrence): boolean =>
  at.entry.form === 'conjunction' || at.entry.form === 'inversion';

/** Sides with their ends placed anew, and heads that lie within them. */
function redraw(ground: Ground, at: Occurrence, rough: Sides, lexicon: ConditionLexicon): Sides {
  const { protasis, apodosis } = drawBoundaries(
    ground,
    toScene(ground, at, rough, lexicon),
    rough,
    lexicon.boundaries,
  );
  return {
    protasis: { head: headWithin(ground, protasis.stretch, protasis.head), stretch: protasis.stretch },
    apodosis: { head: headWithin(ground, apodosis.stretch, apodosis.head), stretch: apodosis.stretch },
  };
}

/**
 * Every conditional construction of some marks with its sides and its reading, counterfactual and concessive ones
 * included; `findConditions` keeps those that tie a real condition.
 */
export function findConditionals(ground: Ground, lexicon: ConditionLexicon): readonly Conditional[] {
  const found: Conditional[] = [];
  for (const at of findConnectives(ground, lexicon)) {
    const rough = sidesAt(ground, at, lexicon);
    if (rough === undefined) continue;
    const sides = isClauseForm(at) ? redraw(ground, at, rough, lexicon) : rough;
    if (!tiesCondition(ground, at, sides, lexicon)) continue;
    found.push({ at, sides, reading: readingOf(ground, at, sides, lexicon) });
  }
  return found;
}
