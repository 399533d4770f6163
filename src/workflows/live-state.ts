import type { AsOf } from '../model/ledger.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** States of a ledger that grows: loaded once per question, anew when something was appended. */
export interface LiveState {
  /** Grows with every entry. */
  version(): number;
  get(asOf?: AsOf): State;
}

/** States kept for later questions; the oldest goes first. */
const KEPT = 8;

export function toLiveState(session: Session): LiveState {
  let version = session.ledger.lastSequence();
  let states = new Map<string, State>();
  const refresh = (): void => {
    const now = session.ledger.lastSequence();
    if (now !== version) states = new Map();
    version = now;
  };
  return {
    version: () => {
      refresh();
      return version;
    },
    get: (asOf = {}) => {
      refresh();
      const key = `${asOf.knownAt ?? ''}|${asOf.recordedBy ?? ''}`;
      const state = states.get(key) ?? session.state(asOf);
      states.delete(key);
      states.set(key, state);
      for (const oldest of [...states.keys()].slice(0, Math.max(0, states.size - KEPT)))
        states.delete(oldest);
      return state;
    },
  };
}
