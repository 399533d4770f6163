import { parseFeed as parseStrictly } from 'feedsmith';
import { parseFeed as parseLoosely } from 'htmlparser2';
import { z } from 'zod';
import { UserError } from '../../model/user-error.ts';
import { toPlainText } from './read-html.ts';
import { findPublished } from './published-at.ts';
import type { ReportDraft } from './report-draft.ts';

const words = z.string().optional();
const rich = z.union([z.string(), z.object({ value: words }).transform((text) => text.value)]).optional();
const names = z.array(z.object({ name: words })).optional();

const Item = z.object({
  title: rich,
  description: words,
  summary: rich,
  content: z.union([rich, z.object({ encoded: words }).transform((text) => text.encoded)]).optional(),
  pubDate: words,
  published: words,
  updated: words,
  authors: names,
  dc: z.object({ creators: z.array(z.string()).optional(), date: words }).optional(),
});
const Feed = z.object({
  title: rich,
  items: z.array(z.unknown()).optional(),
  entries: z.array(z.unknown()).optional(),
});

/** `content:encoded` hides beside `content`; feedsmith gives `{ encoded }` for it. */
function contentOf(raw: unknown): string | undefined {
  const encoded = z.object({ content: z.object({ encoded: z.string() }) }).safeParse(raw);
  return encoded.success ? encoded.data.content.encoded : undefined;
}

function toDraft(raw: unknown, outlet: string | undefined): ReportDraft | undefined {
  const parsed = Item.safeParse(raw);
  if (!parsed.success) return undefined;
  const item = parsed.data;
  const html = contentOf(raw) ?? item.content ?? item.description ?? item.summary;
  const title = item.title === undefined ? undefined : toPlainText(item.title);
  const body = html === undefined ? title : toPlainText(html);
  if (!body) return undefined;
  return {
    body,
    title,
    outlet,
    author: item.authors?.[0]?.name ?? item.dc?.creators?.[0],
    published: findPublished([item.pubDate, item.published, item.dc?.date, item.updated], 'metadata'),
    notes: [],
  };
}

function parseAny(xml: string, where: string): unknown {
  try {
    return parseStrictly(xml).feed;
  } catch (cause) {
    const loose = parseLoosely(xml);
    if (loose === null) {
      throw new UserError('this XML is neither RSS nor Atom', {
        where,
        hint: 'Save the feed itself, not its page.',
        cause,
      });
    }
    const items = loose.items.map((item) => ({ ...item, pubDate: item.pubDate?.toISOString() }));
    return { title: loose.title, items };
  }
}

/** The entries of an RSS, Atom or RDF file, each a report; the feed's title is the outlet. */
export function readFeed(xml: string, where: string): readonly ReportDraft[] {
  const feed = Feed.parse(parseAny(xml, where));
  const rows = feed.items ?? feed.entries ?? [];
  return rows.map((row) => toDraft(row, feed.title)).filter((draft) => draft !== undefined);
}
