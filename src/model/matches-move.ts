import type { Move } from './fact.ts';
import type { MovePattern } from './move-pattern.ts';

/** What matching needs beside the move; asked for only where a pattern speaks of it. */
export interface MoveTraits {
  /** The move's class with its ancestors. */
  readonly classesOf: (move: Move) => readonly string[];
  /** Tags of the facts that record it. */
  readonly tagsOf: (move: Move) => readonly string[];
}

function shares(wanted: readonly string[], given: readonly string[]): boolean {
  for (const item of given) if (wanted.includes(item)) return true;
  return false;
}

function isAmong(move: Move, sides: readonly string[]): boolean {
  for (const side of move.sideIds) if (!sides.includes(side)) return false;
  const inside = new Set([...move.sideIds, ...move.targetSideIds].filter((side) => sides.includes(side)));
  return inside.size >= 2;
}

function fitsKind(move: Move, pattern: MovePattern): boolean {
  if (!(pattern.status?.includes(move.status) ?? move.status === 'actual')) return false;
  if (pattern.type && !pattern.type.includes(move.type)) return false;
  if (pattern.act && (move.act === undefined || !pattern.act.includes(move.act))) return false;
  return !pattern.mode || (move.mode !== undefined && pattern.mode.includes(move.mode));
}

function fitsSides(move: Move, { by, to, among }: MovePattern): boolean {
  if (by && !shares(by, move.sideIds) && !shares(by, move.actorIds)) return false;
  if (to && !shares(to, move.targetSideIds) && !shares(to, move.targetIds)) return false;
  return !among || isAmong(move, among);
}

/** Whether a move is one that the pattern speaks of. */
export function matchesMove(move: Move, pattern: MovePattern, traits: MoveTraits): boolean {
  if (!fitsKind(move, pattern) || !fitsSides(move, pattern)) return false;
  if (pattern.class && !shares(pattern.class, traits.classesOf(move))) return false;
  if (pattern.notClass && shares(pattern.notClass, traits.classesOf(move))) return false;
  return !pattern.tag || shares(pattern.tag, traits.tagsOf(move));
}

const NONE: readonly string[] = [];

/** Classes as a playbook orders them; no tags. */
export const traitsBy = (classes: Readonly<Record<string, readonly string[]>>): MoveTraits => ({
  classesOf: ({ classId }) => (classId === undefined ? NONE : (classes[classId] ?? [classId])),
  tagsOf: () => NONE,
});
