import type { ActorTraits, History } from '../../model/forecast.ts';
import { indexRows, RateTable } from './rate-table.ts';
import type { Sides } from './sides.ts';
import { learnSides } from './sides.ts';

/** Everything counted about the moves so far; grows day by day and knows nothing of the days to come. */
export class Past {
  readonly history: History;
  readonly traits: ActorTraits;
  readonly sides: Sides;
  /** Subject → object, any relation. */
  readonly pairs: RateTable;
  /** Pair row → relation. */
  readonly facts: RateTable;
  /** Relation → object, whoever acts. */
  readonly roles: RateTable;
  /** Object, in any relation. */
  readonly objects: RateTable;
  /** Side of the subject → object. */
  readonly sideObjects: RateTable;
  /** Side of the subject and relation → object. */
  readonly sideRoles: RateTable;
  /** Kind of the subject and relation → kind of the object. */
  readonly kindRoles: RateTable;
  /** Side of the subject and relation → side of the object. */
  readonly sideSides: RateTable;
  /** Moves per relation, and those of them within one side. */
  readonly relationTotal: Float64Array;
  readonly relationWithin: Float64Array;
  readonly #keys: Keys;

  constructor(history: History, traits: ActorTraits) {
    const { actorCount, relationCount } = history;
    this.history = history;
    this.traits = traits;
    this.sides = learnSides(history, traits);
    const keys = keysOf(history, traits, this.sides);
    this.#keys = keys;
    this.pairs = new RateTable(
      indexRows(history.subject, history.object, actorCount, actorCount),
      [2, 10, 40, 200],
    );
    const pairOf = this.pairs.index.rowOf;
    this.facts = new RateTable(
      indexRows(pairOf, history.relation, this.pairs.index.rowCount, relationCount),
      [2, 10, 40, 200],
    );
    this.roles = new RateTable(
      indexRows(history.relation, history.object, relationCount, actorCount),
      [2, 10, 50, 300],
    );
    this.objects = new RateTable(indexRows(keys.zero, history.object, 1, actorCount), [2, 50]);
    this.sideObjects = new RateTable(
      indexRows(keys.side, history.object, traits.sideCount, actorCount),
      [5, 50],
    );
    this.sideRoles = new RateTable(
      indexRows(keys.sideRelation, history.object, traits.sideCount * relationCount, actorCount),
      [5, 50],
    );
    this.kindRoles = new RateTable(
      indexRows(keys.kindRelation, keys.objectKind, traits.kindCount * relationCount, traits.kindCount),
      [100],
    );
    this.sideSides = new RateTable(
      indexRows(keys.sideRelation, keys.objectSide, traits.sideCount * relationCount, traits.sideCount),
      [10, 100],
    );
    this.relationTotal = new Float64Array(relationCount);
    this.relationWithin = new Float64Array(relationCount);
  }

  /** Counts moves `[from, until)`, all of one day. */
  add(from: number, until: number): void {
    const { relation, subject, day } = this.history;
    const keys = this.#keys;
    for (let i = from; i < until; i++) {
      const pair = this.pairs.index.rowOf[i];
      this.pairs.add(pair, subject[i], day[i]);
      this.facts.add(this.facts.index.rowOf[i], pair, day[i]);
      this.roles.add(this.roles.index.rowOf[i], relation[i], day[i]);
      this.objects.add(this.objects.index.rowOf[i], 0, day[i]);
      addIfKeyed(this.sideObjects, i, keys.side[i], day[i]);
      addIfKeyed(this.sideRoles, i, keys.sideRelation[i], day[i]);
      addIfKeyed(this.kindRoles, i, keys.kindRelation[i], day[i]);
      addIfKeyed(this.sideSides, i, keys.sideRelation[i], day[i]);
      this.relationTotal[relation[i]]++;
      if (keys.side[i] >= 0 && keys.side[i] === keys.objectSide[i]) this.relationWithin[relation[i]]++;
    }
  }

  /** Side of the actor as known on the morning of the day, or -1. */
  sideOn(actor: number, day: number): number {
    return this.sides.knownFrom[actor] <= day ? this.sides.side[actor] : -1;
  }
}

function addIfKeyed(table: RateTable, move: number, left: number, day: number): void {
  const row = table.index.rowOf[move];
  if (row >= 0) table.add(row, left, day);
}

interface Keys {
  readonly zero: Int32Array;
  readonly side: Int32Array;
  readonly objectSide: Int32Array;
  readonly objectKind: Int32Array;
  readonly sideRelation: Int32Array;
  readonly kindRelation: Int32Array;
}

function keysOf(history: History, traits: ActorTraits, sides: Sides): Keys {
  const { subject, object, relation, day, count, relationCount } = history;
  const sideAt = (actor: number, i: number): number =>
    sides.knownFrom[actor] <= day[i] + 1 ? sides.side[actor] : -1;
  const side = Int32Array.from({ length: count }, (_, i) => sideAt(subject[i], i));
  const objectSide = Int32Array.from({ length: count }, (_, i) => sideAt(object[i], i));
  return {
    zero: new Int32Array(count),
    side,
    objectSide,
    objectKind: Int32Array.from({ length: count }, (_, i) => traits.kind[object[i]]),
    sideRelation: Int32Array.from({ length: count }, (_, i) =>
      side[i] < 0 ? -1 : side[i] * relationCount + relation[i],
    ),
    kindRelation: Int32Array.from(
      { length: count },
      (_, i) => traits.kind[subject[i]] * relationCount + relation[i],
    ),
  };
}
