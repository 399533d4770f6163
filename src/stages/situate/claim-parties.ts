import type { Claim } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';

/** Actor and side ids of a party. */
export const idsOf = (party: Party | undefined): readonly string[] =>
  party === undefined ? [] : [party.sideId, party.actorId].flatMap((id) => id ?? []);

/** The side a party stands for, else the actor himself. */
export const sidesOf = (parties: readonly (Party | undefined)[]): readonly string[] => [
  ...new Set(parties.flatMap((party) => party?.sideId ?? party?.actorId ?? [])),
];

/** Who says it: the last link that is named or has a side; empty when the outlet itself says it. */
export function speakersOf(claim: Claim): readonly string[] {
  const speakers = claim.attribution.map((source) => source.speaker);
  return [...new Set(speakers.flatMap((party) => party.actorId ?? party.officeId ?? party.sideId ?? []))];
}

/** Everybody who speaks, acts or is acted on. */
export function partiesOf(claim: Claim): readonly string[] {
  const own = [...claim.actors, ...claim.targets, ...claim.attribution.map((source) => source.speaker)];
  return own.flatMap(idsOf);
}
