import type { Claim } from '../../../model/claim.ts';
import type { When } from '../../../model/time.ts';

/** Days since 1970, both inclusive; infinite where open. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

const DAY_MS = 86_400_000;

function firstDay(prefix: string): number {
  const [year, month = '1', day = '1'] = prefix.slice(0, 10).split('-');
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS);
}

function lastDay(prefix: string): number {
  const [year, month, day] = prefix.slice(0, 10).split('-');
  if (day !== undefined) return firstDay(prefix);
  const end =
    month === undefined ? Date.UTC(Number(year) + 1, 0, 0) : Date.UTC(Number(year), Number(month), 0);
  return Math.floor(end / DAY_MS);
}

const NEVER: Days = { from: -Infinity, until: Infinity };

export function daysOfWhen(when: When | undefined): Days {
  if (when === undefined || (when.from === undefined && when.until === undefined)) return NEVER;
  return {
    from: when.from === undefined ? -Infinity : firstDay(when.from),
    until: lastDay(when.until ?? when.from ?? ''),
  };
}

/** The days a claim speaks of; open on both sides where it gives none. */
export const daysOf = ({ claim }: { readonly claim: Claim }): Days => daysOfWhen(claim.when);

export const widthOf = ({ from, until }: Days): number => until - from + 1;

/** Both could be the same day; reports far apart may date one deed by two neighbouring days. */
export const fitDays = (a: Days, b: Days, slack = 0): boolean =>
  a.from <= b.until + slack && b.from <= a.until + slack;
