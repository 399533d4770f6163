import type { When } from '../../model/time.ts';

/** Names for ids, from data/actors and the playbook; an id without a name is shown as it is. */
export interface Names {
  actor(id: string): string;
  /** Object class, rung, clause, channel, bargain, lever … */
  entry(id: string): string;
  /** Several things of an object class: "short-range ballistic missiles". */
  several(classId: string): string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

/** `2021-03-25` → 25 March 2021; `2021-03` → March 2021. */
export function sayDay(prefix: string): string {
  const [year, month, day] = prefix.slice(0, 10).split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

export function sayWhen(when: When | undefined): string {
  if (when?.from === undefined) return when?.until === undefined ? '' : `until ${sayDay(when.until)}`;
  if (when.until === undefined || when.until === when.from)
    return `on ${sayDay(when.from)}`.replace(/^on (\D)/u, 'in $1');
  return `between ${sayDay(when.from)} and ${sayDay(when.until)}`;
}

/** "A", "A and B", "A, B and C". */
export function sayList(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Words of an id: `sanction-eased` → "sanction eased". */
export const plain = (id: string): string => id.replace(/[-.]/gu, ' ');

/** Somebody whom no list knows, by the words of his id up to his side or office: `new:ana-roe@velsk` → "Ana Roe". */
export const nameOfNew = (id: string): string =>
  id.startsWith('new:')
    ? plain(id.slice(4).split('@')[0]).replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())
    : plain(id);

/** Who did it, where the reading could not tell. */
export const UNIDENTIFIED = 'an unidentified actor';

export const sayActors = (ids: readonly string[], names: Names, nobody = UNIDENTIFIED): string =>
  ids.length === 0 ? nobody : sayList(ids.map((id) => names.actor(id)));

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "1 test", "2 tests". */
export const sayCount = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
