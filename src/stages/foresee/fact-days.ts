import type { Past } from './past.ts';

/** The days on which each fact (subject, relation, object) happened, in order, one entry a day. */
export class FactDays {
  readonly start: Int32Array;
  readonly day: Int32Array;

  constructor(past: Past) {
    const { rowOf, rowCount } = past.facts.index;
    const { day } = past.history;
    this.start = new Int32Array(rowCount + 1);
    for (const row of rowOf) this.start[row + 1]++;
    for (let row = 0; row < rowCount; row++) this.start[row + 1] += this.start[row];
    const next = this.start.slice(0, rowCount);
    this.day = new Int32Array(rowOf.length);
    rowOf.forEach((row, move) => (this.day[next[row]++] = day[move]));
  }

  /** How many distinct days before `before`. */
  countBefore(fact: number, before: number): number {
    let count = 0;
    for (let i = this.start[fact]; i < this.start[fact + 1] && this.day[i] < before; i++) {
      if (i === this.start[fact] || this.day[i] !== this.day[i - 1]) count++;
    }
    return count;
  }

  /** Whether it happened on a day of `[from, until)`. */
  happened(fact: number, from: number, until: number): boolean {
    for (let i = this.start[fact]; i < this.start[fact + 1] && this.day[i] < until; i++) {
      if (this.day[i] >= from) return true;
    }
    return false;
  }

  /** How many of the `length`-day windows that lie wholly in `[since, before)` saw it. */
  windowsHit(fact: number, since: number, before: number, length: number): number {
    let hit = 0;
    let covered = since - 1;
    const lastStart = before - length;
    for (let i = this.start[fact]; i < this.start[fact + 1] && this.day[i] < before; i++) {
      const from = Math.max(this.day[i] - length + 1, covered + 1);
      const until = Math.min(this.day[i], lastStart);
      if (until >= from) hit += until - from + 1;
      covered = Math.max(covered, until);
    }
    return hit;
  }
}
