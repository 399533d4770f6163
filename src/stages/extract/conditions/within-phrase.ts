import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import type { Occurrence } from './connectives.ts';
import type { Sides, Stretch } from './stretch.ts';

const QUANTITIES: ReadonlySet<string> = new Set([
  'few', 'little', 'many', 'most', 'much', 'some', 'half', 'rarely', 'seldom', 'hardly', 'scarcely', 'dozens', 'hundreds',
  'thousands', 'months', 'weeks', 'days',
]); // prettier-ignore
/** What a quantity is set against: "few if any", "most if not all", "rarely if ever". */
const LIMITS: ReadonlySet<string> = new Set([
  'any', 'anything', 'ever', 'all', 'most', 'more', 'hundreds', 'thousands', 'years', 'months', 'weeks', 'impossible',
]); // prettier-ignore
const PAUSES: ReadonlySet<string> = new Set([',', '(', '–', '—', '-']);
const INTENSIFIERS: ReadonlySet<string> = new Set(['ADV', 'DET']);

const both = (protasis: Stretch, apodosis: Stretch): Sides => ({
  protasis: { head: protasis.last, stretch: protasis },
  apodosis: { head: apodosis.last, stretch: apodosis },
});

/** Whether a word stands before a noun as its property: "a brief if stormy meeting". */
function isProperty(ground: Ground, token: number): boolean {
  if (uposOf(ground.marks, token) !== 'ADJ') return false;
  let at = token - 1;
  while (at >= 0 && ['ADV', 'ADJ'].includes(uposOf(ground.marks, at))) at--;
  return at >= 0 && (uposOf(ground.marks, at) === 'DET' || deprelOf(ground.marks, at) === 'nmod:poss');
}

/**
 * The two sides of an "if" inside a phrase, that sets one word against another: "few if any ships", "the main if not the
 * only crop"; undefined where it opens a clause.
 */
export function sidesWithinPhrase(ground: Ground, { first, last }: Occurrence): Sides | undefined {
  const { marks, lower } = ground;
  if (lower[last] !== 'if' || first !== last) return undefined;
  const start = ground.sentenceStart(first);
  const end = ground.sentenceEnd(first);
  const before = PAUSES.has(lower[first - 1]) ? first - 2 : first - 1;
  if (before < start) return undefined;
  let at = last + 1;
  const isNegated = lower[at] === 'not';
  if (isNegated) at++;
  if (at >= end) return undefined;
  if (QUANTITIES.has(lower[before]) && LIMITS.has(lower[at]))
    return both({ first, last: at }, { first: before, last: before });
  if (!isProperty(ground, before)) return undefined;
  while (at < end - 1 && INTENSIFIERS.has(uposOf(marks, at))) at++;
  const next = PAUSES.has(lower[at + 1]) ? at + 2 : at + 1;
  const isAgainst =
    uposOf(marks, at) === 'ADJ' && next < end && ['NOUN', 'PROPN', 'ADJ'].includes(uposOf(marks, next));
  if (!isAgainst) return undefined;
  let from = before;
  while (from - 1 >= start && uposOf(marks, from - 1) === 'ADV') from--;
  return both({ first, last: at }, { first: from, last: before });
}
