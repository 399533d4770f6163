import type { Family, FiredReaction } from './count-reactions.ts';
import { FAMILIES, familyOf } from './count-reactions.ts';
import type { FactRecord, MoveBook } from './move-book.ts';
import { firstFrom, happenedIn, recordOf } from './move-book.ts';

/** What the probability of a deed within a window is made of; each is 0 where there is nothing to see. */
export const DEED_TERMS = [
  'share.ever', 'share.lately', 'known', 'freshness', 'in.last.window', 'in.last.three', 'pair.pace', 'actor.pace', 'type.rate',
  ...FAMILIES,
] as const; // prettier-ignore

export type DeedTerm = (typeof DEED_TERMS)[number];

/** Terms that may only raise the odds. */
export const RISING_DEED_TERMS: readonly DeedTerm[] = FAMILIES;

export interface DeedQuestion {
  readonly actor: string;
  readonly target: string;
  readonly type: string;
}

/** Share of the windows that closed before `day`, of those since `since`, that saw the deed. */
export function shareOfWindows({ days }: FactRecord, since: number, day: number, length: number): number {
  const last = day - length;
  if (last < since) return 0;
  let hit = 0;
  let covered = since - 1;
  for (let i = firstFrom(days, since); i < days.length && days[i] < day; i++) {
    const from = Math.max(days[i] - length + 1, covered + 1);
    const until = Math.min(days[i], last);
    if (until >= from) hit += until - from + 1;
    covered = Math.max(covered, until);
  }
  return hit / (last - since + 1);
}

/** Counts of the days before one day that many questions share. */
export interface DayCounts {
  readonly day: number;
  readonly length: number;
  readonly pair: ReadonlyMap<string, number>;
  readonly actor: ReadonlyMap<string, number>;
  readonly type: ReadonlyMap<string, number>;
}

const TYPE_WINDOW = 365;

/** Moves of the last window per pair and actor, and of the last year per type. */
export function countDays(book: MoveBook, day: number, length: number): DayCounts {
  const pair = new Map<string, number>();
  const actor = new Map<string, number>();
  const type = new Map<string, number>();
  const raise = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);
  for (let i = firstFrom(book.moveDays, day - TYPE_WINDOW); i < book.moves.length; i++) {
    if (book.moveDays[i] >= day) break;
    const move = book.moves[i];
    raise(type, move.type);
    if (book.moveDays[i] < day - length) continue;
    raise(pair, `${move.actor}|${move.target}`);
    raise(actor, move.actor);
  }
  return { day, length, pair, actor, type };
}

/** The values of all terms, in the order of `DEED_TERMS`. Looks at no day from `counts.day` on. */
export function deedValues(
  book: MoveBook,
  question: DeedQuestion,
  counts: DayCounts,
  fired: readonly FiredReaction[],
): readonly number[] {
  const { actor, target, type } = question;
  const { day, length } = counts;
  const record = recordOf(book, actor, target, type);
  const before = firstFrom(record.days, day);
  const last = before === 0 ? undefined : record.days[before - 1];
  const share = (since: number): number =>
    shareOfWindows(record, Math.max(book.firstDay, since), day, length);
  return [
    Math.log1p(share(book.firstDay) / 0.02),
    Math.log1p(share(day - length - 365) / 0.02),
    last === undefined ? 0 : 1,
    last === undefined ? 0 : -Math.log((day - last) / 365),
    happenedIn(record, day - length, day) ? 1 : 0,
    happenedIn(record, day - 3 * length, day) ? 1 : 0,
    Math.log1p(counts.pair.get(`${actor}|${target}`) ?? 0),
    Math.log1p(counts.actor.get(actor) ?? 0),
    Math.log1p(counts.type.get(type) ?? 0),
    ...FAMILIES.map((family) => liftOf(fired, family)),
  ];
}

/** What the rules of one family add up to. */
export const liftOf = (fired: readonly FiredReaction[], family: Family): number =>
  fired.reduce((sum, { trigger, lift }) => (familyOf(trigger.direction) === family ? sum + lift : sum), 0);
