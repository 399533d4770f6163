import type { ActorKnowledge } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import type { Reconciled } from '../model/fact.ts';
import type { Report } from '../model/report.ts';
import type { ActorGroups } from '../model/stranger.ts';
import type { KnownReading } from '../stages/reconcile/known-reading.ts';
import type { ReconcileKnowledge } from '../stages/reconcile/reconcile-index.ts';

/** Everything the ledger holds as of a question, reconciled. */
export interface State {
  readonly readings: readonly KnownReading[];
  /** Who of no list is whom across the reports. */
  readonly persons: ActorGroups;
  readonly reconciled: Reconciled;
  readonly reports: ReadonlyMap<string, Report>;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** What loading knows beside the ledger; without actors, persons of no list stay apart by report. */
export interface StateKnowledge extends Pick<ReconcileKnowledge, 'classes' | 'record'> {
  readonly actors?: ActorKnowledge;
}
