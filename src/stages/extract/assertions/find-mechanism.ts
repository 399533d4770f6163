import { withFields } from '../../../model/with-fields.ts';
import type { MechanismClaim } from '../../../model/claim.ts';
import type { MechanismGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Span } from '../../../model/span.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import { fillerOf, frameIndexer } from './match.ts';
import { trimmed, wordsSpan } from './reach.ts';
import { negationsOf, subjectsOf } from './roles.ts';

const indexed = frameIndexer<MechanismGives>();

const spanAt = (found: FoundFrame<MechanismGives>, token: number | undefined): Span | undefined => {
  if (token === undefined) return undefined;
  const stretch = trimmed(found.ground, token);
  return wordsSpan(found.ground, stretch.first, stretch.last);
};

function directionOf({ ground, match, gives }: FoundFrame<MechanismGives>): MechanismClaim['direction'] {
  return negationsOf(ground, match.anchor).length > 0 ? 'not' : gives.direction;
}

function toClaim(found: FoundFrame<MechanismGives>): MechanismClaim {
  const { ground, match } = found;
  const cause = spanAt(found, fillerOf(match, 'by', 'from') ?? subjectsOf(ground, match.anchor)[0]);
  const effect = spanAt(found, fillerOf(match, 'comp', 'to', 'in', 'obj', 'of', 'for'));
  return withFields(found.base, {
    kind: 'mechanism',
    direction: directionOf(found),
    ...(cause === undefined ? {} : { cause }),
    ...(effect === undefined ? {} : { effect }),
  });
}

/** What somebody claims to bring about, raise, lower or prevent what. */
export function findMechanisms(
  marked: MarkedReport,
  knowledge: AssertionKnowledge,
): readonly MechanismClaim[] {
  const index = indexed(knowledge.assertions.mechanisms);
  return findFrames(marked, knowledge, { kind: 'mechanism', index }).map(toClaim);
}
