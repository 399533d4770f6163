import type { MoveClaim } from '../../../model/claim.ts';
import { contentId } from '../../../model/content-id.ts';
import type { Move } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import type { Grouping } from '../grouping.ts';
import { RuledGroups } from '../ruled-groups.ts';
import { NO_RULINGS } from '../rulings.ts';
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
const moveKeysOf = (told: Told): readonly string[] =>
  Number.isFinite(widthOf(daysOf(told))) ? monthsOf(told).flatMap((month) => keysOf(told, month)) : [];

const originKeyOf = ({ claim, originId }: Told): string =>
  `${claim.act ?? claim.type} ${claim.status} ${originId}`;

const byId = (a: Told, b: Told): number => (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0);
/** Claims with a telling time first; among them the ones that say most. */
const detail = ({ claim }: Told): number =>
  (claim.object === undefined ? 0 : 2) +
  (claim.actors.length > 0 ? 1 : 0) +
  (claim.place === undefined ? 0 : 1);

interface Placed extends Told {
  readonly time: 'narrow' | 'vague' | 'none';
  readonly detail: number;
}

function toPlaced(told: Told): Placed {
  const width = widthOf(daysOf(told));
  const time = !Number.isFinite(width) ? 'none' : width <= VAGUE_DAYS ? 'narrow' : 'vague';
  return { ...told, time, detail: time === 'narrow' ? detail(told) : 0 };
}

/** Claims with a narrow time make the groups, those that say most first; vague ones come last. */
const byOrder = (a: Placed, b: Placed): number =>
  (a.time === 'narrow' ? 0 : 1) - (b.time === 'narrow' ? 0 : 1) || b.detail - a.detail || byId(a, b);

/** A claim that gives no time looks within its origin alone. */
function soughtBy(told: Placed): readonly string[] {
  if (told.time !== 'none') return moveKeysOf(told);
  const isBare = told.claim.act === undefined && sidesOf(told.claim.actors).length === 0;
  return isBare ? [] : [originKeyOf(told)];
}

/** How claims of one deed find each other. */
function toGrouping(classes: ClassTree): Grouping<Placed> {
  const isFitting = (other: Placed, told: Placed): boolean =>
    told.time === 'none' ? fitsButTime(other, told, classes) : fits(other, told, classes);
  return {
    idOf: ({ claim }) => claim.id,
    compare: byOrder,
    keysOf: (told) => [...moveKeysOf(told), originKeyOf(told)],
    soughtBy,
    fits: isFitting,
    choose: (told, groups) => {
      const isOpen = (group: readonly Placed[]): boolean => group.every((other) => isFitting(other, told));
      if (told.time === 'narrow') return groups.find(isOpen);
      const open = groups.filter(isOpen);
      return open.length === 1 ? open[0] : undefined;
    },
    byFounder: false,
  };
}

const groupId = (group: readonly Told[]): string =>
  contentId('move', group.map(({ claim }) => claim.id).toSorted()[0]);

/**
 * Groups claims of one deed. Claims with a narrow time make the groups; a claim with a vague one joins a group only
 * where a single one fits it, and one without any only within its own origin. Claims may come and go in any order.
 */
export const toMoveGroups = (classes: ClassTree = {}): RuledGroups<Told, Placed, Move> =>
  new RuledGroups({
    grouping: toGrouping(classes),
    prepare: toPlaced,
    groupId,
    toFact: (group, id) => toMove(group.toSorted(byId), id, classes),
  });

/** Merges the claims of one deed. Any order of the claims gives the same. */
export function mergeMoves(
  claims: readonly Told[],
  classes: ClassTree = {},
  rulings: Rulings = NO_RULINGS,
): readonly Move[] {
  const groups = toMoveGroups(classes);
  groups.change([], claims);
  return groups.facts(rulings);
}
