import type { Deprel } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { dependentsOf } from '../syntax/tree.ts';

/** Tokens from `first` to `last`, both inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A predicate with the stretch of words that are its clause. */
export interface Side {
  readonly head: number;
  readonly stretch: Stretch;
}

/** The two sides of one conditional. */
export interface Sides {
  readonly protasis: Side;
  readonly apodosis: Side;
}

const EDGE: ReadonlySet<string> = new Set([
  ',', ';', ':', '.', '!', '?', '–', '—', '-', '--', '(', ')', '[', ']', '“', '”', '"', "''", '``', '‘', '…', '...',
]); // prettier-ignore

/** Without punctuation at its edges. */
export function tidy(ground: Ground, stretch: Stretch): Stretch {
  let { first, last } = stretch;
  while (first < last && EDGE.has(ground.lower[first])) first++;
  while (last > first && EDGE.has(ground.lower[last])) last--;
  return { first, last };
}

export const subtree = (ground: Ground, token: number): Stretch => ({
  first: ground.tree.first[token],
  last: ground.tree.last[token],
});

/** What is left of a stretch without another that lies within it: the longer part when it lies in the middle. */
export function without(from: Stretch, cut: Stretch): Stretch {
  if (cut.last < from.first || cut.first > from.last) return from;
  const before = { first: from.first, last: cut.first - 1 };
  const after = { first: cut.last + 1, last: from.last };
  if (before.last < before.first) return after;
  if (after.last < after.first) return before;
  return from;
}

/** Whether `token` lies under `top` or is it. */
export function isUnder(ground: Ground, token: number, top: number): boolean {
  let at = token;
  for (let steps = 0; at >= 0 && steps < 200; steps++, at = ground.marks.head[at])
    if (at === top) return true;
  return false;
}

/** Whether a token is the predicate of a clause: a verb, or anything with a copula or a subject. */
export function isClausal(ground: Ground, token: number): boolean {
  if (uposOf(ground.marks, token) === 'VERB') return true;
  return dependentsOf(ground.tree, token).some((t) => {
    const label = deprelOf(ground.marks, t);
    return label === 'cop' || label.startsWith('nsubj') || label === 'expl';
  });
}

/** Climbs from a token to the top of the stretch that begins after `floor`, not past a clause that hangs on another. */
export function topAfter(ground: Ground, token: number, floor: number, stops: ReadonlySet<Deprel>): number {
  let at = token;
  for (let steps = 0; steps < 200; steps++) {
    const head = ground.marks.head[at];
    if (head <= floor || stops.has(deprelOf(ground.marks, at))) return at;
    at = head;
  }
  return at;
}

/** The word of a stretch that governs the rest of it: `wanted` if it lies inside, else a verb whose governor lies outside. */
export function headWithin(ground: Ground, stretch: Stretch, wanted: number): number {
  if (wanted >= stretch.first && wanted <= stretch.last && isClausal(ground, wanted)) return wanted;
  const { marks } = ground;
  let found: number | undefined;
  for (let t = stretch.first; t <= stretch.last; t++) {
    const isTop = marks.head[t] < stretch.first || marks.head[t] > stretch.last;
    if (isTop && isClausal(ground, t)) return t;
    if (found === undefined && uposOf(marks, t) === 'VERB') found = t;
  }
  return found ?? Math.max(stretch.first, Math.min(wanted, stretch.last));
}

const BEFORE_VERB: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
const AFTER_VERB: ReadonlySet<string> = new Set([
  'DET',
  'PRON',
  'NOUN',
  'PROPN',
  'ADJ',
  'ADP',
  'PART',
  'NUM',
]);

/** Whether a clause may stand in a stretch: a verb, or a word in -s that stands where a verb would ("Orsk destroys its"). */
export function holdsClause(ground: Ground, { first, last }: Stretch): boolean {
  const { marks } = ground;
  for (let t = first; t <= last; t++) {
    const upos = uposOf(marks, t);
    if (upos === 'VERB' || upos === 'AUX') return true;
    const isForm = xposOf(marks, t) === 'NNS' && t > first && BEFORE_VERB.has(uposOf(marks, t - 1));
    if (isForm && t < last && AFTER_VERB.has(uposOf(marks, t + 1))) return true;
  }
  return false;
}
