import { join } from 'node:path';
import type {
  ActorKnowledge,
  ActorWords,
  ObjectClass,
  OfficeClass,
  Place,
  RoleClass,
  Sex,
} from '../model/actor.ts';
import { foldWord } from '../model/fold-name.ts';
import {
  countriesSchema, givenNamesSchema, objectsSchema, officesSchema, organisationsSchema, personsSchema,
  placesSchema, rolesSchema,
} from './actor-schema.ts'; // prettier-ignore
import type { ActorFiles } from './actor-schema.ts';
import { checkActors } from './check-actors.ts';
import { dataFolder } from './data-folder.ts';
import { indexActors, indexDuties, indexHolders } from './index-actors.ts';
import { growNames, growTerms } from './grow-names.ts';
import { loadYaml } from './load-yaml.ts';

function readFiles(folder: string): ActorFiles {
  const at = (name: string): string => join(folder, 'actors', `${name}.yml`);
  return {
    countries: loadYaml(at('countries'), countriesSchema),
    places: loadYaml(at('places'), placesSchema),
    offices: loadYaml(at('offices'), officesSchema),
    persons: loadYaml(at('persons'), personsSchema),
    organisations: loadYaml(at('organisations'), organisationsSchema),
    objects: loadYaml(at('objects'), objectsSchema),
    roles: loadYaml(at('roles'), rolesSchema),
    givenNames: loadYaml(at('given-names'), givenNamesSchema),
  };
}

const toPlaces = (files: ActorFiles): ReadonlyMap<string, Place> =>
  new Map(
    files.places.places.map((place) => [
      place.id,
      {
        id: place.id,
        name: place.name,
        kind: place.kind,
        ...(place.country === undefined ? {} : { sideId: place.country }),
        longitude: place.at[0],
        latitude: place.at[1],
        zone: place.zone,
      },
    ]),
  );

const toOffices = (files: ActorFiles): ReadonlyMap<string, OfficeClass> =>
  new Map(
    files.offices.offices.map((office) => [
      office.id,
      {
        id: office.id,
        ...(office.duty === undefined ? {} : { duty: office.duty }),
        leads: office.leads ?? false,
        only: office.only ?? [],
        loose: office.loose ?? false,
      },
    ]),
  );

const toRoles = (files: ActorFiles): ReadonlyMap<string, RoleClass> =>
  new Map(
    files.roles.people.map((role) => [
      role.id,
      {
        id: role.id,
        ...(role.duty === undefined ? {} : { duty: role.duty }),
        isCounterpart: role.counterpart ?? false,
        isKin: role.kin ?? false,
        isBody: role.bodies ?? false,
        isTopical: role.topical ?? false,
      },
    ]),
  );

function toObjects(files: ActorFiles): ReadonlyMap<string, ObjectClass> {
  const parent = new Map(files.objects.objects.map((entry) => [entry.id, entry.is]));
  const lineOf = (id: string): string[] => {
    const line: string[] = [];
    for (let at = parent.get(id); at !== undefined && !line.includes(at); at = parent.get(at)) line.push(at);
    return line;
  };
  return new Map(
    files.objects.objects.map((entry) => [
      entry.id,
      { id: entry.id, kind: entry.kind, is: lineOf(entry.id) },
    ]),
  );
}

function toWords({ roles, givenNames }: ActorFiles): ActorWords {
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));
  const given = new Map<string, Sex>([
    ...givenNames.male.map((name): [string, Sex] => [name, 'male']),
    ...givenNames.female.map((name): [string, Sex] => [name, 'female']),
  ]);
  return {
    honorifics: new Map(roles.honorifics.map(({ word, sex }) => [foldWord(word), sex])),
    ranks: set(roles.ranks),
    suffixes: set(roles.suffixes),
    past: set(roles.times.past),
    then: set(roles.times.then),
    coming: set(roles.times.coming),
    deputies: set(roles.deputies),
    seniority: set(roles.seniority),
    anonymity: set(roles.anonymity),
    organisationHeads: set(roles.organisationHeads),
    motion: set(roles.motion),
    placing: set(roles.placing),
    speech: set(roles.speech),
    givenNames: given,
    nounSex: new Map([
      ...roles.male.map((noun): [string, Sex] => [noun, 'male']),
      ...roles.female.map((noun): [string, Sex] => [noun, 'female']),
    ]),
    persons: new Set([
      ...roles.persons,
      ...roles.male,
      ...roles.female,
      ...roles.people.flatMap(({ nouns, bodies }) => (bodies === true ? [] : nouns)),
    ]),
    givenNamesOfEither: set(givenNames.either),
  };
}

/**
 * Reads data/actors: states, places, offices with their holders by date, organisations, forces, roles and things.
 * @throws UserError with file and line for a missing file, an unknown key, a wrong value or an id that leads nowhere.
 */
export function loadActors(folder: string = dataFolder()): ActorKnowledge {
  const files = readFiles(folder);
  checkActors(files, join(folder, 'actors'));
  const actors = indexActors(files);
  const offices = toOffices(files);
  const spellings = new Map(Object.entries(files.roles.spellings));
  return {
    actors,
    places: toPlaces(files),
    offices,
    roles: toRoles(files),
    objects: toObjects(files),
    names: growNames(files, spellings),
    terms: growTerms(files, spellings),
    holders: indexHolders(actors),
    duties: indexDuties(actors, offices),
    spellings,
    words: toWords(files),
  };
}
