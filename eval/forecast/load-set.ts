import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ActorTraits, History } from '../../src/model/forecast.ts';

/** A benchmark of dated moves: one history, cut at two days. */
export interface BenchmarkSet {
  readonly history: History;
  readonly traits: ActorTraits;
  readonly actorNames: readonly string[];
  readonly relationNames: readonly string[];
  /** Index of the first move of the validation part and of the test part. */
  readonly validFrom: number;
  readonly testFrom: number;
}

/** Loads a folder of `train/valid/test.txt.gz`, `entity2id.txt.gz`, `relation2id.txt.gz`. */
export function loadSet(folder: string, settings: { readonly names?: boolean } = {}): BenchmarkSet {
  const parts = ['train', 'valid', 'test'].map((part) => readNumbers(join(folder, `${part}.txt.gz`)));
  const actorNames = readNames(join(folder, 'entity2id.txt.gz'));
  const relationNames = readNames(join(folder, 'relation2id.txt.gz'));
  const history = joinParts(parts, actorNames.length, relationNames.length);
  const [train, valid] = parts.map((part) => part.length / 4);
  const traits = traitsFromNames(settings.names === false ? actorNames.map(() => '') : actorNames);
  return { history, traits, actorNames, relationNames, validFrom: train, testFrom: train + valid };
}

function readNumbers(file: string): readonly number[] {
  const bytes = gunzipSync(readFileSync(file));
  const numbers: number[] = [];
  let value = 0;
  let inside = false;
  for (const byte of bytes) {
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48;
      inside = true;
    } else if (inside) {
      numbers.push(value);
      value = 0;
      inside = false;
    }
  }
  if (inside) numbers.push(value);
  return numbers;
}

function readNames(file: string): readonly string[] {
  const names: string[] = [];
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const [name, id] = line.split('\t');
    if (id !== undefined) names[Number(id)] = name;
  }
  return Array.from(names, (name) => name ?? '');
}

function joinParts(
  parts: readonly (readonly number[])[],
  actorCount: number,
  relationCount: number,
): History {
  const count = parts.reduce((sum, part) => sum + part.length / 4, 0);
  const columns = [0, 1, 2, 3].map(() => new Int32Array(count));
  let from = 0;
  for (const part of parts) {
    const order = Array.from({ length: part.length / 4 }, (_, i) => i).sort(
      (a, b) => part[a * 4 + 3] - part[b * 4 + 3] || a - b,
    );
    for (const row of order) {
      columns.forEach((column, k) => (column[from] = part[row * 4 + k]));
      from++;
    }
  }
  const [subject, relation, object, day] = columns;
  return { count, actorCount, relationCount, subject, relation, object, day };
}

/** "Police (Freedonia)" is a body of the kind "Police" on the side "Freedonia"; a side is on its own side. */
function traitsFromNames(names: readonly string[]): ActorTraits {
  const parsed = names.map((name) => /^(.*?)\s*\(([^()]+)\)$/.exec(name));
  const sides = numbering(parsed.flatMap((found) => (found ? [found[2]] : [])));
  const kinds = numbering(['', '*side*', ...parsed.flatMap((found) => (found ? [found[1]] : []))]);
  const side = Int32Array.from(names, (name, i) => sides.get(parsed[i]?.[2] ?? name) ?? -1);
  const kind = Int32Array.from(
    names,
    (name, i) => kinds.get(parsed[i]?.[1] ?? (sides.has(name) ? '*side*' : '')) ?? 0,
  );
  return { side, sideCount: Math.max(1, sides.size), kind, kindCount: kinds.size };
}

function numbering(names: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return numbers;
}
