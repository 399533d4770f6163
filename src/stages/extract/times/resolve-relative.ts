import {
  addMonths,
  dayText,
  isoWeek,
  mondayOf,
  monthText,
  toDay,
  toNumber,
  weekdayOf,
  yearText,
} from './calendar.ts';
import type { Day } from './calendar.ts';
import { baseOf, isDay } from './context.ts';
import type { Context, Moment, Resolved } from './context.ts';
import type { Phrase } from './phrase.ts';
import { dayResolved, monthResolved, yearResolved } from './resolve-calendar.ts';
import type { Season, Unit } from './vocabulary.ts';

type RelativePhrase = Extract<Phrase, { kind: 'relative' }>;
type SeasonPhrase = Extract<Phrase, { kind: 'season' }>;
type StretchPhrase = Extract<Phrase, { kind: 'stretch' }>;
type PartPhrase = Extract<Phrase, { kind: 'part-of-year' }>;

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S', minute: 'M', hour: 'H', day: 'D', week: 'W', weekend: 'WE', month: 'M', quarter: 'Q', year: 'Y',
  decade: 'DE', century: 'CE',
}; // prettier-ignore

/** TIMEX3 duration: `P3Y`, `PT48H`, `PXM` for an unknown number; decades and centuries as `P2DE`, `P1CE`. */
export function durationValue(unit: Unit, count?: number): string {
  const amount = count === undefined ? 'X' : String(count);
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour';
  return `P${clock ? 'T' : ''}${amount}${LETTERS[unit]}`;
}

const UNKNOWN: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XX', minute: 'XXXX-XX-XX', hour: 'XXXX-XX-XX', day: 'XXXX-XX-XX', week: 'XXXX-WXX', weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX', quarter: 'XXXX-QX', year: 'XXXX', decade: 'XXX', century: 'XX',
}; // prettier-ignore

export function weekResolved(number: number): Resolved {
  const monday = mondayOf(number);
  const { year, week } = isoWeek(monday);
  return {
    type: 'date',
    value: `${yearText(year)}-W${String(week).padStart(2, '0')}`,
    from: dayText(toDay(monday)),
    until: dayText(toDay(monday + 6)),
    moment: toDay(monday),
  };
}

function weekendResolved(saturday: number): Resolved {
  const { year, week } = isoWeek(saturday);
  const value = `${yearText(year)}-W${String(week).padStart(2, '0')}-WE`;
  return {
    type: 'date',
    value,
    from: dayText(toDay(saturday)),
    until: dayText(toDay(saturday + 1)),
    moment: toDay(saturday),
  };
}

/** "this weekend" looks back where the tense does; "last" and "next" leave the week. */
function resolveWeekend(now: number, by: number, direction: number): Resolved {
  const saturday = mondayOf(now) + 5;
  if (by !== 0) return weekendResolved(saturday + 7 * by);
  return weekendResolved(weekdayOf(now) < 6 && direction <= 0 ? saturday - 7 : saturday);
}

export function decadeResolved(first: number): Resolved {
  return {
    type: 'date',
    value: yearText(first).slice(0, -1),
    from: yearText(first),
    until: yearText(first + 9),
    moment: { year: first },
  };
}

/** The `number`th century; before Christ counted backwards. */
export function centuryResolved(number: number, bc: boolean): Resolved {
  const from = bc ? 1 - number * 100 : (number - 1) * 100;
  const until = bc ? from + 99 : from + 99;
  const value = bc ? `BC${String(number - 1).padStart(2, '0')}` : String(number - 1).padStart(2, '0');
  return { type: 'date', value, from: yearText(from), until: yearText(until), moment: { year: from } };
}

function quarterResolved(year: number, quarter: number): Resolved {
  const from = quarter * 3 - 2;
  return {
    type: 'date',
    value: `${yearText(year)}-Q${quarter}`,
    from: monthText(year, from),
    until: monthText(year, from + 2),
    moment: { year, month: from },
  };
}

function resolveDays(base: Moment, by: number, phrase: RelativePhrase): Resolved {
  if (!isDay(base)) return { type: 'date', value: UNKNOWN[phrase.unit] };
  return dayResolved(toDay(toNumber(base) + Math.trunc(by)));
}

function resolveMonths(base: Moment, by: number): Resolved {
  if (base.month === undefined) return { type: 'date', value: UNKNOWN.month };
  const day: Day = addMonths({ year: base.year, month: base.month, day: base.day ?? 1 }, Math.round(by));
  return monthResolved(day.year, day.month);
}

/** "last year", "two days later", "this weekend": so many units from the base. */
export function resolveRelative(phrase: RelativePhrase, context: Context): Resolved {
  const { unit, shift } = phrase;
  const base = baseOf(context, shift.from);
  if (base === undefined) return { type: 'date', value: UNKNOWN[unit] };
  const { by } = shift;
  switch (unit) {
    case 'second':
    case 'minute':
      return resolveDays(base, 0, phrase);
    case 'hour':
      return resolveDays(base, by / 24, phrase);
    case 'day':
      return resolveDays(base, by, phrase);
    case 'week':
      return isDay(base)
        ? weekResolved(toNumber(base) + 7 * Math.trunc(by))
        : { type: 'date', value: UNKNOWN.week };
    case 'weekend':
      return isDay(base)
        ? resolveWeekend(toNumber(base), by, context.direction)
        : { type: 'date', value: UNKNOWN.weekend };
    case 'month':
      return resolveMonths(base, by);
    case 'quarter': {
      const at = base.year * 4 + Math.ceil((base.month ?? 1) / 3) - 1 + by;
      return quarterResolved(Math.floor(at / 4), (at % 4) + 1);
    }
    case 'year':
      return Number.isInteger(by)
        ? yearResolved(base.year + by)
        : resolveMonths({ ...base, month: base.month ?? 6 }, by * 12);
    case 'decade':
      return shift.by === 0 || shift.from === 'reference'
        ? decadeResolved((Math.floor(base.year / 10) + by) * 10)
        : yearResolved(base.year + by * 10);
    case 'century':
      return by === 0
        ? centuryResolved(Math.floor(base.year / 100) + 1, false)
        : yearResolved(base.year + by * 100);
  }
}

const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function seasonResolved(season: Season, year: number): Resolved {
  const start = SEASON_START[season];
  const end = addMonths({ year, month: start, day: 1 }, 2);
  return {
    type: 'date',
    value: `${yearText(year)}-${season}`,
    from: monthText(year, start),
    until: monthText(end.year, end.month),
    moment: { year, month: start },
  };
}

/** Seasons by the month, winter from December. Without anything to lean on, any year's. */
export function resolveSeason(phrase: SeasonPhrase, context: Context): Resolved {
  const { season, shift } = phrase;
  if (phrase.year !== undefined) return seasonResolved(season, phrase.year);
  const base = baseOf(context, shift?.from ?? (context.narrative ? 'reference' : 'now'));
  if (base === undefined) return { type: 'date', value: `XXXX-${season}` };
  const start = SEASON_START[season];
  const at = base.month ?? 1;
  if (shift === undefined || shift.by === 0) {
    const year = season === 'WI' && at <= 2 ? base.year - 1 : base.year;
    return seasonResolved(
      season,
      !context.narrative && context.direction < 0 && start > at ? base.year - 1 : year,
    );
  }
  if (shift.by < 0) return seasonResolved(season, start + 2 < at ? base.year : base.year - 1);
  return seasonResolved(season, start > at ? base.year : base.year + 1);
}

/** Quarters and halves of a calendar year. */
export function resolvePart(phrase: PartPhrase, context: Context): Resolved {
  const base = baseOf(context, phrase.shift?.from ?? 'now');
  const year = phrase.year ?? (base === undefined ? undefined : base.year + (phrase.shift?.by ?? 0));
  if (year === undefined) return { type: 'date', value: `XXXX-${phrase.part}${phrase.number}` };
  if (phrase.part === 'Q') return quarterResolved(year, phrase.number);
  const from = phrase.number === 1 ? 1 : 7;
  return {
    type: 'date',
    value: `${yearText(year)}-H${phrase.number}`,
    from: monthText(year, from),
    until: monthText(year, from + 5),
    moment: { year, month: from },
  };
}

function stretchEnd(base: Moment, unit: Unit, count: number, sign: number): string | undefined {
  if (unit === 'year' || unit === 'decade' || unit === 'century') {
    const years = count * (unit === 'year' ? 1 : unit === 'decade' ? 10 : 100);
    return yearText(base.year + sign * Math.round(years));
  }
  if (base.month === undefined) return undefined;
  const day: Day = { year: base.year, month: base.month, day: base.day ?? 1 };
  if (unit === 'month' || unit === 'quarter') {
    const moved = addMonths(day, sign * Math.round(count * (unit === 'month' ? 1 : 3)));
    return monthText(moved.year, moved.month);
  }
  if (!isDay(base)) return undefined;
  const days =
    unit === 'day'
      ? count
      : unit === 'week' || unit === 'weekend'
        ? count * 7
        : unit === 'hour'
          ? count / 24
          : 0;
  return dayText(toDay(toNumber(base) + sign * Math.round(days)));
}

const momentText = (moment: Moment): string =>
  isDay(moment)
    ? dayText(moment)
    : moment.month === undefined
      ? yearText(moment.year)
      : monthText(moment.year, moment.month);

/** "the past three years": a duration whose one end is the base. */
export function resolveStretch(phrase: StretchPhrase, context: Context): Resolved {
  const { unit, count, direction } = phrase;
  const value = durationValue(unit, count);
  const base = baseOf(context, phrase.from);
  if (base === undefined) return { type: 'duration', value };
  const wide = unit === 'year' || unit === 'decade' || unit === 'century';
  const here = wide
    ? yearText(base.year)
    : unit === 'month' || unit === 'quarter'
      ? momentText({ ...base }).slice(0, 7)
      : momentText(base);
  const far = count === undefined ? undefined : stretchEnd(base, unit, count, direction);
  if (direction < 0)
    return { type: 'duration', value, ...(far === undefined ? {} : { from: far }), until: here };
  return { type: 'duration', value, from: here, ...(far === undefined ? {} : { until: far }) };
}
