import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Clusters } from './score.ts';

/** A document of a coreference corpus in CoNLL columns: number, token, brackets. */
export interface CorefDocument {
  readonly name: string;
  readonly tokens: readonly string[];
  /** Mentions as `first-last` token numbers. */
  readonly clusters: Clusters;
}

const BLOCK = 512;

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Files of a tar archive (POSIX ustar; long names by prefix). */
function* untar(bytes: Uint8Array): Generator<{ readonly name: string; readonly text: string }> {
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header[0] === 0) return;
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    const prefix = textOf(header.subarray(345, 500));
    const name = textOf(header.subarray(0, 100));
    const body = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (header[156] === 48) {
      yield { name: prefix === '' ? name : `${prefix}/${name}`, text: new TextDecoder().decode(body) };
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function toClusters(brackets: readonly string[]): Clusters {
  const open = new Map<string, number[]>();
  const clusters = new Map<string, string[]>();
  const close = (id: string, last: number): void => {
    const first = open.get(id)?.pop() ?? last;
    clusters.set(id, [...(clusters.get(id) ?? []), `${first}-${last}`]);
  };
  for (const [t, text] of brackets.entries()) {
    for (const [, opened, shut, closed] of text.matchAll(/\((\d+)(\)?)|(\d+)\)/gu)) {
      if (opened === undefined) close(closed, t);
      else {
        open.set(opened, [...(open.get(opened) ?? []), t]);
        if (shut === ')') close(opened, t);
      }
    }
  }
  return [...clusters.values()]
    .map((mentions) => [...new Set(mentions)])
    .filter((mentions) => mentions.length > 1);
}

export function parseConll(name: string, text: string): CorefDocument {
  const rows = text
    .split('\n')
    .filter((line) => /^\d/u.test(line))
    .map((line) => line.split('\t'));
  return {
    name,
    tokens: rows.map((row) => row[1] ?? ''),
    clusters: toClusters(rows.map((row) => row[2] ?? '')),
  };
}

/** The corpus gives underscores for the words of some documents, for their licence: there is nothing to read. */
export const isMasked = ({ tokens }: CorefDocument): boolean =>
  tokens.filter((token) => /^_+$/u.test(token)).length > tokens.length / 2;

/** Names listed under `## <split>` in splits.md. */
function namesOfSplit(folder: string, split: string): ReadonlySet<string> {
  const file = join(folder, 'splits.md');
  if (!existsSync(file)) return new Set();
  const part =
    readFileSync(file, 'utf8')
      .split(/^## /mu)
      .find((section) => section.startsWith(`${split}\n`)) ?? '';
  return new Set([...part.matchAll(/^\s*\* (\S+)/gmu)].map(([, name]) => name));
}

/** Documents of a split, from the folder's archives. Empty where the folder has none. */
export function readSplit(folder: string, split: string): readonly CorefDocument[] {
  if (!existsSync(folder)) return [];
  const wanted = namesOfSplit(folder, split);
  const archives = readdirSync(folder).filter((name) => name.endsWith('.tar.gz'));
  const documents = archives.flatMap((archive) =>
    [...untar(gunzipSync(readFileSync(join(folder, archive))))].flatMap(({ name, text }) => {
      const title = name.replace(/^.*\//u, '').replace(/\.conll$/u, '');
      return name.endsWith('.conll') && wanted.has(title) ? [parseConll(title, text)] : [];
    }),
  );
  return documents.sort((a, b) => a.name.localeCompare(b.name));
}
