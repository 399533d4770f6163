import type { CopyKind } from '../../../model/fact.ts';
import type { Span } from '../../../model/span.ts';
import { quotationsOf, spansOf } from './profile-report.ts';
import type { ReportProfile } from './profile-report.ts';

/** A sentence of the copy beside the sentence of the first report that it renders. */
export interface AlignedSentence {
  readonly first: Span;
  readonly copy: Span;
  /** Cosine of their weighted stems, 0 to 1. */
  readonly likeness: number;
}

/** How a copy relates to its original, sentence by sentence. */
export interface CopyAlignment {
  readonly aligned: readonly AlignedSentence[];
  /** Sentences of the first report that the copy leaves out. */
  readonly cut: readonly Span[];
  /** Sentences that the copy adds. */
  readonly added: readonly Span[];
}

/** From here on two sentences may be renderings of one. */
const RENDERS = 0.35;
/** Mean likeness of the shorter text's sentences to their best partners, from which both are one text. */
const SAME = 0.57;
/** Shared runs of four words that alone make a copy. */
const COPIED = 0.45;
const VERBATIM = 0.8;
/** Pairs of sentences compared at a time: bounds the memory for very long texts. */
const MOST_PAIRS = 4_000_000;

/** End of the run of one stem that begins here. */
function runEnd(stems: Uint32Array, start: number): number {
  let end = start + 1;
  while (end < stems.length && stems[end] === stems[start]) end++;
  return end;
}

/** Sentences of one text, from one up to (but not with) another. */
interface Rows {
  readonly of: ReportProfile;
  readonly from: number;
  readonly until: number;
}

const allOf = (profile: ReportProfile): Rows => ({ of: profile, from: 0, until: profile.sizes.length });

/** Cosine of each of these sentences with each of another text, row by row. */
function compareSentences({ of: rows, from, until }: Rows, columns: ReportProfile): Float64Array {
  const width = columns.sizes.length;
  const sums = new Float64Array((until - from) * width);
  let [i, j] = [0, 0];
  while (i < rows.stems.length && j < columns.stems.length) {
    const [ours, theirs] = [rows.stems[i], columns.stems[j]];
    if (ours < theirs) i++;
    else if (theirs < ours) j++;
    else {
      const [iEnd, jEnd] = [runEnd(rows.stems, i), runEnd(columns.stems, j)];
      for (let one = i; one < iEnd; one++) {
        if (rows.at[one] < from || rows.at[one] >= until) continue;
        const row = (rows.at[one] - from) * width;
        for (let other = j; other < jEnd; other++)
          sums[row + columns.at[other]] += rows.weights[one] * columns.weights[other];
      }
      [i, j] = [iEnd, jEnd];
    }
  }
  return sums;
}

/** Share of the smaller sorted set that the larger one holds, 0 to 1. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const least = Math.min(a.length, b.length);
  return least === 0 ? 0 : countShared(a, b) / least;
}

/** How many numbers two sorted sets have in common. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) shared++;
    const isBehind = a[i] <= b[j];
    if (b[j] <= a[i]) j++;
    if (isBehind) i++;
  }
  return shared;
}

const sizeOf = ({ sizes }: ReportProfile): number => sizes.reduce((sum, size) => sum + size, 0);

/** Estimated share of common stems (Jaccard), 0 to 1. */
export function sketchLikeness(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++;
  return same / a.length;
}

/** Likeness of two texts, 0 to 1: how well each sentence of the shorter one is rendered in the longer. */
export function textLikeness(a: ReportProfile, b: ReportProfile): number {
  const [short, long] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a];
  const size = sizeOf(short);
  if (size === 0) return 0;
  const width = long.sizes.length;
  const step = Math.max(1, Math.floor(MOST_PAIRS / Math.max(width, 1)));
  let sum = 0;
  for (let from = 0; from < short.sizes.length; from += step) {
    const until = Math.min(from + step, short.sizes.length);
    const likeness = compareSentences({ of: short, from, until }, long);
    for (let row = from; row < until; row++) {
      let best = 0;
      for (let i = (row - from) * width; i < (row - from + 1) * width; i++)
        if (likeness[i] > best) best = likeness[i];
      sum += short.sizes[row] * best;
    }
  }
  return sum / size;
}

export interface Compared {
  readonly isSame: boolean;
  readonly likeness: number;
}

/** Whether two reports are one text: copied, reworded or translated to and fro. */
export function compareProfiles(a: ReportProfile, b: ReportProfile): Compared {
  const copied = containment(a.shingles, b.shingles);
  const likeness = Math.max(copied, textLikeness(a, b));
  return { isSame: copied >= COPIED || likeness >= SAME, likeness };
}

function quotesKept(first: ReportProfile, copy: ReportProfile): boolean | undefined {
  const whole = quotationsOf(first).join(' | ');
  const own = quotationsOf(copy);
  if (own.length === 0 || whole === '') return undefined;
  const kept = own.filter((quotation) => whole.includes(quotation)).length;
  return kept * 2 >= own.length;
}

/** In what manner a later report copies the first. */
export function copyKind(first: ReportProfile, copy: ReportProfile): CopyKind {
  const copied = containment(first.shingles, copy.shingles);
  if (copied >= VERBATIM) return sizeOf(copy) < sizeOf(first) * 0.9 ? 'cut' : 'near-copy';
  const kept = quotesKept(first, copy);
  if (copied >= COPIED) return 'reworded';
  return (kept ?? copied >= 0.15) ? 'reworded' : 'retranslated';
}

/** Puts a copy beside its original, sentence by sentence: what it renders, cuts and adds. */
export function alignCopy(first: ReportProfile, copy: ReportProfile): CopyAlignment {
  const [own, others] = [spansOf(copy), spansOf(first)];
  const likeness = compareSentences(allOf(copy), first);
  const pairs = own.flatMap((copied, row) =>
    others.map((origin, column) => ({ copied, origin, likeness: likeness[row * others.length + column] })),
  );
  const taken = new Set<Span>();
  const aligned: AlignedSentence[] = [];
  for (const pair of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (pair.likeness < RENDERS || taken.has(pair.copied) || taken.has(pair.origin)) continue;
    taken.add(pair.copied).add(pair.origin);
    aligned.push({ first: pair.origin, copy: pair.copied, likeness: pair.likeness });
  }
  const rest = (spans: readonly Span[]): readonly Span[] => spans.filter((span) => !taken.has(span));
  return {
    aligned: aligned.toSorted((a, b) => a.copy.start - b.copy.start),
    cut: rest(others),
    added: rest(own),
  };
}
