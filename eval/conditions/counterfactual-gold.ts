import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/model/span.ts';

/** One sentence with the spans that its annotator marked. */
export interface CounterfactualRow {
  readonly id: number;
  readonly text: string;
  readonly antecedent: Span;
  readonly consequent: Span | undefined;
}

/** Every fourth sentence, by its number: never trained or tuned on. */
export const isHeldOut = (row: CounterfactualRow): boolean => row.id % 4 === 0;

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gu)) {
    const [whole, field, end] = match;
    if (whole === '' && match.index >= text.length) break;
    const value = field.startsWith('"') ? field.slice(1, -1).replace(/""/gu, '"') : field;
    rows[rows.length - 1].push(value);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const spanOf = (start: number, end: number): Span => ({ start, end: end + 1 });

/** Reads `subtask2_train.csv`: ends are inclusive, -1 means none. */
export function readCounterfactuals(folder: string): readonly CounterfactualRow[] {
  const [header, ...rows] = parseCsv(readFileSync(join(folder, 'subtask2_train.csv'), 'utf8'));
  const column = (name: string): number => header.indexOf(name);
  const at = {
    id: column('sentenceID'),
    text: column('sentence'),
    a0: column('antecedent_startid'),
    a1: column('antecedent_endid'),
    c0: column('consequent_startid'),
    c1: column('consequent_endid'),
  };
  return rows.map((row) => ({
    id: Number(row[at.id]),
    text: row[at.text],
    antecedent: spanOf(Number(row[at.a0]), Number(row[at.a1])),
    consequent: Number(row[at.c0]) < 0 ? undefined : spanOf(Number(row[at.c0]), Number(row[at.c1])),
  }));
}
