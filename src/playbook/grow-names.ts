import type { NameNode, Sense } from '../model/actor.ts';
import { foldName } from '../model/fold-name.ts';
import type { ActorFiles } from './actor-schema.ts';
import { NameTree } from './name-tree.ts';
import { pluralOf } from './plural.ts';

type Spellings = ReadonlyMap<string, string>;

function addCountries(tree: NameTree, files: ActorFiles): void {
  for (const country of files.countries.countries) {
    const { id: sideId } = country;
    for (const name of [country.name, ...(country.names ?? [])])
      tree.add(name, { kind: 'actor', actorId: sideId });
    for (const name of country.adjectives ?? []) tree.add(name, { kind: 'demonym', sideId });
    for (const name of country.people ?? []) tree.add(name, { kind: 'people', sideId });
    for (const name of country.seats ?? []) tree.add(name, { kind: 'seat', sideId });
    for (const name of country.short ?? []) tree.add(name, { kind: 'short', sideId });
  }
}

function addPlaces(tree: NameTree, files: ActorFiles): void {
  for (const place of files.places.places) {
    const sense: Sense = {
      kind: 'place',
      placeId: place.id,
      ...(place.country === undefined ? {} : { sideId: place.country }),
    };
    for (const name of [place.name, ...(place.names ?? [])]) {
      if (place.kind === 'capital' && place.country !== undefined) {
        tree.add(name, { kind: 'seat', sideId: place.country });
      }
      tree.add(name, sense);
    }
  }
}

function addOrganisations(tree: NameTree, files: ActorFiles): void {
  for (const entry of files.organisations.organisations) {
    const names = [entry.name, ...(entry.names ?? []), ...(entry.seats ?? [])];
    for (const name of names) tree.add(name, { kind: 'actor', actorId: entry.id });
  }
}

/** Where the family name stands first it is also met last: its words at the other end. */
function turned(name: string, families: readonly string[]): string | undefined {
  const words = foldName(name);
  const family = families.map(foldName).find((parts) => parts.every((part, i) => words[i] === part));
  if (family === undefined || family.length === words.length) return undefined;
  return [...words.slice(family.length), ...words.slice(0, family.length)].join(' ');
}

function addPersons(tree: NameTree, files: ActorFiles): void {
  const families = new Map<string, string[]>();
  for (const person of files.persons.persons) {
    const sense: Sense = { kind: 'actor', actorId: person.id };
    for (const name of [person.name, ...(person.names ?? [])]) {
      tree.add(name, sense);
      const other = turned(name, person.family ?? []);
      if (other !== undefined) tree.add(other, sense);
    }
    for (const family of person.family ?? []) {
      families.set(family, [...(families.get(family) ?? []), person.id]);
    }
  }
  for (const [family, personIds] of families) tree.add(family, { kind: 'family', personIds });
}

/** Names of states, places, organisations and persons. */
export function growNames(files: ActorFiles, spellings: Spellings): NameNode {
  const tree = new NameTree(spellings);
  addCountries(tree, files);
  addPlaces(tree, files);
  addOrganisations(tree, files);
  addPersons(tree, files);
  return tree.root;
}

function addNouns(
  tree: NameTree,
  entry: { readonly nouns: readonly string[]; readonly plurals?: readonly string[] | undefined },
  senseOf: (isPlural: boolean) => Sense,
): void {
  for (const noun of entry.nouns) tree.add(noun, senseOf(false));
  for (const noun of entry.plurals ?? entry.nouns.map(pluralOf)) tree.add(noun, senseOf(true));
}

/** Titles, roles, bodies and things. */
export function growTerms(files: ActorFiles, spellings: Spellings): NameNode {
  const tree = new NameTree(spellings);
  for (const office of files.offices.offices) {
    addNouns(tree, { nouns: office.titles, plurals: office.plural }, (isPlural) => ({
      kind: 'office', classId: office.id, isPlural,
    })); // prettier-ignore
  }
  for (const role of files.roles.people) {
    addNouns(tree, role, (isPlural) => ({ kind: 'role', roleId: role.id, isPlural }));
  }
  for (const noun of files.roles.governments) {
    tree.add(noun, { kind: 'government' });
    tree.add(pluralOf(noun), { kind: 'government' });
  }
  addNouns(tree, { nouns: files.roles.bodies }, (isPlural) => ({ kind: 'body', isPlural }));
  for (const entry of files.objects.objects) {
    addNouns(tree, { nouns: entry.nouns, plurals: entry.plural }, (isPlural) => ({
      kind: 'object', classId: entry.id, isPlural,
    })); // prettier-ignore
  }
  return tree.root;
}
