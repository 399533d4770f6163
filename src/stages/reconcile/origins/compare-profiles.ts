import type { CopyKind } from '../../../model/fact.ts';
import type { Span } from '../../../model/span.ts';
import type { ReportProfile, SentenceProfile } from './profile-report.ts';

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

function cosine(a: SentenceProfile, b: SentenceProfile): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a.weights, b.weights] : [b.weights, a.weights];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

/** Cosine of a sentence with its best partner in another text. */
function bestOf(sentence: SentenceProfile, other: ReportProfile): number {
  const sums = new Float64Array(other.sentences.length);
  for (const [stem, own] of sentence.weights)
    for (const { sentence: at, weight } of other.postings.get(stem) ?? []) sums[at] += own * weight;
  return sums.reduce((best, sum) => Math.max(best, sum), 0);
}

/** Share of the smaller set that the larger one holds, 0 to 1. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return shared / small.size;
}

const sizeOf = ({ sentences }: ReportProfile): number => sentences.reduce((sum, { size }) => sum + size, 0);

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
  const sum = short.sentences.reduce((total, sentence) => total + sentence.size * bestOf(sentence, long), 0);
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
  const whole = first.quotations.join(' | ');
  if (copy.quotations.length === 0 || whole === '') return undefined;
  const kept = copy.quotations.filter((quotation) => whole.includes(quotation)).length;
  return kept * 2 >= copy.quotations.length;
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
  const pairs = copy.sentences.flatMap((own) =>
    first.sentences.map((other) => ({ own, other, likeness: cosine(own, other) })),
  );
  const taken = new Set<SentenceProfile>();
  const aligned: AlignedSentence[] = [];
  for (const { own, other, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness < RENDERS || taken.has(own) || taken.has(other)) continue;
    taken.add(own).add(other);
    aligned.push({ first: other.span, copy: own.span, likeness });
  }
  const rest = (sentences: readonly SentenceProfile[]): readonly Span[] =>
    sentences.filter((sentence) => !taken.has(sentence)).map(({ span }) => span);
  return {
    aligned: aligned.toSorted((a, b) => a.copy.start - b.copy.start),
    cut: rest(first.sentences),
    added: rest(copy.sentences),
  };
}
