import type { ClauseModel } from '../../../model/lexicon-conditions.ts';
import type { LinearWeights } from '../../../model/lexicon-speech.ts';
import { FeatureList } from '../statements/hashed-features.ts';
import { CLOSINGS, OPENINGS, PLACES, STEPS } from './clause-chains.ts';
import { addGapFeatures, crossings } from './clause-gap-features.ts';
import { addOrderFeatures } from './clause-order-features.ts';
import { addWordFeatures } from './clause-word-features.ts';
import type { ClauseView } from './clause-view.ts';
import type { Stretch } from './stretch.ts';

/** One way to see a text as a conditional. */
export interface ClausePair {
  readonly protasis: Stretch;
  readonly apodosis: Stretch | undefined;
  /** Logarithm of its weight among all ways. */
  readonly log: number;
}

/** Where the condition must begin, and up to which token it must reach. */
interface Bounds {
  readonly first: number;
  readonly reach: number;
}

/** A way through the text up to here: the places that it has been in, latest first. */
interface Way {
  /** Less what the present place has gathered since the text began. */
  readonly log: number;
  readonly since: number;
  readonly place: number;
  readonly earlier: Way | undefined;
}

type ChainModel = Pick<ClauseModel, 'word' | 'gap' | 'order'>;

const IMPOSSIBLE = -1e9;

function sums({ weights, labels, slots, scale }: LinearWeights, list: FeatureList, into: Float64Array): void {
  into.fill(0);
  for (let i = 0; i < list.count; i++) {
    const row = (list.hashes[i] & (slots - 1)) * labels;
    for (let label = 0; label < labels; label++) into[label] += weights[row + label];
  }
  for (let label = 0; label < labels; label++) into[label] *= scale;
}

function totalOf(outputs: readonly number[], values: Float64Array): number {
  let total = 0;
  for (const output of outputs) total += values[output];
  return total;
}

function isBarred(view: ClauseView, i: number, place: number, bounds: Bounds | undefined): boolean {
  if (bounds === undefined) return false;
  const t = view.from + i;
  const isProtasis = PLACES[place].part === 'protasis';
  return isProtasis ? t < bounds.first : t >= bounds.first && t <= bounds.reach;
}

const byLog = (a: Way, b: Way): number => b.log - a.log;

/** Walks a text from left to right and keeps the best ways into every place. */
class Walk {
  private readonly list = new FeatureList();
  private readonly word: Float64Array;
  private readonly gap: Float64Array;
  private readonly order: Float64Array;
  private readonly gathered = new Float64Array(PLACES.length);
  private readonly crossing: Int32Array;
  private ways: Way[][] = PLACES.map(() => []);
  private readonly view: ClauseView;
  private readonly model: ChainModel;
  private readonly best: number;

  constructor(view: ClauseView, model: ChainModel, best: number) {
    this.view = view;
    this.model = model;
    this.best = best;
    this.word = new Float64Array(model.word.labels);
    this.gap = new Float64Array(model.gap.labels);
    this.order = new Float64Array(model.order.labels);
    this.crossing = crossings(view);
    addOrderFeatures(view, this.list);
    sums(model.order, this.list, this.order);
  }

  /** Opens every order before the first word, or steps over the gap before word `i`. */
  step(i: number): void {
    this.list.clear();
    addGapFeatures(this.view, i, this.crossing[i], this.list);
    sums(this.model.gap, this.list, this.gap);
    const entered: Way[][] = PLACES.map(() => []);
    if (i === 0) {
      for (const { to, gap } of OPENINGS) {
        const log = this.order[PLACES[to].order] + totalOf(gap, this.gap);
        entered[to].push({ log, since: 0, place: to, earlier: undefined });
      }
    } else {
      for (const { from, to, gap } of STEPS) {
        const by = totalOf(gap, this.gap) + this.gathered[from] - this.gathered[to];
        for (const way of this.ways[from])
          entered[to].push({ log: way.log + by, since: i, place: to, earlier: way });
      }
    }
    for (const [place, ways] of entered.entries()) {
      if (ways.length > 0) this.ways[place] = [...this.ways[place], ...ways].sort(byLog).slice(0, this.best);
    }
  }

  /** Adds what word `i` says for each place. */
  stay(i: number, bounds: Bounds | undefined): void {
    this.list.clear();
    addWordFeatures(this.view, i, this.list);
    sums(this.model.word, this.list, this.word);
    for (const [place, { word }] of PLACES.entries())
      this.gathered[place] += isBarred(this.view, i, place, bounds) ? IMPOSSIBLE : totalOf(word, this.word);
  }

  close(): readonly Way[] {
    const { count } = this.view;
    this.list.clear();
    addGapFeatures(this.view, count, this.crossing[count], this.list);
    sums(this.model.gap, this.list, this.gap);
    const ended = CLOSINGS.flatMap(({ from, gap }) => {
      const by = this.gathered[from] + totalOf(gap, this.gap);
      return this.ways[from].map((way) => ({ ...way, log: way.log + by }));
    });
    return ended
      .filter((way) => way.log > IMPOSSIBLE / 2)
      .sort(byLog)
      .slice(0, this.best);
  }
}

function toPair(view: ClauseView, way: Way): ClausePair | undefined {
  let protasis: Stretch | undefined;
  let apodosis: Stretch | undefined;
  let last = view.from + view.count - 1;
  for (let at: Way | undefined = way; at !== undefined; at = at.earlier) {
    const stretch = { first: view.from + at.since, last };
    if (PLACES[at.place].part === 'protasis') protasis = stretch;
    else if (PLACES[at.place].part === 'apodosis')
      apodosis = { first: stretch.first, last: apodosis?.last ?? stretch.last };
    last = stretch.first - 1;
  }
  return protasis === undefined ? undefined : { protasis, apodosis, log: way.log };
}

/**
 * The likeliest ways to see a text as condition and what hangs on it, best first: a linear-chain conditional random
 * field (Lafferty, McCallum & Pereira 2001) over places in one of four orders of the clauses, so that each clause is
 * one stretch and any two words can bound it. Trained by `train/train-conditions.ts`.
 */
export function labelClauses(
  view: ClauseView,
  model: ChainModel,
  settings: { readonly best?: number; readonly bounds?: Bounds } = {},
): readonly ClausePair[] {
  const walk = new Walk(view, model, settings.best ?? 1);
  for (let i = 0; i < view.count; i++) {
    walk.step(i);
    walk.stay(i, settings.bounds);
  }
  return walk.close().flatMap((way) => toPair(view, way) ?? []);
}
