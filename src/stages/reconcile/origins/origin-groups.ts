import { contentId } from '../../../model/content-id.ts';
import type { Origin, OriginMember } from '../../../model/fact.ts';
import type { Report } from '../../../model/report.ts';
import { applyRulings } from '../rulings.ts';
import type { Rulings } from '../rulings.ts';
import { mergeSorted, SortedFacts } from '../sorted-facts.ts';
import { compareProfiles, copyKind } from './compare-profiles.ts';
import { CorrectedReports } from './corrected-reports.ts';
import { OriginIndex, toHeld } from './origin-index.ts';
import type { Held } from './origin-index.ts';
import { profileReport } from './profile-report.ts';

/** Reports of one text, the first published first. */
type Copies = readonly Held[];

const originId = ([first]: Copies): string => contentId('origin', first.profile.report.id);
const NAMING = { memberId: ({ profile }: Held) => profile.report.id, groupId: originId };
const byOrder = (a: Held, b: Held): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

interface Copied {
  readonly first: Held;
  readonly member: OriginMember;
}

/** What rulings make of the groups that they name. */
interface Ruled {
  readonly without: ReadonlySet<Origin>;
  readonly origins: readonly Origin[];
}

/** Groups of copies whose reports come and go in any order, and the origin that each makes. */
export class OriginGroups {
  private readonly index = new OriginIndex();
  private readonly corrected = new CorrectedReports();
  private readonly held = new Map<string, Held>();
  private readonly copiesOf = new Map<Held, Copies>();
  private readonly made = new Map<Copies, Origin>();
  private readonly byId = new Map<string, Copies>();
  private readonly compared = new WeakMap<Held, Copied>();
  private readonly sorted = new SortedFacts<Origin>();
  private ruled: Ruled | undefined;

  /** Takes reports out and in; gives the ids of those whose origin may now be another. */
  change(removed: Iterable<string>, added: readonly Report[], rulings: Rulings): ReadonlySet<string> {
    const stirred = new Set<Held>();
    for (const id of removed) this.remove(id, stirred);
    const changed = added.filter((report) => this.held.get(report.id)?.profile.report !== report);
    for (const held of changed.map((report) => toHeld(profileReport(report))).sort(byOrder)) {
      this.remove(held.profile.report.id, stirred);
      this.held.set(held.profile.report.id, held);
      for (const other of [held, ...this.index.add(held), ...this.corrected.add(held)]) stirred.add(other);
    }
    const before = this.ruled?.origins ?? [];
    const regrouped = this.regroup(stirred);
    this.ruled = this.rule(rulings);
    const ruled = [...before, ...this.ruled.origins].flatMap(({ members }) => members);
    return new Set([...regrouped, ...ruled.map(({ reportId }) => reportId)]);
  }

  private remove(id: string, stirred: Set<Held>): void {
    const held = this.held.get(id);
    if (held === undefined) return;
    this.held.delete(id);
    for (const other of [held, ...this.index.remove(held), ...this.corrected.remove(held)])
      stirred.add(other);
  }

  /** The origins as they stand, by id; unchanged ones are the same objects as before. */
  origins(): readonly Origin[] {
    const sorted = this.sorted.list();
    if (this.ruled === undefined || this.ruled.origins.length === 0) return sorted;
    return mergeSorted(sorted, this.ruled.without, this.ruled.origins);
  }

  originIdOf(reportId: string): string {
    const isMember = ({ members }: Origin): boolean => members.some((member) => member.reportId === reportId);
    const ruled = this.ruled?.origins.find(isMember);
    const held = this.held.get(reportId);
    const copies = held === undefined ? undefined : this.copiesOf.get(held);
    return ruled?.id ?? (copies === undefined ? '' : originId(copies));
  }

  /** Splits and merges, where rulings name a report or an origin. */
  private rule(rulings: Rulings): Ruled {
    const ids = [...rulings.merged, ...rulings.split].flat();
    const named = new Set(ids.map((id) => this.named(id)).filter((copies) => copies !== undefined));
    const groups = [...named].sort((a, b) => byOrder(a[0], b[0]));
    const ruled = groups.length === 0 ? [] : applyRulings(groups, rulings, NAMING);
    return {
      without: new Set(groups.flatMap((copies) => this.made.get(copies) ?? [])),
      origins: ruled.map((copies) => this.toOrigin(copies.toSorted(byOrder))),
    };
  }

  private named(id: string): Copies | undefined {
    const held = this.held.get(id);
    return this.byId.get(id) ?? (held === undefined ? undefined : this.copiesOf.get(held));
  }

  /** Finds anew the groups of all reports whose relations changed; gives the reports in them. */
  private regroup(stirred: ReadonlySet<Held>): readonly string[] {
    const open = new Set<Held>();
    for (const one of stirred) {
      for (const member of this.copiesOf.get(one) ?? [one]) open.add(member);
      this.forget(one);
    }
    const regrouped: string[] = [];
    for (const one of open) {
      if (this.held.get(one.profile.report.id) !== one || this.copiesOf.has(one)) continue;
      const copies = this.gather(one);
      const origin = this.toOrigin(copies);
      for (const member of copies) {
        this.copiesOf.set(member, copies);
        regrouped.push(member.profile.report.id);
      }
      this.made.set(copies, origin);
      this.byId.set(origin.id, copies);
      this.sorted.add(origin);
    }
    return regrouped;
  }

  private forget(one: Held): void {
    const copies = this.copiesOf.get(one);
    const origin = copies === undefined ? undefined : this.made.get(copies);
    if (copies === undefined || origin === undefined) return;
    this.sorted.remove(origin);
    this.made.delete(copies);
    this.byId.delete(origin.id);
    for (const member of copies) this.copiesOf.delete(member);
  }

  /** All that hang together with this one, in order; groups that they were in before are forgotten. */
  private gather(one: Held): Copies {
    const found = new Set([one]);
    for (const member of found) {
      this.forget(member);
      for (const other of this.index.sameAs(member)) found.add(other);
      for (const other of this.corrected.relatedTo(member)) found.add(other);
    }
    return [...found].sort(byOrder);
  }

  private toMember(first: Held, copy: Held): OriginMember {
    const known = this.compared.get(copy);
    if (known?.first === first) return known.member;
    const member: OriginMember = {
      reportId: copy.profile.report.id,
      how: copyKind(first.profile, copy.profile),
      similarity: Math.round(compareProfiles(first.profile, copy.profile).likeness * 1000) / 1000,
    };
    this.compared.set(copy, { first, member });
    return member;
  }

  private toOrigin(copies: Copies): Origin {
    const [first, ...others] = copies;
    return {
      id: originId(copies),
      members: [
        { reportId: first.profile.report.id, how: 'first', similarity: 1 },
        ...others.map((copy) => this.toMember(first, copy)),
      ],
      leansOn: [],
    };
  }
}
