import type { Claim } from '../model/claim.ts';
import type { Reconciled } from '../model/fact.ts';
import type { ActorKnowledge } from '../model/actor.ts';
import { once } from '../model/once.ts';
import type { Report } from '../model/report.ts';
import type { ActorGroups } from '../model/stranger.ts';
import { actorRulingsOf } from '../stages/reconcile/actors/actor-rulings.ts';
import { NamedReadings } from '../stages/reconcile/actors/named-readings.ts';
import { correctMoves } from '../stages/reconcile/moves/correct-moves.ts';
import { loadWordings } from '../playbook/load-wordings.ts';
import { applyCorrections, rejectedIds, rulingsOf } from '../stages/reconcile/apply-corrections.ts';
import type { KnownReading } from '../stages/reconcile/known-reading.ts';
import { ReconcileIndex } from '../stages/reconcile/reconcile-index.ts';
import type { Standing } from './ledger-readings.ts';
import type { State, StateKnowledge } from './state.ts';

/** Readings as they count, by report id. */
type Counting = ReadonlyMap<string, KnownReading>;

const sameLists = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/**
 * Moves as analysts corrected them, without what they rejected as a whole; the links are still worked out when they are
 * asked for.
 */
function correctFacts(facts: Reconciled, corrections: Standing['corrections']): Reconciled {
  if (corrections.length === 0) return facts;
  const rejected = rejectedIds(corrections);
  return {
    origins: facts.origins,
    moves: correctMoves(facts.moves, corrections).filter(({ id }) => !rejected.has(id)),
    utterances: facts.utterances.filter(({ id }) => !rejected.has(id)),
    get links() {
      return facts.links;
    },
  };
}

function toState(counting: Counting, persons: ActorGroups, reconciled: Reconciled): State {
  const readings = [...counting.values()];
  const all = readings.map(({ reading }) => reading);
  const reports = once(() => new Map<string, Report>(all.map(({ report }) => [report.id, report])));
  const claims = once(() => new Map<string, Claim>(all.flatMap((one) => one.claims.map((claim) => [claim.id, claim]))));
  return {
    readings,
    persons,
    reconciled,
    get reports() {
      return reports();
    },
    get claims() {
      return claims();
    },
  };
} // prettier-ignore

const NOBODY: ActorGroups = { strangers: new Map(), merges: [], doubts: [] };

/** Readings taken in at a time. */
const BATCH = 1000;

/**
 * Goes from what stood for one question to what stands for the next, with the work of what differs between the two:
 * readings that are the same objects are not looked at again.
 */
export class StateKeeper {
  private readonly index: ReconcileIndex;
  private readonly actors: ActorKnowledge | undefined;
  private counting: Counting = new Map();
  private corrections: Standing['corrections'] = [];
  private rulings = rulingsOf([]);
  /** Each reading as recorded, with the same as it counts after corrections. */
  private corrected = new Map<string, { readonly given: KnownReading; readonly known: KnownReading }>();

  private named: NamedReadings | undefined;

  constructor({ classes, record, actors }: StateKnowledge = {}) {
    this.actors = actors;
    this.named = this.toNamed();
    this.index = new ReconcileIndex({
      wordings: loadWordings(),
      ...(classes && { classes }),
      ...(record && { record }),
    });
  }

  /** How many readings would come or go. */
  distance({ readings }: Standing): number {
    let shared = 0;
    for (const [id, known] of readings) if (this.corrected.get(id)?.given === known) shared++;
    return readings.size + this.corrected.size - 2 * shared;
  }

  /** `progress` is told how many of the readings that come are in. */
  move(standing: Standing, progress: (done: number, total: number) => void = () => undefined): State {
    if (!sameLists(standing.corrections, this.corrections)) {
      this.corrections = standing.corrections;
      this.rulings = rulingsOf(standing.corrections);
      this.corrected = new Map();
      this.named = this.toNamed();
    }
    const before = this.counting;
    const corrected = this.correct(standing);
    this.counting = this.named?.move(corrected) ?? corrected;
    const added = [...this.counting]
      .filter(([id, known]) => before.get(id) !== known)
      .map(([, known]) => known);
    const removed = [...before.keys()].filter((id) => !this.counting.has(id));
    this.index.change({ removed, added: added.slice(0, BATCH), rulings: this.rulings });
    for (let done = BATCH; done < added.length; done += BATCH) {
      progress(done, added.length);
      this.index.change({ added: added.slice(done, done + BATCH) });
    }
    progress(added.length, added.length);
    const facts = correctFacts(this.index.reconciled(), this.corrections);
    return toState(this.counting, this.named?.groups() ?? NOBODY, facts);
  }

  private toNamed(): NamedReadings | undefined {
    if (this.actors === undefined) return undefined;
    return new NamedReadings(this.actors, actorRulingsOf(this.corrections));
  }

  /** Readings after corrections; those that no new correction is about stay the same objects. */
  private correct({ readings }: Standing): Counting {
    const open = [...readings].filter(([id, known]) => this.corrected.get(id)?.given !== known);
    const corrected = applyCorrections(
      open.map(([, known]) => known),
      this.corrections,
    );
    const fresh = new Map(corrected.map((known, i) => [open[i][0], { given: open[i][1], known }]));
    const kept: typeof this.corrected = new Map();
    const counting = new Map<string, KnownReading>();
    for (const id of readings.keys()) {
      const one = fresh.get(id) ?? this.corrected.get(id);
      if (one === undefined) continue;
      kept.set(id, one);
      counting.set(id, one.known);
    }
    this.corrected = kept;
    return counting;
  }
}
