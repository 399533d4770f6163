const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of the first day that a prefix (`2021`, `2021-03`, `2021-03-25`) or an instant covers. */
export function firstDay(text: string): number {
  const year = Number(text.slice(0, 4));
  const month = text.length >= 7 ? Number(text.slice(5, 7)) : 1;
  const day = text.length >= 10 ? Number(text.slice(8, 10)) : 1;
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The last day that a prefix or an instant covers. */
export function lastDay(text: string): number {
  if (text.length >= 10) return firstDay(text);
  const year = Number(text.slice(0, 4));
  if (text.length >= 7) return Date.UTC(year, Number(text.slice(5, 7)), 0) / DAY_MS;
  return Date.UTC(year, 12, 0) / DAY_MS;
}

/** `2021-03-25` for a day number. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
