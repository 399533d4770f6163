import type { MarkedReport } from '../../../../src/model/marked-report.ts';
import type { Marks } from '../../../../src/model/marks.ts';

/** Tokens and sentences without tags or trees: what the time grammar must live with at the worst. */
export function plainMarks(text: string): Marks {
  const found = [...text.matchAll(/[\p{L}\d]+|[^\s]/gu)];
  const n = found.length;
  const lower = found.map(([word]) => word.toLowerCase());
  const starts = [0];
  found.forEach(([word], i) => {
    if (word === '.' && i + 1 < n) starts.push(i + 1);
  });
  const sentenceOf = new Int32Array(n);
  starts.forEach((from, s) => sentenceOf.fill(s, from));
  return {
    text,
    tokenCount: n,
    sentenceCount: n === 0 ? 0 : starts.length,
    start: Int32Array.from(found, ({ index }) => index),
    end: Int32Array.from(found, ({ index, 0: word }) => index + word.length),
    sentenceStart: Int32Array.from([...(n === 0 ? [] : starts), n]),
    sentenceOf,
    upos: new Uint8Array(n),
    xpos: new Uint8Array(n),
    word: found.map(([word]) => word),
    lemma: lower,
    lowerWord: lower,
    lowerLemma: lower,
    features: new Uint16Array(n),
    head: new Int32Array(n).fill(-1),
    deprel: new Uint8Array(n),
    tagProbability: new Float32Array(n),
    arcProbability: new Float32Array(n),
  };
}

/** A report with nothing found yet; `at` is its day or instant of publication. */
export function plainReport(text: string, at?: string, marks = plainMarks(text)): MarkedReport {
  const published =
    at === undefined ? {} : { publishedAt: { at, certainty: 'certain', basis: 'flag' } as const };
  const report = { id: 'r', text, ...published, foundAt: '-', notes: [] };
  return { report, marks, repairs: [], mentions: [], times: [], quantities: [], statements: [] };
}
