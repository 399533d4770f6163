import type { Report } from '../../../model/report.ts';
import type { Span } from '../../../model/span.ts';
import { hashWords } from '../wording/hash-words.ts';
import { toWords } from '../wording/to-words.ts';
import type { Word } from '../wording/to-words.ts';

/** What a report is compared by: numbers only, so that very many can be held at once. */
export interface ReportProfile {
  readonly report: Report;
  /** Hashes of its stems, ascending; those of one stem stand together, one for each sentence that holds it. */
  readonly stems: Uint32Array;
  /** Index of the sentence of each stem. */
  readonly at: Uint32Array;
  /** Weight of each stem in its sentence; the squares of a sentence's weights sum up to one. */
  readonly weights: Float32Array;
  /** Number of words of each sentence. */
  readonly sizes: Uint32Array;
  /** Runs of four words, hashed, ascending. */
  readonly shingles: Uint32Array;
  /** Least hash of the stems under each of many hash functions: an estimate of shared vocabulary (Broder 1997). */
  readonly sketch: Uint32Array;
  /** Neighbouring names and numbers, which outlive rewording and translation; hashed, ascending. */
  readonly anchors: Uint32Array;
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

/** A sentence of fewer words is compared with nothing. */
const LEAST_WORDS = 4;

interface Sentence {
  readonly span: Span;
  readonly words: readonly Word[];
}

function sentencesOf(text: string): readonly Sentence[] {
  const found = [...text.matchAll(/[^\n]+?(?:[.!?]["”’]?(?=\s)|\n|$)/gu)].filter(
    ([words]) => words.trim() !== '',
  );
  return found
    .map(({ 0: words, index }) => ({
      span: { start: index, end: index + words.length },
      words: toWords(text.slice(index, index + words.length)),
    }))
    .filter(({ words }) => words.length >= LEAST_WORDS);
}

/** The sentences that a profile counts, in order. */
export const spansOf = ({ report }: ReportProfile): readonly Span[] =>
  sentencesOf(report.text).map(({ span }) => span);

function hashRuns(words: readonly Word[], length: number): Uint32Array {
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
  return Uint32Array.from(hashes).sort();
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

type Stems = Pick<ReportProfile, 'stems' | 'at' | 'weights'>;

function toStems(sentences: readonly Sentence[]): Stems {
  const all = sentences.flatMap(({ words }, sentence) =>
    [...toWeights(words)].map(([stem, weight]) => ({ hash: hashWords(stem), sentence, weight })),
  );
  all.sort((a, b) => a.hash - b.hash || a.sentence - b.sentence);
  return {
    stems: Uint32Array.from(all, ({ hash }) => hash),
    at: Uint32Array.from(all, ({ sentence }) => sentence),
    weights: Float32Array.from(all, ({ weight }) => weight),
  };
}

const foldQuotation = (words: string): string =>
  toWords(words)
    .map(({ stem }) => stem)
    .join(' ');

/** Quotations of a report, folded. */
export const quotationsOf = ({ report }: ReportProfile): readonly string[] =>
  [...report.text.matchAll(/[“"]([^”"“]{20,400})[”"]/gu)].map(([, said]) => foldQuotation(said));

/** Reads off a report what survives copying, rewording and translation. */
export function profileReport(report: Report): ReportProfile {
  const words = toWords(report.text);
  const sentences = sentencesOf(report.text);
  const telling = words.filter(({ kind }) => kind === 'name' || kind === 'number');
  return {
    report,
    ...toStems(sentences),
    sizes: Uint32Array.from(sentences, ({ words: own }) => own.length),
    shingles: hashRuns(words, SHINGLE),
    sketch: sketchOf(words),
    anchors: hashRuns(telling, 2),
  };
}
