import type { ActorKnowledge } from '../../../model/actor.ts';
import type { Party } from '../../../model/party.ts';
import type { Reading } from '../../../model/reading.ts';
import { meetStrangers } from './meet-strangers.ts';
import { mapParties } from './parties-of-claim.ts';

/** The reading with every party of no list called by the id of the person that he is across reports. */
export function namePersons(
  reading: Reading,
  actors: ActorKnowledge,
  personOf: (strangerId: string) => string,
): Reading {
  const met = meetStrangers(reading, actors);
  if (met.length === 0) return reading;
  const persons = new Map(met.map(({ newId, id }) => [newId, personOf(id)]));
  const rename = (party: Party): Party => {
    const actorId = persons.get(party.actorId ?? '');
    if (actorId === undefined) return party;
    const sideId = party.sideId ?? actors.actors.get(actorId)?.sideId;
    return { ...party, actorId, ...(sideId === undefined ? {} : { sideId }) };
  };
  return {
    ...reading,
    claims: reading.claims.map((claim) => mapParties(claim, rename)),
    mentions: reading.mentions.map((mention) => ({ ...mention, party: rename(mention.party) })),
  };
}
