import type { PastMove } from '../../model/forecast.ts';

const DAY_MS = 86_400_000;

export const toDayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const fromDayNumber = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** All past moves of a theatre, by pair and type, in order; days as numbers since 1970. */
export interface MoveBook {
  readonly moves: readonly PastMove[];
  readonly firstDay: number;
  readonly lastDay: number;
  readonly actors: readonly string[];
  readonly types: readonly string[];
  /** `actor|target|type` → its days, each once, with the move. */
  readonly byFact: ReadonlyMap<string, FactRecord>;
  /** `actor|target` → types the pair has seen. */
  readonly typesOfPair: ReadonlyMap<string, readonly string[]>;
  /** Day of each of `moves`. */
  readonly moveDays: readonly number[];
  /** First day of each actor as the one who acts, of each type, and of each `actor|target`. */
  readonly firstOfActor: ReadonlyMap<string, number>;
  readonly firstOfType: ReadonlyMap<string, number>;
  readonly firstOfPair: ReadonlyMap<string, number>;
  /** Actor → everybody it ever acted towards, `*` among them. */
  readonly targetsOf: ReadonlyMap<string, readonly string[]>;
}

export interface FactRecord {
  readonly days: readonly number[];
  readonly ids: readonly string[];
}

export const factKey = (actor: string, target: string, type: string): string => `${actor}|${target}|${type}`;
export const NOBODY = '*';

/** Orders moves and drops the second of two that say the same of one day. Later moves change nothing before them. */
export function toMoveBook(moves: Iterable<PastMove>): MoveBook {
  const sorted = [...moves]
    .filter(({ happenedOn }) => /^\d{4}-\d{2}-\d{2}$/u.test(happenedOn))
    .sort(
      (a, b) =>
        compare(a.happenedOn, b.happenedOn) || compare(factKeyOf(a), factKeyOf(b)) || compare(a.id, b.id),
    );
  const byFact = new Map<string, { days: number[]; ids: string[] }>();
  const typesOfPair = new Map<string, string[]>();
  const kept = sorted.filter((move) => {
    const record = byFact.get(factKeyOf(move)) ?? { days: [], ids: [] };
    const day = toDayNumber(move.happenedOn);
    if (record.days.at(-1) === day) return false;
    if (record.days.length === 0) {
      const pair = `${move.actor}|${move.target}`;
      typesOfPair.set(pair, [...(typesOfPair.get(pair) ?? []), move.type]);
    }
    record.days.push(day);
    record.ids.push(move.id);
    byFact.set(factKeyOf(move), record);
    return true;
  });
  const days = kept.map(({ happenedOn }) => toDayNumber(happenedOn));
  return {
    moves: kept,
    firstDay: days[0] ?? 0,
    lastDay: days.at(-1) ?? 0,
    actors: [...new Set(kept.flatMap(({ actor, target }) => [actor, target]))]
      .filter((id) => id !== NOBODY)
      .sort(),
    types: [...new Set(kept.map(({ type }) => type))].sort(),
    byFact,
    typesOfPair,
    ...firstDays(kept, days),
  };
}

type FirstDays = Pick<MoveBook, 'moveDays' | 'firstOfActor' | 'firstOfType' | 'firstOfPair' | 'targetsOf'>;

function firstDays(moves: readonly PastMove[], days: readonly number[]): FirstDays {
  const firstOfActor = new Map<string, number>();
  const firstOfType = new Map<string, number>();
  const firstOfPair = new Map<string, number>();
  const targetsOf = new Map<string, string[]>();
  const note = (map: Map<string, number>, key: string, day: number): boolean => {
    if (map.has(key)) return false;
    map.set(key, day);
    return true;
  };
  moves.forEach(({ actor, target, type }, i) => {
    note(firstOfActor, actor, days[i]);
    note(firstOfType, type, days[i]);
    if (!note(firstOfPair, `${actor}|${target}`, days[i])) return;
    targetsOf.set(actor, [...(targetsOf.get(actor) ?? []), target]);
  });
  return { moveDays: days, firstOfActor, firstOfType, firstOfPair, targetsOf };
}

const factKeyOf = ({ actor, target, type }: PastMove): string => factKey(actor, target, type);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Index of the first day that is not before `day`. */
export function firstFrom(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NONE: FactRecord = { days: [], ids: [] };

export const recordOf = (book: MoveBook, actor: string, target: string, type: string): FactRecord =>
  book.byFact.get(factKey(actor, target, type)) ?? NONE;

/** Whether a record has a day in `[from, until)`. */
export function happenedIn({ days }: FactRecord, from: number, until: number): boolean {
  const at = firstFrom(days, from);
  return at < days.length && days[at] < until;
}
