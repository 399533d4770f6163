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
import type { Days } from './fit-times.ts';
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

/** A claim with what is asked of it again and again. */
interface Placed extends Told {
  /** Act, type and status: never do claims of one deed differ in them. */
  readonly kind: string;
  readonly days: Days;
  readonly sides: readonly string[];
  readonly targetSides: readonly string[];
  readonly time: 'narrow' | 'vague' | 'none';
  readonly detail: number;
}

/** Among claims with a telling time, the ones that say most come first. */
const detailOf = ({ claim }: Told): number =>
  (claim.object === undefined ? 0 : 2) +
  (claim.actors.length > 0 ? 1 : 0) +
  (claim.place === undefined ? 0 : 1);

function toPlaced(told: Told): Placed {
  const days = daysOf(told);
  const width = widthOf(days);
  const time = !Number.isFinite(width) ? 'none' : width <= VAGUE_DAYS ? 'narrow' : 'vague';
  return {
    ...told,
    kind: `${told.claim.act ?? ''} ${told.claim.type} ${told.claim.status}`,
    days,
    sides: sidesOf(told.claim.actors),
    targetSides: sidesOf(told.claim.targets),
    time,
    detail: time === 'narrow' ? detailOf(told) : 0,
  };
}

/** Who did it: the same sides; where a side is unnamed, only a known act on a known kind of thing tells. */
function fitActors(a: Placed, b: Placed): boolean {
  if (a.sides.length > 0 && b.sides.length > 0) return fitIds(a.sides, b.sides);
  if (a.sides.length === 0 && b.sides.length === 0) return true;
  const { act, object } = a.claim;
  return act !== undefined && object !== undefined && object.classId === b.claim.object?.classId;
}

/** Everything but the time. */
function fitsButTime(a: Placed, b: Placed, classes: ClassTree): boolean {
  const [one, other] = [a.claim, b.claim];
  if (one.type !== other.type || one.act !== other.act || one.status !== other.status) return false;
  if (!fitActors(a, b)) return false;
  if (!fitClasses(one.object?.classId, other.object?.classId, classes)) return false;
  if (
    one.place !== undefined &&
    other.place !== undefined &&
    one.place !== other.place &&
    one.act === undefined
  )
    return false;
  const [ours, theirs] = [a.targetSides, b.targetSides];
  if (one.act !== undefined) return fitIds(ours, theirs);
  return ours.length > 0 && theirs.length > 0 ? fitIds(ours, theirs) : a.originId === b.originId;
}

/** Reports far apart may date one deed by two neighbouring days. */
const SLACK_DAYS = 1;

function fits(a: Placed, b: Placed, classes: ClassTree): boolean {
  if (!fitDays(a.days, b.days, SLACK_DAYS) || !fitsButTime(a, b, classes)) return false;
  const sameObject = a.claim.object !== undefined && a.claim.object.classId === b.claim.object?.classId;
  const isLoose = sameObject && a.originId !== b.originId && a.claim.object?.count === b.claim.object?.count;
  return isLoose || fitDays(a.days, b.days);
}

/**
 * Where claims of the same deed meet: under each of their sides or under none; and, where the act and the kind of thing
 * are known, under that kind, for claims that do not name who did it.
 */
function meetingsOf(told: Placed, times: readonly string[]): readonly string[] {
  const { act, object } = told.claim;
  const who = told.sides.length === 0 ? [''] : told.sides;
  const all = act === undefined || object === undefined ? who : [...who, `*${object.classId}`];
  return all.flatMap((one) => times.map((time) => `${told.kind} ${time} ${one}`));
}

const range = (name: string, from: number, until: number, most: number): readonly string[] =>
  Array.from({ length: Math.min(most, until - from + 1) }, (_, i) => `${name}${from + i}`);

/** Months are counted for vague times only, and no more of them. */
const MONTH = 31;
const MOST_MONTHS = 14;

const monthsOf = ({ days }: Placed): readonly string[] =>
  range('m', Math.floor((days.from - SLACK_DAYS) / MONTH), Math.floor((days.until + SLACK_DAYS) / MONTH), MOST_MONTHS); // prettier-ignore

const daysAround = ({ days }: Placed, slack: number): readonly string[] =>
  range('d', days.from - slack, days.until + slack, MONTH * MOST_MONTHS);

const originKeyOf = (told: Placed): string => `${told.kind} ${told.originId}`;

/** Narrow times are met by the day, vague ones by the month; all by their origin, for claims without a time. */
function keysOf(told: Placed): readonly string[] {
  if (told.time === 'none') return [originKeyOf(told)];
  const times = told.time === 'narrow' ? daysAround(told, 0) : monthsOf(told);
  return [...meetingsOf(told, times), originKeyOf(told)];
}

/** Claims with a narrow time choose before all others, so they look at days alone. */
function soughtBy(told: Placed): readonly string[] {
  if (told.time === 'none')
    return told.claim.act === undefined && told.sides.length === 0 ? [] : [originKeyOf(told)];
  const days = daysAround(told, SLACK_DAYS);
  return meetingsOf(told, told.time === 'narrow' ? days : [...days, ...monthsOf(told)]);
}

const byId = (a: Told, b: Told): number => (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0);

/** Claims with a narrow time make the groups, those that say most first; vague ones come last. */
const byOrder = (a: Placed, b: Placed): number =>
  (a.time === 'narrow' ? 0 : 1) - (b.time === 'narrow' ? 0 : 1) || b.detail - a.detail || byId(a, b);

/** How claims of one deed find each other. */
function toGrouping(classes: ClassTree): Grouping<Placed> {
  const isFitting = (other: Placed, told: Placed): boolean =>
    told.time === 'none' ? fitsButTime(other, told, classes) : fits(other, told, classes);
  return {
    idOf: ({ claim }) => claim.id,
    compare: byOrder,
    keysOf,
    soughtBy,
    mayFit: isFitting,
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
