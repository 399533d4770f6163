import { firedReactions, ReactionCounter } from './count-reactions.ts';
import type { FiredReaction } from './count-reactions.ts';
import type { DayCounts, DeedQuestion } from './deed-terms.ts';
import { countDays, DEED_TERMS, deedValues, RISING_DEED_TERMS, shareOfWindows } from './deed-terms.ts';
import type { Logistic } from './fit-logistic.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { MoveBook } from './move-book.ts';
import { happenedIn, NOBODY, recordOf } from './move-book.ts';

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

/** Every deed that can be asked about on a day: of pairs that have met, and where actors are few, of all pairs. */
export function deedsToAsk(book: MoveBook, day: number): readonly DeedQuestion[] {
  const types = book.types.filter((type) => hasHappened(book, day, (key) => key.endsWith(`|${type}`)));
  const actors = book.actors.filter((actor) => hasHappened(book, day, (key) => key.startsWith(`${actor}|`)));
  const targets = [NOBODY, ...book.actors];
  const few = actors.length <= FEW_ACTORS;
  return actors.flatMap((actor) =>
    targets
      .filter(
        (target) =>
          target !== actor && (few || hasHappened(book, day, (key) => key.startsWith(`${actor}|${target}|`))),
      )
      .flatMap((target) => types.map((type) => ({ actor, target, type }))),
  );
}

const hasHappened = (book: MoveBook, day: number, picks: (key: string) => boolean): boolean => {
  for (const [key, { days }] of book.byFact) if (days[0] < day && picks(key)) return true;
  return false;
};

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
  return questions.map((question) => deedRow(book, counter, question, counts));
}

function deedRow(
  book: MoveBook,
  counter: ReactionCounter,
  question: DeedQuestion,
  counts: DayCounts,
): DeedRow {
  const { day, length } = counts;
  const record = recordOf(book, question.actor, question.target, question.type);
  const climatology = shareOfWindows(record, book.firstDay, day, length);
  const fired = firedReactions(book, counter, question, { day, length, plainRate: climatology });
  return { question, values: deedValues(book, question, counts, fired), fired, climatology };
}

/** Learns from all windows that closed before the day; what comes later changes nothing. */
export function learnDeeds(book: MoveBook, before: number, settings: DeedSettings): DeedModel {
  const { length, every = Math.max(14, Math.round(length / 3)), halfLife = 1461, ridge = 2 } = settings;
  const counter = new ReactionCounter(book, length);
  const values: number[] = [];
  const held: number[] = [];
  const counts: number[] = [];
  const first = Math.min(book.firstDay + FIRST_DAYS, before - length - every);
  for (let day = first; day + length <= before; day += every) {
    const rows = deedRows(book, counter, deedsToAsk(book, day), day, length);
    for (const { question, values: row } of rows) {
      const record = recordOf(book, question.actor, question.target, question.type);
      values.push(...row);
      held.push(Number(happenedIn(record, day, day + length)));
      counts.push(2 ** ((day - before) / halfLife));
    }
  }
  const logistic = fitLogistic(
    {
      terms: DEED_TERMS,
      values: Float64Array.from(values),
      held: Uint8Array.from(held),
      counts: Float64Array.from(counts),
    },
    { ridge, rising: RISING_DEED_TERMS },
  );
  return { length, before, logistic };
}
