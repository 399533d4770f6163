import type { Past } from './past.ts';
import type { RuleCounts } from './rule-counts.ts';
import { CELLS, cellOf, confidencesOf } from './rule-counts.ts';
import { FIRST_PAIR_TERM, rise, TERM_COUNT } from './terms.ts';

export const PAIR_TERMS = TERM_COUNT - FIRST_PAIR_TERM;
const P = { known: 0, rates: 1, share10: 5, share40: 6, gap: 7, rules: 8, related: 13, same: 14 } as const;

/** Terms of the objects that the subject has met before: one block of `PAIR_TERMS` numbers a pair. */
export class PairTerms {
  readonly past: Past;
  readonly #counts: RuleCounts;
  readonly #confidence: Float32Array;
  readonly #overall: Float32Array;
  readonly #pairOf: Int32Array;
  readonly #sideDealings: Float64Array;
  readonly #sideInRelation: Float64Array;
  #blocks = new Float32Array(1024 * PAIR_TERMS);
  relation = 0;
  first = 0;
  size = 0;
  entriesRead = 0;

  constructor(past: Past, counts: RuleCounts) {
    this.past = past;
    this.#counts = counts;
    this.#confidence = new Float32Array(counts.relationCount * CELLS);
    this.#overall = new Float32Array(counts.relationCount);
    this.#pairOf = new Int32Array(past.history.actorCount).fill(-1);
    this.#sideDealings = new Float64Array(past.traits.sideCount);
    this.#sideInRelation = new Float64Array(past.traits.sideCount);
  }

  openRelation(relation: number): void {
    this.relation = relation;
    confidencesOf(this.#counts, relation, this.#confidence, this.#overall);
  }

  openSubject(subject: number, day: number): void {
    const { pairs } = this.past;
    for (let i = 0; i < this.size; i++) this.#pairOf[pairs.index.right[this.first + i]] = -1;
    this.first = pairs.index.start[subject];
    this.size = pairs.active[subject];
    if (this.#blocks.length < this.size * PAIR_TERMS)
      this.#blocks = new Float32Array(2 * this.size * PAIR_TERMS);
    for (let i = 0; i < this.size; i++) {
      this.#pairOf[pairs.index.right[this.first + i]] = i;
      this.#readPair(i, day);
    }
    this.#relate();
    this.#dealings(day);
  }

  /** What the pair's own past says, before it is compared with the subject's other pairs. */
  #readPair(i: number, day: number): void {
    const { pairs, facts } = this.past;
    const pair = this.first + i;
    const block = this.#blocks;
    const at = i * PAIR_TERMS;
    block.fill(0, at, at + PAIR_TERMS);
    let best = 0;
    let second = 0;
    let third = 0;
    let none = 1;
    let related = 0;
    let same = -1;
    let reverse = -1;
    const half = this.#counts.relationCount / 2;
    const inverse = this.relation < half ? this.relation + half : this.relation - half;
    const start = facts.index.start[pair];
    const until = start + facts.active[pair];
    this.entriesRead += until - start;
    for (let fact = start; fact < until; fact++) {
      const body = facts.index.right[fact];
      if (body === this.relation) same = fact;
      else if (body === inverse) reverse = fact;
      const c = this.#confidence[body * CELLS + cellOf(day - facts.last[fact], facts.count[fact])];
      if (c === 0) continue;
      none *= 1 - c * 0.5;
      related += this.#overall[body] * facts.rate(fact, 1, day);
      if (c > best) {
        third = second;
        second = best;
        best = c;
      } else if (c > second) {
        third = second;
        second = c;
      } else if (c > third) third = c;
    }
    block[at] = 1;
    for (let h = 0; h < 4; h++) block[at + P.rates + h] = pairs.rate(pair, h, day);
    block[at + P.gap] = 1 / (day - pairs.last[pair]);
    block[at + P.rules] = best;
    block[at + P.rules + 1] = second;
    block[at + P.rules + 2] = third;
    block[at + P.rules + 3] = 1 - none;
    block[at + P.related] = rise(related, 1e-3);
    if (same >= 0) this.#readSame(same, at + P.same, day);
    if (reverse >= 0) {
      block[at + P.same + 11] = Math.log1p(facts.rate(reverse, 1, day));
      block[at + P.same + 12] = Math.log1p(facts.rate(reverse, 3, day));
    }
  }

  #readSame(fact: number, at: number, day: number): void {
    const { facts } = this.past;
    const block = this.#blocks;
    const gap = day - facts.last[fact];
    block[at] = 1;
    for (let h = 0; h < 4; h++) block[at + 1 + h] = facts.rate(fact, h, day);
    block[at + 9] = 1 / gap;
    block[at + 10] = gap <= 1 ? 1 : 0;
  }

  /** Shares among the subject's pairs, then logarithms. */
  #relate(): void {
    const block = this.#blocks;
    const rates = [1e-3, 1e-3, 1e-3, 1e-3];
    const same = [1e-3, 1e-3, 1e-3, 1e-3];
    let rules = 1e-4;
    for (let at = 0; at < this.size * PAIR_TERMS; at += PAIR_TERMS) {
      rules += block[at + P.rules];
      for (let h = 0; h < 4; h++) {
        rates[h] += block[at + P.rates + h];
        same[h] += block[at + P.same + 1 + h];
      }
    }
    for (let at = 0; at < this.size * PAIR_TERMS; at += PAIR_TERMS) {
      block[at + P.share10] = rise(block[at + P.rates + 1] / rates[1], 1e-3);
      block[at + P.share40] = rise(block[at + P.rates + 2] / rates[2], 1e-3);
      block[at + P.rules + 4] = rise(block[at + P.rules] / rules, 1e-3);
      for (let k = 0; k < 4; k++) block[at + P.rules + k] = rise(block[at + P.rules + k], 1e-4);
      for (let h = 0; h < 4; h++) block[at + P.rates + h] = Math.log1p(block[at + P.rates + h]);
      if (block[at + P.same] === 0) continue;
      for (let h = 0; h < 4; h++) {
        const rate = block[at + P.same + 1 + h];
        block[at + P.same + 5 + h] = rise(rate / same[h], 1e-3);
        block[at + P.same + 1 + h] = Math.log1p(rate);
      }
    }
  }

  #dealings(day: number): void {
    const { pairs } = this.past;
    const block = this.#blocks;
    this.#sideDealings.fill(0);
    this.#sideInRelation.fill(0);
    let sum = 0.2;
    let sumIn = 0.2;
    for (let i = 0; i < this.size; i++) {
      const side = this.past.sideOn(pairs.index.right[this.first + i], day);
      const rate = Math.expm1(block[i * PAIR_TERMS + P.rates + 2]);
      const inRelation = Math.expm1(block[i * PAIR_TERMS + P.same + 4]);
      sum += rate;
      sumIn += inRelation;
      if (side < 0) continue;
      this.#sideDealings[side] += rate;
      this.#sideInRelation[side] += inRelation;
    }
    for (let side = 0; side < this.#sideDealings.length; side++) {
      if (this.#sideDealings[side] === 0) continue;
      this.#sideDealings[side] = rise(this.#sideDealings[side] / sum, 1e-3);
      this.#sideInRelation[side] = rise(this.#sideInRelation[side] / sumIn, 1e-3);
    }
  }

  dealingsWithSide(side: number): number {
    return this.#sideDealings[side];
  }

  dealingsWithSideInRelation(side: number): number {
    return this.#sideInRelation[side];
  }

  /** Index of the object among the subject's pairs, or -1. */
  pairIndex(object: number): number {
    return this.#pairOf[object];
  }

  /** Object of the subject's pair `i`. */
  objectAt(i: number): number {
    return this.past.pairs.index.right[this.first + i];
  }

  /** Adds the points of these terms to the objects that the subject has met. */
  addAll(points: Float64Array, score: Float64Array): void {
    const block = this.#blocks;
    for (let i = 0; i < this.size; i++) {
      let sum = 0;
      for (let k = 0; k < PAIR_TERMS; k++) sum += points[FIRST_PAIR_TERM + k] * block[i * PAIR_TERMS + k];
      score[this.past.pairs.index.right[this.first + i]] += sum;
    }
  }

  fill(object: number, out: Float32Array, at: number): void {
    const i = this.#pairOf[object];
    for (let k = 0; k < PAIR_TERMS; k++) out[at + k] = i < 0 ? 0 : this.#blocks[i * PAIR_TERMS + k];
  }
}
