import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { findLinkedData } from './linked-data.ts';
import { findPublished } from './published-at.ts';
import type { ReportDraft } from './report-draft.ts';

const BLOCK = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL', 'OL', 'BLOCKQUOTE',
  'FIGURE', 'FIGCAPTION', 'TABLE', 'TR', 'HEADER', 'FOOTER', 'PRE', 'HR', 'DL', 'DT', 'DD',
]); // prettier-ignore
const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'HEAD',
  'TITLE',
]);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** The words of a page as a person sees them: blocks apart by an empty line, white space folded. */
export function toPlainText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const parts: string[] = [];
  const stack: (Node | string)[] = [document.body];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') parts.push(at);
    else if (at.nodeType === TEXT_NODE) parts.push((at.textContent ?? '').replace(/\s+/gu, ' '));
    else if (at.nodeType === ELEMENT_NODE) pushChildren(at, stack);
  }
  return parts
    .join('')
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .replace(/\n{2,}/gu, '\n\n')
    .trim();
}

function pushChildren(node: Node, stack: (Node | string)[]): void {
  const name = node.nodeName.toUpperCase();
  if (UNSEEN.has(name)) return;
  if (name === 'BR') stack.push('\n');
  const edge = BLOCK.has(name) ? '\n\n' : '';
  if (edge !== '') stack.push(edge);
  stack.push(...[...node.childNodes].reverse());
  if (edge !== '') stack.push(edge);
}

function metaOf(document: Document, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const quoted = JSON.stringify(name);
    const tag = document.querySelector(
      `meta[property=${quoted}],meta[name=${quoted}],meta[itemprop=${quoted}]`,
    );
    const content = tag?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return undefined;
}

function articleText(html: string): {
  readonly text: string;
  readonly title?: string;
  readonly byline?: string;
} {
  const { document } = parseHTML(html);
  const article = new Readability(document, { charThreshold: 200 }).parse();
  const text = toPlainText(article?.content ?? '');
  return {
    text: text.length > 0 ? text : toPlainText(html),
    title: article?.title ?? undefined,
    byline: article?.byline ?? undefined,
  };
}

/** A saved news page: main text by Readability; the rest from JSON-LD, OpenGraph and other metadata. */
export function readHtml(html: string): ReportDraft {
  const { document } = parseHTML(html);
  const linked = findLinkedData(document);
  const article = articleText(html);
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  const metaTime = metaOf(document, 'article:published_time', 'datePublished', 'date', 'pubdate', 'dc.date', 'DC.date.issued', 'parsely-pub-date'); // prettier-ignore
  return {
    body: article.text,
    title: linked.headline ?? metaOf(document, 'og:title', 'twitter:title') ?? article.title,
    outlet: metaOf(document, 'og:site_name', 'application-name') ?? linked.publisher,
    author: linked.author ?? metaOf(document, 'author', 'article:author', 'byl') ?? article.byline,
    published: findPublished([linked.datePublished, metaTime, time], 'metadata'),
    notes: [],
  };
}
