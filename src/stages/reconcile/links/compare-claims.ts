import type { Claim } from '../../../model/claim.ts';
import type { LinkKind } from '../../../model/fact.ts';
import { daysOfWhen, fitDays } from '../moves/fit-times.ts';

/** How two claims on one topic relate, by which rule. */
export interface Relation {
  readonly kind: LinkKind;
  readonly rule: string;
  readonly why: string;
  readonly overtakenOn?: string;
}

const relate = (kind: LinkKind, rule: string, why: string): Relation => ({ kind, rule: `link.${rule}`, why });

/** Ways in which two values of a kind cannot both hold. */
const OPPOSED: readonly (readonly [string, string])[] = [
  ['violates', 'not-covered'],
  ['violates', 'permitted'],
  ['open', 'closed'],
  ['refused', 'silent'],
  ['used', 'silent'],
  ['good', 'bad'],
  ['positive', 'negative'],
  ['for', 'against'],
];

const opposed = (a: string, b: string): boolean =>
  OPPOSED.some(([one, other]) => (a === one && b === other) || (a === other && b === one));

const valueOf = (claim: Claim): string | undefined => {
  switch (claim.kind) {
    case 'assessment':
      return claim.polarity;
    case 'relation':
      return claim.sign;
    case 'contact':
      return claim.state;
    case 'legal':
      return claim.verdict;
    case 'lever':
      return claim.stance;
    case 'capability':
      return claim.stage;
    case 'process':
      return claim.phase;
    case 'outlook':
      return claim.mood;
    default:
      return undefined;
  }
};

const classOf = (claim: Claim): string | undefined =>
  claim.kind === 'move' || claim.kind === 'capability' ? claim.object?.classId : undefined;

const speakerOf = ({ attribution }: Claim): string | undefined =>
  attribution.at(0)?.speaker.actorId ?? attribution.at(0)?.terms;

/** "Nothing of the kind since": said of a time before, overtaken by a deed that came after. */
function findSuccession(earlier: Claim, later: Claim): Relation | undefined {
  if (earlier.kind !== 'move' || later.kind !== 'move') return undefined;
  const day = later.when?.from;
  if (earlier.status !== 'denied' || later.status !== 'actual' || day === undefined) return undefined;
  return {
    ...relate('succession', 'overtaken', `held until then; overtaken on ${day}`),
    overtakenOn: day,
  };
}

function compareMoves(a: Claim, b: Claim): Relation | undefined {
  if (a.kind !== 'move' || b.kind !== 'move') return undefined;
  const [ours, theirs] = [a.object?.classId, b.object?.classId];
  if (ours !== undefined && theirs !== undefined && ours !== theirs)
    return relate('scope', 'another-class', `of another class: ${ours} and ${theirs}`);
  const sameDays = fitDays(daysOfWhen(a.when), daysOfWhen(b.when));
  if (!sameDays) return relate('scope', 'another-time', 'of another time');
  if (a.status === b.status) return undefined;
  if (a.status === 'denied' || b.status === 'denied')
    return relate('contradiction', 'denied', 'one says it happened, the other that it did not');
  return relate('strength', 'another-status', `one ${a.status}, the other ${b.status}`);
}

function compareHedges(a: Claim, b: Claim): Relation | undefined {
  const [ours, theirs] = [a.hedge?.certitude, b.hedge?.certitude];
  if (ours === theirs) return undefined;
  return relate('strength', 'another-hedge', `one ${ours ?? 'unhedged'}, the other ${theirs ?? 'unhedged'}`);
}

/**
 * How two claims on one topic relate. The first was known first.
 * Deeds overtake; values that cannot both hold contradict, unless class, time or actor differ (scope) or each stands on
 * another authority (attribution); otherwise they differ in strength, or agree.
 */
export function compareClaims(earlier: Claim, later: Claim): Relation {
  const succession = findSuccession(earlier, later);
  if (succession !== undefined) return succession;
  const moves = compareMoves(earlier, later);
  if (moves !== undefined) return moves;
  const [ours, theirs] = [valueOf(earlier), valueOf(later)];
  if (ours !== undefined && theirs !== undefined && ours !== theirs) {
    const [one, other] = [classOf(earlier), classOf(later)];
    if (one !== undefined && other !== undefined && one !== other)
      return relate('scope', 'another-class', `of another class: ${one} and ${other}`);
    const [speaker, second] = [speakerOf(earlier), speakerOf(later)];
    if (opposed(ours, theirs))
      return speaker !== undefined && second !== undefined && speaker !== second
        ? relate('attribution', 'two-authorities', `${ours} on one word, ${theirs} on another`)
        : relate('contradiction', 'opposed', `one says ${ours}, the other ${theirs}`);
    return relate('scope', 'another-value', `one says ${ours}, the other ${theirs}`);
  }
  return compareHedges(earlier, later) ?? relate('corroborates', 'same-topic', 'both say it of the same');
}
