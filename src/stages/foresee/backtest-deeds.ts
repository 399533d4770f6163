import { ReactionCounter } from './count-reactions.ts';
import { oddsOf } from './fit-logistic.ts';
import type { DeedModel } from './learn-deeds.ts';
import { deedRows, deedsToAsk } from './learn-deeds.ts';
import type { MoveBook } from './move-book.ts';
import { firstFrom, happenedIn, recordOf } from './move-book.ts';
import type { Stratum } from './rank-objects.ts';

/** One forecast of a backtest, with what came of it. */
export interface Tested {
  readonly day: number;
  readonly stratum: Stratum;
  readonly probability: number;
  readonly climatology: number;
  readonly held: boolean;
}

/** Asks on the days of `[from, until)`, `every` days apart; the model stays as it was learned before `from`. */
export function backtestDeeds(
  book: MoveBook,
  model: DeedModel,
  days: { readonly from: number; readonly until: number; readonly every: number },
): readonly Tested[] {
  const counter = new ReactionCounter(book, model.length);
  const tested: Tested[] = [];
  counter.advance(model.before);
  for (let day = days.from; day + model.length <= days.until; day += days.every) {
    const questions = deedsToAsk(book, day);
    for (const { question, values, climatology } of deedRows(book, counter, questions, day, model.length)) {
      const record = recordOf(book, question.actor, question.target, question.type);
      tested.push({
        day,
        stratum:
          firstFrom(record.days, day) > 0 ? 'repeat' : hasMet(book, question, day) ? 'new-relation' : 'cold',
        probability: 1 / (1 + Math.exp(-oddsOf(model.logistic, values).odds)),
        climatology,
        held: happenedIn(record, day, day + model.length),
      });
    }
  }
  return tested;
}

function hasMet(
  book: MoveBook,
  { actor, target }: { readonly actor: string; readonly target: string },
  day: number,
): boolean {
  return (book.typesOfPair.get(`${actor}|${target}`) ?? []).some(
    (type) => firstFrom(recordOf(book, actor, target, type).days, day) > 0,
  );
}
