import type { ActorMerge, MergeRule } from '../../../model/stranger.ts';
import { areDistinct } from './compare-persons.ts';
import type { ComparingKnowledge, Match } from './compare-persons.ts';
import { isFullName } from './person-profile.ts';
import type { PersonProfile } from './person-profile.ts';

/** What analysts said: pairs of ids that are one person, and pairs that are not. */
export interface ActorRulings {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

/** Strangers who may have to do with each other, and what speaks for it. */
export interface Company {
  readonly strangers: readonly PersonProfile[];
  /** Stranger → listed person or other stranger → match. */
  readonly matches: ReadonlyMap<string, ReadonlyMap<string, Match>>;
  readonly profileOf: (id: string) => PersonProfile | undefined;
}

export interface Settled {
  readonly merges: readonly ActorMerge[];
  readonly doubts: readonly ActorMerge[];
}

/** A listed person is chosen where he fits so much better than the next. */
const MARGIN = 0.08;

interface Cluster {
  members: PersonProfile[];
  listedId: string | undefined;
}

const wordsIn = ({ names }: PersonProfile): number => names[0].filter((word) => word.length > 1).length;
/** How much a name tells: more words, then a side. */
const detail = (one: PersonProfile): number => wordsIn(one) * 2 + Math.min(1, one.sideIds.length);

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one after whom the others are called: full name and side, then whoever was met first. */
const leaderOf = ({ members }: Cluster): PersonProfile =>
  members.toSorted(
    (a, b) =>
      Number(isFullName(b.names[0])) - Number(isFullName(a.names[0])) ||
      b.sideIds.length - a.sideIds.length ||
      before(a.from, b.from) ||
      before(a.id, b.id),
  )[0];

class Settling {
  private readonly clusters = new Map<string, Cluster>();
  private readonly doubts = new Map<string, ActorMerge>();
  private readonly apart: ReadonlySet<string>;
  private readonly company: Company;
  private readonly knowledge: ComparingKnowledge;

  constructor(company: Company, knowledge: ComparingKnowledge, apart: ActorRulings['apart']) {
    this.company = company;
    this.knowledge = knowledge;
    this.apart = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    for (const one of company.strangers) this.clusters.set(one.id, { members: [one], listedId: undefined });
  }

  private areApart(a: string, b: string): boolean {
    return this.apart.has(`${a} ${b}`);
  }

  private doubt(strangerId: string, personId: string, { rule, likeness }: Match): void {
    if (!this.areApart(strangerId, personId))
      this.doubts.set([strangerId, personId].sort().join(' '), { strangerId, personId, rule, likeness });
  }

  private canJoin(a: Cluster, b: Cluster): boolean {
    if (a.listedId !== undefined && b.listedId !== undefined && a.listedId !== b.listedId) return false;
    const listed = [a.listedId, b.listedId].flatMap((id) => id ?? []);
    return a.members.every(
      (one) =>
        !listed.some((id) => this.areApart(one.id, id)) &&
        b.members.every(
          (other) =>
            !this.areApart(one.id, other.id) &&
            !listed.some((id) => this.areApart(other.id, id)) &&
            !areDistinct(one, other, this.knowledge),
        ),
    );
  }

  private join(a: Cluster, b: Cluster): void {
    const joined: Cluster = { members: [...a.members, ...b.members], listedId: a.listedId ?? b.listedId };
    for (const { id } of joined.members) this.clusters.set(id, joined);
  }

  private of(id: string): Cluster {
    return this.clusters.get(id) ?? { members: [], listedId: id };
  }

  rule(pairs: ActorRulings['together']): void {
    for (const [one, other] of pairs) {
      const [a, b] = [this.of(one), this.of(other)];
      if (a !== b && a.members.length + b.members.length > 0) this.join(a, b);
    }
  }

  /** Joins a stranger to the listed person who fits, where a single one does. */
  findListed(one: PersonProfile): void {
    const cluster = this.of(one.id);
    if (cluster.listedId !== undefined) return;
    const fitting = [...(this.company.matches.get(one.id) ?? [])]
      .filter(([id]) => this.company.profileOf(id)?.isListed === true && !this.areApart(one.id, id))
      .toSorted(([a, x], [b, y]) => y.likeness - x.likeness || before(a, b));
    const sure = fitting.filter(([, { verdict }]) => verdict === 'one');
    const [best, next] = [sure.at(0), sure.at(1)];
    if (best !== undefined && (next === undefined || best[1].likeness - next[1].likeness >= MARGIN)) {
      const isBarred = cluster.members.some(({ id }) => this.areApart(id, best[0]));
      if (!isBarred) cluster.listedId = best[0];
    } else for (const [id, match] of best === undefined ? fitting : sure) this.doubt(one.id, id, match);
  }

  private *pairs(): Generator<readonly [PersonProfile, PersonProfile, Match]> {
    for (const one of this.company.strangers)
      for (const [id, match] of this.company.matches.get(one.id) ?? []) {
        const other = this.company.profileOf(id);
        if (other?.isListed === false && one.id < id) yield [one, other, match];
      }
  }

  /** Names that tell equally much, the most alike first. */
  joinEquals(): void {
    const equal = [...this.pairs()].filter(
      ([a, b, { verdict }]) => detail(a) === detail(b) && verdict === 'one',
    );
    const sorted = equal.toSorted(
      ([a, c, x], [b, d, y]) => y.likeness - x.likeness || before(a.id, b.id) || before(c.id, d.id),
    );
    for (const [a, b, match] of sorted) this.tryJoin(a, b, match);
  }

  private tryJoin(one: PersonProfile, other: PersonProfile, match: Match): void {
    const [a, b] = [this.of(one.id), this.of(other.id)];
    if (a === b) return;
    if (this.canJoin(a, b)) this.join(a, b);
    else this.doubt(one.id, other.id, match);
  }

  /** A name that tells less joins the one person whose fuller name it fits; where it fits two, it joins none. */
  joinFuller(one: PersonProfile): void {
    const fuller = [...(this.company.matches.get(one.id) ?? [])].flatMap(([id, match]) => {
      const other = this.company.profileOf(id);
      const isFuller = other?.isListed === false && detail(other) > detail(one) && match.verdict === 'one';
      return isFuller && !this.areApart(one.id, id) ? [{ other, match }] : [];
    });
    const homes = new Set(fuller.map(({ other }) => this.of(other.id).listedId ?? leaderOf(this.of(other.id)).id));
    const own = this.of(one.id).listedId;
    if (own !== undefined) homes.add(own);
    for (const { other, match } of fuller)
      if (homes.size === 1) this.tryJoin(one, other, match);
      else if (own === undefined) this.doubt(one.id, other.id, match);
  } // prettier-ignore

  doubtRest(): void {
    for (const [a, b, match] of this.pairs()) if (match.verdict === 'perhaps') this.doubt(a.id, b.id, match);
  }

  private homeOf(id: string): string {
    const { listedId, members } = this.of(id);
    return listedId ?? leaderOf({ listedId, members }).id;
  }

  private toMerge(strangerId: string, personId: string): ActorMerge {
    const matches = this.company.matches.get(strangerId);
    const own = this.of(strangerId).members.flatMap(({ id }) => matches?.get(id) ?? []);
    const best = matches?.get(personId) ?? own.toSorted((a, b) => b.likeness - a.likeness).at(0);
    const rule: MergeRule = best?.verdict === 'one' ? best.rule : 'analyst';
    return { strangerId, personId, rule, likeness: Math.round((best?.likeness ?? 0) * 100) / 100 };
  }

  settled(): Settled {
    const homes = this.company.strangers.map(({ id }) => [id, this.homeOf(id)] as const);
    return {
      merges: homes.filter(([id, home]) => id !== home).map(([id, home]) => this.toMerge(id, home)),
      doubts: [...this.doubts.values()]
        .filter(({ strangerId, personId }) => this.homeOf(strangerId) !== this.homeOf(personId))
        .toSorted((a, b) => before(a.strangerId, b.strangerId) || before(a.personId, b.personId)),
    };
  }
}

/** Which strangers of a company are one person, or a listed one. The order in which they were met does not matter. */
export function settlePersons(
  company: Company,
  knowledge: ComparingKnowledge,
  rulings: ActorRulings,
): Settled {
  const settling = new Settling(company, knowledge, rulings.apart);
  const sorted = company.strangers.toSorted((a, b) => detail(b) - detail(a) || before(a.id, b.id));
  settling.rule(rulings.together);
  for (const one of sorted) settling.findListed(one);
  settling.joinEquals();
  for (const one of sorted) settling.joinFuller(one);
  settling.doubtRest();
  return settling.settled();
}
