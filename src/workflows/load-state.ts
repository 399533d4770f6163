import type { AsOf } from '../model/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import { LedgerReadings } from './ledger-readings.ts';
import { StateKeeper } from './state-keeper.ts';
import type { State, StateKnowledge } from './state.ts';

/** Loads what stands as of a question, applies the analyst's corrections and reconciles. */
export function loadState(ledger: Ledger, asOf: AsOf = {}, knowledge: StateKnowledge = {}): State {
  const readings = new LedgerReadings(ledger);
  readings.refresh();
  return new StateKeeper(knowledge).move(readings.standing(asOf));
}
