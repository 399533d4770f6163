import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../../src/model/user-error.ts';

const fragments = z.array(z.tuple([z.number(), z.number()]));

const article = z.object({
  doc: z.string(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  author: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
  ars: z.array(
    z.object({
      kind: z.enum(['direct', 'mixed', 'indirect']),
      source: fragments,
      cue: fragments,
      content: fragments,
    }),
  ),
});

/** One article with its attribution relations; offsets half-open. */
export type GoldArticle = z.infer<typeof article>;
export type GoldAttribution = GoldArticle['ars'][number];

/** Code points → UTF-16 units: the gold counts code points, we count units. */
function toUnits(text: string): (offset: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const char of text) {
    units.push(at);
    at += char.length;
  }
  units.push(at);
  return (offset) => units[Math.min(offset, units.length - 1)];
}

function inUnits(gold: GoldArticle): GoldArticle {
  const unit = toUnits(gold.text);
  const move = (spans: [number, number][]): [number, number][] => spans.map(([a, b]) => [unit(a), unit(b)]);
  const ars = gold.ars.map((ar) => ({
    ...ar,
    source: move(ar.source),
    cue: move(ar.cue),
    content: move(ar.content),
  }));
  return { ...gold, ars };
}

/** Reads one JSONL file, gzipped or not. */
function readArticles(file: string): GoldArticle[] {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => inUnits(article.parse(JSON.parse(line))));
}

/** `<split>.jsonl` or `.jsonl.gz` in a folder; else every such file of the folder but the training part. */
export function readSplit(folder: string, split: string): GoldArticle[] {
  if (!existsSync(folder)) {
    throw new UserError('There is no such folder of gold attributions.', {
      where: folder,
      hint: 'Give one with --data FOLDER.',
    });
  }
  for (const name of [`${split}.jsonl`, `${split}.jsonl.gz`]) {
    if (existsSync(join(folder, name))) return readArticles(join(folder, name));
  }
  const files = readdirSync(folder).filter(
    (name) => /\.jsonl(?:\.gz)?$/u.test(name) && !name.startsWith('train'),
  );
  return files.flatMap((name) => readArticles(join(folder, name)));
}
