import type { Claim } from '../../../model/claim.ts';
import type { Party } from '../../../model/party.ts';

const sidesOf = (parties: readonly Party[]): readonly string[] =>
  [...new Set(parties.map((party) => party.sideId ?? party.actorId).filter((id) => id !== undefined))].sort();

const dyadOf = ({ actors, targets }: Claim): string => [...sidesOf([...actors, ...targets])].sort().join('+');

/**
 * What a claim is about, so that claims of different reports on one topic can be put side by side. A claim may have
 * several topics; two claims meet where they share one.
 */
export function topicsOf(claim: Claim): readonly string[] {
  const who = sidesOf(claim.actors).join('+');
  switch (claim.kind) {
    case 'move':
      return claim.act === undefined
        ? [`move ${claim.type} ${dyadOf(claim)}`]
        : [`act ${claim.act} ${who}`, `act ${claim.act}`];
    case 'statement':
      return [];
    case 'condition':
      return [`condition ${dyadOf(claim)}`];
    case 'assessment':
      return [`assessment ${claim.dimension} ${who}`];
    case 'outlook':
      return [`outlook ${claim.entry} ${who}`];
    case 'lever':
      return [`lever ${claim.lever}`];
    case 'relation':
      return [`relation ${dyadOf(claim)}`];
    case 'contact':
      return [`contact ${dyadOf(claim)}`];
    case 'capability':
      return [`capability ${claim.object.classId} ${who}`, `capability ${who}`];
    case 'legal':
      return [`legal ${claim.ruleId ?? who}`, `legal ${who}`];
    case 'process':
      return [`process ${claim.process} ${who}`];
    case 'goal':
      return [`goal ${claim.entry} ${who}`];
    case 'mechanism':
      return [`mechanism ${claim.entry} ${dyadOf(claim)}`];
  }
}

/** Whether both are of the same sides, as far as both name them. */
export function fitSides(a: Claim, b: Claim): boolean {
  const [ours, theirs] = [sidesOf(a.actors), sidesOf(b.actors)];
  return ours.length === 0 || theirs.length === 0 || ours.some((side) => theirs.includes(side));
}
