import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import type { ActorFiles } from './actor-schema.ts';
import { placeInYaml } from './load-yaml.ts';

interface Trouble {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly hint: string;
}

type Entries = readonly { readonly id: string }[];

function findTwice(file: string, list: string, entries: Entries): Trouble | undefined {
  const seen = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (seen.has(id)) {
      return { file, path: [list, i], what: `"${id}" is used twice`, hint: 'Give one of them another id.' };
    }
    seen.add(id);
  }
  return undefined;
}

const lost = (file: string, path: readonly PropertyKey[], id: string, where: string): Trouble => ({
  file, path, what: `"${id}" is unknown`, hint: `Add it to ${where}, or mend the id.`,
}); // prettier-ignore

const idsOf = (entries: Entries): ReadonlySet<string> => new Set(entries.map(({ id }) => id));

function* lostIds(files: ActorFiles): Generator<Trouble> {
  const places = idsOf(files.places.places);
  const countries = idsOf(files.countries.countries);
  const offices = idsOf(files.offices.offices);
  const objects = idsOf(files.objects.objects);
  const sides = new Set([...countries, ...idsOf(files.organisations.organisations)]);
  for (const [i, { capital }] of files.countries.countries.entries()) {
    if (capital !== undefined && !places.has(capital)) {
      yield lost('countries', ['countries', i, 'capital'], capital, 'places.yml');
    }
  }
  for (const [i, { country }] of files.places.places.entries()) {
    if (country !== undefined && !countries.has(country)) {
      yield lost('places', ['places', i, 'country'], country, 'countries.yml');
    }
  }
  for (const [i, { side, of }] of files.organisations.organisations.entries()) {
    if (side !== undefined && !sides.has(side))
      yield lost('organisations', ['organisations', i, 'side'], side, 'countries.yml');
    if (of !== undefined && !sides.has(of))
      yield lost('organisations', ['organisations', i, 'of'], of, 'organisations.yml');
  }
  for (const [i, { side, terms }] of files.persons.persons.entries()) {
    if (!sides.has(side)) yield lost('persons', ['persons', i, 'side'], side, 'countries.yml');
    for (const [j, { office }] of (terms ?? []).entries()) {
      if (!offices.has(office))
        yield lost('persons', ['persons', i, 'terms', j, 'office'], office, 'offices.yml');
    }
  }
  for (const [i, { is }] of files.objects.objects.entries()) {
    if (is !== undefined && !objects.has(is)) yield lost('objects', ['objects', i, 'is'], is, 'objects.yml');
  }
}

function findTrouble(files: ActorFiles): Trouble | undefined {
  return (
    findTwice('countries', 'countries', files.countries.countries) ??
    findTwice('places', 'places', files.places.places) ??
    findTwice('offices', 'offices', files.offices.offices) ??
    findTwice('persons', 'persons', files.persons.persons) ??
    findTwice('organisations', 'organisations', files.organisations.organisations) ??
    findTwice('objects', 'objects', files.objects.objects) ??
    [...lostIds(files)].at(0)
  );
}

/** @throws UserError for an id used twice or one that leads nowhere. */
export function checkActors(files: ActorFiles, folder: string): void {
  const trouble = findTrouble(files);
  if (trouble === undefined) return;
  const file = join(folder, `${trouble.file}.yml`);
  const where = placeInYaml(readFileSync(file, 'utf8'), file, trouble.path);
  throw new UserError(trouble.what, { where, hint: trouble.hint });
}
