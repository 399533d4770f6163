import type { AsOf } from '../model/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Progress } from './effects.ts';
import { LedgerReadings } from './ledger-readings.ts';
import type { Standing } from './ledger-readings.ts';
import { StateKeeper } from './state-keeper.ts';
import type { State, StateKnowledge } from './state.ts';

type Tell = (progress: Progress) => void;

/** States of a ledger that grows: what is appended is added, and questions of the past start from the last one asked. */
export interface LiveState {
  get(asOf?: AsOf, progress?: Tell): State;
}

/** States kept for later questions; the oldest goes first. */
const KEPT = 12;

/** Memory for the ledger's reports is needed once for each. */
const KEEPERS = 2;

interface Kept {
  readonly asOf: AsOf;
  readonly state: State;
}

class States implements LiveState {
  private readonly ledger: LedgerReadings;
  private readonly knowledge: () => StateKnowledge;
  private readonly kept = new Map<string, Kept>();
  /** Near the present and, once somebody asked, far from it. */
  private readonly keepers: StateKeeper[] = [];

  constructor(ledger: Ledger, knowledge: () => StateKnowledge) {
    this.ledger = new LedgerReadings(ledger);
    this.knowledge = knowledge;
  }

  get(asked: AsOf = {}, progress: Tell = () => undefined): State {
    const isTouched = this.ledger.refresh();
    for (const [key, { asOf }] of this.kept) if (isTouched(asOf)) this.kept.delete(key);
    const asOf = this.ledger.knowsAll(asked) ? {} : asked;
    const key = `${asOf.knownAt ?? ''}|${asOf.recordedBy ?? ''}`;
    const state = this.kept.get(key)?.state ?? this.make(asOf, progress);
    this.kept.delete(key);
    this.kept.set(key, { asOf, state });
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - KEPT)))
      this.kept.delete(oldest);
    return state;
  }

  private make(asOf: AsOf, progress: Tell): State {
    const standing = this.ledger.standing(asOf);
    const keeper = this.keeperFor(standing);
    return keeper.move(standing, (done, total) => progress({ done, total, what: 'reports reconciled' }));
  }

  /** The nearest one; a new one where going there and back again would be more work. */
  private keeperFor(standing: Standing): StateKeeper {
    const [nearest] = this.keepers
      .map((keeper) => ({ keeper, distance: keeper.distance(standing) }))
      .sort((a, b) => a.distance - b.distance);
    if (nearest !== undefined && (this.keepers.length === KEEPERS || 2 * nearest.distance <= standing.readings.size))
      return nearest.keeper;
    const keeper = new StateKeeper(this.knowledge());
    this.keepers.push(keeper);
    return keeper;
  } // prettier-ignore
}

export const toLiveState = (ledger: Ledger, knowledge: () => StateKnowledge): LiveState =>
  new States(ledger, knowledge);
