import { contentId } from '../model/content-id.ts';
import type { MoveForecast, RecordedForecast } from '../model/forecast.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { UserError } from '../model/user-error.ts';
import { forecastDeeds } from '../stages/foresee/forecast-deeds.ts';
import { deedsToAsk } from '../stages/foresee/learn-deeds.ts';
import { fromDayNumber, toDayNumber, toMoveBook } from '../stages/foresee/move-book.ts';
import type { MoveBook } from '../stages/foresee/move-book.ts';
import type { Effects } from './effects.ts';
import { findWeights } from './forecast-weights.ts';
import type { ForecastWeights } from './forecast-weights.ts';
import { learnFrom } from './learn.ts';
import { pastMoves } from './past-moves.ts';
import type { Session } from './session.ts';

export interface ForecastQuestion {
  readonly actor?: string;
  /** `*` for anybody. */
  readonly target?: string;
  readonly type?: string;
  /** Days in the window. */
  readonly within: number;
  /** Use only what was known by the end of this day; without it, the last recorded day. */
  readonly knownAt?: string;
  readonly weights?: string;
  /** How many to give and record. */
  readonly limit?: number;
}

export interface Forecasts {
  readonly knownAt: string;
  readonly weightsId: string;
  readonly method: string;
  /** Likeliest first: among the targets of one type, who is next. */
  readonly forecasts: readonly MoveForecast[];
}

const METHOD = 'deeds-logistic-2';

/** Forecasts from what was known; records nothing. */
export function forecastOf(session: Session, question: ForecastQuestion): Forecasts {
  const book = toMoveBook(pastMoves(session, question.knownAt));
  const knownAt = question.knownAt ?? fromDayNumber(book.lastDay);
  const day = toDayNumber(knownAt) + 1;
  const weights = weightsFor(session, question, day);
  const model = weights.models.find(({ length }) => length === question.within);
  if (model === undefined) {
    const known = weights.models.map(({ length }) => `${length}d`).join(', ');
    throw new UserError(`--within: the weights know no window of ${question.within} days`, {
      hint: `One of: ${known}.`,
    });
  }
  checkNames(book, question);
  const asked = deedsToAsk(book, day).filter(
    ({ actor, target, type }) =>
      (question.actor ?? actor) === actor &&
      (question.target ?? target) === target &&
      (question.type ?? type) === type,
  );
  const forecasts = forecastDeeds(book, model, asked, day).slice(0, question.limit ?? 12);
  return { knownAt, weightsId: weights.id, method: METHOD, forecasts };
}

/** Weights that have seen nothing from the day on; learned on the spot where those at hand have seen more. */
function weightsFor(session: Session, question: ForecastQuestion, day: number): ForecastWeights {
  const found = findWeights(session, question.weights);
  if (found?.models.every(({ before }) => before <= day)) return found;
  const windows = [question.within];
  const knownAt = fromDayNumber(day - 1);
  return learnFrom(pastMoves(session, knownAt), session.theatre, { knownAt, windows });
}

function checkNames(book: MoveBook, { actor, target, type }: ForecastQuestion): void {
  const check = (flag: string, value: string | undefined, known: readonly string[]): void => {
    if (value === undefined || known.includes(value)) return;
    throw new UserError(`--${flag}: nothing recorded of "${value}"`, {
      hint: `One of: ${known.join(', ')}.`,
    });
  };
  check('actor', actor, book.actors);
  check('target', target, ['*', ...book.actors]);
  check('type', type, book.types);
}

/** Forecasts and takes them down in the ledger, where they fall due and are scored. */
export function forecast(session: Session, question: ForecastQuestion, effects: Effects): Forecasts {
  const made = forecastOf(session, question);
  const madeAt = effects.now();
  session.ledger.append(made.forecasts.map((each) => toEntry({ ...each, ...heading(made), madeAt })));
  return made;
}

const heading = ({
  knownAt,
  method,
  weightsId,
}: Forecasts): Pick<RecordedForecast, 'knownAt' | 'method' | 'weightsId'> => ({
  knownAt,
  method,
  weightsId,
});

function toEntry(recorded: RecordedForecast): LedgerEntry {
  const { actor, target, type, from, until, weightsId, knownAt, madeAt, method } = recorded;
  const subject = contentId('forecast', actor, target, type, from, until, weightsId, knownAt);
  return {
    id: subject,
    madeBy: { kind: 'forecaster', name: method, version: weightsId },
    recordedAt: madeAt,
    knownFrom: madeAt,
    subject,
    body: { kind: 'forecast', forecast: recorded },
  };
}
