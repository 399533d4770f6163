import type { Claim, Source } from '../../../model/claim.ts';
import type { Party } from '../../../model/party.ts';

type Rename = (party: Party) => Party;

const inSource = (source: Source, rename: Rename): Source => ({
  ...source,
  speaker: rename(source.speaker),
  ...(source.to && { to: rename(source.to) }),
});

/** The claim with each of its parties as `rename` gives it. */
export function mapParties(claim: Claim, rename: Rename): Claim {
  const base = {
    actors: claim.actors.map(rename),
    targets: claim.targets.map(rename),
    attribution: claim.attribution.map((source) => inSource(source, rename)),
  };
  switch (claim.kind) {
    case 'statement':
      return {
        ...claim,
        ...base,
        addressees: claim.addressees.map(rename),
        ...(claim.source && { source: inSource(claim.source, rename) }),
      };
    case 'condition':
      return {
        ...claim,
        ...base,
        ...(claim.holder && { holder: rename(claim.holder) }),
        terms: claim.terms.map((term) => ({
          ...term,
          ...(term.by && { by: rename(term.by) }),
          ...(term.to && { to: rename(term.to) }),
        })),
      };
    case 'assessment':
      return { ...claim, ...base, ...(claim.assessor && { assessor: rename(claim.assessor) }) };
    case 'lever':
      return { ...claim, ...base, ...(claim.proposer && { proposer: rename(claim.proposer) }) };
    default:
      return { ...claim, ...base };
  }
}

/** Everybody a claim names, as often as it does. */
export function partiesOf(claim: Claim): readonly Party[] {
  const parties: Party[] = [];
  mapParties(claim, (party) => {
    parties.push(party);
    return party;
  });
  return parties;
}
