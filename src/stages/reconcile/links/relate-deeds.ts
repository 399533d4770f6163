import type { MoveClaim } from '../../../model/claim.ts';
import type { Party } from '../../../model/party.ts';
import type { ClassTree } from '../moves/class-tree.ts';
import { daysOfWhen, fitDays, widthOf } from '../moves/fit-times.ts';
import type { Days } from '../moves/fit-times.ts';
import type { LinkedClaim } from './about-claim.ts';
import { relate } from './relate-positions.ts';
import type { Relation } from './relate-positions.ts';

/** A deed as told, or as a chronicle records it. */
export interface Deed {
  /** Sides that did it. */
  readonly sides: readonly string[];
  /** All sides that had a part in it. */
  readonly parties: readonly string[];
  /** All sides that the words name. */
  readonly named: readonly string[];
  /** Of whom it is told, whether or not the words make him the doer. */
  readonly subject?: string;
  readonly status: MoveClaim['status'];
  readonly classId?: string;
  readonly days: Days;
  readonly place?: string;
  /** First day, as written. */
  readonly on?: string;
  readonly knownFrom: string;
}

const sideOf = ({ sideId, actorId }: Party): string | undefined => sideId ?? actorId;
const unique = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

export function toDeed({ claim, about, knownFrom }: LinkedClaim): Deed | undefined {
  if (claim.kind !== 'move' || claim.act === undefined) return undefined;
  const { object, place, when, status, actors, targets } = claim;
  return {
    sides: unique(actors.map(sideOf)),
    parties: unique([...actors, ...targets].map(sideOf)),
    named: about.named,
    ...(about.subject === undefined ? {} : { subject: about.subject }),
    status,
    ...(object === undefined ? {} : { classId: object.classId }),
    ...(place === undefined ? {} : { place }),
    ...(when?.from === undefined ? {} : { on: when.from }),
    days: daysOfWhen(when),
    knownFrom,
  };
}

const isKind = (narrow: string | undefined, wide: string | undefined, classes: ClassTree): boolean =>
  wide === undefined || narrow === wide || (narrow !== undefined && (classes[narrow] ?? []).includes(wide));

const dayOf = (instant: string): number => Math.floor(Date.parse(instant) / 86_400_000);

/**
 * "Nothing of the kind since": a deed of the kind inside that time contradicts it, one after it overtakes it, and one
 * of another class only marks how far it reaches.
 */
export function relateDenial(denial: Deed, deed: Deed, classes: ClassTree): Relation | undefined {
  if (deed.status !== 'actual' || !Number.isFinite(widthOf(deed.days))) return undefined;
  if (denial.sides.length === 0) return undefined;
  if (deed.parties.length > 0 && !denial.parties.every((id) => deed.parties.includes(id))) return undefined;
  const said = dayOf(denial.knownFrom);
  const { from, until } = deed.days;
  if (!isKind(deed.classId, denial.classId, classes)) return undefined;
  if (from > said)
    return {
      ...relate('succession', 'overtaken', `held until then; overtaken on ${deed.on ?? ''}`),
      ...(deed.on === undefined ? {} : { overtakenOn: deed.on }),
    };
  // The day from which there was none is the day of the last one: only what came wholly after its month counts.
  const since =
    denial.on === undefined ? Infinity : daysOfWhen({ from: denial.on, certainty: 'certain' }).until;
  if (from > since && until < said)
    return relate(
      'contradiction',
      'denied',
      `one says that there was none, the other one on ${deed.on ?? ''}`,
    );
  return undefined;
}

const isFar = (a: Deed, b: Deed): boolean =>
  !Number.isFinite(widthOf(a.days)) || !Number.isFinite(widthOf(b.days)) || !fitDays(a.days, b.days);

const FUTURE = new Set<MoveClaim['status']>(['planned', 'requested', 'threatened']);

/** Two tellings of deeds of one act that were not merged into one: a plan and its outcome, two plans, a wish and a plan. */
export function relateDeeds(a: Deed, b: Deed, classes: ClassTree): Relation | undefined {
  if (a.status === 'denied') return relateDenial(a, b, classes);
  if (b.status === 'denied') {
    const relation = relateDenial(b, a, classes);
    return relation?.kind === 'contradiction' ? relation : undefined;
  }
  const isSubject = a.subject !== undefined && a.subject === b.subject;
  const isJoint = a.named.filter((id) => b.parties.includes(id)).length >= 2;
  if (!a.sides.some((id) => b.sides.includes(id)) && !isSubject && !isJoint) return undefined;
  if (!isKind(a.classId, b.classId, classes) && !isKind(b.classId, a.classId, classes)) return undefined;
  const placed = a.place !== undefined && b.place !== undefined && a.place !== b.place;
  if (FUTURE.has(a.status) && b.status === 'actual' && !isFar(a, b))
    return {
      ...relate('succession', 'carried-out', placed ? `planned for ${a.place}, held at ${b.place}` : 'planned, then done'),
      ...(b.on === undefined ? {} : { overtakenOn: b.on }),
    }; // prettier-ignore
  if (FUTURE.has(a.status) && FUTURE.has(b.status) && placed && !isFar(a, b))
    return relate('contradiction', 'another-place', `one says ${a.place}, the other ${b.place}`);
  if (FUTURE.has(a.status) && FUTURE.has(b.status) && a.status !== b.status && a.classId !== undefined)
    return relate('strength', 'another-status', `one ${a.status}, the other ${b.status}`);
  return undefined;
}
