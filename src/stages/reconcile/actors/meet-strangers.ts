import type { ActorKnowledge, Sex } from '../../../model/actor.ts';
import { foldName } from '../../../model/fold-name.ts';
import type { Party } from '../../../model/party.ts';
import type { Reading } from '../../../model/reading.ts';
import { quote } from '../../../model/span.ts';
import { partiesOf } from './parties-of-claim.ts';

/** A person of no list as one report tells of him. */
export interface Sighting {
  /** Id within the report: `new:<slug>`. */
  readonly newId: string;
  /** Of the stranger. */
  readonly id: string;
  readonly name: readonly string[];
  readonly sideId?: string;
  readonly officeIds: readonly string[];
  readonly sex?: Sex;
}

export const NEW = 'new:';

function sexOf(parties: readonly Party[], text: string, { words }: ActorKnowledge): Sex | undefined {
  const told = parties.flatMap(({ span }) =>
    foldName(quote(text, span)).flatMap(
      (word) => words.honorifics.get(word) ?? words.nounSex.get(word) ?? [],
    ),
  );
  return new Set(told).size === 1 ? told[0] : undefined;
}

function toSighting(
  newId: string,
  parties: readonly Party[],
  reading: Reading,
  actors: ActorKnowledge,
): Sighting {
  const name = newId.slice(NEW.length).split('-').filter((word) => word !== '');
  const sideId = parties.flatMap(({ sideId: side }) => side ?? []).sort().at(0);
  const officeIds = [...new Set(parties.flatMap(({ officeId }) => officeId ?? []))].sort();
  const sex = sexOf(parties, reading.report.text, actors);
  const isFull = name.filter((word) => word.length > 1).length > 1;
  const mark = isFull ? sideId : (officeIds.at(0) ?? reading.report.id);
  return {
    newId,
    id: mark === undefined ? newId : `${newId}@${mark}`,
    name,
    ...(sideId === undefined ? {} : { sideId }),
    officeIds,
    ...(sex === undefined ? {} : { sex }),
  };
} // prettier-ignore

/** The persons of a report whom data/actors does not list, by their ids within the report. */
export function meetStrangers(reading: Reading, actors: ActorKnowledge): readonly Sighting[] {
  const met = new Map<string, Party[]>();
  for (const party of [...reading.mentions.map((one) => one.party), ...reading.claims.flatMap(partiesOf)]) {
    const { actorId } = party;
    if (actorId?.startsWith(NEW) !== true || actorId.includes('@')) continue;
    const list = met.get(actorId);
    if (list) list.push(party);
    else met.set(actorId, [party]);
  }
  return [...met].map(([newId, parties]) => toSighting(newId, parties, reading, actors));
}
