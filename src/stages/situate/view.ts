import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import type { Because } from '../../model/situation.ts';
import type { MoveIndex } from './move-index.ts';
import { matchesMove } from './matches-move.ts';

export interface Seen {
  readonly move: Move;
  readonly at: number;
  readonly until: number;
}

/** The moves as they could be seen: those up to a day, from what was known by another. */
export interface View {
  readonly validAt: number;
  readonly knownAt: number;
  /** Moves of the pattern from one day to another (both inclusive; the view's end at the latest), oldest first. */
  readonly each: (pattern: MovePattern, from?: number, until?: number) => readonly Seen[];
  readonly last: (pattern: MovePattern, until?: number) => Seen | undefined;
  /** The newest that is accepted. */
  readonly lastWhere: (pattern: MovePattern, accepts: (move: Move) => boolean) => Seen | undefined;
  readonly count: (pattern: MovePattern, from?: number, until?: number) => number;
  /** The newest moves first, at most so many. */
  readonly newest: (pattern: MovePattern, most: number, from?: number) => readonly Seen[];
  readonly factsOf: (moveId: string) => readonly ChronicleFact[];
  /** The move that a fact records, if it can be seen. */
  readonly moveOf: (factId: string) => Seen | undefined;
  /** The same, on an earlier day, from the same knowledge. */
  readonly on: (validAt: number) => View;
}

/** Number of entries of a sorted list whose day is at most `day`. */
function upTo(list: Int32Array, days: Int32Array, day: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[list[middle]] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Window {
  readonly validAt: number;
  readonly knownAt: number;
  /** Moves that are only supposed, on the last day of the view. */
  readonly supposed: readonly Move[];
}

/** Looks at the index as of two days; `supposed` moves count as happening on the last day. */
export function toView(index: MoveIndex, playbook: Playbook, window: Window): View {
  const { validAt, knownAt, supposed } = window;
  const extra = (pattern: MovePattern): readonly Seen[] =>
    supposed
      .filter((move) => {
        const classes = move.classId === undefined ? [] : (playbook.classes[move.classId] ?? [move.classId]);
        return matchesMove(move, pattern, { classes, tags: [] });
      })
      .map((move) => ({ move, at: validAt, until: validAt }));
  const seen = (i: number): Seen => ({ move: index.moves[i], at: index.at[i], until: index.until[i] });
  const newest: View['newest'] = (pattern, most, from = -Infinity) => {
    const list = index.find(pattern);
    const found = [...extra(pattern)];
    for (let i = upTo(list, index.at, validAt) - 1; i >= 0 && found.length < most; i--) {
      if (index.at[list[i]] < from) break;
      if (index.known[list[i]] <= knownAt) found.push(seen(list[i]));
    }
    return found;
  };
  const each: View['each'] = (pattern, from = -Infinity, until = validAt) => {
    const list = index.find(pattern);
    const found: Seen[] = [];
    const end = upTo(list, index.at, Math.min(until, validAt));
    for (let i = Number.isFinite(from) ? upTo(list, index.at, from - 1) : 0; i < end; i++) {
      if (index.known[list[i]] <= knownAt) found.push(seen(list[i]));
    }
    return until >= validAt ? [...found, ...extra(pattern)] : found;
  };
  const last: View['last'] = (pattern, until = validAt) => {
    if (until >= validAt) return newest(pattern, 1).at(0);
    const list = index.find(pattern);
    for (let i = upTo(list, index.at, until) - 1; i >= 0; i--)
      if (index.known[list[i]] <= knownAt) return seen(list[i]);
    return undefined;
  };
  const lastWhere: View['lastWhere'] = (pattern, accepts) => {
    const supposedly = extra(pattern).find((one) => accepts(one.move));
    if (supposedly) return supposedly;
    const list = index.find(pattern);
    for (let i = upTo(list, index.at, validAt) - 1; i >= 0; i--) {
      if (index.known[list[i]] <= knownAt && accepts(index.moves[list[i]])) return seen(list[i]);
    }
    return undefined;
  };
  const count: View['count'] = (pattern, from, until) => each(pattern, from, until).length;
  const moveOf: View['moveOf'] = (factId) => {
    const i = index.positionOfFact(factId);
    return i === undefined || index.at[i] > validAt || index.known[i] > knownAt ? undefined : seen(i);
  };
  const on = (day: number): View =>
    toView(index, playbook, { validAt: day, knownAt, supposed: day >= validAt ? supposed : [] });
  return { validAt, knownAt, each, last, lastWhere, count, newest, factsOf: index.factsOf, moveOf, on };
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
    claimIds: [...new Set([...moves.flatMap((move) => move.claimIds), ...claimIds])],
    factIds: [...new Set(moves.flatMap((move) => view.factsOf(move.id).map((fact) => fact.id)))],
  };
}
