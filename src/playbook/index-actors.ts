import { withFields } from '../model/with-fields.ts';
import type { Actor, Holder, OfficeClass } from '../model/actor.ts';
import type { ActorFiles } from './actor-schema.ts';

const countries = (files: ActorFiles): Actor[] =>
  files.countries.countries.map(({ id, name }) => ({
    id, kind: 'country', name, sideId: id, terms: [], members: [], isMetonym: false,
  })); // prettier-ignore

const organisations = (files: ActorFiles): Actor[] =>
  files.organisations.organisations.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    sideId: entry.side ?? entry.of ?? entry.id,
    terms: [],
    members: entry.members ?? [],
    isMetonym: entry.metonym ?? false,
  }));

function persons(files: ActorFiles): Actor[] {
  const sideOf = new Map(files.organisations.organisations.map(({ id, side }) => [id, side ?? id]));
  return files.persons.persons.map((person) => ({
    id: person.id,
    kind: 'person',
    name: person.name,
    sideId: sideOf.get(person.side) ?? person.side,
    sex: person.sex,
    terms: (person.terms ?? []).map((term) => ({
      officeId: `${term.side ?? person.side}.${term.office}`,
      ...(term.from === undefined ? {} : { from: term.from }),
      ...(term.until === undefined ? {} : { until: term.until }),
    })),
    members: [],
    isMetonym: false,
  }));
}

export const indexActors = (files: ActorFiles): ReadonlyMap<string, Actor> =>
  new Map(
    [...countries(files), ...organisations(files), ...persons(files)].map((actor) => [actor.id, actor]),
  );

/** Office id → its holders, earliest first. */
export function indexHolders(actors: ReadonlyMap<string, Actor>): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const actor of actors.values()) {
    for (const term of actor.terms) {
      const known = holders.get(term.officeId) ?? [];
      holders.set(term.officeId, [...known, withFields(term, { personId: actor.id })]);
    }
  }
  for (const list of holders.values()) list.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return holders;
}

/** `<side>/<duty>` → the offices that somebody is known to have held. */
export function indexDuties(
  actors: ReadonlyMap<string, Actor>,
  offices: ReadonlyMap<string, OfficeClass>,
): ReadonlyMap<string, readonly string[]> {
  const duties = new Map<string, Set<string>>();
  for (const actor of actors.values()) {
    for (const { officeId } of actor.terms) {
      const dot = officeId.lastIndexOf('.');
      const duty = offices.get(officeId.slice(dot + 1))?.duty;
      if (duty === undefined) continue;
      const key = `${officeId.slice(0, dot)}/${duty}`;
      const known = duties.get(key) ?? new Set<string>();
      duties.set(key, known.add(officeId));
    }
  }
  return new Map([...duties].map(([key, ids]) => [key, [...ids]]));
}
