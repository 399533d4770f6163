import type { ActorKnowledge } from '../../../model/actor.ts';
import type { ActorGroups, ActorMerge, Stranger } from '../../../model/stranger.ts';
import type { KnownReading } from '../known-reading.ts';
import { comparePersons } from './compare-persons.ts';
import type { ComparingKnowledge, Match } from './compare-persons.ts';
import { meetStrangers } from './meet-strangers.ts';
import type { Sighting } from './meet-strangers.ts';
import { meetingKeys, profileListed, profileStranger, toNameKnowledge } from './person-profile.ts';
import type { PersonProfile } from './person-profile.ts';
import { settlePersons } from './settle-persons.ts';
import type { ActorRulings } from './settle-persons.ts';

export const NO_ACTOR_RULINGS: ActorRulings = { together: [], apart: [] };

const unique = <T extends string>(ids: readonly T[]): readonly T[] => [...new Set(ids)].sort();

/** A person as one report tells of him, and when that was known. */
interface Told {
  readonly sighting: Sighting;
  readonly reportId: string;
  readonly day: string;
}

/** A stranger as all the reports that name him tell. */
function toStranger(told: readonly Told[]): Stranger {
  const { id, name } = told[0].sighting;
  const [sideId] = told.flatMap(({ sighting }) => sighting.sideId ?? []).sort();
  const days = told.map(({ day }) => day).sort();
  return {
    id,
    name,
    ...(told.some(({ sighting }) => sighting.sideId !== undefined) && { sideId }),
    officeIds: unique(told.flatMap(({ sighting }) => sighting.officeIds)),
    sexes: unique(told.flatMap(({ sighting }) => sighting.sex ?? [])),
    from: days[0],
    until: days[days.length - 1],
    reportIds: unique(told.map(({ reportId }) => reportId)),
  };
}

/** Readings that go (by the ids of their reports) and come. */
export interface StrangerChange {
  readonly removed?: readonly string[];
  readonly added?: readonly KnownReading[];
}

/**
 * The persons of all reports, taken in and out report by report. What comes out depends on which reports are in, not on
 * their order; a report touches only the persons whom its own may be.
 */
export class StrangerIndex {
  private readonly strangers = new Map<string, Stranger>();
  /** Stranger → report → what it tells of him. */
  private readonly told = new Map<string, Map<string, Told>>();
  private readonly ofReport = new Map<string, readonly string[]>();
  private readonly profiles = new Map<string, PersonProfile>();
  private readonly keys = new Map<string, Set<string>>();
  private readonly matches = new Map<string, Map<string, Match>>();
  private readonly homes = new Map<string, ActorMerge>();
  private readonly doubts = new Map<string, readonly ActorMerge[]>();
  private readonly knowledge: ComparingKnowledge;
  private readonly actors: ActorKnowledge;
  private readonly rulings: ActorRulings;

  constructor(actors: ActorKnowledge, rulings: ActorRulings = NO_ACTOR_RULINGS) {
    this.actors = actors;
    this.rulings = rulings;
    const listed = profileListed(actors);
    this.knowledge = { offices: actors.offices, ...toNameKnowledge(actors, listed) };
    for (const profile of listed) this.putProfile(profile);
  }

  private putProfile(profile: PersonProfile): void {
    this.profiles.set(profile.id, profile);
    for (const key of meetingKeys(profile)) {
      const ids = this.keys.get(key);
      if (ids) ids.add(profile.id);
      else this.keys.set(key, new Set([profile.id]));
    }
  }

  /** Compares one with whom he may be; gives the strangers among those, before and now. */
  private compare(profile: PersonProfile): readonly string[] {
    const old = [...(this.matches.get(profile.id)?.keys() ?? [])];
    const near = new Set([...meetingKeys(profile)].flatMap((key) => [...(this.keys.get(key) ?? [])]));
    near.delete(profile.id);
    const found = new Map<string, Match>();
    for (const id of near) {
      const other = this.profiles.get(id);
      const match = other && comparePersons(profile, other, this.knowledge);
      if (match) found.set(id, match);
    }
    for (const id of old) this.matches.get(id)?.delete(profile.id);
    for (const [id, match] of found) this.matches.get(id)?.set(profile.id, match);
    this.matches.set(profile.id, found);
    const ruled = this.rulings.together.filter((pair) => pair.includes(profile.id)).flat();
    return [profile.id, ...old, ...found.keys(), ...ruled].filter((id) => this.strangers.has(id));
  }

  /** Everybody with whom these may have to do, by way of others. */
  private companyOf(ids: readonly string[]): readonly string[] {
    const found = new Set<string>(ids);
    for (const id of found) {
      const ruled = this.rulings.together.filter((pair) => pair.includes(id)).flat();
      for (const other of [...(this.matches.get(id)?.keys() ?? []), ...ruled])
        if (this.strangers.has(other)) found.add(other);
    }
    return [...found].sort();
  }

  private settle(touched: readonly string[]): readonly string[] {
    const ids = this.companyOf(touched);
    const strangers = ids.flatMap((id) => this.profiles.get(id) ?? []);
    const profileOf = (id: string): PersonProfile | undefined => this.profiles.get(id);
    const { merges, doubts } = settlePersons({ strangers, matches: this.matches, profileOf }, this.knowledge, this.rulings);
    const old = new Map(ids.map((id) => [id, this.personOf(id)]));
    for (const id of ids) {
      this.homes.delete(id);
      this.doubts.set(id, doubts.filter(({ strangerId }) => strangerId === id));
    }
    for (const merge of merges) this.homes.set(merge.strangerId, merge);
    return ids.filter((id) => old.get(id) !== this.personOf(id));
  } // prettier-ignore

  private dropProfile(id: string): void {
    const profile = this.profiles.get(id);
    if (profile !== undefined) for (const key of meetingKeys(profile)) this.keys.get(key)?.delete(id);
    this.profiles.delete(id);
  }

  private takeOut(reportId: string): readonly string[] {
    const ids = this.ofReport.get(reportId) ?? [];
    for (const id of ids) this.told.get(id)?.delete(reportId);
    this.ofReport.delete(reportId);
    return ids;
  }

  private takeIn({ reading, knownFrom }: KnownReading): readonly string[] {
    const reportId = reading.report.id;
    const met = meetStrangers(reading, this.actors);
    for (const sighting of met) {
      const told = this.told.get(sighting.id) ?? new Map<string, Told>();
      told.set(reportId, { sighting, reportId, day: knownFrom.slice(0, 10) });
      this.told.set(sighting.id, told);
    }
    const ids = met.map(({ id }) => id);
    if (ids.length > 0) this.ofReport.set(reportId, ids);
    return ids;
  }

  /** Makes a stranger anew from what is told of him; gives the strangers whom that touches. */
  private renew(id: string): readonly string[] {
    const told = [...(this.told.get(id)?.values() ?? [])];
    this.dropProfile(id);
    if (told.length > 0) {
      const stranger = toStranger(told);
      this.strangers.set(id, stranger);
      const profile = profileStranger(stranger);
      this.putProfile(profile);
      return this.compare(profile);
    }
    const old = [...(this.matches.get(id)?.keys() ?? [])];
    for (const other of old) this.matches.get(other)?.delete(id);
    for (const map of [this.told, this.strangers, this.matches, this.homes, this.doubts]) map.delete(id);
    return old.filter((other) => this.strangers.has(other));
  }

  /**
   * Takes reports out (by id) and in; one that is in already is taken in anew. Gives the ids of the other reports that name
   * somebody whose person is now another than before.
   */
  change({ removed = [], added = [] }: StrangerChange): readonly string[] {
    const ids = new Set<string>();
    const gone = [...removed, ...added.map(({ reading }) => reading.report.id)];
    for (const reportId of gone) for (const id of this.takeOut(reportId)) ids.add(id);
    for (const known of added) for (const id of this.takeIn(known)) ids.add(id);
    const touched = [...ids].flatMap((id) => this.renew(id)).filter((id) => this.strangers.has(id));
    const changed = touched.length === 0 ? [] : this.settle(touched);
    const reports = unique(changed.flatMap((id) => this.strangers.get(id)?.reportIds ?? []));
    return reports.filter((id) => !gone.includes(id));
  }

  /** Who a stranger is: a listed actor, or the stranger met first of those who are one; himself where he is nobody else. */
  personOf(id: string): string {
    return this.homes.get(id)?.personId ?? id;
  }

  groups(): ActorGroups {
    const merges = [...this.homes.values()].toSorted((a, b) => (a.strangerId < b.strangerId ? -1 : 1));
    return { strangers: this.strangers, merges, doubts: [...this.doubts.values()].flat() };
  }
}
