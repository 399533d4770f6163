import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DEPREL, UPOS, XPOS } from '../src/model/marks.ts';

/** One annotated sentence; tokens count from 0, the head of the root is -1. */
export interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly number[];
  readonly xpos: readonly number[];
  readonly feats: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly number[];
  readonly spaceAfter: readonly boolean[];
  /** The sentence begins a paragraph or document. */
  readonly newBlock: boolean;
}

const numbers = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at) => [name, at]));
const uposNumber = numbers(UPOS);
const xposNumber = numbers(XPOS);
const deprelNumber = numbers(DEPREL);

const deprelOfName = (name: string): number =>
  deprelNumber.get(name) ?? deprelNumber.get(name.replace(/:.*$/u, '')) ?? deprelNumber.get('dep') ?? 0;

/** Forms inside a multiword token keep the space only after the last. */
const joinedIds = (lines: readonly string[]): ReadonlyMap<string, boolean> => {
  const space = new Map<string, boolean>();
  for (const line of lines) {
    const range = /^(\d+)-(\d+)\t/u.exec(line);
    if (!range) continue;
    for (let id = Number(range[1]); id <= Number(range[2]); id++) {
      space.set(String(id), id === Number(range[2]) && !line.includes('SpaceAfter=No'));
    }
  }
  return space;
};

const toSentence = (block: string): Sentence => {
  const lines = block.split('\n');
  const comment = (name: string): string =>
    lines.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5) ?? '';
  const space = joinedIds(lines);
  const rows = lines.filter((line) => /^\d+\t/u.test(line)).map((line) => line.split('\t'));
  return {
    id: comment('sent_id'),
    text: comment('text'),
    form: rows.map((row) => row[1]),
    lemma: rows.map((row) => row[2]),
    upos: rows.map((row) => uposNumber.get(row[3]) ?? UPOS.length - 1),
    xpos: rows.map((row) => xposNumber.get(row[4]) ?? xposNumber.get('XX') ?? 0),
    feats: rows.map((row) => row[5]),
    head: rows.map((row) => Number(row[6]) - 1),
    deprel: rows.map((row) => deprelOfName(row[7])),
    spaceAfter: rows.map((row) => space.get(row[0]) ?? !row[9].includes('SpaceAfter=No')),
    newBlock: lines.some((line) => /^# new(?:par|doc)/u.test(line)),
  };
};

/** Reads a CoNLL-U file, plain or gzipped; multiword lines and empty nodes are left out. */
export const readConllu = (path: string): readonly Sentence[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replaceAll('\r', '');
  return text
    .split(/\n\n+/u)
    .filter((block) => /^\d+\t/mu.test(block))
    .map(toSentence);
};
