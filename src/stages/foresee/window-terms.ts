import { Candidates } from './candidates.ts';
import type { FactDays } from './fact-days.ts';
import type { Past } from './past.ts';
import type { RuleCounts } from './rule-counts.ts';
import { rise, TERM_COUNT, TERMS } from './terms.ts';

const OWN_TERMS = [
  'window.share', 'window.lately', 'window.quarter', 'gap.days', 'gap.overdue', 'days.count', 'pace.fast', 'pace.slow',
  'pair.pace', 'subject.pace', 'object.pace', 'relation.pace', 'reverse.lately', 'subject.role2', 'subject.role10',
  'subject.role50', 'subject.rolePace', 'object.rolePace',
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
  /** Relation → actor → row of the table of roles. */
  readonly #rows = new Map<number, Map<number, number>>();

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
    out[at + 12] = this.#reverseLately(subject, object);
    const half = past.history.relationCount / 2;
    this.#fillRoles(
      this.#roleRow(relation < half ? relation + half : relation - half, subject),
      out,
      at + 13,
    );
    out[at + 17] = this.#rolePace(this.#roleRow(relation, object));
    this.candidates.fill(object, out, at + OWN_TERMS.length);
  }

  /** How often the subject does this to anybody. */
  #fillRoles(row: number, out: Float32Array, at: number): void {
    const { roles } = this.candidates.past;
    for (let h = 0; h < 3; h++)
      out[at + h] = row < 0 ? 0 : Math.log1p(roles.rate(row, h, this.candidates.day));
    out[at + 3] = this.#rolePace(row);
  }

  #rolePace(row: number): number {
    const { past, day } = this.candidates;
    return row < 0 ? 0 : pace(past.roles.rate(row, 1, day), 10, past.roles.rate(row, 3, day), 300);
  }

  /** Row of an actor in a role, found by walking the role: roles of one relation lie together. */
  #roleRow(relation: number, actor: number): number {
    const { roles } = this.candidates.past;
    let rows = this.#rows.get(relation);
    if (rows === undefined) {
      rows = new Map();
      const first = roles.index.start[relation];
      for (let row = first; row < roles.index.start[relation + 1]; row++)
        rows.set(roles.index.right[row], row);
      this.#rows.set(relation, rows);
    }
    const row = rows.get(actor) ?? -1;
    return row >= 0 && roles.count[row] > 0 ? row : -1;
  }

  /** Share of the last four weeks' windows that saw the same deed the other way round. */
  #reverseLately(subject: number, object: number): number {
    const { past, day, relation } = this.candidates;
    const { facts } = past;
    const back = this.#pairRow(object, subject);
    if (back < 0) return 0;
    const start = facts.index.start[back];
    for (let fact = start; fact < start + facts.active[back]; fact++) {
      if (facts.index.right[fact] !== relation) continue;
      const since = Math.max(this.#since, day - 28 - this.#length + 1);
      return (
        this.#days.windowsHit(fact, since, day, this.#length) / Math.max(1, day - this.#length + 1 - since)
      );
    }
    return 0;
  }

  #pairRow(subject: number, object: number): number {
    const { index, active } = this.candidates.past.pairs;
    const first = index.start[subject];
    for (let pair = first; pair < first + active[subject]; pair++)
      if (index.right[pair] === object) return pair;
    return -1;
  }

  #actorPace(actor: number): number {
    const { objects } = this.candidates.past;
    const row = this.candidates.objectRow(actor);
    const { day } = this.candidates;
    return row < 0 ? 0 : pace(objects.rate(row, 0, day) / 10, 2, objects.rate(row, 1, day) / 10, 50);
  }
}

export const WINDOW_TERM_COUNT = OWN_TERMS.length + TERM_COUNT;
