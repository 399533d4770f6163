import type { Change, Situation } from '../model/situation.ts';
import { compareSituations } from '../stages/situate/compare-situations.ts';
import type { Names } from '../stages/brief/words.ts';
import { plain, sayDay } from '../stages/brief/words.ts';
import { sayLines } from './say-line.ts';

/** One difference between two situations, in words. */
export interface SaidChange extends Omit<Change, 'because'> {
  /** The line as it stands now; as it stood, where it is gone. */
  readonly says: string;
  /** What it was before: only for changed lines, only what differs. */
  readonly was?: string;
}

/** How reports came to us, and what they say in passing, is no change of the situation. */
const ASIDE: ReadonlySet<string> = new Set(['information', 'aims', 'externalities', 'trackSaid', 'measures', 'leverage'] as const); // prettier-ignore
/** Most lines said. */
const MOST = 80;

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}/u.test(value);

function sayValue(value: string, names: Names): string {
  if (value === '' || value.startsWith('[') || value.startsWith('{')) return '';
  return isDay(value) ? sayDay(value) : names.entry(value);
}

function sayBefore({ fields }: Change, names: Names): string {
  const parts = fields.map(({ name, before }) => {
    if (name === 'lastMove' || name === 'overtakenBy') return '';
    const words = sayValue(before, names);
    if (words === '') return '';
    const known = names.entry(name);
    return known === plain(name) ? words : `${known} ${words}`;
  });
  return [...new Set(parts.filter((words) => words !== '' && words !== 'true' && words !== 'false'))].join(
    ', ',
  );
}

/** Lines without a name of their own: a claim among many, not a change of how things stand. */
const listUnnamed = ({ outlooks, bargains }: Situation): readonly string[] => [
  ...outlooks.filter(({ outlook }) => outlook === undefined).map(({ id }) => id),
  ...bargains.filter(({ bargain }) => bargain === undefined).map(({ id }) => id),
];

/** Of long lines the first sentence is enough. */
const FIRST: ReadonlySet<string> = new Set(['bargains', 'legal'] as const);

function isNew(known: Set<string>, one: string): boolean {
  if (known.has(one)) return false;
  known.add(one);
  return true;
}

/** What changed from one situation to another, said with names. */
export function sayChanges(before: Situation, after: Situation, names: Names): readonly SaidChange[] {
  const now = sayLines(after, names);
  const then = sayLines(before, names);
  const words = (kind: Change['kind'], part: Change['part'], id: string): string =>
    (kind === 'gone' ? then : now)(part, id) ?? plain(part);
  const unnamed = new Set([before, after].flatMap(listUnnamed));
  const changes = compareSituations(before, after).filter(({ part, lineId }) => !ASIDE.has(part) && !unnamed.has(lineId)); // prettier-ignore
  const said = changes.map((change): SaidChange => {
    const { part, lineId, kind, fields } = change;
    const says = FIRST.has(part) ? words(kind, part, lineId).split('. ')[0] : words(kind, part, lineId);
    const was = kind === 'changed' ? sayBefore(change, names) : '';
    return { part, lineId, kind, fields, says, ...(was === '' ? {} : { was }) };
  });
  const first = new Set<string>();
  return said.filter(({ part, kind, says }) => isNew(first, `${part} ${kind} ${says}`)).slice(0, MOST);
}
