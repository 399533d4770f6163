import {
  CLOSINGS, GAP_OUTPUTS, OPENINGS, ORDER_OUTPUTS, PLACES, STEPS, WORD_OUTPUTS,
} from '../../src/stages/extract/conditions/clause-chains.ts'; // prettier-ignore
import { addGapFeatures, crossings } from '../../src/stages/extract/conditions/clause-gap-features.ts';
import { addOrderFeatures } from '../../src/stages/extract/conditions/clause-order-features.ts';
import { addWordFeatures } from '../../src/stages/extract/conditions/clause-word-features.ts';
import { FeatureList } from '../../src/stages/extract/statements/hashed-features.ts';
import type { ClauseExample } from './clause-examples.ts';
import { chancesOf, newLattice, wayOf } from './clause-lattice.ts';
import type { Lattice } from './clause-lattice.ts';
import { shuffled } from './shuffle.ts';

/** An example with the slots of its features. */
interface Prepared {
  readonly words: readonly Int32Array[];
  readonly gaps: readonly Int32Array[];
  readonly order: Int32Array;
  readonly gold: Lattice;
}

export interface CourseSettings {
  readonly rounds: number;
  readonly rate: number;
  readonly pull: number;
  /** Slots of the word and gap models, a power of two each. */
  readonly slots: number;
  readonly orderSlots: number;
}

/** Weights of one linear model with what AdaGrad remembers, and one text's slopes. */
class Table {
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  private readonly squares: Float32Array;
  private readonly slope: Float32Array;
  private readonly seen: Int32Array;
  private touched: number[] = [];
  private turn = 0;
  readonly labels: number;

  constructor(slots: number, labels: number) {
    this.labels = labels;
    this.weights = new Float32Array(slots * labels);
    this.mean = new Float32Array(slots * labels);
    this.squares = new Float32Array(slots * labels);
    this.slope = new Float32Array(slots * labels);
    this.seen = new Int32Array(slots);
  }

  sums(slots: Int32Array, into: Float64Array): void {
    into.fill(0);
    for (const slot of slots)
      for (let label = 0, row = slot * this.labels; label < this.labels; label++)
        into[label] += this.weights[row + label];
  }

  begin(): void {
    this.turn++;
    this.touched = [];
  }

  add(slots: Int32Array, slopes: Float64Array): void {
    if (slopes.every((slope) => Math.abs(slope) < 1e-3)) return;
    for (const slot of slots) {
      const row = slot * this.labels;
      if (this.seen[slot] !== this.turn) {
        this.seen[slot] = this.turn;
        this.touched.push(slot);
        this.slope.fill(0, row, row + this.labels);
      }
      for (let label = 0; label < this.labels; label++) this.slope[row + label] += slopes[label];
    }
  }

  apply({ rate, pull }: CourseSettings): void {
    for (const slot of this.touched) {
      for (let at = slot * this.labels; at < (slot + 1) * this.labels; at++) {
        if (this.slope[at] === 0) continue;
        const slope = this.slope[at] + pull * this.weights[at];
        this.squares[at] += slope * slope;
        this.weights[at] -= (rate * slope) / Math.sqrt(this.squares[at] + 0.01);
      }
    }
  }

  gather(share: number): void {
    for (let at = 0; at < this.weights.length; at++) this.mean[at] += this.weights[at] * share;
  }
}

/** The three models of the labeller while they are learnt. */
class Course {
  readonly word: Table;
  readonly gap: Table;
  readonly order: Table;
  private readonly settings: CourseSettings;

  constructor(settings: CourseSettings) {
    this.settings = settings;
    this.word = new Table(settings.slots, WORD_OUTPUTS);
    this.gap = new Table(settings.slots, GAP_OUTPUTS);
    this.order = new Table(settings.orderSlots, ORDER_OUTPUTS);
  }

  private score({ words, gaps, order }: Prepared): Lattice {
    const lattice = newLattice(words.length);
    const [word, gap, orders] = [this.word, this.gap, this.order].map(
      (table) => new Float64Array(table.labels),
    );
    const total = (outputs: readonly number[], values: Float64Array): number =>
      outputs.reduce((sum, output) => sum + values[output], 0);
    this.order.sums(order, orders);
    for (const [t, slots] of gaps.entries()) {
      this.gap.sums(slots, gap);
      if (t === 0)
        for (const [i, { to, gap: outputs }] of OPENINGS.entries())
          lattice.open[i] = total(outputs, gap) + orders[PLACES[to].order];
      else if (t === words.length)
        for (const [i, one] of CLOSINGS.entries()) lattice.close[i] = total(one.gap, gap);
      else for (const [i, one] of STEPS.entries()) lattice.step[t * STEPS.length + i] = total(one.gap, gap);
    }
    for (const [t, slots] of words.entries()) {
      this.word.sums(slots, word);
      for (const [place, one] of PLACES.entries())
        lattice.word[t * PLACES.length + place] = total(one.word, word);
    }
    return lattice;
  }

  /** One step on one text; gives the loss, the negative logarithm of the gold's probability. */
  learn(one: Prepared): number {
    const lattice = this.score(one);
    const chances = chancesOf(lattice);
    for (const table of [this.word, this.gap, this.order]) table.begin();
    const slopes = new Float64Array(GAP_OUTPUTS);
    const put = (outputs: readonly number[], by: number): void => {
      for (const output of outputs) slopes[output] += by;
    };
    for (const [t, slots] of one.gaps.entries()) {
      slopes.fill(0);
      if (t === 0)
        for (const [i, { gap }] of OPENINGS.entries()) put(gap, chances.open[i] - one.gold.open[i]);
      else if (t === one.words.length)
        for (const [i, { gap }] of CLOSINGS.entries()) put(gap, chances.close[i] - one.gold.close[i]);
      else
        for (let i = 0, at = t * STEPS.length; i < STEPS.length; i++)
          put(STEPS[i].gap, chances.step[at + i] - one.gold.step[at + i]);
      this.gap.add(slots, slopes);
    }
    for (const [t, slots] of one.words.entries()) {
      slopes.fill(0);
      for (let i = 0, at = t * PLACES.length; i < PLACES.length; i++)
        put(PLACES[i].word, chances.word[at + i] - one.gold.word[at + i]);
      this.word.add(slots, slopes);
    }
    slopes.fill(0);
    for (const [i, { to }] of OPENINGS.entries())
      slopes[PLACES[to].order] += chances.open[i] - one.gold.open[i];
    this.order.add(one.order, slopes);
    for (const table of [this.word, this.gap, this.order]) table.apply(this.settings);
    const products = (a: Float64Array, b: Float64Array): number =>
      a.reduce((sum, value, i) => sum + value * b[i], 0);
    const { word, step, open, close } = one.gold;
    return (
      chances.whole -
      products(word, lattice.word) -
      products(step, lattice.step) -
      products(open, lattice.open) -
      products(close, lattice.close)
    );
  }
}

function prepare({ view, places }: ClauseExample, { slots, orderSlots }: CourseSettings): Prepared {
  const list = new FeatureList();
  const crossing = crossings(view);
  const take = (add: () => void, count: number): Int32Array => {
    list.clear();
    add();
    return list.hashes.slice(0, list.count).map((hash) => hash & (count - 1));
  };
  return {
    words: places.map((_, i) => take(() => { addWordFeatures(view, i, list); }, slots)),
    gaps: [...places, 0].map((_, i) => take(() => { addGapFeatures(view, i, crossing[i], list); }, slots)),
    order: take(() => { addOrderFeatures(view, list); }, orderSlots),
    gold: wayOf(places),
  }; // prettier-ignore
}

/** Learns the clause labeller by AdaGrad with a pull towards zero; its weights are the mean of the later rounds. */
export function learnClauses(
  examples: readonly ClauseExample[],
  settings: CourseSettings,
  report: (line: string) => void,
): Pick<Course, 'word' | 'gap' | 'order'> {
  const course = new Course(settings);
  const prepared = examples.map((example) => prepare(example, settings));
  const kept = settings.rounds - Math.ceil(settings.rounds / 2);
  for (let round = 0; round < settings.rounds; round++) {
    let loss = 0;
    for (const one of shuffled(prepared, round)) loss += course.learn(one);
    report(`round ${round + 1}: mean loss ${(loss / prepared.length).toFixed(3)}`);
    if (round < settings.rounds - kept) continue;
    for (const table of [course.word, course.gap, course.order]) table.gather(1 / kept);
  }
  return course;
}
