import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';

/** What matching needs beside the move: its classes with their ancestors, and the tags of its facts. */
export interface MoveTraits {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
}

const shares = (wanted: readonly string[], ...given: readonly (readonly string[])[]): boolean =>
  given.some((list) => list.some((item) => wanted.includes(item)));

function isAmong(move: Move, sides: readonly string[]): boolean {
  const all = new Set([...move.sideIds, ...move.targetSideIds]);
  const inside = [...all].filter((side) => sides.includes(side));
  return inside.length >= 2 && move.sideIds.every((side) => sides.includes(side));
}

function fitsKind(move: Move, pattern: MovePattern): boolean {
  if (!(pattern.status?.includes(move.status) ?? move.status === 'actual')) return false;
  if (pattern.type && !pattern.type.includes(move.type)) return false;
  if (pattern.act && (move.act === undefined || !pattern.act.includes(move.act))) return false;
  return !pattern.mode || (move.mode !== undefined && pattern.mode.includes(move.mode));
}

function fitsSides(move: Move, pattern: MovePattern): boolean {
  if (pattern.by && !shares(pattern.by, move.sideIds, move.actorIds)) return false;
  if (pattern.to && !shares(pattern.to, move.targetSideIds, move.targetIds)) return false;
  return !pattern.among || isAmong(move, pattern.among);
}

/** Whether a move is one that the pattern speaks of. */
export function matchesMove(move: Move, pattern: MovePattern, traits: MoveTraits): boolean {
  if (!fitsKind(move, pattern) || !fitsSides(move, pattern)) return false;
  if (pattern.class && !shares(pattern.class, traits.classes)) return false;
  if (pattern.notClass && shares(pattern.notClass, traits.classes)) return false;
  return !pattern.tag || shares(pattern.tag, traits.tags);
}
