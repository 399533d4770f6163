import type { Claim } from '../../model/claim.ts';
import type { Correction } from '../../model/ledger.ts';
import type { KnownReading } from './reconcile.ts';
import type { Rulings } from './rulings.ts';

export interface RecordedCorrection {
  /** Id of the ledger entry. */
  readonly id: string;
  readonly correction: Correction;
  /** Made by the program itself: a record of what it merged, no ruling. */
  readonly isProgram?: boolean;
}

/** What is left when corrections that were undone later are taken out. */
export function standingCorrections(recorded: readonly RecordedCorrection[]): readonly Correction[] {
  const undone = new Set<string>();
  for (const { id, correction } of recorded.toReversed())
    if (correction.act === 'undo' && !undone.has(id)) undone.add(correction.entryId);
  return recorded.filter(({ id }) => !undone.has(id)).map(({ correction }) => correction);
}

function correctClaim(claim: Claim, corrections: readonly Correction[]): Claim | undefined {
  let standing: Claim | undefined = claim;
  for (const correction of corrections) {
    if (correction.act === 'reject') standing = undefined;
    if (correction.act === 'accept') standing = { ...(standing ?? claim), confidence: 1 };
    if (correction.act === 'correct' && standing !== undefined)
      standing = { ...standing, ...correction.changes };
  }
  return standing;
}

function groupByTarget(corrections: readonly Correction[]): ReadonlyMap<string, readonly Correction[]> {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    if (!('targetId' in correction)) continue;
    const group = groups.get(correction.targetId);
    if (group) group.push(correction);
    else groups.set(correction.targetId, [correction]);
  }
  return groups;
}

/**
 * Applies what analysts said of single claims; the readings themselves stay as they were recorded. A reading of which
 * nothing was said is given back as the same object.
 */
export function applyCorrections(
  readings: readonly KnownReading[],
  recorded: readonly RecordedCorrection[],
): readonly KnownReading[] {
  const byTarget = groupByTarget(standingCorrections(recorded));
  if (byTarget.size === 0) return readings;
  return readings.map((known) => {
    const { reading } = known;
    if (!reading.claims.some(({ id }) => byTarget.has(id))) return known;
    const claims = reading.claims.map((claim) => correctClaim(claim, byTarget.get(claim.id) ?? []));
    return { ...known, reading: { ...reading, claims: claims.filter((claim) => claim !== undefined) } };
  });
}

/** What analysts said of which claims or reports belong together or apart. */
export function rulingsOf(recorded: readonly RecordedCorrection[]): Rulings {
  const standing = standingCorrections(recorded.filter(({ isProgram }) => isProgram !== true));
  return {
    merged: standing.flatMap((correction) => (correction.act === 'merge' ? [correction.targetIds] : [])),
    split: standing.flatMap((correction) => (correction.act === 'split' ? [correction.targetIds] : [])),
  };
}

/** What analysts rejected as a whole: ids of claims, moves and utterances. */
export function rejectedIds(recorded: readonly RecordedCorrection[]): ReadonlySet<string> {
  const rejected = new Set<string>();
  for (const correction of standingCorrections(recorded)) {
    if (correction.act === 'reject') rejected.add(correction.targetId);
    if (correction.act === 'accept') rejected.delete(correction.targetId);
  }
  return rejected;
}
