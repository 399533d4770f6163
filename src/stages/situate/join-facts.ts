import type { Move } from '../../model/fact.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import { firstDay, lastDay } from './day-number.ts';
import { moveOfFact } from './to-move.ts';

export interface JoinedMoves {
  readonly moves: readonly Move[];
  /** Move id → the chronicle facts that record the same deed. */
  readonly facts: ReadonlyMap<string, readonly ChronicleFact[]>;
}

/** A report may date a deed by the reader's day, a chronicle by the place's. */
const SLACK_DAYS = 1;

const shareOne = (a: readonly string[], b: readonly string[]): boolean => a.some((item) => b.includes(item));

type Classes = Playbook['classes'];

const ancestors = (classId: string, classes: Classes): readonly string[] => classes[classId] ?? [classId];

/** 2: one is a kind of the other, or one does not say; 1: both are kinds of something wider; 0: nothing in common. */
function kinship(a: string | undefined, b: string | undefined, classes: Classes): number {
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

interface Recorded {
  readonly move: Move;
  readonly fact: ChronicleFact;
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

/** What a report leaves out, the chronicle fills in; what both say, the chronicle dates and puts on its sides. */
function joinOne(move: Move, { move: recorded }: Recorded, classes: Classes): Move {
  const classId = recorded.classId ?? move.classId;
  const differ =
    move.classId !== undefined &&
    recorded.classId !== undefined &&
    kinship(move.classId, recorded.classId, classes) < 2;
  const disagreements = differ
    ? {
        ...move.disagreements,
        classId: [
          { value: move.classId, claimIds: move.claimIds },
          { value: recorded.classId, claimIds: [] },
        ],
      }
    : move.disagreements;
  return {
    ...recorded,
    ...move,
    disagreements,
    happenedOn: recorded.happenedOn,
    ...(classId === undefined ? {} : { classId }),
    actorIds: recorded.actorIds.every((id) => recorded.sideIds.includes(id))
      ? [...new Set([...recorded.actorIds, ...move.actorIds])]
      : recorded.actorIds,
    sideIds: recorded.sideIds,
    targetIds: recorded.targetIds,
    targetSideIds: recorded.targetSideIds,
    knownFrom: recorded.knownFrom < move.knownFrom ? recorded.knownFrom : move.knownFrom,
  };
}

/**
 * Puts the chronicle's facts beside the reported moves; a fact and a reported move that are one deed become one.
 * Where two facts fit a reported day equally well, the move stands alone.
 */
export function joinFacts(reported: readonly Move[], playbook: Playbook): JoinedMoves {
  const recorded = playbook.chronicle.flatMap((fact): Recorded[] => {
    const move = moveOfFact(fact, playbook.sides);
    if (move === undefined) return [];
    return [{ move, fact, from: firstDay(fact.on), until: lastDay(fact.until ?? fact.on) }];
  });
  const months = byMonth(recorded);
  const facts = new Map<string, ChronicleFact[]>();
  const taken = new Map<Recorded, number>();
  const moves: Move[] = [];
  for (const move of reported) {
    const found = findFacts(move, months, playbook.classes);
    if (found.length === 0) moves.push(move);
    for (const item of found) {
      const at = taken.get(item);
      if (at !== undefined) moves[at] = mergeClaims(moves[at], move);
      else {
        const joined =
          found.length === 1 ? joinOne(move, item, playbook.classes) : mergeClaims(item.move, move);
        taken.set(item, moves.length);
        facts.set(joined.id, [item.fact]);
        moves.push(joined);
      }
    }
  }
  for (const item of recorded) {
    if (taken.has(item)) continue;
    facts.set(item.move.id, [item.fact]);
    moves.push(item.move);
  }
  return { moves, facts };
}

function mergeClaims(into: Move, more: Move): Move {
  return {
    ...into,
    claimIds: [...new Set([...into.claimIds, ...more.claimIds])],
    originIds: [...new Set([...into.originIds, ...more.originIds])],
    knownFrom: more.knownFrom < into.knownFrom ? more.knownFrom : into.knownFrom,
  };
}
