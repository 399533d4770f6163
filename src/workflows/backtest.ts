import { UserError } from '../model/user-error.ts';
import { backtestDeeds } from '../stages/foresee/backtest-deeds.ts';
import type { Tested } from '../stages/foresee/backtest-deeds.ts';
import { learnDeeds } from '../stages/foresee/learn-deeds.ts';
import { fromDayNumber, toDayNumber, toMoveBook } from '../stages/foresee/move-book.ts';
import { scoreForecasts, skill } from '../stages/foresee/score-forecasts.ts';
import type { ForecastScore } from '../stages/foresee/score-forecasts.ts';
import type { Effects } from './effects.ts';
import { pastMoves } from './past-moves.ts';
import type { Session } from './session.ts';

export interface BacktestSettings {
  /** First day asked; weights are learned from what happened before it, and frozen. */
  readonly from?: string;
  readonly until?: string;
  readonly windows?: readonly number[];
}

export interface BacktestRow {
  readonly window: number;
  readonly stratum: 'all' | Tested['stratum'];
  readonly score: ForecastScore;
  readonly climatology: number;
  readonly skill: number;
}

export interface Backtest {
  readonly from: string;
  readonly until: string;
  readonly rows: readonly BacktestRow[];
}

const HORIZONS = [1, 7, 30] as const;
const STRATA = ['all', 'repeat', 'new-relation', 'cold'] as const;
const LEARNED_SHARE = 0.7;

/** Rolls the day of asking through the record with frozen weights, and scores every answer. */
export function backtest(session: Session, effects: Effects, settings: BacktestSettings = {}): Backtest {
  const book = toMoveBook(pastMoves(session));
  const cut = Math.round(book.firstDay + (book.lastDay - book.firstDay) * LEARNED_SHARE);
  const from = settings.from === undefined ? cut : toDayNumber(settings.from);
  const until = settings.until === undefined ? book.lastDay + 1 : toDayNumber(settings.until) + 1;
  if (!(from > book.firstDay + 60 && from < until)) {
    throw new UserError('--from and --until leave nothing to learn from or nothing to ask', {
      hint: `The record goes from ${fromDayNumber(book.firstDay)} to ${fromDayNumber(book.lastDay)}.`,
    });
  }
  const windows = settings.windows ?? HORIZONS;
  const rows = windows.flatMap((window, done) => {
    effects.progress({ done, total: windows.length, what: 'windows' });
    const model = learnDeeds(book, from, { length: window });
    return rowsOf(
      window,
      backtestDeeds(book, model, { from, until, every: Math.max(7, Math.round(window / 2)) }),
    );
  });
  return { from: fromDayNumber(from), until: fromDayNumber(until - 1), rows };
}

function rowsOf(window: number, tested: readonly Tested[]): readonly BacktestRow[] {
  return STRATA.map((stratum) => {
    const own = tested.filter((each) => stratum === 'all' || each.stratum === stratum);
    const scored = scoreForecasts(own);
    const climatology = scoreForecasts(
      own.map(({ held, climatology: probability }) => ({ held, probability })),
    ).brier;
    return { window, stratum, score: scored, climatology, skill: skill(scored.brier, climatology) };
  });
}
