import { UPOS } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import type { Scene } from './scene.ts';

/** How a part stands to the cue. */
export const PART_KINDS = [
  'dependent', 'sister', 'rest', 'quotation-before', 'quotation-after', 'colon-before', 'colon-after',
  'next-line', 'between', 'beside-before', 'beside-after',
] as const; // prettier-ignore
export type PartKind = (typeof PART_KINDS)[number];

/** A stretch that may be source or content of a cue. */
export interface Part {
  readonly kind: PartKind;
  readonly spans: readonly Span[];
  /** The token that stands for it, or -1. */
  readonly head: number;
  /** Hash of the path from the cue to it. */
  readonly path: number;
  /** Steps up from the cue to the governor it hangs on. */
  readonly up: number;
  readonly preposition: number;
  /** Which of its kind, counted from the cue. */
  readonly rank: number;
}

const PUNCT = UPOS.indexOf('PUNCT');

/** From token to token, both within, marks of punctuation at the edges left out (quotation marks stay). */
export function trimmed(scene: Scene, first: number, last: number): Span {
  const { marks, quotationOf } = scene;
  let from = first;
  let to = last;
  const isMark = (t: number): boolean =>
    marks.upos[t] === PUNCT && quotationOf[t] < 0 && !/["'“”‘’)(\]$[]/u.test(marks.text[marks.start[t]]);
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to)) to--;
  return { start: marks.start[from], end: marks.end[to] };
}
