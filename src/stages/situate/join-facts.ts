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

function isKindOf(a: string | undefined, b: string | undefined, classes: Playbook['classes']): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  return (classes[a] ?? [a]).includes(b) || (classes[b] ?? [b]).includes(a);
}

function areSameDeed(reported: Move, recorded: Move, classes: Playbook['classes']): boolean {
  if (reported.act !== recorded.act || reported.status !== recorded.status) return false;
  if (reported.act === undefined && reported.type !== recorded.type) return false;
  const sides = [...reported.sideIds, ...reported.targetSideIds];
  if (sides.length > 0 && !shareOne(reported.sideIds.length > 0 ? reported.sideIds : sides, recorded.sideIds))
    return false;
  if (reported.targetSideIds.length > 0 && recorded.targetSideIds.length > 0) {
    if (!shareOne(reported.targetSideIds, [...recorded.targetSideIds, ...recorded.sideIds])) return false;
  }
  return isKindOf(reported.classId, recorded.classId, classes);
}

interface Recorded {
  readonly move: Move;
  readonly fact: ChronicleFact;
  readonly from: number;
  readonly until: number;
}

function overlap(move: Move, recorded: Recorded): number {
  const when = move.happenedOn;
  if (when?.from === undefined) return 0;
  const from = firstDay(when.from);
  const until = lastDay(when.until ?? when.from);
  if (until - from > 31) return 0;
  if (from <= recorded.until && until >= recorded.from) return 2;
  return from - SLACK_DAYS <= recorded.until && until + SLACK_DAYS >= recorded.from ? 1 : 0;
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

/** The facts that a reported move retells: one deed, or, told by a vague time, all that fit it. */
function findFacts(
  move: Move,
  months: ReadonlyMap<number, readonly Recorded[]>,
  classes: Playbook['classes'],
): readonly Recorded[] {
  const when = move.happenedOn;
  if (when?.from === undefined) return [];
  const seen = new Set<Recorded>();
  const [first, last] = [firstDay(when.from), lastDay(when.until ?? when.from)];
  for (
    let month = Math.floor(first / 32);
    month <= Math.floor(last / 32) && month - first / 32 < 2;
    month++
  ) {
    for (const recorded of months.get(month) ?? []) seen.add(recorded);
  }
  const fitting = [...seen].filter((recorded) => areSameDeed(move, recorded.move, classes));
  const best = Math.max(0, ...fitting.map((recorded) => overlap(move, recorded)));
  if (best === 0) return [];
  const found = fitting.filter((recorded) => overlap(move, recorded) === best);
  return found.length === 1 || last - first >= LOOKS_BACK_DAYS ? found : [];
}

/** What a report leaves out, the chronicle fills in; what both say, the chronicle dates. */
function joinOne(move: Move, { move: recorded }: Recorded): Move {
  const classId = recorded.classId ?? move.classId;
  return {
    ...recorded,
    ...move,
    happenedOn: recorded.happenedOn,
    ...(classId === undefined ? {} : { classId }),
    actorIds: move.actorIds.length > 0 ? move.actorIds : recorded.actorIds,
    sideIds: move.sideIds.length > 0 ? move.sideIds : recorded.sideIds,
    targetIds: move.targetIds.length > 0 ? move.targetIds : recorded.targetIds,
    targetSideIds: move.targetSideIds.length > 0 ? move.targetSideIds : recorded.targetSideIds,
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
        const joined = found.length === 1 ? joinOne(move, item) : mergeClaims(item.move, move);
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
