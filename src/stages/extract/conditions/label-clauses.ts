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

/** The steps into each place; all come from places before it. */
const INTO = PLACES.map((_, place) => STEPS.filter(({ to }) => to === place));

/** Walks a text from left to right and keeps the best ways into every place. */
class Walk {
  private readonly list = new FeatureList();
  private readonly word: Float64Array;
  private readonly gap: Float64Array;
  private readonly order: Float64Array;
  private readonly gathered = new Float64Array(PLACES.length);
  private readonly crossing: Int32Array;
  /** The best ways into each place, best first. */
  private readonly ways: Way[][] = PLACES.map(() => []);
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
    if (i === 0) this.open();
    // The last place first: a step must not go on from a way that this gap has only just led there.
    else for (let to = PLACES.length - 1; to >= 0; to--) this.enterFromBefore(to, i);
  }

  private open(): void {
    for (const { to, gap } of OPENINGS)
      this.enter(to, this.order[PLACES[to].order] + totalOf(gap, this.gap), 0, undefined);
  }

  private enterFromBefore(to: number, i: number): void {
    for (const { from, gap } of INTO[to]) {
      const by = totalOf(gap, this.gap) + this.gathered[from] - this.gathered[to];
      for (const way of this.ways[from]) if (!this.enter(to, way.log + by, i, way)) break;
    }
  }

  /** Takes a way in among the best into a place, after those as likely; whether it is one of them. */
  private enter(place: number, log: number, since: number, earlier: Way | undefined): boolean {
    const ways = this.ways[place];
    let at = ways.length;
    while (at > 0 && ways[at - 1].log < log) at--;
    if (at >= this.best) return false;
    if (ways.length >= this.best) ways.pop();
    ways.splice(at, 0, { log, since, place, earlier });
    return true;
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
