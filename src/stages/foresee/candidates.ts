import { PairTerms } from './pair-terms.ts';
import type { Past } from './past.ts';
import type { RuleCounts } from './rule-counts.ts';
import { SideTerms } from './side-terms.ts';
import { FIRST_PAIR_TERM, FIRST_SIDE_TERM, FIRST_TRAIT_TERM, rise } from './terms.ts';

/**
 * Terms of every possible object of one question (subject, relation, ?) on one day. Questions are asked
 * day by day, and within a day by relation, so that what they share is worked out once.
 */
export class Candidates {
  readonly past: Past;
  readonly pair: PairTerms;
  readonly sides: SideTerms;
  day = 0;
  relation = 0;
  subject = 0;
  readonly #roleRow: Int32Array;
  /** Terms of the object alone, two a day and object. */
  readonly #objectTerms: Float64Array;
  readonly #objectRow: Int32Array;
  readonly #base: Float64Array;
  #baseFor: Float64Array | undefined;

  constructor(past: Past, counts: RuleCounts) {
    const { actorCount } = past.history;
    this.past = past;
    this.pair = new PairTerms(past, counts);
    this.sides = new SideTerms(past, this.pair);
    this.#roleRow = new Int32Array(actorCount).fill(-1);
    this.#objectTerms = new Float64Array(2 * actorCount);
    this.#objectRow = new Int32Array(actorCount).fill(-1);
    this.#base = new Float64Array(actorCount);
  }

  openDay(day: number): void {
    const { objects } = this.past;
    this.day = day;
    for (let row = 0; row < objects.active[0]; row++) {
      this.#objectRow[objects.index.right[row]] = row;
      const at = 2 * objects.index.right[row];
      this.#objectTerms[at] = rise(objects.rate(row, 0, day), 0.05);
      this.#objectTerms[at + 1] = rise(objects.rate(row, 1, day), 0.05);
    }
    this.sides.openDay(day);
    this.#baseFor = undefined;
  }

  openRelation(relation: number): void {
    const { roles } = this.past;
    const rights = roles.index.right;
    const before = roles.index.start[this.relation];
    for (let row = before; row < before + roles.active[this.relation]; row++) this.#roleRow[rights[row]] = -1;
    this.relation = relation;
    const first = roles.index.start[relation];
    for (let row = first; row < first + roles.active[relation]; row++) this.#roleRow[rights[row]] = row;
    this.sides.openRelation(relation);
    this.pair.openRelation(relation);
    this.#baseFor = undefined;
  }

  openSubject(subject: number): void {
    this.subject = subject;
    this.pair.openSubject(subject, this.day);
    this.sides.openSubject(subject);
  }

  /** Terms of one object, into `out` at `at`. */
  fill(object: number, out: Float32Array, at: number): void {
    out[at] = this.#objectTerms[2 * object];
    out[at + 1] = this.#objectTerms[2 * object + 1];
    this.#fillRole(this.#roleRow[object], out, at + 2);
    this.sides.fill(object, out, at + FIRST_SIDE_TERM);
    this.sides.fillTraits(object, out, at + FIRST_TRAIT_TERM);
    this.pair.fill(object, out, at + FIRST_PAIR_TERM);
  }

  #fillRole(row: number, out: Float32Array, at: number): void {
    if (row < 0) {
      out.fill(0, at, at + 5);
      return;
    }
    const { roles, relationTotal } = this.past;
    out[at] = rise(roles.rate(row, 0, this.day), 0.02);
    out[at + 1] = rise(roles.rate(row, 1, this.day), 0.02);
    out[at + 2] = rise(roles.rate(row, 2, this.day), 0.02);
    out[at + 3] = rise(roles.count[row] / relationTotal[this.relation], 1e-5);
    out[at + 4] = 1 / (this.day - roles.last[row]);
  }

  /** Points of every actor as object: the same as multiplying out `fill`, but what is shared is added once. */
  scoreAll(points: Float64Array, score: Float64Array): void {
    if (this.#baseFor !== points) this.#openBase(points);
    this.sides.scoreAll(points, this.#base, score);
    this.pair.addAll(points, score);
  }

  #openBase(points: Float64Array): void {
    const base = this.#base;
    for (let object = 0; object < base.length; object++) {
      base[object] =
        points[0] * this.#objectTerms[2 * object] + points[1] * this.#objectTerms[2 * object + 1];
    }
    const { first, until } = this.roleRows();
    const terms = new Float32Array(5);
    for (let row = first; row < until; row++) {
      this.#fillRole(row, terms, 0);
      let sum = 0;
      for (let k = 0; k < 5; k++) sum += points[2 + k] * terms[k];
      base[this.past.roles.index.right[row]] += sum;
    }
    this.#baseFor = points;
  }

  /** Row of the actor in the table of objects, or -1 before its first appearance. */
  objectRow(actor: number): number {
    return this.#objectRow[actor];
  }

  hasRole(object: number): boolean {
    return this.#roleRow[object] >= 0;
  }

  /** Rows of the objects that have ever stood in the question's relation. */
  roleRows(): { readonly first: number; readonly until: number } {
    const first = this.past.roles.index.start[this.relation];
    return { first, until: first + this.past.roles.active[this.relation] };
  }
}
