import type { ActorTraits, History } from '../../model/forecast.ts';
import { Candidates } from './candidates.ts';
import { chanceFrom, mixSeeds } from './chance.ts';
import { ExampleCollector } from './examples.ts';
import type { Examples } from './examples.ts';
import type { Scorecard } from './fit-scorecard.ts';
import type { DaySlice } from './mirror.ts';
import { daySlices } from './mirror.ts';
import { Past } from './past.ts';
import type { Question } from './questions.ts';
import { questionsOf } from './questions.ts';
import { collectAll, ObjectSampler } from './sample-objects.ts';
import { RuleCounts } from './rule-counts.ts';
import { pointsFor, SHORTLIST_TERMS, ShortlistTerms } from './score-objects.ts';
import { TERM_COUNT } from './terms.ts';

export interface SweepSettings {
  readonly seed: number;
  /** Head relations that this sweep counts and asks about. */
  readonly owns: (relation: number) => boolean;
  readonly shortlist: number;
}

/**
 * Goes through history day by day: asks the day's questions of the past before that day, then counts the
 * day. Which questions are asked depends on seed, day and question alone, so work may be split by relation.
 */
export class Sweep {
  readonly past: Past;
  readonly counts: RuleCounts;
  readonly slices: readonly DaySlice[];
  readonly #history: History;
  readonly #settings: SweepSettings;
  readonly #candidates: Candidates;
  #next = 0;

  constructor(mirrored: History, traits: ActorTraits, settings: SweepSettings) {
    this.#history = mirrored;
    this.#settings = settings;
    this.past = new Past(mirrored, traits);
    this.counts = new RuleCounts(mirrored.relationCount);
    this.slices = daySlices(mirrored);
    this.#candidates = new Candidates(this.past, this.counts);
  }

  /** Counts days up to slice `until`, asking nothing. */
  pass(until: number): void {
    this.#walk(until, () => undefined);
  }

  /** Questions with sampled objects, for fitting the scorecard. */
  sample(until: number, share: number): Examples {
    const into = new ExampleCollector(TERM_COUNT);
    const sampler = new ObjectSampler(this.#candidates, into);
    this.#walk(until, (question, chance) => {
      if (chance() < share) this.#ask(question, () => sampler.put(question, chance));
    });
    return into.examples();
  }

  /** Questions with the objects that the scorecard puts first, for growing trees. */
  shortlisted(until: number, share: number, card: Scorecard): Examples {
    const into = new ExampleCollector(SHORTLIST_TERMS);
    const terms = new ShortlistTerms(this.#candidates, this.#settings.shortlist);
    const points = new Float64Array(TERM_COUNT);
    this.#walk(until, (question, chance) => {
      if (chance() >= share) return;
      this.#ask(question, () => {
        pointsFor(card, question.relation, points);
        terms.open(points);
        collectAll(terms, question, into);
      });
    });
    return into.examples();
  }

  #walk(until: number, each: (question: Question, chance: () => number) => void): void {
    const { owns, seed } = this.#settings;
    for (; this.#next < until; this.#next++) {
      const slice = this.slices[this.#next];
      this.#candidates.openDay(slice.day);
      this.#relation = -1;
      for (const question of questionsOf(this.#history, slice)) {
        if (!owns(question.relation)) continue;
        each(question, chanceFrom(mixSeeds(seed, slice.day, question.relation, question.subject)));
      }
      this.counts.countDay(this.past, slice.from, slice.until, owns);
      this.past.add(slice.from, slice.until);
    }
  }

  #relation = -1;

  #ask(question: Question, put: () => void): void {
    if (question.relation !== this.#relation) this.#candidates.openRelation(question.relation);
    this.#relation = question.relation;
    this.#candidates.openSubject(question.subject);
    put();
  }
}
