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
/** Key of the state without any limit of time. */
const WHOLE = '|';

/** By this day everything that the ledger holds was known: the question needs no state of its own. */
const knowsAll = ({ readings }: State, day: string | undefined): boolean =>
  day !== undefined && readings.every(({ knownFrom }) => knownFrom.slice(0, 10) <= day);

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
      const whole = states.get(WHOLE);
      const isWhole = whole !== undefined && asOf.recordedBy === undefined && knowsAll(whole, asOf.knownAt);
      const key = isWhole ? WHOLE : `${asOf.knownAt ?? ''}|${asOf.recordedBy ?? ''}`;
      const state = states.get(key) ?? session.state(asOf);
      states.delete(key);
      states.set(key, state);
      for (const oldest of [...states.keys()].slice(0, Math.max(0, states.size - KEPT)))
        states.delete(oldest);
      return state;
    },
  };
}
