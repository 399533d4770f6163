import type { Reconciled } from '../../model/fact.ts';
import type { KnownReading } from './known-reading.ts';
import { ReconcileIndex } from './reconcile-index.ts';
import type { ReconcileKnowledge } from './reconcile-index.ts';

export type { KnownReading } from './known-reading.ts';
export type { ReconcileKnowledge } from './reconcile-index.ts';

/**
 * Many reports, one fact: groups copies into origins, claims of one deed into moves, wordings of one utterance into
 * utterances, and links what agrees and differs. The order of the readings does not matter.
 */
export function reconcile(readings: readonly KnownReading[], knowledge: ReconcileKnowledge = {}): Reconciled {
  const index = new ReconcileIndex(knowledge);
  index.change({ added: readings });
  return index.reconciled();
}
