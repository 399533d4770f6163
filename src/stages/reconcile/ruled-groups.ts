import { GreedyGroups } from './greedy-groups.ts';
import type { Group, Grouping } from './grouping.ts';
import { applyRulings } from './rulings.ts';
import type { Rulings } from './rulings.ts';
import { byFactId, mergeSorted, SortedFacts } from './sorted-facts.ts';

/** What is grouped how, and what one fact is made of. */
export interface Making<C, T extends C, F> {
  readonly grouping: Grouping<T>;
  /** A member as it is grouped: what is asked of it often, worked out once. */
  readonly prepare: (one: C) => T;
  readonly groupId: (group: readonly T[]) => string;
  readonly toFact: (group: readonly T[], id: string) => F;
}

/** Groups whose members come and go, the fact that each makes, and what analysts ruled of them. */
export class RuledGroups<C, T extends C, F extends { readonly id: string }> {
  private readonly making: Making<C, T, F>;
  private readonly groups: GreedyGroups<T>;
  private readonly made = new Map<Group<T>, F>();
  private readonly groupsById = new Map<string, Group<T>>();
  private readonly sorted = new SortedFacts<F>();
  private ruled:
    { readonly rulings: Rulings; readonly of: readonly F[]; readonly facts: readonly F[] } | undefined;

  constructor(making: Making<C, T, F>) {
    this.making = making;
    this.groups = new GreedyGroups(making.grouping);
  }

  /** Takes members out and in. */
  change(removed: Iterable<string>, added: readonly C[]): void {
    this.groups.change(removed, added.map(this.making.prepare));
    const { gone, now } = this.groups.takeChanges();
    for (const group of gone) {
      const fact = this.made.get(group);
      if (fact === undefined) continue;
      this.sorted.remove(fact);
      this.made.delete(group);
      this.groupsById.delete(fact.id);
    }
    for (const group of now) {
      const fact = this.making.toFact(group.members, this.making.groupId(group.members));
      this.made.set(group, fact);
      this.groupsById.set(fact.id, group);
      this.sorted.add(fact);
    }
  }

  /** The facts as they stand, by id; unchanged ones are the same objects as before. */
  facts(rulings: Rulings): readonly F[] {
    const sorted = this.sorted.list();
    if (rulings.merged.length + rulings.split.length === 0) return sorted;
    if (this.ruled?.of !== sorted || this.ruled.rulings !== rulings)
      this.ruled = { rulings, of: sorted, facts: this.rule(rulings, sorted) };
    return this.ruled.facts;
  }

  /** Only groups that a ruling names, or holds a member of, are touched by it. */
  private rule(rulings: Rulings, sorted: readonly F[]): readonly F[] {
    const { grouping, groupId, toFact } = this.making;
    const ids = [...rulings.merged, ...rulings.split].flat();
    const named = new Set(ids.flatMap((id) => this.groupsById.get(id) ?? this.groups.groupOf(id) ?? []));
    const facts = [...named].flatMap((group) => this.made.get(group) ?? []).sort(byFactId);
    const groups = facts.flatMap(({ id }) => this.groupsById.get(id) ?? []).map(({ members }) => members);
    const ruled = applyRulings(groups, rulings, { memberId: grouping.idOf, groupId });
    const made = ruled.map((group) => toFact(group, groupId(group)));
    return mergeSorted(sorted, new Set(facts), made);
  }
}
