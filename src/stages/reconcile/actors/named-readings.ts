import type { ActorKnowledge } from '../../../model/actor.ts';
import type { ActorGroups, ActorMerge } from '../../../model/stranger.ts';
import type { KnownReading } from '../known-reading.ts';
import { meetStrangers } from './meet-strangers.ts';
import { namePersons } from './name-persons.ts';
import type { ActorRulings } from './settle-persons.ts';
import { NO_ACTOR_RULINGS, StrangerIndex } from './stranger-index.ts';

interface Named {
  readonly given: KnownReading;
  /** Ids of the strangers it names. */
  readonly met: readonly string[];
  /** Who they are, as far as is known now. */
  readonly persons: string;
  readonly known: KnownReading;
}

const namesOf = ({ strangerId, personId }: ActorMerge): string => `${strangerId} ${personId}`;
const byNames = (a: ActorMerge, b: ActorMerge): number => (namesOf(a) < namesOf(b) ? -1 : 1);

/**
 * Readings taken in and out, everybody called by one id across them. A reading whose persons are who they were before
 * stays the same object.
 */
export class NamedReadings {
  private readonly actors: ActorKnowledge;
  private readonly index: StrangerIndex;
  private named = new Map<string, Named>();

  constructor(actors: ActorKnowledge, rulings: ActorRulings) {
    this.actors = actors;
    this.index = new StrangerIndex(actors, rulings);
  }

  /** Goes on to these readings, by the ids of their reports. */
  move(readings: ReadonlyMap<string, KnownReading>): ReadonlyMap<string, KnownReading> {
    const changed = [...readings].filter(([id, known]) => this.named.get(id)?.given !== known);
    const removed = [...this.named.keys()].filter((id) => readings.get(id) !== this.named.get(id)?.given);
    this.index.change({ removed, added: changed.map(([, known]) => known) });
    this.named = new Map([...readings].map(([id, known]) => [id, this.name(known, this.named.get(id))]));
    return new Map([...this.named].map(([id, { known }]) => [id, known]));
  }

  /** As of now; it stays as it is when readings come and go. */
  groups(): ActorGroups {
    const { strangers, merges, doubts } = this.index.groups();
    return { merges, doubts: doubts.toSorted(byNames), strangers: new Map(strangers) };
  }

  private name(given: KnownReading, before: Named | undefined): Named {
    const same = before?.given === given ? before : undefined;
    const met = same?.met ?? meetStrangers(given.reading, this.actors).map(({ id }) => id);
    const persons = met.map((id) => this.index.personOf(id)).join(' ');
    if (same?.persons === persons) return same;
    if (met.length === 0) return { given, met, persons, known: given };
    const reading = namePersons(given.reading, this.actors, (id) => this.index.personOf(id));
    return { given, met, persons, known: { ...given, reading } };
  }
}

/** Tells across reports who is whom, and calls everybody by one id. The order of the readings does not matter. */
export function nameAcrossReports(
  readings: readonly KnownReading[],
  actors: ActorKnowledge,
  rulings: ActorRulings = NO_ACTOR_RULINGS,
): { readonly readings: readonly KnownReading[]; readonly persons: ActorGroups } {
  const named = new NamedReadings(actors, rulings);
  const known = named.move(new Map(readings.map((one) => [one.reading.report.id, one])));
  return { readings: [...known.values()], persons: named.groups() };
}
