import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import type { Because } from '../../model/situation.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { MoveIndex } from './move-index.ts';
import type { Placed, Seen } from './place-moves.ts';
import { countBefore } from '../../model/sorted-list.ts';
import { matchesMove, traitsBy } from '../../model/matches-move.ts';

/** The moves as they could be seen: those up to a day, from what was known by another. */
export interface View {
  readonly validAt: number;
  readonly knownAt: number;
  /** Moves of the pattern from one day to another (both inclusive; the view's end at the latest), oldest first. */
  readonly each: (pattern: MovePattern, from?: number, until?: number, most?: number) => readonly Seen[];
  readonly last: (pattern: MovePattern, until?: number) => Seen | undefined;
  /** The newest that is accepted. */
  readonly lastWhere: (pattern: MovePattern, accepts: (move: Move) => boolean) => Seen | undefined;
  readonly count: (pattern: MovePattern, from?: number, until?: number) => number;
  /** The newest moves first, at most so many. */
  readonly newest: (pattern: MovePattern, most: number, from?: number) => readonly Seen[];
  readonly factsOf: (moveId: string) => readonly ChronicleFact[];
  /** Of these claims, those known by the view's day. */
  readonly known: (claimIds: readonly string[]) => readonly string[];
  /** The move that a fact records, if it can be seen. */
  readonly moveOf: (factId: string) => Seen | undefined;
  /** The same, on an earlier day, from the same knowledge. */
  readonly on: (validAt: number) => View;
}

/** Number of moves of a list whose day is at most `day`. */
const upTo = (list: readonly Placed[], day: number): number => countBefore(list, ({ at }) => at <= day);

export interface Window {
  readonly validAt: number;
  readonly knownAt: number;
  readonly claims: ClaimIndex;
  /** Moves that are only supposed, on the last day of the view. */
  readonly supposed: readonly Move[];
}

/** The matches up to the window's end, newest first, of what was known by then. */
function* backwards(
  index: MoveIndex,
  pattern: MovePattern,
  window: Window,
  until: number,
): Generator<Placed> {
  const list = index.find(pattern);
  for (let i = upTo(list, Math.min(until, window.validAt)) - 1; i >= 0; i--)
    if (list[i].known <= window.knownAt) yield list[i];
}

/** Supposed moves that match; they happen on the last day of the view. */
function supposedly(
  pattern: MovePattern,
  { supposed, validAt }: Window,
  playbook: Playbook,
): readonly Seen[] {
  const traits = traitsBy(playbook.classes);
  const fitting = supposed.filter((move) => matchesMove(move, pattern, traits));
  return fitting.map((move) => ({ move, at: validAt, until: validAt }));
}

function eachOf(
  index: MoveIndex,
  pattern: MovePattern,
  window: Window,
  [from, until, most]: readonly [number, number, number],
): readonly Seen[] {
  const list = index.find(pattern);
  const found: Seen[] = [];
  const end = upTo(list, Math.min(until, window.validAt));
  const start = Number.isFinite(from) ? upTo(list, from - 1) : 0;
  for (let i = start; i < end && found.length < most; i++)
    if (list[i].known <= window.knownAt) found.push(list[i]);
  return found;
}

function lastBefore(index: MoveIndex, pattern: MovePattern, window: Window, until: number): Seen | undefined {
  for (const placed of backwards(index, pattern, window, until)) return placed;
  return undefined;
}

const knownOf = (ids: readonly string[], { claims, knownAt }: Window): readonly string[] =>
  ids.filter((id) => (claims.claimOf(id)?.known ?? knownAt) <= knownAt);

/** Looks at the index as of two days; `supposed` moves count as happening on the last day. */
export function toView(index: MoveIndex, playbook: Playbook, window: Window): View {
  const { validAt, knownAt, supposed } = window;
  const extra = (pattern: MovePattern): readonly Seen[] =>
    supposed.length === 0 ? [] : supposedly(pattern, window, playbook);
  const newest: View['newest'] = (pattern, most, from = -Infinity) => {
    const found = [...extra(pattern)];
    for (const placed of backwards(index, pattern, window, validAt)) {
      if (found.length >= most || placed.at < from) break;
      found.push(placed);
    }
    return found;
  };
  const each: View['each'] = (pattern, from = -Infinity, until = validAt, most = Infinity) => {
    const found = eachOf(index, pattern, window, [from, until, most]);
    return until >= validAt && found.length < most ? [...found, ...extra(pattern)] : found;
  };
  const lastWhere: View['lastWhere'] = (pattern, accepts) => {
    const first = extra(pattern).find((one) => accepts(one.move));
    if (first) return first;
    for (const placed of backwards(index, pattern, window, validAt)) if (accepts(placed.move)) return placed;
    return undefined;
  };
  const last: View['last'] = (pattern, until = validAt) =>
    until >= validAt ? newest(pattern, 1).at(0) : lastBefore(index, pattern, window, until);
  const moveOf: View['moveOf'] = (factId) => {
    const placed = index.placeOfFact(factId);
    return placed === undefined || placed.at > validAt || placed.known > knownAt ? undefined : placed;
  };
  const known: View['known'] = (ids) => knownOf(ids, window);
  const count: View['count'] = (pattern, from, until) => each(pattern, from, until).length;
  const on = (day: number): View =>
    toView(index, playbook, { ...window, validAt: day, supposed: day >= validAt ? supposed : [] });
  return {
    validAt,
    knownAt,
    each,
    last,
    lastWhere,
    count,
    newest,
    factsOf: (moveId) => index.factsOf(moveId),
    known,
    moveOf,
    on,
  };
}

/** What a line rests on: entries, moves with their claims and facts, further claims. */
export function because(
  view: View,
  rules: readonly string[],
  moves: readonly Move[],
  claimIds: readonly string[] = [],
): Because {
  return {
    rules,
    moveIds: moves.map((move) => move.id),
    claimIds: [...new Set([...view.known(moves.flatMap((move) => move.claimIds)), ...claimIds])],
    factIds: [...new Set(moves.flatMap((move) => view.factsOf(move.id).map((fact) => fact.id)))],
  };
}
