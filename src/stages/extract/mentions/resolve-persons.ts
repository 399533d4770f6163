import type { Actor } from '../../../model/actor.ts';
import type { Candidate } from './candidate.ts';
import type { ReadingContext } from './reading-context.ts';
import { classOfOffice, sideOfOffice, isHeldOn, officeOn } from './terms-of-office.ts';

/** A person met by full name in this report. */
interface Known {
  readonly id: string;
  readonly words: readonly string[];
  readonly first: Candidate;
  sex: Candidate['sex'];
  sideId: string | undefined;
}

const slug = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).join('-');

/** Full names of this report, known to data/actors or new. */
class Cast {
  readonly #byWord = new Map<string, Known[]>();
  readonly #byId = new Map<string, Known>();

  add(candidate: Candidate, id: string): void {
    const known = this.#byId.get(id);
    if (known !== undefined) {
      known.sex ??= candidate.sex;
      known.sideId ??= candidate.sideId;
      return;
    }
    const words = (candidate.nameWords ?? []).filter((word) => word.length > 1);
    const entry: Known = { id, words, first: candidate, sex: candidate.sex, sideId: candidate.sideId };
    this.#byId.set(id, entry);
    for (const word of new Set(words)) {
      this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), entry]);
    }
  }

  /** Persons with all these words in their names; those whose first or last word it is, where the word is one. */
  find(words: readonly string[]): readonly Known[] {
    const found = this.#byWord.get(words.at(-1) ?? '') ?? [];
    const having = found.filter((known) =>
      words.every((word) => word.length === 1 || known.words.includes(word)),
    );
    const asFamily = having.filter(
      (known) => known.words.at(-1) === words.at(-1) || known.words.at(0) === words.at(-1),
    );
    return asFamily.length > 0 ? asFamily : having;
  }

  get(id: string): Known | undefined {
    return this.#byId.get(id);
  }
}

const isNewPerson = (candidate: Candidate): boolean => {
  const words = candidate.nameWords ?? [];
  if (words.length > 1) return true;
  return candidate.title !== undefined || candidate.phrase.first < candidate.nameFirst;
};

function narrow<T>(list: readonly T[], test: (item: T) => boolean): readonly T[] {
  const kept = list.filter(test);
  return kept.length > 0 ? kept : list;
}

type Sides = ReadonlySet<string>;

/**
 * A bare family name means somebody whose side the report speaks of, or a leader whose name is no given name as well.
 * With a title or side before it, it may mean anybody who bears it.
 */
function isExpected({ actors }: ReadingContext, candidate: Candidate, sides: Sides, person: Actor): boolean {
  const isBare =
    candidate.title === undefined && candidate.sideIds.length === 0 && candidate.sideId === undefined;
  if (!isBare || candidate.phrase.first < candidate.nameFirst || sides.has(person.sideId ?? '')) return true;
  const family = candidate.nameWords?.at(-1) ?? '';
  if (actors.words.givenNames.has(family) || actors.words.givenNamesOfEither.has(family)) return false;
  return person.terms.some(({ officeId }) => actors.offices.get(classOfOffice(officeId))?.leads === true);
}

/** Sides named by other words than a person's name. */
const sidesOf = (candidates: readonly Candidate[]): Sides =>
  new Set(
    candidates.flatMap(({ what, sideId, sideIds }) => (what === 'person' ? [] : [...sideIds, sideId ?? ''])),
  );

/** Persons of data/actors whom a family name may mean, judged by title, side, sex and who is in office. */
function fromFamily(context: ReadingContext, candidate: Candidate, sides: Sides): readonly string[] {
  const { actors, publishedOn } = context;
  const persons = (candidate.familyOf ?? []).flatMap((id) => actors.actors.get(id) ?? []);
  const side = candidate.sideId ?? candidate.sideIds.at(-1);
  const likely = persons.filter((person) => isExpected(context, candidate, sides, person));
  let left: readonly Actor[] = narrow(likely, (person) => side === undefined || person.sideId === side);
  left = left.filter(
    ({ sex }) => candidate.sex === undefined || candidate.title === undefined || sex === candidate.sex,
  );
  const wanted = candidate.title?.classId;
  const classOf = (officeId: string): string => classOfOffice(officeId);
  if (wanted !== undefined) {
    const held = left.filter(({ terms }) => terms.some(({ officeId }) => classOf(officeId) === wanted));
    if (held.length === 0 && persons.length > 0 && actors.offices.get(wanted)?.loose !== true) return [];
    left = narrow(left, (person) => held.includes(person));
  }
  if (publishedOn !== undefined && left.length > 1) {
    left = narrow(left, ({ terms }) => terms.some((term) => isHeldOn(term, publishedOn)));
  }
  if (left.length > 1) {
    left = narrow(left, ({ terms }) =>
      terms.some(
        (term) =>
          actors.offices.get(classOf(term.officeId))?.leads === true &&
          (publishedOn === undefined || isHeldOn(term, publishedOn)),
      ),
    );
  }
  return left.map(({ id }) => id);
}

function settle(candidate: Candidate, ids: readonly string[]): boolean {
  if (ids.length === 1) candidate.actorId = ids[0];
  if (ids.length > 1) candidate.doubt = ids;
  return ids.length > 0;
}

function resolveShort(context: ReadingContext, cast: Cast, candidate: Candidate, sides: Sides): void {
  const side = candidate.sideId ?? candidate.sideIds.at(-1);
  let found = cast.find(candidate.nameWords ?? []);
  found = found.filter(
    (known) => known.sex === undefined || candidate.sex === undefined || known.sex === candidate.sex,
  );
  if (side !== undefined) found = narrow(found, (known) => known.sideId === side);
  if (found.length > 1) {
    const leaders = new Set(fromFamily(context, candidate, sides));
    found = narrow(found, ({ id }) => leaders.has(id));
  }
  if (
    settle(
      candidate,
      found.map(({ id }) => id),
    )
  )
    return;
  if (settle(candidate, fromFamily(context, candidate, sides))) return;
  if (isNewPerson(candidate)) {
    candidate.actorId = `new:${slug(candidate.nameWords ?? [])}`;
    cast.add(candidate, candidate.actorId);
  }
}

/** The side of the office held on the day of publication: one may serve another than one's own state. */
function officeSide(context: ReadingContext, personId: string): string | undefined {
  const { publishedOn, actors } = context;
  const office = publishedOn === undefined ? undefined : officeOn(actors, personId, publishedOn);
  const side = office === undefined ? undefined : actors.actors.get(sideOfOffice(office));
  return side?.sideId ?? side?.id;
}

function complete(context: ReadingContext, cast: Cast, candidate: Candidate): void {
  const id = candidate.actorId;
  if (id === undefined) return;
  const known = cast.get(id);
  const person = context.actors.actors.get(id);
  candidate.sex = person?.sex ?? known?.sex ?? candidate.sex;
  const served = officeSide(context, id);
  const side = served ?? person?.sideId ?? candidate.sideId ?? known?.sideId ?? candidate.sideIds.at(-1);
  if (side !== undefined) candidate.sideId = side;
  const { publishedOn } = context;
  const tense = candidate.title?.tense ?? 'now';
  if (tense === 'past' || tense === 'coming') return;
  const wanted = candidate.title?.classId;
  if (person === undefined) {
    const isTold = wanted !== undefined && side !== undefined && candidate.title?.isDeputy === false;
    if (isTold) candidate.officeId = `${side}.${wanted}`;
    return;
  }
  const then = person.terms.find(({ officeId }) => classOfOffice(officeId) === wanted)?.officeId;
  const office =
    tense === 'then'
      ? then
      : publishedOn === undefined
        ? undefined
        : officeOn(context.actors, id, publishedOn, wanted);
  if (office !== undefined) candidate.officeId = office;
}

/** A name that nothing shows to be a person's, here or where it comes again, is a thing's. */
function settleUnsure(candidates: readonly Candidate[]): void {
  const sure = new Set<string>();
  for (const { what, isUnsure, naming, nameWords } of candidates) {
    if (what === 'person' && (isUnsure !== true || naming === 'apposition'))
      for (const word of nameWords ?? []) sure.add(word);
  }
  for (const candidate of candidates) {
    if (candidate.what !== 'person' || candidate.isUnsure !== true || candidate.naming === 'apposition')
      continue;
    if (!sure.has(candidate.nameWords?.at(-1) ?? '')) {
      candidate.what = 'thing';
      candidate.naming = 'unknown';
    }
  }
}

/** Gives every named person an id: full names first, then the short forms that stand for them. */
export function resolvePersons(context: ReadingContext, candidates: readonly Candidate[]): void {
  const cast = new Cast();
  const sides = sidesOf(candidates);
  settleUnsure(candidates);
  const persons = candidates.filter(({ what }) => what === 'person');
  for (const candidate of persons) {
    if (
      candidate.actorId === undefined &&
      (candidate.nameWords ?? []).length > 1 &&
      candidate.familyOf === undefined
    ) {
      const known = cast.find(candidate.nameWords ?? []);
      candidate.actorId = known.length === 1 ? known[0].id : `new:${slug(candidate.nameWords ?? [])}`;
    }
    if (candidate.actorId !== undefined) cast.add(candidate, candidate.actorId);
  }
  for (const candidate of persons)
    if (candidate.actorId === undefined) resolveShort(context, cast, candidate, sides);
  for (const candidate of persons) complete(context, cast, candidate);
}
