import type { MoveBook } from './move-book.ts';
import { firstFrom, NOBODY } from './move-book.ts';

/** How the body of a rule leads to its head; x, y, z are three actors. */
export type Direction =
  /** x did the body to y; then x does the head to y. */
  | 'same'
  /** y did the body to x; then x does the head to y. */
  | 'back'
  /** x did the body to y; then y does the head to z. */
  | 'onward'
  /** x did the body to y; then y does the head, to nobody in particular. */
  | 'outward'
  /** x did the first body to y and y the second to z; then x does the head to z. */
  | 'through';

/** Something that sets rules off: the types that happened, and the moves themselves. */
export interface Trigger {
  readonly direction: Direction;
  readonly body: string;
  readonly by: readonly string[];
  readonly words: string;
}

/** Types of both steps of a two-step body. */
export const twoSteps = (first: string, second: string): string => `${first}+${second}`;

/** What the moves of the `length` days before a morning set off, by the pair that is then asked about. */
export class RecentMoves {
  readonly #triggers = new Map<string, Map<string, Trigger>>();

  constructor(book: MoveBook, day: number, length: number) {
    const from = firstFrom(book.moveDays, day - length);
    const until = firstFrom(book.moveDays, day);
    for (let i = from; i < until; i++) this.#look(book, i, until);
  }

  /** The triggers of questions about this pair; of two alike, the later one. */
  of(actor: string, target: string): readonly Trigger[] {
    return [...(this.#triggers.get(`${actor}|${target}`)?.values() ?? [])];
  }

  #look(book: MoveBook, i: number, until: number): void {
    const { actor, target, type, id } = book.moves[i];
    const whom = target === NOBODY ? '' : ` towards ${target}`;
    const one = { body: type, by: [id], words: `${type} by ${actor}${whom}` };
    this.#put(actor, target, { ...one, direction: 'same' });
    if (target === NOBODY) return;
    this.#put(target, actor, { ...one, direction: 'back' });
    for (const next of book.targetsOf.get(target) ?? []) {
      if (next === actor || (book.firstOfPair.get(`${target}|${next}`) ?? Infinity) >= book.moveDays[i])
        continue;
      this.#put(target, next, { ...one, direction: next === NOBODY ? 'outward' : 'onward' });
    }
    for (let j = firstFrom(book.moveDays, book.moveDays[i]); j < until; j++) {
      const then = book.moves[j];
      if (then.actor !== target || then.target === actor || then.target === NOBODY) continue;
      this.#put(actor, then.target, {
        direction: 'through',
        body: twoSteps(type, then.type),
        by: [id, then.id],
        words: `${one.words} and ${then.type} by ${target} towards ${then.target}`,
      });
    }
  }

  #put(actor: string, target: string, trigger: Trigger): void {
    const pair = `${actor}|${target}`;
    const own = this.#triggers.get(pair) ?? new Map<string, Trigger>();
    this.#triggers.set(pair, own.set(`${trigger.direction}|${trigger.body}`, trigger));
  }
}
