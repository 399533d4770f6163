import type { PairTerms } from './pair-terms.ts';
import type { Past } from './past.ts';
import { FIRST_SIDE_TERM, FIRST_TRAIT_TERM, rise } from './terms.ts';

const SIDE_TERMS = 5;

/** Terms that look at whom an actor belongs to and what sort of body it is, not at the actor itself. */
export class SideTerms {
  readonly past: Past;
  readonly #pair: PairTerms;
  readonly #row: Int32Array;
  readonly #roleRow: Int32Array;
  /** Side of each actor today, plus one; 0 where nobody knows. */
  readonly #place: Int32Array;
  readonly #kindShare: Float64Array;
  readonly #kindPoints: Float64Array;
  readonly #sideTerms: Float64Array;
  readonly #sidePoints: Float64Array;
  readonly #members: Float64Array;
  side = -1;
  #day = 0;
  #relation = 0;
  #total = 1;
  #sameSide = 0;

  constructor(past: Past, pair: PairTerms) {
    const { kindCount, sideCount, kind } = past.traits;
    this.past = past;
    this.#pair = pair;
    this.#row = new Int32Array(past.history.actorCount).fill(-1);
    this.#roleRow = new Int32Array(past.history.actorCount).fill(-1);
    this.#place = new Int32Array(past.history.actorCount);
    this.#kindShare = new Float64Array(kindCount);
    this.#kindPoints = new Float64Array(kindCount);
    this.#members = new Float64Array(kindCount);
    for (const each of kind) this.#members[each]++;
    this.#sideTerms = new Float64Array(2 * sideCount);
    this.#sidePoints = new Float64Array(sideCount + 1);
  }

  openDay(day: number): void {
    this.#closeSide();
    this.side = -1;
    this.#day = day;
    for (let actor = 0; actor < this.#place.length; actor++)
      this.#place[actor] = this.past.sideOn(actor, day) + 1;
  }

  openRelation(relation: number): void {
    this.#closeSide();
    this.side = -1;
    const { relationTotal, relationWithin } = this.past;
    this.#relation = relation;
    this.#sameSide = rise(relationWithin[relation] + 1, 0.05 * (relationTotal[relation] + 4));
  }

  openSubject(subject: number): void {
    const side = this.#place[subject] - 1;
    if (side !== this.side) {
      this.#closeSide();
      this.side = side;
      if (side >= 0) this.#openSide();
    }
    this.#openKind(subject);
  }

  #openSide(): void {
    const { sideObjects, sideRoles, sideSides, history } = this.past;
    const first = sideObjects.index.start[this.side];
    const rights = sideObjects.index.right;
    for (let row = first; row < first + sideObjects.active[this.side]; row++) this.#row[rights[row]] = row;
    const key = this.side * history.relationCount + this.#relation;
    const start = sideRoles.index.start[key];
    this.#total = 1;
    for (let row = start; row < start + sideRoles.active[key]; row++) {
      this.#roleRow[sideRoles.index.right[row]] = row;
      this.#total += sideRoles.count[row];
    }
    const begin = sideSides.index.start[key];
    const sums = [0.2, 0.2];
    for (let pass = 0; pass < 2; pass++) {
      for (let row = begin; row < begin + sideSides.active[key]; row++) {
        const at = 2 * sideSides.index.right[row];
        for (let h = 0; h < 2; h++) {
          const rate = sideSides.rate(row, h, this.#day);
          if (pass === 0) sums[h] += rate;
          else this.#sideTerms[at + h] = rise(rate / sums[h], 0.002);
        }
      }
    }
  }

  #closeSide(): void {
    if (this.side < 0) return;
    const { start, right } = this.past.sideObjects.index;
    const first = start[this.side];
    for (let row = first; row < first + this.past.sideObjects.active[this.side]; row++) {
      this.#row[right[row]] = -1;
      this.#roleRow[right[row]] = -1;
    }
    this.#sideTerms.fill(0);
  }

  #openKind(subject: number): void {
    const { kindRoles, history, traits } = this.past;
    const key = traits.kind[subject] * history.relationCount + this.#relation;
    const first = kindRoles.index.start[key];
    const until = first + kindRoles.active[key];
    this.#kindShare.fill(0);
    let sum = 1;
    for (let row = first; row < until; row++) sum += kindRoles.count[row];
    for (let row = first; row < until; row++) {
      this.#kindShare[kindRoles.index.right[row]] = kindRoles.count[row] / sum;
    }
  }

  /** What the subject's side has had to do with the object. */
  fill(object: number, out: Float32Array, at: number): void {
    const row = this.#row[object];
    if (row < 0) {
      out.fill(0, at, at + SIDE_TERMS);
      return;
    }
    const { sideObjects, sideRoles } = this.past;
    const role = this.#roleRow[object];
    out[at] = rise(sideObjects.rate(row, 0, this.#day), 0.02);
    out[at + 1] = rise(sideObjects.rate(row, 1, this.#day), 0.02);
    out[at + 2] = role < 0 ? 0 : rise(sideRoles.rate(role, 0, this.#day), 0.02);
    out[at + 3] = role < 0 ? 0 : rise(sideRoles.rate(role, 1, this.#day), 0.02);
    out[at + 4] = role < 0 ? 0 : rise(sideRoles.count[role] / this.#total, 1e-3);
  }

  fillTraits(object: number, out: Float32Array, at: number): void {
    const kind = this.past.traits.kind[object];
    const side = this.#place[object] - 1;
    const same = side >= 0 && side === this.side;
    out[at] = same ? 1 : 0;
    out[at + 1] = same ? this.#sameSide : 0;
    out[at + 2] = rise(this.#kindShare[kind], 1e-3);
    out[at + 3] = rise(this.#kindShare[kind] / this.#members[kind], 1e-5);
    out[at + 4] = side < 0 ? 0 : this.#sideTerms[2 * side];
    out[at + 5] = side < 0 ? 0 : this.#sideTerms[2 * side + 1];
    out[at + 6] = side < 0 ? 0 : this.#pair.dealingsWithSide(side);
    out[at + 7] = side < 0 ? 0 : this.#pair.dealingsWithSideInRelation(side);
  }

  /** `base` and the points of these terms, for every actor. */
  scoreAll(points: Float64Array, base: Float64Array, score: Float64Array): void {
    const at = FIRST_TRAIT_TERM;
    for (let kind = 0; kind < this.#kindPoints.length; kind++) {
      const share = this.#kindShare[kind];
      this.#kindPoints[kind] =
        share === 0
          ? 0
          : points[at + 2] * rise(share, 1e-3) + points[at + 3] * rise(share / this.#members[kind], 1e-5);
    }
    for (let side = 0; side < this.#sidePoints.length - 1; side++) {
      this.#sidePoints[side + 1] =
        points[at + 4] * this.#sideTerms[2 * side] +
        points[at + 5] * this.#sideTerms[2 * side + 1] +
        points[at + 6] * this.#pair.dealingsWithSide(side) +
        points[at + 7] * this.#pair.dealingsWithSideInRelation(side);
    }
    if (this.side >= 0) this.#sidePoints[this.side + 1] += points[at] + points[at + 1] * this.#sameSide;
    const { kind } = this.past.traits;
    for (let object = 0; object < score.length; object++) {
      score[object] = base[object] + this.#kindPoints[kind[object]] + this.#sidePoints[this.#place[object]];
    }
    this.#addSide(points, score);
  }

  #addSide(points: Float64Array, score: Float64Array): void {
    if (this.side < 0) return;
    const { start, right } = this.past.sideObjects.index;
    const terms = new Float32Array(SIDE_TERMS);
    const first = start[this.side];
    for (let row = first; row < first + this.past.sideObjects.active[this.side]; row++) {
      this.fill(right[row], terms, 0);
      for (let k = 0; k < SIDE_TERMS; k++) score[right[row]] += points[FIRST_SIDE_TERM + k] * terms[k];
    }
  }

  hasDealtWith(object: number): boolean {
    return this.#row[object] >= 0;
  }
}
