import type { ActorKnowledge } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import type { Reconciled } from '../model/fact.ts';
import type { AsOf, LedgerEntry } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { ActorGroups } from '../model/stranger.ts';
import { loadWordings } from '../playbook/load-wordings.ts';
import { actorRulingsOf } from '../stages/reconcile/actors/actor-rulings.ts';
import { nameAcrossReports } from '../stages/reconcile/actors/name-persons.ts';
import { applyCorrections, rejectedIds, rulingsOf } from '../stages/reconcile/apply-corrections.ts';
import type { RecordedCorrection } from '../stages/reconcile/apply-corrections.ts';
import { correctMoves } from '../stages/reconcile/moves/correct-moves.ts';
import { reconcile } from '../stages/reconcile/reconcile.ts';
import type { KnownReading, ReconcileKnowledge } from '../stages/reconcile/reconcile.ts';
import type { Ledger } from '../store/ledger.ts';

/** Everything the ledger holds as of a question, reconciled. */
export interface State {
  readonly readings: readonly KnownReading[];
  /** Who of no list is whom across the reports. */
  readonly persons: ActorGroups;
  readonly reconciled: Reconciled;
  readonly reports: ReadonlyMap<string, Report>;
  readonly claims: ReadonlyMap<string, Claim>;
}

const toReadings = (entries: Iterable<LedgerEntry>): KnownReading[] => {
  const readings: KnownReading[] = [];
  for (const { body, knownFrom } of entries) {
    if (body.kind === 'reading') readings.push({ reading: body.reading, knownFrom });
  }
  return readings;
};

/** Corrections in the order of recording; those of the program itself are marked. */
export const toCorrections = (entries: Iterable<LedgerEntry>): RecordedCorrection[] => {
  const corrections: RecordedCorrection[] = [];
  for (const { id, body, madeBy } of entries) {
    if (body.kind !== 'correction') continue;
    const isProgram = madeBy.kind === 'reader';
    corrections.push({ id, correction: body.correction, ...(isProgram && { isProgram }) });
  }
  return corrections;
};

/** What loading knows beside the ledger; without actors, persons of no list stay apart by report. */
export interface StateKnowledge extends Pick<ReconcileKnowledge, 'classes'> {
  readonly actors?: ActorKnowledge;
}

const NOBODY: ActorGroups = { strangers: new Map(), merges: [], doubts: [] };

/**
 * A correction is about our reading, not about the world: it counts whatever day `knownAt` asks about, and only
 * `recordedBy` (what this ledger had itself taken down by then) can hide it.
 */
const correctionsBy = (asOf: AsOf): AsOf =>
  asOf.recordedBy === undefined ? {} : { recordedBy: asOf.recordedBy };

/** Loads what stands as of a question, applies the analyst's corrections and reconciles. */
export function loadState(
  ledger: Ledger,
  asOf: AsOf = {},
  { actors, ...knowledge }: StateKnowledge = {},
): State {
  const read = toReadings(ledger.standing('reading', asOf));
  const corrections = toCorrections(ledger.entries({ ...correctionsBy(asOf), kind: 'correction' }));
  const corrected = applyCorrections(read, corrections);
  const { readings, persons } =
    actors === undefined
      ? { readings: corrected, persons: NOBODY }
      : nameAcrossReports(corrected, actors, actorRulingsOf(corrections));
  const all: readonly Reading[] = readings.map(({ reading }) => reading);
  const rulings = rulingsOf(corrections);
  const rejected = rejectedIds(corrections);
  const reconciled = reconcile(readings, { ...knowledge, wordings: loadWordings(), rulings });
  return {
    readings,
    persons,
    reconciled: {
      ...reconciled,
      moves: correctMoves(reconciled.moves, corrections).filter(({ id }) => !rejected.has(id)),
      utterances: reconciled.utterances.filter(({ id }) => !rejected.has(id)),
    },
    reports: new Map(all.map(({ report }) => [report.id, report])),
    claims: new Map(all.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim]))),
  };
}
