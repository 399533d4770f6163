/** Day arithmetic on the proleptic Gregorian calendar, years before 1 counted as 0, -1 …; no clock, no zone. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01. After Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function toNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `toNumber`. */
export function toDay(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (number: number): number => number - weekdayOf(number) + 1;

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return toNumber(next) - toNumber({ year, month, day: 1 });
}

/** Moves by months; the day is cut to the length of the month. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const total = year * 12 + (month - 1) + months;
  const y = Math.floor(total / 12);
  const m = total - y * 12 + 1;
  return { year: y, month: m, day: Math.min(day, daysInMonth(y, m)) };
}

/** ISO week: its year and number. */
export function isoWeek(number: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(number) + 3;
  const { year } = toDay(thursday);
  const first = mondayOf(toNumber({ year, month: 1, day: 4 }));
  return { year, week: Math.round((mondayOf(number) - first) / 7) + 1 };
}

const pad = (n: number, width: number): string => Math.abs(n).toString().padStart(width, '0');

/** Years before 1 in TIMEX3's manner: `BC0264`. */
export const yearText = (year: number): string => (year < 1 ? `BC${pad(1 - year, 4)}` : pad(year, 4));
export const monthText = (year: number, month: number): string => `${yearText(year)}-${pad(month, 2)}`;
export const dayText = ({ year, month, day }: Day): string => `${monthText(year, month)}-${pad(day, 2)}`;

/** Reads a prefix `2021`, `2021-03`, `2021-03-25` or an instant; parts that are missing come back undefined. */
export function parsePrefix(
  text: string,
): { readonly year: number; readonly month?: number; readonly day?: number } | undefined {
  const found = /^(BC)?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  if (found === null) return undefined;
  const year = found[1] === undefined ? Number(found[2]) : 1 - Number(found[2]);
  return {
    year,
    ...(found[3] === undefined ? {} : { month: Number(found[3]) }),
    ...(found[4] === undefined ? {} : { day: Number(found[4]) }),
  };
}
