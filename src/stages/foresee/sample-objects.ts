import type { Candidates } from './candidates.ts';
import type { ExampleCollector } from './examples.ts';
import type { Question } from './questions.ts';
import type { ShortlistTerms } from './score-objects.ts';

/** How many objects of each sort to draw for one question. */
const DRAWN = { met: 100, inRole: 40, bySide: 30, any: 15 } as const;
/** Pairs that dealt with each other within so many days are always taken. */
const FRESH = 7;

/** Draws objects for a question: answers, fresh pairs, and a share of the others that stands for all of them. */
export class ObjectSampler {
  readonly #candidates: Candidates;
  readonly #into: ExampleCollector;
  readonly #taken: Int32Array;
  #stamp = 0;

  constructor(candidates: Candidates, into: ExampleCollector) {
    this.#candidates = candidates;
    this.#into = into;
    this.#taken = new Int32Array(candidates.past.history.actorCount);
  }

  put(question: Question, chance: () => number): void {
    this.#stamp++;
    for (const object of question.objects) this.#take(object, 1);
    this.#takeMet(chance);
    this.#takeByRole(chance);
    this.#takeBySide(chance);
    this.#takeAny(chance);
    this.#into.closeQuestion(question.relation, question.objects.length);
  }

  #take(object: number, standsFor: number): void {
    if (this.#taken[object] === this.#stamp) return;
    this.#taken[object] = this.#stamp;
    const { terms, at } = this.#into.openRow(standsFor, 0);
    this.#candidates.fill(object, terms, at);
  }

  #takeMet(chance: () => number): void {
    const { pair, past, day } = this.#candidates;
    for (let i = 0; i < pair.size; i++) {
      if (day - past.pairs.last[pair.first + i] <= FRESH) this.#take(pair.objectAt(i), 1);
    }
    const share = Math.min(1, DRAWN.met / pair.size);
    for (let i = 0; i < pair.size; i++) if (chance() < share) this.#take(pair.objectAt(i), 1 / share);
  }

  #takeByRole(chance: () => number): void {
    const { first, until } = this.#candidates.roleRows();
    const { right } = this.#candidates.past.roles.index;
    const share = Math.min(1, DRAWN.inRole / (until - first + 1));
    for (let row = first; row < until; row++) {
      if (chance() < share && this.#candidates.pair.pairIndex(right[row]) < 0)
        this.#take(right[row], 1 / share);
    }
  }

  #takeBySide(chance: () => number): void {
    const { sides, past, pair } = this.#candidates;
    if (sides.side < 0) return;
    const { start, right } = past.sideObjects.index;
    const first = start[sides.side];
    const until = first + past.sideObjects.active[sides.side];
    const share = Math.min(1, DRAWN.bySide / (until - first + 1));
    for (let row = first; row < until; row++) {
      const object = right[row];
      if (chance() < share && pair.pairIndex(object) < 0 && !this.#candidates.hasRole(object)) {
        this.#take(object, 1 / share);
      }
    }
  }

  #takeAny(chance: () => number): void {
    const { sides, past, pair } = this.#candidates;
    const { actorCount } = past.history;
    for (let i = 0; i < DRAWN.any; i++) {
      const object = Math.floor(chance() * actorCount);
      if (pair.pairIndex(object) >= 0 || this.#candidates.hasRole(object) || sides.hasDealtWith(object))
        continue;
      this.#take(object, actorCount / DRAWN.any);
    }
  }
}

/** Puts the whole shortlist, answers first; nothing where no answer is on it. */
export function collectAll(terms: ShortlistTerms, question: Question, into: ExampleCollector): void {
  const { shortlist, score } = terms;
  const isAnswer = (place: number): boolean => question.objects.includes(shortlist.actors[place]);
  const places = Array.from({ length: shortlist.length }, (_, place) => place);
  const answers = places.filter(isAnswer);
  if (answers.length === 0) return;
  for (const place of [...answers, ...places.filter((each) => !isAnswer(each))]) {
    const row = into.openRow(1, score[shortlist.actors[place]]);
    terms.fill(place, row.terms, row.at);
  }
  into.closeQuestion(question.relation, answers.length);
}
