import { dayText, daysInMonth, toDay, toNumber } from '../../src/stages/extract/times/calendar.ts';

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 14],
};
const GENERIC: Readonly<Record<string, string>> = {
  '--03/--06': 'XXXX-SP',
  '--06/--09': 'XXXX-SU',
  '--09/--12': 'XXXX-FA',
  '--12/--03': 'XXXX-WI',
};

const yearOf = (text: string): number => (text.startsWith('BC') ? 1 - Number(text.slice(2)) : Number(text));

function edge(text: string, last: boolean): string | undefined {
  const found = /^(BC\d{4}|\d{4})(?:-(\d\d)(?:-(\d\d?))?)?$/.exec(text);
  if (found === null) return undefined;
  const year = yearOf(found[1]);
  const month = found[2] === undefined ? (last ? 12 : 1) : Number(found[2]);
  const day = found[3] === undefined ? (last ? daysInMonth(year, month) : 1) : Number(found[3]);
  return dayText({ year, month, day });
}

function week(year: number, number: number): readonly [string, string] {
  const fourth = toNumber({ year, month: 1, day: 4 });
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (number - 1);
  return [dayText(toDay(monday)), dayText(toDay(monday + 6))];
}

function months(year: number, from: number, until: number): string {
  const [y, m] = until > 12 ? [year + 1, until - 12] : [year, until];
  return `${dayText({ year, month: from, day: 1 })}/${dayText({ year: y, month: m, day: daysInMonth(y, m) })}`;
}

function grouped(value: string): string | undefined {
  const found = /^(BC\d{4}|\d{4})-(W\d\d|SP|SU|FA|WI|Q[1-4]|H[12])(-WE)?$/.exec(value);
  if (found === null) return undefined;
  const year = yearOf(found[1]);
  const part = found[2];
  if (part.startsWith('W') && part !== 'WI') {
    const [from, until] = week(year, Number(part.slice(1)));
    if (found[3] === undefined) return `${from}/${until}`;
    const sunday = toNumber({
      year: Number(until.slice(0, 4)),
      month: Number(until.slice(5, 7)),
      day: Number(until.slice(8)),
    });
    return `${dayText(toDay(sunday - 1))}/${until}`;
  }
  const season = SEASONS[part];
  if (season !== undefined) return months(year, season[0], season[1]);
  const size = part.startsWith('Q') ? 3 : 6;
  const number = Number(part.slice(1));
  return months(year, number * size - size + 1, number * size);
}

/**
 * One notation for the days a value covers, so that `2015-W38` equals `2015-09-14/2015-09-20` and `196` equals
 * `1960-01-01/1969-12-31`. Values that cover no certain days come back as they are.
 */
export function canonical(value: string): string {
  const plain = value.replace(/^-(\d{4})/, (_, year: string) => `BC${String(Number(year)).padStart(4, '0')}`);
  const generic = GENERIC[plain.replace(/(--\d\d)-\d\d/g, '$1')];
  if (generic !== undefined) return generic;
  if (/^--\d\d/.test(plain)) return `XXXX${plain.slice(1)}`;
  const clock = /T?(\d\d:\d\d)(?::\d\d)?$/.exec(plain);
  if (clock !== null) return `T${clock[1]}`;
  const noPart = plain.replace(/T(?:MO|MI|AF|EV|NI|DT|XX)$/, '');
  const group = grouped(noPart);
  if (group !== undefined) return group;
  if (/^\d{3}$/.test(noPart)) return `${noPart}0-01-01/${noPart}9-12-31`;
  if (/^\d{2}$/.test(noPart)) return `${noPart}00-01-01/${noPart}99-12-31`;
  const [from, until = from] = noPart.split('/');
  const [a, b] = [from === '' ? '' : edge(from, false), until === '' ? '' : edge(until, true)];
  return a === undefined || b === undefined ? noPart : `${a}/${b}`;
}
