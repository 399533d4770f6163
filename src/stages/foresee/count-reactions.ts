import type { MoveBook } from './move-book.ts';
import { firstFrom, happenedIn, NOBODY, recordOf } from './move-book.ts';
import type { Direction, RecentMoves, Trigger } from './recent-moves.ts';
import { twoSteps } from './recent-moves.ts';

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

/** Something that happened once and may be followed by a head, `actor` to `target`. */
interface Case {
  readonly body: string;
  readonly direction: Direction;
  readonly actor: string;
  readonly target: string;
  readonly on: number;
  readonly id: string;
}

/**
 * Rules "after the body, x did the head to y within `length` days", counted over all pairs. A case counts once
 * its window has closed, so advancing to a day uses nothing from that day on.
 */
export class ReactionCounter {
  readonly #book: MoveBook;
  readonly #length: number;
  readonly #owns: (head: string) => boolean;
  readonly #tried = new Map<string, number>();
  readonly #held = new Map<string, Tally>();
  readonly #misses = new Map<string, string[]>();
  #next = 0;

  /** `owns`: the heads that are counted; all without it. */
  constructor(book: MoveBook, length: number, owns: (head: string) => boolean = () => true) {
    this.#book = book;
    this.#length = length;
    this.#owns = owns;
  }

  /** Counts every case whose window closed before `day`. */
  advance(day: number): void {
    const { moves, moveDays } = this.#book;
    for (; this.#next < moves.length; this.#next++) {
      const on = moveDays[this.#next];
      if (on + this.#length >= day) return;
      for (const each of this.#casesOf(this.#next)) this.#count(each);
    }
  }

  /** The cases that a move completes: those it is the body of, and the two-step bodies it is the second step of. */
  #casesOf(i: number): readonly Case[] {
    const book = this.#book;
    const { actor, target, type, id } = book.moves[i];
    const on = book.moveDays[i];
    const found: Case[] = [{ body: type, direction: 'same', actor, target, on, id }];
    if (target === NOBODY) return found;
    found.push({ body: type, direction: 'back', actor: target, target: actor, on, id });
    for (const next of book.targetsOf.get(target) ?? []) {
      if (next === actor || (book.firstOfPair.get(`${target}|${next}`) ?? Infinity) >= on) continue;
      const direction = next === NOBODY ? 'outward' : 'onward';
      found.push({ body: type, direction, actor: target, target: next, on, id });
    }
    for (let j = firstFrom(book.moveDays, on - this.#length); j < book.moves.length; j++) {
      if (book.moveDays[j] > on) break;
      const first = book.moves[j];
      if (first.target !== actor || first.actor === target) continue;
      found.push({
        body: twoSteps(first.type, type), direction: 'through', actor: first.actor, target, on, id,
      }); // prettier-ignore
    }
    return found;
  }

  #count({ body, direction, actor, target, on, id }: Case): void {
    const rule = `${direction}|${body}`;
    this.#tried.set(rule, (this.#tried.get(rule) ?? 0) + 1);
    let followed = false;
    for (const head of this.#book.typesOfPair.get(`${actor}|${target}`) ?? []) {
      if (!this.#owns(head)) continue;
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

  /** Confidence of a rule: its record, drawn to the plain rate. */
  confidence(body: string, direction: Direction, head: string, plainRate: number): number {
    const rule = `${direction}|${body}`;
    const held = this.#held.get(`${rule}|${head}`)?.held ?? 0;
    return held === 0 ? 0 : (held + plainRate * PRIOR_CASES) / ((this.#tried.get(rule) ?? 0) + PRIOR_CASES);
  }
}

/** A rule that stands set off on a day, with the moves that did it and its confidence beside the plain rate. */
export interface FiredReaction {
  readonly reaction: Reaction;
  readonly trigger: Trigger;
  readonly confidence: number;
  /** Logarithm of confidence over plain rate; only rules above 0 count. */
  readonly lift: number;
}

/** Weight, in cases, of the plain rate against a rule's own record. */
const PRIOR_CASES = 8;
/** Rules counted for one question, of each family. */
const RULES_NAMED = 3;

/** Which term of the score a rule belongs to: of the two alone, passed on by a third, or in two steps. */
export const FAMILIES = ['rules', 'rules.onward', 'rules.through'] as const;
export type Family = (typeof FAMILIES)[number];

export const familyOf = (direction: Direction): Family =>
  direction === 'through'
    ? 'rules.through'
    : direction === 'onward' || direction === 'outward'
      ? 'rules.onward'
      : 'rules';

/** The rules set off that speak most strongly for the head, a few of each family, strongest first. */
export function firedReactions(
  recent: RecentMoves,
  counter: ReactionCounter,
  question: { readonly actor: string; readonly target: string; readonly type: string },
  plainRate: number,
): readonly FiredReaction[] {
  // prettier-ignore
  const { actor, target, type } = question;
  const rate = Math.max(0.002, plainRate);
  const fired: { readonly trigger: Trigger; readonly confidence: number; readonly lift: number }[] = [];
  for (const trigger of recent.of(actor, target)) {
    if (trigger.direction === 'same' && trigger.body === type) continue;
    const confidence = counter.confidence(trigger.body, trigger.direction, type, rate);
    if (confidence > rate) fired.push({ trigger, confidence, lift: Math.log(confidence / rate) });
  }
  fired.sort((a, b) => b.lift - a.lift || (keyOf(a.trigger) < keyOf(b.trigger) ? -1 : 1));
  return FAMILIES.flatMap((family) =>
    fired.filter(({ trigger }) => familyOf(trigger.direction) === family).slice(0, RULES_NAMED),
  ).map((each) => ({
    ...each,
    reaction: counter.find(each.trigger.body, each.trigger.direction, type),
  }));
}

const keyOf = ({ direction, body }: Trigger): string => `${body}|${direction}`;
