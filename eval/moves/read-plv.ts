import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of the PLV set: a sentence with the characters of its source and target, and its root type. */
export interface PlvRow {
  readonly sentence: string;
  readonly source: readonly [number, number];
  readonly target?: readonly [number, number];
  readonly root: string;
}

/** The fifteen roots of the set: concede and retreat are one there. */
export const ROOTS = [
  'AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST',
  'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT',
] as const; // prettier-ignore

export const rootOf = (type: string): string =>
  type === 'concede' || type === 'retreat' ? 'YIELD' : type.toUpperCase();

interface Marked {
  readonly text: string;
  readonly at: ReadonlyMap<string, readonly [number, number]>;
}

/** Takes the tags out of `<s>…</s> … <t>…</t>` and tells where they stood. */
function untag(marked: string): Marked {
  const at = new Map<string, readonly [number, number]>();
  const open = new Map<string, number>();
  let text = '';
  for (const part of marked.split(/(<\/?[st]>)/u)) {
    const tag = /^<(\/?)([st])>$/u.exec(part);
    if (tag === null) text += part;
    else if (tag[1] === '') open.set(tag[2], text.length);
    else if (!at.has(tag[2])) at.set(tag[2], [open.get(tag[2]) ?? 0, text.length]);
  }
  return { text, at };
}

export function readPlv(folder: string): PlvRow[] {
  const lines = readFileSync(join(folder, 'plv', 'PLV_train.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const names = lines[0].split('\t');
  const column = (name: string): number => names.indexOf(name);
  return lines.slice(1).map((line) => {
    const cells = line.split('\t').map((cell) => cell.replace(/^"(.*)"$/u, '$1').replaceAll('""', '"'));
    const { text, at } = untag(cells[column('marked_sentence')]);
    const target = at.get('t');
    return {
      sentence: text,
      source: at.get('s') ?? [0, text.length],
      ...(target === undefined ? {} : { target }),
      root: cells[column('gold_root')],
    };
  });
}
