import { z } from 'zod';
import { UserError } from '../../model/user-error.ts';
import { findPublished } from './published-at.ts';
import type { ReportDraft } from './report-draft.ts';

const words = z.string().nullish();

const Row = z
  .object({
    text: words, body: words, content: words,
    title: words, headline: words,
    outlet: words, source: words, publisher: words,
    author: words, byline: words,
    published: words, publishedAt: words, published_at: words, date: words,
    corrects: words,
  }); // prettier-ignore

export interface RowFailure {
  readonly where: string;
  readonly message: string;
}

export interface JsonReports {
  readonly done: readonly { readonly draft: ReportDraft; readonly place: string }[];
  readonly failed: readonly RowFailure[];
}

const FORM =
  'each report is an object with "text" (or "body") and, if known, "title", "outlet", "author", "published"';

function toDraft(value: unknown): ReportDraft | string {
  const parsed = Row.safeParse(value);
  if (!parsed.success)
    return `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}; ${FORM}`;
  const row = parsed.data;
  const body = row.text ?? row.body ?? row.content;
  if (!body) return `no text: ${FORM}`;
  return {
    body,
    title: row.title ?? row.headline ?? undefined,
    outlet: row.outlet ?? row.source ?? row.publisher ?? undefined,
    author: row.author ?? row.byline ?? undefined,
    published: findPublished([row.published, row.publishedAt, row.published_at, row.date], 'metadata'),
    corrects: row.corrects ?? undefined,
    notes: [],
  };
}

function collect(rows: readonly { readonly value: unknown; readonly place: string }[]): JsonReports {
  const done: { draft: ReportDraft; place: string }[] = [];
  const failed: RowFailure[] = [];
  for (const { value, place } of rows) {
    const draft = toDraft(value);
    if (typeof draft === 'string') failed.push({ where: place, message: draft });
    else done.push({ draft, place });
  }
  return { done, failed };
}

function parseWhole(text: string, where: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new UserError(`broken JSON: ${detail}`, {
      where,
      hint: 'Is the file whole? One report a line is .jsonl.',
      cause,
    });
  }
}

/** One report, a list of them, or an object whose `reports`/`articles`/`items` is a list. */
export function readJson(text: string, where: string): JsonReports {
  const value = parseWhole(text, where);
  const wrapped = z.object({ reports: z.array(z.unknown()).optional(), articles: z.array(z.unknown()).optional(), items: z.array(z.unknown()).optional() }).safeParse(value); // prettier-ignore
  const list = Array.isArray(value)
    ? value
    : wrapped.success
      ? (wrapped.data.reports ?? wrapped.data.articles ?? wrapped.data.items)
      : undefined;
  if (list === undefined) return collect([{ value, place: where }]);
  return collect(list.map((item: unknown, i) => ({ value: item, place: `${where}#${i + 1}` })));
}

/** One JSON object a line; a bad line is reported with its number and the others are read. */
export function readJsonLines(text: string, where: string): JsonReports {
  const rows: { value: unknown; place: string }[] = [];
  const failed: RowFailure[] = [];
  text.split(/\r?\n/u).forEach((line, i) => {
    if (line.trim() === '') return;
    const place = `${where}:${i + 1}`;
    try {
      rows.push({ value: JSON.parse(line), place });
    } catch {
      failed.push({ where: place, message: 'this line is no JSON' });
    }
  });
  const { done, failed: unfit } = collect(rows);
  return { done, failed: [...failed, ...unfit] };
}
