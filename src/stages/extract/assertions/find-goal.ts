import { withFields } from '../../../model/with-fields.ts';
import type { GoalClaim } from '../../../model/claim.ts';
import type { GoalGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Span } from '../../../model/span.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import { fillerOf, frameIndexer } from './match.ts';
import { trimmed, wordsSpan } from './reach.ts';

const indexed = frameIndexer<GoalGives>();

/** The words of the aim itself: what is sought, without who seeks it. */
function aimOf({ ground, match, base }: FoundFrame<GoalGives>): Span {
  const aim = fillerOf(match, 'comp', 'for', 'of', 'to', 'on', 'obj', 'at', 'in');
  if (aim === undefined) return base.span;
  const stretch = trimmed(ground, aim);
  return wordsSpan(ground, stretch.first, stretch.last);
}

/** Declared where the one who wants it is quoted for it, or speaks of "we" and "our". */
function basisOf({ base, gives }: FoundFrame<GoalGives>): GoalClaim['basis'] {
  const speaker = base.attribution.at(-1)?.speaker;
  if (speaker === undefined) return gives.basis;
  const own = base.actors.some((actor) => actor.sideId !== undefined && actor.sideId === speaker.sideId);
  return own || base.actors.length === 0 ? 'declared' : 'ascribed';
}

/** Aims, wishes and preferences, declared by a side or ascribed to it. */
export function findGoals(marked: MarkedReport, knowledge: AssertionKnowledge): readonly GoalClaim[] {
  const index = indexed(knowledge.assertions.goals);
  return findFrames(marked, knowledge, { kind: 'goal', index }).map((found) =>
    withFields(found.base, { kind: 'goal', aim: aimOf(found), basis: basisOf(found) }),
  );
}
