import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { findDependent } from '../syntax/tree.ts';
import { drawBoundaries } from './boundaries.ts';
import type { Scene } from './scene.ts';
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
