import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deprelOf, FEATURE, hasFeature, uposOf, wordOf } from '../../../src/model/marks.ts';
import type { Marks } from '../../../src/model/marks.ts';
import { loadMarker } from '../../../src/playbook/load-marker.ts';
import { toMarker } from '../../../src/playbook/marker.ts';
import { mark } from '../../../src/stages/mark/mark.ts';

const marker = loadMarker();

const find = (marks: Marks, word: string): number => {
  const token = Array.from({ length: marks.tokenCount }, (_, at) => at).find(
    (at) => wordOf(marks, at) === word,
  );
  if (token === undefined) throw new Error(`no ${word}`);
  return token;
};

/** `word ←label– head`, as a string. */
const arc = (marks: Marks, word: string): string => {
  const token = find(marks, word);
  const head = marks.head[token];
  return `${deprelOf(marks, token)} < ${head < 0 ? 'root' : wordOf(marks, head)}`;
};

const expectWellFormed = (marks: Marks): void => {
  for (const column of [
    marks.start,
    marks.end,
    marks.sentenceOf,
    marks.upos,
    marks.xpos,
    marks.lemma,
    marks.features,
    marks.head,
    marks.deprel,
  ]) {
    expect(column).toHaveLength(marks.tokenCount);
  }
  for (let sentence = 0; sentence < marks.sentenceCount; sentence++) {
    let roots = 0;
    for (let token = marks.sentenceStart[sentence]; token < marks.sentenceStart[sentence + 1]; token++) {
      expect(marks.sentenceOf[token]).toBe(sentence);
      if (marks.head[token] < 0) roots++;
      else expect(marks.sentenceOf[marks.head[token]]).toBe(sentence);
      expect(marks.arcProbability[token]).toBeGreaterThanOrEqual(0);
      expect(marks.arcProbability[token]).toBeLessThanOrEqual(1);
      expect(marks.tagProbability[token]).toBeLessThanOrEqual(1);
    }
    expect(roots).toBe(1);
  }
};

describe('mark', () => {
  it('finds who said what', () => {
    const marks = mark('Velmark will not return to the table, the minister said on Monday.', marker);
    expect(arc(marks, 'said')).toBe('root < root');
    expect(arc(marks, 'return')).toBe('ccomp < said');
    expect(arc(marks, 'minister')).toBe('nsubj < said');
    expect(arc(marks, 'Velmark')).toBe('nsubj < return');
  });

  it('reads appositions, conditions and the passive', () => {
    const marks = mark(
      'If the sanctions are lifted, Ana Terell, an expert at the institute, would return.',
      marker,
    );
    expect(arc(marks, 'lifted')).toBe('advcl < return');
    expect(arc(marks, 'sanctions')).toBe('nsubj:pass < lifted');
    expect(arc(marks, 'expert')).toBe('appos < Ana');
    expect(hasFeature(marks, find(marks, 'lifted'), FEATURE.passive)).toBe(true);
  });

  it('gives lemmas and morphology', () => {
    const marks = mark('They have not fired missiles.', marker);
    expect(marks.lemma).toEqual(['they', 'have', 'not', 'fire', 'missile', '.']);
    expect(uposOf(marks, 1)).toBe('AUX');
    expect(hasFeature(marks, 2, FEATURE.negative)).toBe(true);
    expect(hasFeature(marks, 4, FEATURE.plural)).toBe(true);
    expect(hasFeature(marks, 0, FEATURE.thirdPerson)).toBe(true);
  });

  it('gives no sentence for a text without words', () => {
    expect(mark('', marker)).toMatchObject({ tokenCount: 0, sentenceCount: 0 });
    expect(mark(' \n\n ', marker)).toMatchObject({ tokenCount: 0, sentenceCount: 0 });
  });

  it('gives well-formed trees, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expectWellFormed(mark(text, marker));
      }),
      { numRuns: 60 },
    );
  });

  it('takes a sentence of ten thousand words', () => {
    const marks = mark('word and other things '.repeat(2500), marker);
    expect(marks).toMatchObject({ tokenCount: 10_000, sentenceCount: 1 });
    expectWellFormed(marks);
  });

  it('gives the same marks alone as beside other sentences', () => {
    const alone = mark('The envoy left Velm.', marker);
    const beside = mark('Talks broke down. The envoy left Velm.', marker);
    expect([...beside.upos.subarray(4)]).toEqual([...alone.upos]);
    expect([...beside.arcProbability.subarray(4)]).toEqual([...alone.arcProbability]);
  });

  it('gives a worker thread the same answer from the same copy of the weights', async () => {
    const text = 'The envoy, who had left Velm, returned.';
    const freeByte = new DataView(marker.shared).getUint32(0, true) + 8;
    const worker = new Worker(new URL('./mark-in-worker.mjs', import.meta.url), {
      workerData: { shared: marker.shared, text, freeByte },
    });
    const answer: unknown = await new Promise((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    await worker.terminate();
    const marks = mark(text, marker);
    expect(answer).toEqual({ head: [...marks.head], deprel: [...marks.deprel] });
    expect(new Uint8Array(marker.shared)[freeByte]).toBe(77);
  });

  it('refuses bytes that are no marker', () => {
    const shared = new SharedArrayBuffer(16);
    expect(() => toMarker(shared)).toThrow();
  });
});
