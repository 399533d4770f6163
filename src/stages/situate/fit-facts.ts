import type { Move } from '../../model/fact.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import { firstDay, lastDay } from './day-number.ts';
import { moveOfFact } from './to-move.ts';

/** A report may date a deed by the reader's day, a chronicle by the place's. */
const SLACK_DAYS = 1;

const shareOne = (a: readonly string[], b: readonly string[]): boolean => a.some((item) => b.includes(item));

export type Classes = Playbook['classes'];

const ancestors = (classId: string, classes: Classes): readonly string[] => classes[classId] ?? [classId];

/** 2: one is a kind of the other, or one does not say; 1: both are kinds of something wider; 0: nothing in common. */
export function kinship(a: string | undefined, b: string | undefined, classes: Classes): number {
  if (a === undefined || b === undefined || a === b) return 2;
  if (ancestors(a, classes).includes(b) || ancestors(b, classes).includes(a)) return 2;
  return shareOne(ancestors(a, classes), ancestors(b, classes)) ? 1 : 0;
}

const partiesOf = (move: Move): readonly string[] => [...new Set([...move.sideIds, ...move.targetSideIds])];

/** A deed of several parties is not that of others; to a deed of one party, reports may add to whom. */
function fitsParties(reported: Move, recorded: Move): boolean {
  const parties = partiesOf(recorded);
  if (reported.sideIds.length > 0 && !shareOne(reported.sideIds, recorded.sideIds)) return false;
  return parties.length < 2 || partiesOf(reported).every((side) => parties.includes(side));
}

/** How well a reported move fits a recorded one, but for its time; 0: not at all. */
function likeness(reported: Move, recorded: Move, classes: Classes): number {
  if (reported.act !== recorded.act || reported.status !== recorded.status) return 0;
  if (reported.act === undefined && reported.type !== recorded.type) return 0;
  if (reported.sideIds.length === 0 && reported.act === undefined) return 0;
  return fitsParties(reported, recorded) ? kinship(reported.classId, recorded.classId, classes) : 0;
}

/** Talks are many; without a day, only both parties tell which. */
const isTellingUndated = (reported: Move): boolean =>
  reported.type !== 'consult' || partiesOf(reported).length >= 2;

/** A fact with the move that it records, and the days that it covers. */
export interface Recorded {
  readonly move: Move;
  readonly fact: ChronicleFact;
  /** Its place in the chronicle. */
  readonly place: number;
  readonly from: number;
  readonly until: number;
}

interface Days {
  readonly from: number;
  readonly until: number;
}

/** 2: the days meet; 1: they meet but for the slack; 0: neither. */
function overlap(days: Days, recorded: Recorded): number {
  if (days.from <= recorded.until && days.until >= recorded.from) return 2;
  return days.from - SLACK_DAYS <= recorded.until && days.until + SLACK_DAYS >= recorded.from ? 1 : 0;
}

/** Facts by the months they touch, so that each move looks at a few. */
function byMonth(facts: readonly Recorded[]): ReadonlyMap<number, readonly Recorded[]> {
  const months = new Map<number, Recorded[]>();
  for (const fact of facts) {
    for (let month = Math.floor((fact.from - 2) / 32); month <= Math.floor((fact.until + 2) / 32); month++) {
      const list = months.get(month);
      if (list) list.push(fact);
      else months.set(month, [fact]);
    }
  }
  return months;
}

/** Reports that look back name a month or a year; such a time may cover several deeds. */
const LOOKS_BACK_DAYS = 3;
/** News without a day is about something fresh. */
const FRESH_DAYS = 10;
const LONGEST_DAYS = 31;

function daysOf(move: Move): Days | undefined {
  const when = move.happenedOn;
  if (when?.from !== undefined) return { from: firstDay(when.from), until: lastDay(when.until ?? when.from) };
  if (move.time === 'background') return undefined;
  const known = firstDay(move.knownFrom);
  return { from: known - FRESH_DAYS, until: known };
}

const isSamePlace = (a: Move, b: Move): boolean => a.place !== undefined && a.place === b.place;

function near(days: Days, months: ReadonlyMap<number, readonly Recorded[]>): readonly Recorded[] {
  const [first, last] = [Math.floor(days.from / 32), Math.floor(days.until / 32)];
  const found = months.get(first) ?? [];
  if (first === last) return found;
  const more = months.get(last) ?? [];
  return [...found, ...more.filter((recorded) => !found.includes(recorded))];
}

/** The facts that a reported move retells: one deed, or, told by a vague time, all that fit it. */
function findFacts(
  move: Move,
  months: ReadonlyMap<number, readonly Recorded[]>,
  classes: Classes,
): readonly Recorded[] {
  const days = daysOf(move);
  if (days === undefined || days.until - days.from > LONGEST_DAYS) return [];
  const dated = move.happenedOn?.from !== undefined;
  const scored = near(days, months).flatMap((recorded) => {
    const like = likeness(move, recorded.move, classes);
    const meet = overlap(days, recorded);
    if (like === 0 || meet === 0 || (!dated && (like < 2 || !isTellingUndated(move)))) return [];
    const shared = partiesOf(move).filter((side) => partiesOf(recorded.move).includes(side)).length;
    const place = isSamePlace(move, recorded.move) ? 0.5 : 0;
    return [{ recorded, score: 3 * meet + like + 0.1 * shared + place }];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const found = scored.filter(({ score }) => score === best).map(({ recorded }) => recorded);
  if (!dated) return found.toSorted((a, b) => b.from - a.from).slice(0, 1);
  return found.length <= 1 || days.until - days.from >= LOOKS_BACK_DAYS ? found : [];
}

/** The moves of a chronicle. */
export function listRecorded({ chronicle, sides }: Playbook): readonly Recorded[] {
  return chronicle.flatMap((fact, place): Recorded[] => {
    const move = moveOfFact(fact, sides);
    if (move === undefined) return [];
    return [{ move, fact, place, from: firstDay(fact.on), until: lastDay(fact.until ?? fact.on) }];
  });
}

/** Tells of each reported move which facts it retells. */
export function toFactFinder(
  recorded: readonly Recorded[],
  classes: Classes,
): (move: Move) => readonly Recorded[] {
  const months = byMonth(recorded);
  const found = new WeakMap<Move, readonly Recorded[]>();
  return (move) => {
    const facts = found.get(move) ?? findFacts(move, months, classes);
    found.set(move, facts);
    return facts;
  };
}
