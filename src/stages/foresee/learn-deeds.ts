import { firedReactions, ReactionCounter } from './count-reactions.ts';
import type { FiredReaction } from './count-reactions.ts';
import type { DayCounts, DeedQuestion } from './deed-terms.ts';
import { countDays, DEED_TERMS, deedValues, RISING_DEED_TERMS, shareOfWindows } from './deed-terms.ts';
import type { Logistic } from './fit-logistic.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { MoveBook } from './move-book.ts';
import { happenedIn, NOBODY, recordOf } from './move-book.ts';
import { RecentMoves } from './recent-moves.ts';

export interface DeedSettings {
  /** Days in the window. */
  readonly length: number;
  /** Learn from every so many days. */
  readonly every?: number;
  /** Days after which a past day counts half. */
  readonly halfLife?: number;
  readonly ridge?: number;
}

/** What was learned for one window length; frozen. */
export interface DeedModel {
  readonly length: number;
  /** Learned from windows that closed before this day. */
  readonly before: number;
  readonly logistic: Logistic;
}

const FIRST_DAYS = 180;
/** With more actors than this, only pairs that have met are asked about. */
const FEW_ACTORS = 12;

/**
 * Every deed that can be asked about on a day: of pairs that have met, and where actors are few, of all pairs.
 * `types`: only these heads; without it, all.
 */
export function deedsToAsk(book: MoveBook, day: number, heads = book.types): readonly DeedQuestion[] {
  const before = (first: number | undefined): boolean => first !== undefined && first < day;
  const types = heads.filter((type) => before(book.firstOfType.get(type)));
  const actors = book.actors.filter((actor) => before(book.firstOfActor.get(actor)));
  const targets = [NOBODY, ...book.actors];
  const few = actors.length <= FEW_ACTORS;
  return actors.flatMap((actor) =>
    targets
      .filter((target) => target !== actor && (few || before(book.firstOfPair.get(`${actor}|${target}`))))
      .flatMap((target) => types.map((type) => ({ actor, target, type }))),
  );
}

/** What a deed's probability is made of on one day. */
export interface DeedRow {
  readonly question: DeedQuestion;
  readonly values: readonly number[];
  readonly fired: readonly FiredReaction[];
  readonly climatology: number;
}

/** Rows of the deeds on the morning of a day. The counter must stand at that day or before. */
export function deedRows(
  book: MoveBook,
  counter: ReactionCounter,
  questions: readonly DeedQuestion[],
  day: number,
  length: number,
): readonly DeedRow[] {
  counter.advance(day);
  const counts = countDays(book, day, length);
  const recent = new RecentMoves(book, day, length);
  return questions.map((question) => deedRow(book, counter, question, counts, recent));
}

function deedRow(
  book: MoveBook,
  counter: ReactionCounter,
  question: DeedQuestion,
  counts: DayCounts,
  recent: RecentMoves,
): DeedRow {
  const { day, length } = counts;
  const record = recordOf(book, question.actor, question.target, question.type);
  const climatology = shareOfWindows(record, book.firstDay, day, length);
  const fired = firedReactions(recent, counter, question, climatology);
  return { question, values: deedValues(book, question, counts, fired), fired, climatology };
}

/** Rows to fit on, of some heads; like rows of one day are one row that counts as often. */
export interface DeedExamples {
  readonly values: Float64Array;
  readonly held: Uint8Array;
  readonly counts: Float64Array;
}

/**
 * Examples of each of the heads, from all windows that closed before the day; what comes later changes nothing.
 * A head's examples are the same whichever other heads are asked for, so heads may be split among workers.
 */
export function collectDeeds(
  book: MoveBook,
  before: number,
  settings: DeedSettings,
  heads: readonly string[] = book.types,
): readonly DeedExamples[] {
  // prettier-ignore
  const { length, every = Math.max(14, Math.round(length / 3)), halfLife = 1461 } = settings;
  const counter = new ReactionCounter(book, length, (head) => heads.includes(head));
  const collectors = new Map(heads.map((head) => [head, new DeedCollector()]));
  const first = Math.min(book.firstDay + FIRST_DAYS, before - length - every);
  for (let day = first; day + length <= before; day += every) {
    const weight = 2 ** ((day - before) / halfLife);
    const rows = deedRows(book, counter, deedsToAsk(book, day, heads), day, length);
    for (const { question, values } of rows) {
      const record = recordOf(book, question.actor, question.target, question.type);
      collectors.get(question.type)?.put(values, happenedIn(record, day, day + length), weight);
    }
    for (const collector of collectors.values()) collector.closeDay();
  }
  return heads.flatMap((head) => collectors.get(head)?.examples() ?? []);
}

const PACES: ReadonlySet<number> = new Set(
  (['pair.pace', 'actor.pace', 'type.rate'] as const).map((term) => DEED_TERMS.indexOf(term)),
);

class DeedCollector {
  readonly #values: number[] = [];
  readonly #held: number[] = [];
  readonly #counts: number[] = [];
  readonly #today = new Map<string, number>();

  put(values: readonly number[], held: boolean, weight: number): void {
    // Most rows are of deeds that never happened and that no rule speaks for: they differ in paces alone.
    const isPlain = !held && values.every((value, k) => value === 0 || PACES.has(k));
    const key = isPlain ? [...PACES].map((k) => values[k]).join() : '';
    const row = isPlain ? this.#today.get(key) : undefined;
    if (row !== undefined) {
      this.#counts[row] += weight;
      return;
    }
    if (isPlain) this.#today.set(key, this.#held.length);
    this.#values.push(...values);
    this.#held.push(Number(held));
    this.#counts.push(weight);
  }

  closeDay(): void {
    this.#today.clear();
  }

  examples(): DeedExamples {
    return {
      values: Float64Array.from(this.#values),
      held: Uint8Array.from(this.#held),
      counts: Float64Array.from(this.#counts),
    };
  }
}

/** Fits on the examples of all heads, in the order of `book.types`. */
export function fitDeeds(
  examples: readonly DeedExamples[],
  before: number,
  { length, ridge = 2 }: DeedSettings,
): DeedModel {
  // prettier-ignore
  const rows = {
    terms: DEED_TERMS,
    values: Float64Array.from(examples.flatMap(({ values }) => Array.from(values))),
    held: Uint8Array.from(examples.flatMap(({ held }) => Array.from(held))),
    counts: Float64Array.from(examples.flatMap(({ counts }) => Array.from(counts))),
  };
  return { length, before, logistic: fitLogistic(rows, { ridge, rising: RISING_DEED_TERMS }) };
}

/** Learns from all windows that closed before the day, in this thread. */
export const learnDeeds = (book: MoveBook, before: number, settings: DeedSettings): DeedModel =>
  fitDeeds(collectDeeds(book, before, settings), before, settings);
