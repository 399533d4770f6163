import type { Marks } from '../../../model/marks.ts';
import type { FrameMatch } from './frame-match.ts';
import type { Roles } from './roles.ts';

/**
 * Fitted by logistic regression on 652 moves whose doer is the marked one, right or wrong in type (docs/accuracy/moves.md).
 * What did not tell right from wrong there (an act, a doubt) is left out.
 */
const WEIGHTS = { start: 0.62, object: 0.36, target: 0.38, arc: 0.96, noun: -0.37, words: -0.2 } as const;

/** Probability that the move's type is read rightly. */
export function confidenceOf(marks: Marks, match: FrameMatch, roles: Roles): number {
  const own = marks.arcProbability[match.token];
  const arc = match.object === undefined ? own : Math.min(own, marks.arcProbability[match.object]);
  const sum =
    WEIGHTS.start +
    (match.object === undefined ? 0 : WEIGHTS.object) +
    (roles.targets.length > 0 ? WEIGHTS.target : 0) +
    (match.kind === 'noun' ? WEIGHTS.noun : 0) +
    (match.others.length > 0 ? WEIGHTS.words : 0) +
    WEIGHTS.arc * (arc - 0.5);
  return 1 / (1 + Math.exp(-sum));
}
