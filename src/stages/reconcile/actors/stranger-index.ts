import type { ActorKnowledge } from '../../../model/actor.ts';
import type { ActorGroups, ActorMerge, Stranger } from '../../../model/stranger.ts';
import type { KnownReading } from '../reconcile.ts';
import { comparePersons } from './compare-persons.ts';
import type { ComparingKnowledge, Match } from './compare-persons.ts';
import { meetStrangers } from './meet-strangers.ts';
import type { Sighting } from './meet-strangers.ts';
import { meetingKeys, profileListed, profileStranger, toNameKnowledge } from './person-profile.ts';
import type { PersonProfile } from './person-profile.ts';
import { settlePersons } from './settle-persons.ts';
import type { ActorRulings } from './settle-persons.ts';

export const NO_ACTOR_RULINGS: ActorRulings = { together: [], apart: [] };

const together = <T extends string>(a: readonly T[], b: readonly T[]): readonly T[] =>
  [...new Set([...a, ...b])].sort();

function grow(known: Stranger | undefined, sighting: Sighting, reportId: string, day: string): Stranger {
  const { id, name, officeIds, sex } = sighting;
  const [sideId] = [known?.sideId, sighting.sideId].filter((side) => side !== undefined).sort();
  return {
    id,
    name,
    ...(sideId === undefined ? {} : { sideId }),
    officeIds: together(known?.officeIds ?? [], officeIds),
    sexes: together(known?.sexes ?? [], sex === undefined ? [] : [sex]),
    from: known === undefined || day < known.from ? day : known.from,
    until: known === undefined || day > known.until ? day : known.until,
    reportIds: together(known?.reportIds ?? [], [reportId]),
  };
}

/**
 * The persons of all reports, taken in report by report. What comes out depends on which reports were taken in, not on
 * their order; a report touches only the persons whom its own may be.
 */
export class StrangerIndex {
  private readonly strangers = new Map<string, Stranger>();
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

  /** Takes a report in. Gives the strangers, new ones too, whose person is now another than before. */
  add({ reading, knownFrom }: KnownReading): readonly string[] {
    const touched: string[] = [];
    const fresh: string[] = [];
    for (const sighting of meetStrangers(reading, this.actors)) {
      const known = this.strangers.get(sighting.id);
      const stranger = grow(known, sighting, reading.report.id, knownFrom.slice(0, 10));
      this.strangers.set(stranger.id, stranger);
      const profile = profileStranger(stranger);
      this.putProfile(profile);
      touched.push(...this.compare(profile));
      if (known === undefined) fresh.push(stranger.id);
    }
    return touched.length === 0 ? [] : together(fresh, this.settle(touched));
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
