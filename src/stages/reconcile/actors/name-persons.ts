import type { ActorKnowledge } from '../../../model/actor.ts';
import type { Party } from '../../../model/party.ts';
import type { Reading } from '../../../model/reading.ts';
import type { ActorGroups } from '../../../model/stranger.ts';
import type { KnownReading } from '../known-reading.ts';
import { meetStrangers } from './meet-strangers.ts';
import { mapParties } from './parties-of-claim.ts';
import type { ActorRulings } from './settle-persons.ts';
import { StrangerIndex } from './stranger-index.ts';

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

export interface NamedReadings {
  readonly readings: readonly KnownReading[];
  readonly persons: ActorGroups;
}

/** Tells across reports who is whom, and calls everybody by one id. The order of the readings does not matter. */
export function nameAcrossReports(
  readings: readonly KnownReading[],
  actors: ActorKnowledge,
  rulings?: ActorRulings,
): NamedReadings {
  const index = new StrangerIndex(actors, rulings);
  index.change({ added: readings });
  const personOf = (id: string): string => index.personOf(id);
  return {
    readings: readings.map((known) => ({ ...known, reading: namePersons(known.reading, actors, personOf) })),
    persons: index.groups(),
  };
}
