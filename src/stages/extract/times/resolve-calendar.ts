import {
  dayText,
  daysInMonth,
  monthText,
  mondayOf,
  toDay,
  toNumber,
  weekdayOf,
  yearText,
} from './calendar.ts';
import type { Day } from './calendar.ts';
import { baseOf, isDay } from './context.ts';
import type { Context, Moment, Resolved } from './context.ts';
import type { CalendarPhrase, Phrase } from './phrase.ts';

type WeekdayPhrase = Extract<Phrase, { kind: 'weekday' }>;

export const dayResolved = (day: Day): Resolved => {
  const value = dayText(day);
  return { type: 'date', value, from: value, until: value, moment: day };
};
export const monthResolved = (year: number, month: number): Resolved => {
  const value = monthText(year, month);
  return { type: 'date', value, from: value, until: value, moment: { year, month } };
};
export const yearResolved = (year: number): Resolved => {
  const value = yearText(year);
  return { type: 'date', value, from: value, until: value, moment: { year } };
};

const two = (n: number): string => String(n).padStart(2, '0');

/** Days between a year's candidate and a base; month-only candidates count from the same day of the month. */
function distance(candidate: Day, base: Moment): number {
  return toNumber(candidate) - toNumber({ year: base.year, month: base.month ?? 7, day: base.day ?? 1 });
}

function candidate(phrase: CalendarPhrase, year: number, base: Moment): Day {
  const month = phrase.month ?? 1;
  const day = phrase.day ?? Math.min(base.day ?? 1, daysInMonth(year, month));
  return { year, month, day };
}

/** The year in which a weekday falls on that day of the month, nearest to the base. */
function findYearByWeekday(phrase: CalendarPhrase, base: Moment): number | undefined {
  if (phrase.weekday === undefined || phrase.day === undefined) return undefined;
  for (const step of [0, -1, 1, -2, 2, -3]) {
    const day = candidate(phrase, base.year + step, base);
    if (weekdayOf(toNumber(day)) === phrase.weekday) return base.year + step;
  }
  return undefined;
}

/** News: the candidate nearest to the publication on the side the tense points to. */
function yearFromNow(phrase: CalendarPhrase, base: Moment, direction: number): number {
  const byWeekday = findYearByWeekday(phrase, base);
  if (byWeekday !== undefined) return byWeekday;
  const rated = [-1, 0, 1].map((step) => {
    const days = distance(candidate(phrase, base.year + step, base), base);
    const slack = phrase.day === undefined ? 31 : 1;
    const against = direction < 0 ? days > slack : direction > 0 ? days < -slack : false;
    return { year: base.year + step, cost: Math.abs(days) + (against ? 400 : 0) + (days > 0 ? 20 : 0) };
  });
  return rated.reduce((best, next) => (next.cost < best.cost ? next : best)).year;
}

/** History: the year spoken of, or the next one when the story passes the turn of a year. */
function yearFromReference(phrase: CalendarPhrase, base: Moment): number {
  const byWeekday = findYearByWeekday(phrase, base);
  if (byWeekday !== undefined) return byWeekday;
  if (base.month === undefined || phrase.month === undefined) return base.year;
  return phrase.month <= base.month - 9 ? base.year + 1 : base.year;
}

function shiftedYear(phrase: CalendarPhrase, context: Context): number | undefined {
  const { monthShift, yearShift, month = 1 } = phrase;
  const shift = yearShift ?? monthShift;
  if (shift === undefined) return undefined;
  const base = baseOf(context, shift.from);
  if (base === undefined) return undefined;
  if (yearShift !== undefined || shift.by === 0) return base.year + shift.by;
  const at = base.month ?? 1;
  if (shift.by < 0) return month < at ? base.year : base.year - 1;
  return month > at ? base.year : base.year + 1;
}

function findYear(phrase: CalendarPhrase, context: Context): number | undefined {
  if (phrase.year !== undefined) return phrase.year;
  if (phrase.yearShift !== undefined || phrase.monthShift !== undefined) return shiftedYear(phrase, context);
  if (context.narrative && context.reference !== undefined)
    return yearFromReference(phrase, context.reference);
  if (context.now !== undefined) return yearFromNow(phrase, context.now, context.direction);
  return context.reference === undefined ? undefined : yearFromReference(phrase, context.reference);
}

/** Dates with a month or a year. */
export function resolveCalendar(phrase: CalendarPhrase, context: Context): Resolved {
  const { month, day, untilDay } = phrase;
  const year = findYear(phrase, context);
  if (year === undefined)
    return {
      type: 'date',
      value: [
        'XXXX',
        ...(month === undefined ? [] : [two(month)]),
        ...(day === undefined ? [] : [two(day)]),
      ].join('-'),
    };
  if (month === undefined) return yearResolved(year);
  if (day === undefined) return monthResolved(year, month);
  const real = { year, month, day: Math.min(day, daysInMonth(year, month)) };
  if (untilDay === undefined) return dayResolved(real);
  const last = { year, month, day: Math.min(untilDay, daysInMonth(year, month)) };
  return {
    type: 'date',
    value: `${dayText(real)}/${dayText(last)}`,
    from: dayText(real),
    until: dayText(last),
    moment: last,
  };
}

function findWeekday(phrase: WeekdayPhrase, context: Context): number | undefined {
  const leans =
    phrase.shift === 'following' ||
    phrase.shift === 'same' ||
    (context.narrative && context.reference !== undefined);
  const base = baseOf(context, phrase.week?.from ?? (leans ? 'reference' : 'now'));
  if (base === undefined || !isDay(base)) return undefined;
  const now = toNumber(base);
  const { weekday } = phrase;
  if (phrase.week !== undefined) return mondayOf(now) + 7 * phrase.week.by + weekday - 1;
  const back = (weekdayOf(now) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  switch (phrase.shift) {
    case 'last':
      return now - (back === 0 ? 7 : back);
    case 'next':
    case 'following':
      return now + (ahead === 0 ? 7 : ahead);
    case 'this':
      return context.direction < 0 ? now - back : now + ahead;
    case 'same':
      return now - back;
    case undefined:
      if (leans) return now + ahead;
      return context.direction > 0 ? now + ahead : now - back;
  }
}

/** "Thursday": the day on the side that the tense points to, the day of publication among them. */
export function resolveWeekday(phrase: WeekdayPhrase, context: Context): Resolved {
  const number = findWeekday(phrase, context);
  return number === undefined
    ? { type: 'date', value: `XXXX-WXX-${phrase.weekday}` }
    : dayResolved(toDay(number));
}

/** "the 29th": of the month spoken of, or the nearest on the side of the tense. */
export function resolveBareDay(day: number, context: Context): Resolved {
  const base = context.narrative ? context.reference : context.now;
  if (base?.month === undefined) return { type: 'date', value: `XXXX-XX-${two(day)}` };
  const from = { year: base.year, month: base.month, day: Math.min(day, daysInMonth(base.year, base.month)) };
  return dayResolved(from);
}
