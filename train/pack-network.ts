import { packMarker } from '../src/playbook/marker.ts';
import type { MarkerParts, Table } from '../src/playbook/marker.ts';
import type { LemmaTable } from '../src/stages/mark/lemmatize.ts';
import type { Network } from '../src/stages/mark/network.ts';
import type { KeyedTable } from './keyed-table.ts';

/** All that training has learnt, in full precision. */
export interface Learnt {
  readonly network: Network;
  /** Tags as `UPOS XPOS`, by number. */
  readonly tags: readonly string[];
  readonly words: KeyedTable;
  readonly vectors: Float32Array;
  readonly lemmas: LemmaTable;
  readonly tagCurve: Float32Array;
  readonly arcCurve: Float32Array;
}

const largest = (numbers: Float32Array): number =>
  numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 1e-9);

/** One byte for each number, with a scale for each row. */
const packVectors = (
  vectors: Float32Array,
  width: number,
): { vectors: Int8Array; vectorScales: Float32Array } => {
  const rows = vectors.length / width;
  const bytes = new Int8Array(vectors.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const scale = largest(vectors.subarray(row * width, (row + 1) * width)) / 127;
    scales[row] = scale;
    for (let at = row * width; at < (row + 1) * width; at++) bytes[at] = Math.round(vectors[at] / scale);
  }
  return { vectors: bytes, vectorScales: scales };
};

/** The marker's bytes: word vectors in 8 bits, all other weights in 16. */
export const packLearnt = (learnt: Learnt): Uint8Array => {
  const { network, words, lemmas } = learnt;
  const { hidden, layers, tagLayer, tag, decoder, label, labels } = network.sizes;
  const numbers: Record<string, number> = { hidden, layers, tagLayer, tag, decoder, label, labels };
  const tables: Record<string, Table> = {
    ...packVectors(learnt.vectors, hidden),
    wordKeys: words.keys,
    wordRows: words.rows,
    lemmaKeys: lemmas.keys,
    lemmaRows: Uint16Array.from(lemmas.rows),
    tagCurve: learnt.tagCurve,
    arcCurve: learnt.arcCurve,
  };
  for (const [name, { data }] of network.weights) {
    const scale = largest(data) / 32767;
    numbers[`scale.${name}`] = scale;
    tables[`net.${name}`] = Int16Array.from(data, (number) => Math.round(number / scale));
  }
  const parts: MarkerParts = { numbers, lists: { tags: learnt.tags, lemmaRules: lemmas.rules }, tables };
  return packMarker(parts);
};
