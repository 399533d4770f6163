import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import { claimsTold } from './claim-index.ts';
import type { ClaimIndex } from './claim-index.ts';
import { firstDay, lastDay } from './day-number.ts';
import { joinFacts } from './join-facts.ts';
import { matchesMove, traitsBy } from '../../model/matches-move.ts';
import type { MoveTraits } from '../../model/matches-move.ts';

/** Vaguer than this, a month or a year counts as its last possible day. */
const VAGUE_DAYS = 31;
const DAY_LENGTH = '2021-03-25'.length;

/** Moves in the order of their days, with the lists that patterns ask for. Array `i` of each is the same move. */
export interface MoveIndex {
  readonly moves: readonly Move[];
  /** Day on which the move counts. */
  readonly at: Int32Array;
  /** Last day that it may have happened. */
  readonly until: Int32Array;
  readonly known: Int32Array;
  readonly positionOf: (moveId: string) => number | undefined;
  readonly positionOfFact: (factId: string) => number | undefined;
  readonly factsOf: (moveId: string) => readonly ChronicleFact[];
  /** Positions of all moves that match, in order; found once per pattern. */
  readonly find: (pattern: MovePattern) => Int32Array;
}

function dayOf(move: Move): { readonly at: number; readonly until: number } {
  const when = move.happenedOn;
  const from = when?.from ?? when?.until;
  if (from === undefined) {
    const known = firstDay(move.knownFrom);
    return { at: known, until: known };
  }
  const first = firstDay(from);
  const last = lastDay(when?.until ?? from);
  const vague = from.length < DAY_LENGTH && last - first > VAGUE_DAYS;
  return { at: vague ? last : first, until: last };
}

/** Moves by act, type and side, so that a pattern looks at the fewest. */
interface Buckets {
  readonly byAct: ReadonlyMap<string, readonly number[]>;
  readonly byType: ReadonlyMap<string, readonly number[]>;
  readonly bySide: ReadonlyMap<string, readonly number[]>;
}

function push(map: Map<string, number[]>, key: string, position: number): void {
  const list = map.get(key);
  if (list) list.push(position);
  else map.set(key, [position]);
}

function toBuckets(moves: readonly Move[]): Buckets {
  const byAct = new Map<string, number[]>();
  const byType = new Map<string, number[]>();
  const bySide = new Map<string, number[]>();
  for (let i = 0; i < moves.length; i++) {
    const { act, type, sideIds, actorIds } = moves[i];
    if (act !== undefined) push(byAct, act, i);
    push(byType, type, i);
    for (const side of sideIds) push(bySide, side, i);
    for (const actor of actorIds) if (!sideIds.includes(actor)) push(bySide, actor, i);
  }
  return { byAct, byType, bySide };
}

type Lists = ReadonlyMap<string, readonly number[]>;

const sizeOf = (lists: Lists, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (lists.get(key)?.length ?? 0), 0);

function gather(lists: Lists, keys: readonly string[]): readonly number[] {
  if (keys.length === 1) return lists.get(keys[0]) ?? [];
  const all = keys.flatMap((key) => lists.get(key) ?? []).sort((a, b) => a - b);
  return all.filter((position, i) => position !== all[i - 1]);
}

function candidates({ act, type, by }: MovePattern, buckets: Buckets, count: number): Iterable<number> {
  const ways: readonly (readonly [Lists, readonly string[] | undefined])[] = [
    [buckets.byAct, act],
    [buckets.byType, type],
    [buckets.bySide, by],
  ];
  const open = ways.flatMap(([lists, keys]) =>
    keys === undefined ? [] : [{ lists, keys, size: sizeOf(lists, keys) }],
  );
  const least = open.sort((a, b) => a.size - b.size).at(0);
  return least === undefined ? Array.from({ length: count }, (_, i) => i) : gather(least.lists, least.keys);
}

function toFinder(moves: readonly Move[], traits: MoveTraits): MoveIndex['find'] {
  const buckets = toBuckets(moves);
  const lists = new WeakMap<MovePattern, Int32Array>();
  return (pattern) => {
    const known = lists.get(pattern);
    if (known) return known;
    const found: number[] = [];
    for (const i of candidates(pattern, buckets, moves.length)) {
      if (matchesMove(moves[i], pattern, traits)) found.push(i);
    }
    const list = Int32Array.from(found);
    lists.set(pattern, list);
    return list;
  };
}

function toPositions(moves: readonly Move[]): (id: string) => number | undefined {
  const positions = new Map<string, number>();
  return (id) => {
    if (positions.size === 0) for (let i = 0; i < moves.length; i++) positions.set(moves[i].id, i);
    return positions.get(id);
  };
}

/** How long reports go on to retell a deed without its day. */
const RETOLD_DAYS = 31;

/** Adds the claims by which reports retell a fact in words that its entry names. */
function addRetold(
  move: Move,
  facts: ReadonlyMap<string, readonly ChronicleFact[]>,
  claims: ClaimIndex,
): Move {
  const fact = facts.get(move.id)?.find(({ told }) => told !== undefined);
  if (fact === undefined) return move;
  const from = firstDay(fact.on);
  const retold = claimsTold(claims, fact.told, from + RETOLD_DAYS).filter(({ known }) => known >= from);
  const claimIds = [...new Set([...move.claimIds, ...retold.map(({ claim }) => claim.id)])];
  return retold.length === 0 ? move : { ...move, claimIds };
}

/**
 * A deed without a day fires no rule: it is not known when it happened, and often not whether it is news. Plans, wishes
 * and denials stand from the day they were told.
 */
const isPlaced = (move: Move): boolean =>
  move.status !== 'actual' || (move.happenedOn?.from ?? move.happenedOn?.until) !== undefined;

const NONE: readonly string[] = [];

/** Joins moves and chronicle, sorts them by day, and answers which moves a pattern means. */
export function toMoveIndex(reported: readonly Move[], playbook: Playbook, claims: ClaimIndex): MoveIndex {
  const all = joinFacts(reported, playbook);
  const joined = {
    ...all,
    moves: all.moves.filter(isPlaced).map((move) => addRetold(move, all.facts, claims)),
  };
  const days = joined.moves.map(dayOf);
  const order = joined.moves.map((_, i) => i).sort((a, b) => days[a].at - days[b].at || a - b);
  const moves = order.map((i) => joined.moves[i]);
  const factsOf = (id: string): readonly ChronicleFact[] => joined.facts.get(id) ?? [];
  const positionOf = toPositions(moves);
  const ofFact = new Map<string, string>();
  for (const [id, facts] of joined.facts) for (const fact of facts) ofFact.set(fact.id, id);
  const traits: MoveTraits = {
    ...traitsBy(playbook.classes),
    tagsOf: ({ id }) => joined.facts.get(id)?.flatMap((fact) => fact.tags) ?? NONE,
  };
  return {
    moves,
    at: Int32Array.from(order, (i) => days[i].at),
    until: Int32Array.from(order, (i) => days[i].until),
    known: Int32Array.from(moves, (move) => firstDay(move.knownFrom)),
    positionOf,
    positionOfFact: (factId) => positionOf(ofFact.get(factId) ?? ''),
    factsOf,
    find: toFinder(moves, traits),
  };
}
