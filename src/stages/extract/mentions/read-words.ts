import { deprelOf, xposOf } from '../../../model/marks.ts';
import type { Title } from './candidate.ts';
import type { Hit } from './match-names.ts';
import { findSense, foldedAt, nameHitAt, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { sideOfSense } from './side-of-sense.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const; // prettier-ignore
const COUNTS: ReadonlyMap<string, number> = new Map<string, number>([
  ...NUMBERS.map((word, i): [string, number] => [word, i + 1]),
  ['both', 2],
  ['pair', 2],
  ['trio', 3],
]);

/** Sides named by the words from `first` to `last`, in order, each once. */
export function sidesIn(context: ReadingContext, first: number, last: number): string[] {
  const sides: string[] = [];
  for (let t = first; t <= last; t++) {
    const hit = nameHitAt(context, t);
    if (hit?.first !== t) continue;
    const side = hit.senses.map((sense) => sideOfSense(context.actors, sense)).find((id) => id !== undefined);
    if (side !== undefined && !sides.includes(side)) sides.push(side);
  }
  return sides;
}

/** The number of people spoken of: "two", "12", "a pair of" is not read. */
export function countIn(context: ReadingContext, first: number, last: number): number | undefined {
  for (let t = first; t <= last; t++) {
    if (nameHitAt(context, t) !== undefined) continue;
    const word = foldedAt(context, t);
    const count = COUNTS.get(word);
    if (count !== undefined) return count;
    if (xposOf(context.marks, t) === 'CD' && /^\d{1,4}$/u.test(word)) return Number(word);
  }
  return undefined;
}

function tenseIn(context: ReadingContext, first: number, last: number): Title['tense'] {
  const { words } = context.actors;
  for (let t = first; t <= last; t++) {
    const word = foldedAt(context, t);
    const lower = context.stream.words[context.stream.firstWord[t]];
    if (words.then.has(lower) || words.then.has(word)) return 'then';
    if (words.past.has(word)) return 'past';
    if (words.coming.has(word)) return 'coming';
  }
  return 'now';
}

/** "secretary" in "secretary of state". */
function nounOf(context: ReadingContext, hit: Hit): number {
  for (let t = hit.first + 1; t <= hit.last; t++) {
    const word = foldedAt(context, t);
    if (word === 'of' || word === 'for' || word === 'to') return t - 1;
  }
  return hit.last;
}

/** The title in the words from `first` to `last`: the last office, or else the last role. */
export function titleIn(context: ReadingContext, first: number, last: number): Title | undefined {
  let hit: Hit | undefined;
  for (let t = first; t <= last; t++) {
    const here = termHitAt(context, t);
    if (findSense(here, 'office') !== undefined || findSense(here, 'role') !== undefined) hit = here;
  }
  const tense = tenseIn(context, Math.max(0, first), last);
  if (hit === undefined) return tense === 'now' ? undefined : { tense, isDeputy: false };
  const office = findSense(hit, 'office');
  const role = findSense(hit, 'role');
  const before = hit.first > first ? foldedAt(context, hit.first - 1) : '';
  return {
    noun: context.marks.lowerLemma[nounOf(context, hit)],
    ...(office === undefined ? {} : { classId: office.classId }),
    ...(role === undefined ? {} : { roleId: role.roleId }),
    tense,
    isDeputy: context.actors.words.deputies.has(before),
  };
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those']);
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'some', 'any', 'another', 'several', 'many', 'no', 'other', 'few', 'most']); // prettier-ignore

export const isDefiniteAt = (context: ReadingContext, token: number): boolean =>
  DEFINITE.has(foldedAt(context, token));

export const isIndefiniteAt = (context: ReadingContext, token: number): boolean =>
  INDEFINITE.has(foldedAt(context, token));

/** A place on the way or where something happens, not a party: "in X", "a trip to X", a dateline. */
export function isPlaceUse(context: ReadingContext, token: number, first: number): boolean {
  const { marks } = context;
  if (isDateline(context, token, first)) return true;
  if (first === 0 || marks.sentenceOf[first - 1] !== marks.sentenceOf[first]) return false;
  const before = foldedAt(context, first - 1);
  if (context.actors.words.placing.has(before)) return true;
  if (before !== 'to' && before !== 'from' && before !== 'and' && before !== ',') return false;
  const governor = marks.head[token];
  if (governor < 0) return false;
  const { motion, placing } = context.actors.words;
  if (before === 'to' || before === 'from') return motion.has(marks.lowerLemma[governor]);
  if (deprelOf(marks, token) !== 'conj' || governor === 0) return false;
  const lead = foldedAt(context, governor - 1);
  return placing.has(lead) || (lead === 'to' && motion.has(marks.lemma[Math.max(0, marks.head[governor])]));
}

const DASH = /^[\u2012-\u2015-]+$/u;

function isDateline(context: ReadingContext, token: number, first: number): boolean {
  const { marks, stream } = context;
  if (stream.isUpper[stream.firstWord[token]] === 0 || first > 0) {
    const startsLine =
      first === 0 || marks.text.slice(marks.end[first - 1], marks.start[first]).includes('\n');
    if (!startsLine || stream.isUpper[stream.firstWord[token]] === 0) return false;
  }
  const next = token + 1;
  if (next >= marks.tokenCount) return false;
  const word = marks.word[next];
  return DASH.test(word) || word === '(' || word === ',';
}
