import { contentId } from '../../../model/content-id.ts';
import type { ClaimLink } from '../../../model/fact.ts';
import type { LinkedClaim } from './about-claim.ts';
import type { Relation } from './relate-positions.ts';

export const byKnown = (a: LinkedClaim, b: LinkedClaim): number => {
  const [one, other] = [`${a.knownFrom} ${a.claim.id}`, `${b.knownFrom} ${b.claim.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
};

export function toLink(
  left: LinkedClaim,
  right: string,
  { kind, rule, why, overtakenOn }: Relation,
  record?: ClaimLink['record'],
): ClaimLink {
  return {
    id: contentId('link', kind, left.claim.id, right),
    kind,
    left: left.claim.id,
    right,
    rule,
    why,
    ...(overtakenOn === undefined ? {} : { overtakenOn }),
    ...(record === undefined ? {} : { record }),
  };
}
