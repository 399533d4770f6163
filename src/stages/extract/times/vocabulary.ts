/** The closed vocabulary of the English calendar: it belongs to the language, not to a theatre, so it is code. */

const MONTH_NAMES = [
  ['january', 'jan'], ['february', 'feb'], ['march', 'mar'], ['april', 'apr'], ['may'], ['june', 'jun'],
  ['july', 'jul'], ['august', 'aug'], ['september', 'sept', 'sep'], ['october', 'oct'], ['november', 'nov'],
  ['december', 'dec'],
] as const; // prettier-ignore

const WEEKDAY_NAMES = [
  ['monday', 'mon'], ['tuesday', 'tue', 'tues'], ['wednesday', 'wed', 'weds'], ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'], ['saturday', 'sat'], ['sunday', 'sun'],
] as const; // prettier-ignore

function numbered(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((names, row) => names.map((name) => [name, row + 1] as const)));
}

/** 1 to 12. */
export const MONTHS = numbered(MONTH_NAMES);
/** 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export const WEEKDAYS = numbered(WEEKDAY_NAMES);
/** Abbreviations that are also words or names: they need a number beside them. */
export const SHORT_FORMS: ReadonlySet<string> = new Set([
  'jan', 'mar', 'apr', 'jun', 'jul', 'sep', 'dec', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'feb', 'aug',
  'oct', 'nov', 'sept', 'tues', 'weds', 'thur', 'thurs',
]); // prettier-ignore

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

const UNIT_NAMES: Readonly<Record<Unit, readonly string[]>> = {
  second: ['second', 'seconds'],
  minute: ['minute', 'minutes', 'mins'],
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  weekend: ['weekend', 'weekends'],
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  year: ['year', 'years', 'yr', 'yrs'],
  decade: ['decade', 'decades'],
  century: ['century', 'centuries'],
};

const UNIT_LIST: readonly Unit[] = [
  'second', 'minute', 'hour', 'day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century',
]; // prettier-ignore

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_LIST.flatMap((unit) => UNIT_NAMES[unit].map((name) => [name, unit] as const)),
);

export type Season = 'SP' | 'SU' | 'FA' | 'WI';

export const SEASONS: ReadonlyMap<string, Season> = new Map([
  ['spring', 'SP'], ['springtime', 'SP'], ['summer', 'SU'], ['summertime', 'SU'], ['autumn', 'FA'], ['fall', 'FA'],
  ['winter', 'WI'], ['wintertime', 'WI'], ['springs', 'SP'], ['summers', 'SU'], ['autumns', 'FA'], ['winters', 'WI'],
] as const); // prettier-ignore

export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI';

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ['morning', 'MO'], ['dawn', 'MO'], ['afternoon', 'AF'], ['evening', 'EV'], ['dusk', 'EV'], ['night', 'NI'],
  ['overnight', 'NI'],
] as const); // prettier-ignore

const ONES = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
] as const; // prettier-ignore
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const ORDINAL_ONES = [
  'zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth',
  'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth',
  'nineteenth', 'twentieth',
] as const; // prettier-ignore

export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(ONES.map((name, n) => [name, n]));
export const TENS_NUMBERS: ReadonlyMap<string, number> = new Map(
  TENS.map((name, n) => [name, (n + 2) * 10] as const),
);
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ORDINAL_ONES.map((name, n) => [name, n] as const),
  ['thirtieth', 30] as const,
]);
/** "the sixties". */
export const DECADE_NAMES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20], ['thirties', 30], ['forties', 40], ['fifties', 50], ['sixties', 60], ['seventies', 70],
  ['eighties', 80], ['nineties', 90],
] as const); // prettier-ignore

/** Feasts with a fixed day (month, day) of the Gregorian calendar. */
export const FIXED_FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas', [12, 25]],
  ['christmas day', [12, 25]],
  ['christmas eve', [12, 24]],
  ["new year's day", [1, 1]],
  ["new year's eve", [12, 31]],
  ['halloween', [10, 31]],
  ["valentine's day", [2, 14]],
  ['boxing day', [12, 26]],
  ['may day', [5, 1]],
  ['epiphany', [1, 6]],
] as const);
