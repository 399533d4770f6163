import type { MoveClaim } from '../../../model/claim.ts';
import { contentId } from '../../../model/content-id.ts';
import type { Move } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import { applyRulings, NO_RULINGS } from '../rulings.ts';
import type { Rulings } from '../rulings.ts';
import type { Sourced } from '../sourced.ts';
import type { ClassTree } from './class-tree.ts';
import { daysOf, fitDays, widthOf } from './fit-times.ts';
import { toMove } from './to-move.ts';

type Told = Sourced<MoveClaim>;

/** A time of more days than this is vague: it may cover several deeds. */
const VAGUE_DAYS = 4;

const sidesOf = (parties: readonly Party[]): readonly string[] =>
  [...new Set(parties.map((party) => party.sideId ?? party.actorId).filter((id) => id !== undefined))].sort();

const isSubset = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));
const fitIds = (a: readonly string[], b: readonly string[]): boolean => isSubset(a, b) || isSubset(b, a);

function fitClasses(a: string | undefined, b: string | undefined, classes: ClassTree): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  return (classes[a] ?? []).includes(b) || (classes[b] ?? []).includes(a);
}

/** Who did it: the same sides; where a side is unnamed, only a known act on a known kind of thing tells. */
function fitActors(a: MoveClaim, b: MoveClaim): boolean {
  const [ours, theirs] = [sidesOf(a.actors), sidesOf(b.actors)];
  if (ours.length > 0 && theirs.length > 0) return fitIds(ours, theirs);
  if (ours.length === 0 && theirs.length === 0) return true;
  return a.act !== undefined && a.object !== undefined && a.object.classId === b.object?.classId;
}

/** Everything but the time. */
function fitsButTime(a: Told, b: Told, classes: ClassTree): boolean {
  const [one, other] = [a.claim, b.claim];
  if (one.type !== other.type || one.act !== other.act || one.status !== other.status) return false;
  if (!fitActors(one, other)) return false;
  if (!fitClasses(one.object?.classId, other.object?.classId, classes)) return false;
  if (
    one.place !== undefined &&
    other.place !== undefined &&
    one.place !== other.place &&
    one.act === undefined
  )
    return false;
  const [ours, theirs] = [sidesOf(one.targets), sidesOf(other.targets)];
  if (one.act !== undefined) return fitIds(ours, theirs);
  return ours.length > 0 && theirs.length > 0 ? fitIds(ours, theirs) : a.originId === b.originId;
}

function fits(a: Told, b: Told, classes: ClassTree): boolean {
  if (!fitsButTime(a, b, classes)) return false;
  const sameObject = a.claim.object !== undefined && a.claim.object.classId === b.claim.object?.classId;
  const slack =
    sameObject && a.originId !== b.originId && a.claim.object?.count === b.claim.object?.count ? 1 : 0;
  return fitDays(daysOf(a), daysOf(b), slack);
}

/**
 * Where claims of the same deed meet: under each of their sides or under none; and, where the act and the kind of thing
 * are known, under that kind, for claims that do not name who did it.
 */
function keysOf({ claim }: Told, month: number): readonly string[] {
  const sides = sidesOf(claim.actors);
  const meet = sides.length === 0 ? [''] : sides;
  const byClass = claim.act === undefined || claim.object === undefined ? [] : [`*${claim.object.classId}`];
  return [...meet, ...byClass].map((key) => `${claim.act ?? claim.type} ${claim.status} ${month} ${key}`);
}

const monthsOf = (told: Told): readonly number[] => {
  const { from, until } = daysOf(told);
  const [first, last] = [Math.floor((from - 1) / 31), Math.floor((until + 1) / 31)];
  return Array.from({ length: Math.min(14, last - first + 1) }, (_, i) => first + i);
};

/** The keys under which claims of the same deed meet. */
export const moveKeysOf = (told: Told): readonly string[] =>
  Number.isFinite(widthOf(daysOf(told))) ? monthsOf(told).flatMap((month) => keysOf(told, month)) : [];

const originKeyOf = ({ claim, originId }: Told): string =>
  `${claim.act ?? claim.type} ${claim.status} ${originId}`;

class Groups {
  readonly all: Told[][] = [];
  private readonly index = new Map<string, Set<Told[]>>();
  private readonly classes: ClassTree;

  constructor(classes: ClassTree) {
    this.classes = classes;
  }

  fitting(told: Told): readonly Told[][] {
    const near = new Set(moveKeysOf(told).flatMap((key) => [...(this.index.get(key) ?? [])]));
    return [...near].filter((group) => group.every((other) => fits(other, told, this.classes)));
  }

  /** Groups of the same origin that fit a claim which gives no time. */
  fittingUndated(told: Told): readonly Told[][] {
    if (told.claim.act === undefined && sidesOf(told.claim.actors).length === 0) return [];
    const near = [...(this.index.get(originKeyOf(told)) ?? [])];
    return near.filter((group) => group.every((other) => fitsButTime(other, told, this.classes)));
  }

  put(told: Told, group: Told[] | undefined): void {
    const home = group ?? [];
    if (group === undefined) this.all.push(home);
    home.push(told);
    for (const key of [...moveKeysOf(told), originKeyOf(told)]) {
      const set = this.index.get(key) ?? new Set();
      this.index.set(key, set.add(home));
    }
  }
}

const byId = (a: Told, b: Told): number => (a.claim.id < b.claim.id ? -1 : 1);
/** Claims with a telling time first; among them the ones that say most. */
const detail = ({ claim }: Told): number =>
  (claim.object === undefined ? 0 : 2) +
  (claim.actors.length > 0 ? 1 : 0) +
  (claim.place === undefined ? 0 : 1);

const groupId = (group: readonly Told[]): string =>
  contentId('move', group.map(({ claim }) => claim.id).toSorted()[0]);

/**
 * Groups claims of one deed. Claims with a narrow time make the groups; a claim with a vague one joins a group only
 * where a single one fits it, and one without any only within its own origin. Any order of the claims gives the same: they are sorted first.
 */
export function mergeMoves(
  claims: readonly Told[],
  classes: ClassTree = {},
  rulings: Rulings = NO_RULINGS,
): readonly Move[] {
  const groups = new Groups(classes);
  const vague: Told[] = [];
  for (const told of claims.toSorted((a, b) => detail(b) - detail(a) || byId(a, b))) {
    const width = widthOf(daysOf(told));
    if (Number.isFinite(width) && width <= VAGUE_DAYS) groups.put(told, groups.fitting(told)[0]);
    else vague.push(told);
  }
  for (const told of vague.toSorted(byId)) {
    const isDated = Number.isFinite(widthOf(daysOf(told)));
    const fitting = isDated ? groups.fitting(told) : groups.fittingUndated(told);
    groups.put(told, fitting.length === 1 ? fitting[0] : undefined);
  }
  const naming = { memberId: (told: Told) => told.claim.id, groupId };
  return applyRulings(groups.all, rulings, naming)
    .map((group) => toMove(group.toSorted(byId), groupId(group), classes))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
