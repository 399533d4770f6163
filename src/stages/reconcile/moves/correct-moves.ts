import { contentId } from '../../../model/content-id.ts';
import type { Move } from '../../../model/fact.ts';
import { standingCorrections } from '../apply-corrections.ts';
import type { RecordedCorrection } from '../apply-corrections.ts';

const ids = new WeakMap<Move, readonly string[]>();

/** A move goes by the least of its claims' ids: under each of them it may have been corrected. */
function idsOf(move: Move): readonly string[] {
  const known = ids.get(move) ?? move.claimIds.map((claimId) => contentId('move', claimId));
  ids.set(move, known);
  return known;
}

/** Applies what analysts changed in moves; a correction holds on to its move also when further claims join it. */
export function correctMoves(
  moves: readonly Move[],
  recorded: readonly RecordedCorrection[],
): readonly Move[] {
  const changes = new Map<string, Readonly<Record<string, unknown>>>();
  for (const correction of standingCorrections(recorded)) {
    if (correction.act !== 'correct') continue;
    changes.set(correction.targetId, { ...changes.get(correction.targetId), ...correction.changes });
  }
  if (changes.size === 0) return moves;
  return moves.map((move) =>
    idsOf(move)
      .map((id) => changes.get(id))
      .filter((change) => change !== undefined)
      .reduce((corrected, change) => ({ ...corrected, ...change }), move),
  );
}
