import { Candidates } from './candidates.ts';
import type { FactDays } from './fact-days.ts';
import type { Past } from './past.ts';
import type { RuleCounts } from './rule-counts.ts';
import { rise, TERM_COUNT, TERMS } from './terms.ts';

const OWN_TERMS = [
  'window.share', 'window.lately', 'window.quarter', 'gap.days', 'gap.overdue', 'days.count', 'pace.fast', 'pace.slow',
  'pair.pace', 'subject.pace', 'object.pace', 'relation.pace',
] as const; // prettier-ignore

/** Terms of "will it happen within the window?": those of ranking, and the fact's own calendar. */
export const WINDOW_TERMS: readonly string[] = [...OWN_TERMS, ...TERMS];
/** Terms that may only raise the odds: what happens more often, or follows more surely, is likelier. */
export const RISING_TERMS: readonly string[] = [
  'window.share',
  'rule.best',
  'rule.second',
  'rule.third',
  'rule.any',
];

/** Two counts at a short and a long half-life as a pace: above 0 when quickening. */
const pace = (short: number, shortHalf: number, long: number, longHalf: number): number =>
  Math.log((short / shortHalf + 0.02) / (long / longHalf + 0.02));

/** Terms of one fact, as it stands on the morning of a day. */
export class WindowTerms {
  readonly candidates: Candidates;
  readonly #days: FactDays;
  readonly #length: number;
  /** First day of the history: nothing can have happened before. */
  readonly #since: number;

  constructor(past: Past, counts: RuleCounts, days: FactDays, length: number) {
    this.candidates = new Candidates(past, counts);
    this.#days = days;
    this.#length = length;
    this.#since = past.history.count === 0 ? 0 : past.history.day[0];
  }

  /** For the question the candidates stand open at; `fact` and `pair` are rows of the past's tables. */
  fill(fact: number, pair: number, object: number, out: Float32Array, at: number): void {
    const { past, day, relation, subject } = this.candidates;
    const { facts, pairs } = past;
    const own = this.#days;
    const known = own.countBefore(fact, day);
    const age = Math.max(1, day - this.#since);
    const share = (windows: number): number => {
      const since = Math.max(this.#since, day - windows - this.#length + 1);
      return own.windowsHit(fact, since, day, this.#length) / Math.max(1, day - this.#length + 1 - since);
    };
    const gap = day - facts.last[fact];
    out[at] = share(age);
    out[at + 1] = share(28);
    out[at + 2] = share(90);
    out[at + 3] = Math.log(gap);
    out[at + 4] = Math.log((gap * known) / age);
    out[at + 5] = Math.log1p(known) - Math.log1p(age / 7);
    out[at + 6] = pace(facts.rate(fact, 1, day), 10, facts.rate(fact, 3, day), 200);
    out[at + 7] = pace(facts.rate(fact, 2, day), 40, facts.rate(fact, 3, day), 200);
    out[at + 8] = pace(pairs.rate(pair, 1, day), 10, pairs.rate(pair, 3, day), 200);
    out[at + 9] = this.#actorPace(subject);
    out[at + 10] = this.#actorPace(object);
    out[at + 11] = rise(past.relationTotal[relation] / age, 0.01);
    this.candidates.fill(object, out, at + OWN_TERMS.length);
  }

  #actorPace(actor: number): number {
    const { objects } = this.candidates.past;
    const row = this.candidates.objectRow(actor);
    const { day } = this.candidates;
    return row < 0 ? 0 : pace(objects.rate(row, 0, day) / 10, 2, objects.rate(row, 1, day) / 10, 50);
  }
}

export const WINDOW_TERM_COUNT = OWN_TERMS.length + TERM_COUNT;
