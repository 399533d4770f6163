import type { FactRecord, MoveBook } from './move-book.ts';
import { firstFrom, happenedIn, recordOf } from './move-book.ts';

/** Who did what: the same two, the same way round (`same`) or the other (`back`). */
export type Direction = 'same' | 'back';

export interface Reaction {
  readonly body: string;
  readonly direction: Direction;
  readonly head: string;
  readonly tried: number;
  readonly held: number;
  readonly cases: readonly { readonly body: string; readonly head?: string }[];
}

interface Tally {
  held: number;
  readonly cases: { readonly body: string; readonly head: string }[];
}

const CASES_KEPT = 12;

/**
 * Rules "after x did the body to y (or y to x), x did the head to y within `length` days", counted over all
 * pairs. A case counts once its window has closed, so advancing to a day uses nothing from that day on.
 */
export class ReactionCounter {
  readonly #book: MoveBook;
  readonly #length: number;
  readonly #tried = new Map<string, number>();
  readonly #held = new Map<string, Tally>();
  readonly #misses = new Map<string, string[]>();
  #next = 0;

  constructor(book: MoveBook, length: number) {
    this.#book = book;
    this.#length = length;
  }

  /** Counts every case whose window closed before `day`. */
  advance(day: number): void {
    const { moves } = this.#book;
    for (; this.#next < moves.length; this.#next++) {
      const move = moves[this.#next];
      const on = Math.floor(Date.parse(move.happenedOn) / 86_400_000);
      if (on + this.#length >= day) return;
      this.#count(move.type, 'same', move.actor, move.target, on, move.id);
      if (move.target !== '*') this.#count(move.type, 'back', move.target, move.actor, on, move.id);
    }
  }

  #count(body: string, direction: Direction, actor: string, target: string, on: number, id: string): void {
    const rule = `${direction}|${body}`;
    this.#tried.set(rule, (this.#tried.get(rule) ?? 0) + 1);
    let followed = false;
    for (const head of this.#book.typesOfPair.get(`${actor}|${target}`) ?? []) {
      const record = recordOf(this.#book, actor, target, head);
      if (!happenedIn(record, on + 1, on + 1 + this.#length)) continue;
      followed = true;
      const tally = this.#held.get(`${rule}|${head}`) ?? { held: 0, cases: [] };
      tally.held++;
      tally.cases.push({ body: id, head: record.ids[firstFrom(record.days, on + 1)] });
      if (tally.cases.length > CASES_KEPT) tally.cases.shift();
      this.#held.set(`${rule}|${head}`, tally);
    }
    if (!followed) this.#misses.set(rule, [...(this.#misses.get(rule) ?? []).slice(-3), id]);
  }

  find(body: string, direction: Direction, head: string): Reaction {
    const rule = `${direction}|${body}`;
    const tally = this.#held.get(`${rule}|${head}`);
    const misses = (this.#misses.get(rule) ?? []).map((id) => ({ body: id }));
    return {
      body,
      direction,
      head,
      tried: this.#tried.get(rule) ?? 0,
      held: tally?.held ?? 0,
      cases: [...(tally?.cases ?? []), ...misses],
    };
  }
}

/** A rule that stands set off on a day, with the move that did it and its confidence beside the plain rate. */
export interface FiredReaction {
  readonly reaction: Reaction;
  readonly firedBy: string;
  readonly confidence: number;
  /** Logarithm of confidence over plain rate; only rules above 0 count. */
  readonly lift: number;
}

/** Weight, in cases, of the plain rate against a rule's own record. */
const PRIOR_CASES = 8;
const RULES_NAMED = 3;

/** The rules set off in the `length` days before `day` that speak most strongly for the head, strongest first. */
export function firedReactions(
  book: MoveBook,
  counter: ReactionCounter,
  question: { readonly actor: string; readonly target: string; readonly type: string },
  when: { readonly day: number; readonly length: number; readonly plainRate: number },
): readonly FiredReaction[] {
  // prettier-ignore
  const { actor, target, type } = question;
  const fired: FiredReaction[] = [];
  const look = (from: string, to: string, direction: Direction): void => {
    for (const body of book.typesOfPair.get(`${from}|${to}`) ?? []) {
      const firedBy = lastIn(recordOf(book, from, to, body), when.day - when.length, when.day);
      if (firedBy === undefined || (direction === 'same' && body === type)) continue;
      const reaction = counter.find(body, direction, type);
      const rate = Math.max(0.002, when.plainRate);
      const confidence = (reaction.held + rate * PRIOR_CASES) / (reaction.tried + PRIOR_CASES);
      const lift = Math.log(confidence / rate);
      if (reaction.held > 0 && lift > 0) fired.push({ reaction, firedBy, confidence, lift });
    }
  };
  look(actor, target, 'same');
  if (target !== '*') look(target, actor, 'back');
  return fired
    .sort((a, b) => b.lift - a.lift || (a.reaction.body < b.reaction.body ? -1 : 1))
    .slice(0, RULES_NAMED);
}

function lastIn({ days, ids }: FactRecord, from: number, until: number): string | undefined {
  const at = firstFrom(days, until) - 1;
  return at >= 0 && days[at] >= from ? ids[at] : undefined;
}
