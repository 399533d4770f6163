const DAY_MS = 86_400_000;

export const toNumber = (day: string): number =>
  Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS);
export const toDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

const START = '0000-01-01';
const END = '9999-12-28';

const FORM = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2021-03-25` → 25 Mar 2021; `2021-03` → Mar 2021; a year stays as it is. */
export function sayDay(day: string | undefined): string {
  if (day === undefined || !/^\d{4}-\d{2}/u.test(day)) return day ?? '';
  const said = FORM.format(new Date(`${day.slice(0, 10)}${START.slice(day.length)}T00:00:00Z`));
  return day.length < 10 ? said.replace(/^\d+ /u, '') : said;
}

/** A day prefix as the dates that it covers at its ends. */
export const firstDate = (prefix: string): Date =>
  new Date(`${prefix}${START.slice(prefix.length)}T00:00:00Z`);
export const lastDate = (prefix: string): Date => new Date(`${prefix}${END.slice(prefix.length)}T23:59:59Z`);
