import type { Candidates } from './candidates.ts';
import type { Scorecard } from './fit-scorecard.ts';
import { Shortlist } from './shortlist.ts';
import { TERM_COUNT } from './terms.ts';
import type { Tree } from './trees.ts';
import { treePoints } from './trees.ts';

/** The terms, the scorecard's points less the leader's, and the place on the shortlist. */
export const SHORTLIST_TERMS = TERM_COUNT + 2;

/** Points per unit of each term for questions of one relation. */
export function pointsFor(card: Scorecard, relation: number, out: Float64Array): void {
  for (let k = 0; k < card.width; k++) out[k] = card.points[k] + card.byRelation[relation * card.width + k];
}

/** The objects that the scorecard puts first, with everything that trees may ask about them. */
export class ShortlistTerms {
  readonly candidates: Candidates;
  readonly score: Float64Array;
  readonly shortlist: Shortlist;

  constructor(candidates: Candidates, room: number) {
    this.candidates = candidates;
    this.score = new Float64Array(candidates.past.history.actorCount);
    this.shortlist = new Shortlist(room);
  }

  /** For the question that the candidates stand open at. */
  open(points: Float64Array): void {
    this.candidates.scoreAll(points, this.score);
    this.shortlist.choose(this.score);
  }

  fill(place: number, out: Float32Array, at: number): void {
    const object = this.shortlist.actors[place];
    this.candidates.fill(object, out, at);
    out[at + TERM_COUNT] = this.score[object] - this.score[this.shortlist.actors[0]];
    out[at + TERM_COUNT + 1] = place;
  }
}

/** All that ranking needs, learned and frozen. */
export interface RankingModel {
  readonly card: Scorecard;
  readonly trees: readonly Tree[];
  readonly shortlist: number;
}

/** Points put between the shortlist and all others, so that trees move objects only within the shortlist. */
const SHORTLISTED = 1000;

/** Scores every actor as the object of one question: scorecard, and trees on the shortlist. */
export class ObjectScorer {
  readonly terms: ShortlistTerms;
  readonly #model: RankingModel;
  readonly #points = new Float64Array(TERM_COUNT);
  readonly #row = new Float32Array(SHORTLIST_TERMS);
  #relation = -1;
  #day = -1;

  constructor(candidates: Candidates, model: RankingModel) {
    this.terms = new ShortlistTerms(candidates, model.shortlist);
    this.#model = model;
  }

  openDay(day: number): void {
    this.terms.candidates.openDay(day);
    this.#day = day;
    this.#relation = -1;
  }

  /** Scores by actor number; the array is used again by the next question. */
  scores(relation: number, subject: number): Float64Array {
    const { candidates, score, shortlist } = this.terms;
    if (relation !== this.#relation || candidates.day !== this.#day) candidates.openRelation(relation);
    this.#relation = relation;
    candidates.openSubject(subject);
    pointsFor(this.#model.card, relation, this.#points);
    this.terms.open(this.#points);
    const added = new Float64Array(shortlist.length);
    for (let place = 0; place < shortlist.length; place++) {
      this.terms.fill(place, this.#row, 0);
      added[place] = SHORTLISTED + treePoints(this.#model.trees, this.#row, 0);
    }
    for (let place = 0; place < shortlist.length; place++) score[shortlist.actors[place]] += added[place];
    return score;
  }
}
