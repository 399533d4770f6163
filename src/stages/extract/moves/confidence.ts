import type { Marks } from '../../../model/marks.ts';
import type { StatusTrace } from '../status/status-of.ts';
import type { FrameMatch } from './match-frames.ts';
import type { Roles } from './roles.ts';

const WEIGHTS = {
  start: 0.2,
  object: 0.7,
  act: 0.3,
  actor: 0.5,
  target: 0.3,
  arc: 1.2,
  noun: -0.4,
  words: 0.5,
  doubt: -0.4,
};

/** Probability that the move is read rightly: a logistic sum of what speaks for it, see docs/accuracy/moves.md. */
export function confidenceOf(marks: Marks, match: FrameMatch, trace: StatusTrace, roles: Roles): number {
  const arc = Math.min(
    marks.arcProbability[match.token],
    match.object === undefined ? 1 : marks.arcProbability[match.object],
  );
  const sum =
    WEIGHTS.start +
    (match.object === undefined ? 0 : WEIGHTS.object) +
    (match.frame.act === undefined ? 0 : WEIGHTS.act) +
    (roles.actors.length > 0 ? WEIGHTS.actor : 0) +
    (roles.targets.length > 0 ? WEIGHTS.target : 0) +
    (match.kind === 'noun' ? WEIGHTS.noun : 0) +
    (match.others.length > 0 ? WEIGHTS.words : 0) +
    (trace.doubt === 'none' ? 0 : WEIGHTS.doubt) +
    WEIGHTS.arc * (arc - 0.5);
  return 1 / (1 + Math.exp(-sum));
}
