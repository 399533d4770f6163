import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** One expression as annotated: span in the document's text and the value in the set's own notation. */
export interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface GoldDocument {
  readonly id: string;
  readonly genre: string;
  /** Day of publication. */
  readonly published: string;
  readonly text: string;
  readonly times: readonly GoldTime[];
}

const row = z.object({
  doc: z.string(),
  genre: z.string(),
  dct: z.string(),
  text: z.string(),
  dates: z.array(
    z.object({
      s: z.number(),
      e: z.number(),
      tag: z.string(),
      when: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      notBefore: z.string().optional(),
      notAfter: z.string().optional(),
    }),
  ),
});

function toValue(date: z.infer<typeof row>['dates'][number]): string {
  if (date.when !== undefined) return date.when;
  return `${date.from ?? date.notBefore ?? ''}/${date.to ?? date.notAfter ?? ''}`;
}

/** GUM: every genre, one JSON object a line. */
export function loadGum(folder: string): GoldDocument[] {
  const file = path.join(folder, 'gum_dates_all_genres.jsonl.gz');
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)))
    .map((doc) => ({
      id: doc.doc,
      genre: doc.genre,
      published: doc.dct,
      text: doc.text,
      times: doc.dates.map((date) => ({ start: date.s, end: date.e, value: toValue(date) })),
    }));
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const TIMEX = /<TIMEX3\b([^>]*)>([\s\S]*?)<\/TIMEX3>/g;
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

function parseTimeMl(id: string, xml: string): GoldDocument {
  const created = /<DCT>[\s\S]*?<\/DCT>/.exec(xml)?.[0] ?? '';
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? '';
  const times: GoldTime[] = [];
  let text = '';
  let at = 0;
  for (const found of body.matchAll(TIMEX)) {
    text += unescaped(body.slice(at, found.index));
    const words = unescaped(found[2]);
    times.push({
      start: text.length,
      end: text.length + words.length,
      value: attribute(found[1], 'value') ?? '',
    });
    text += words;
    at = found.index + found[0].length;
  }
  text += unescaped(body.slice(at));
  return {
    id,
    genre: path.basename(path.dirname(id)),
    published: attribute(created, 'value') ?? '',
    text,
    times,
  };
}

/** TimeML files of a folder: GUM news, WikiWars, or another set in the same notation. */
export function loadTimeMl(folder: string): GoldDocument[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tml'))
    .sort()
    .map((name) => parseTimeMl(path.join(folder, name), readFileSync(path.join(folder, name), 'utf8')));
}
