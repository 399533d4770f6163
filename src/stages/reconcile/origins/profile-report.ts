import type { Report } from '../../../model/report.ts';
import type { Span } from '../../../model/span.ts';
import { hashWords } from '../wording/hash-words.ts';
import { toWords } from '../wording/to-words.ts';
import type { Word } from '../wording/to-words.ts';

/** A sentence as a bag of weighted stems of length one. */
export interface SentenceProfile {
  readonly span: Span;
  readonly weights: ReadonlyMap<string, number>;
  /** Number of words. */
  readonly size: number;
}

export interface Posting {
  /** Index into the sentences. */
  readonly sentence: number;
  readonly weight: number;
}

/** What a report is compared by. */
export interface ReportProfile {
  readonly report: Report;
  readonly sentences: readonly SentenceProfile[];
  /** Stem → the sentences that hold it, with its weight there. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** Runs of four words, hashed. */
  readonly shingles: ReadonlySet<number>;
  /** Least hash of the stems under each of many hash functions: an estimate of shared vocabulary (Broder 1997). */
  readonly sketch: Uint32Array;
  /** Neighbouring names and numbers, which outlive rewording and translation. */
  readonly anchors: ReadonlySet<number>;
  /** Quotations, folded. */
  readonly quotations: readonly string[];
}

const WEIGHTS = { name: 2, number: 2, content: 1 } as const;
const SHINGLE = 4;
export const SKETCH = 96;

function toWeights(words: readonly Word[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { stem, kind } of words)
    if (kind !== 'link') weights.set(stem, (weights.get(stem) ?? 0) + WEIGHTS[kind]);
  const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...weights].map(([stem, weight]) => [stem, weight / norm]));
}

function* sentencesOf(text: string): Generator<Span> {
  for (const { 0: words, index } of text.matchAll(/[^\n]+?(?:[.!?]["”’]?(?=\s)|\n|$)/gu)) {
    if (words.trim() !== '') yield { start: index, end: index + words.length };
  }
}

function hashRuns(words: readonly Word[], length: number): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (let i = 0; i + length <= words.length; i++)
    hashes.add(
      hashWords(
        words
          .slice(i, i + length)
          .map(({ stem }) => stem)
          .join(' '),
      ),
    );
  return hashes;
}

const MULTIPLIERS = Uint32Array.from({ length: SKETCH }, (_, i) => (hashWords(`multiply ${i}`) | 1) >>> 0);
const ADDENDS = Uint32Array.from({ length: SKETCH }, (_, i) => hashWords(`add ${i}`));

function sketchOf(words: readonly Word[]): Uint32Array {
  const sketch = new Uint32Array(SKETCH).fill(0xffffffff);
  const stems = new Set(words.filter(({ kind }) => kind !== 'link').map(({ stem }) => stem));
  for (const stem of stems) {
    const hash = hashWords(stem);
    for (let i = 0; i < SKETCH; i++) {
      const mixed = (Math.imul(hash ^ (hash >>> 15), MULTIPLIERS[i]) + ADDENDS[i]) >>> 0;
      const value = (mixed ^ (mixed >>> 13)) >>> 0;
      if (value < sketch[i]) sketch[i] = value;
    }
  }
  return sketch;
}

function toPostings(sentences: readonly SentenceProfile[]): ReadonlyMap<string, readonly Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [sentence, { weights }] of sentences.entries()) {
    for (const [stem, weight] of weights) {
      const list = postings.get(stem);
      if (list) list.push({ sentence, weight });
      else postings.set(stem, [{ sentence, weight }]);
    }
  }
  return postings;
}

const foldQuotation = (words: string): string =>
  toWords(words)
    .map(({ stem }) => stem)
    .join(' ');

/** Reads off a report what survives copying, rewording and translation. */
export function profileReport(report: Report): ReportProfile {
  const { text } = report;
  const words = toWords(text);
  const sentences = [...sentencesOf(text)]
    .map((span) => {
      const own = toWords(text.slice(span.start, span.end));
      return { span, weights: toWeights(own), size: own.length };
    })
    .filter(({ size }) => size >= 4);
  const telling = words.filter(({ kind }) => kind === 'name' || kind === 'number');
  return {
    report,
    sentences,
    postings: toPostings(sentences),
    shingles: hashRuns(words, SHINGLE),
    sketch: sketchOf(words),
    anchors: hashRuns(telling, 2),
    quotations: [...text.matchAll(/[“"]([^”"“]{20,400})[”"]/gu)].map(([, said]) => foldQuotation(said)),
  };
}
