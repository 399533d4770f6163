import type { MoveForecast, Outcome } from '../../model/forecast.ts';
import type { MoveBook } from './move-book.ts';
import { firstFrom, fromDayNumber, recordOf, toDayNumber } from './move-book.ts';

/**
 * What came of a forecast, from the moves known now; nothing while its window is open. Void where the record
 * ends before the window does: silence of the record is no proof that nothing happened.
 */
export function settleForecast(forecast: MoveForecast, book: MoveBook, today: string): Outcome | undefined {
  const record = recordOf(book, forecast.actor, forecast.target, forecast.type);
  const at = firstFrom(record.days, toDayNumber(forecast.from));
  if (at < record.days.length && record.days[at] <= toDayNumber(forecast.until)) {
    return { kind: 'held', moveId: record.ids[at], on: fromDayNumber(record.days[at]) };
  }
  if (today <= forecast.until) return undefined;
  if (book.lastDay < toDayNumber(forecast.until)) {
    return { kind: 'void', why: `the record ends on ${fromDayNumber(book.lastDay)}` };
  }
  return { kind: 'failed' };
}
