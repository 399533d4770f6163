import type { Note } from '../../model/note.ts';
import type { Report } from '../../model/report.ts';
import { UserError } from '../../model/user-error.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';
import { readFeed } from './read-feed.ts';
import { readHtml } from './read-html.ts';
import { readJson, readJsonLines } from './read-json.ts';
import type { JsonReports, RowFailure } from './read-json.ts';
import { readPlain } from './read-plain.ts';
import { toReport } from './report-draft.ts';
import type { ReadSettings, ReportDraft } from './report-draft.ts';

/** Largest file that is read, in bytes. A report is a few kilobytes; an archive belongs in .jsonl parts. */
export const FILE_LIMIT = 32 * 1024 * 1024;
/** Longest single report, in UTF-16 units. */
export const REPORT_LIMIT = 2_000_000;

export interface ReadFile {
  readonly done: readonly Report[];
  readonly failed: readonly RowFailure[];
}

type Format = 'plain' | 'html' | 'json' | 'json-lines' | 'feed';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'plain', md: 'plain', markdown: 'plain', text: 'plain', html: 'html', htm: 'html', xhtml: 'html',
  json: 'json', jsonl: 'json-lines', ndjson: 'json-lines', rss: 'feed', atom: 'feed', xml: 'feed',
}; // prettier-ignore

/** Extensions that a folder is searched for. */
export const READABLE: readonly string[] = Object.keys(BY_EXTENSION);

function sniff(text: string): Format {
  const start = text.slice(0, 2000).trimStart();
  if (/^<\?xml|^<(rss|feed|rdf:RDF)\b/iu.test(start) && /<(rss|feed|rdf:RDF)\b/iu.test(start)) return 'feed';
  if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/iu.test(start)) return 'html';
  if (/^[[{]/u.test(start)) return /^\{[^\n]*\}\s*\n\s*\{/u.test(start) ? 'json-lines' : 'json';
  return 'plain';
}

function formatOf(where: string, text: string): Format {
  const extension = /\.([a-z]+)$/iu.exec(where)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? sniff(text);
}

function readAs(format: Format, text: string, where: string): JsonReports {
  const numbered = (drafts: readonly ReportDraft[]): JsonReports => ({
    done: drafts.map((draft, i) => ({ draft, place: `${where}#${i + 1}` })),
    failed: [],
  });
  switch (format) {
    case 'plain':
      return { done: [{ draft: readPlain(text, where), place: where }], failed: [] };
    case 'html':
      return { done: [{ draft: readHtml(text), place: where }], failed: [] };
    case 'json':
      return readJson(text, where);
    case 'json-lines':
      return readJsonLines(text, where);
    case 'feed':
      return numbered(readFeed(text, where));
  }
}

function encodingNotes(decoded: Decoded): readonly Note[] {
  if (decoded.encoding === 'utf-8') return [];
  const lost = decoded.broken > 0 ? `, ${decoded.broken} characters could not be read` : '';
  return [{ code: 'encoding.detected', message: `read as ${decoded.encoding}${lost}` }];
}

function check(bytes: Uint8Array, where: string): void {
  if (bytes.length === 0) {
    throw new UserError('the file is empty', { where, hint: 'Was it saved or copied in full?' });
  }
  if (bytes.length > FILE_LIMIT) {
    const size = Math.round(bytes.length / 1024 / 1024);
    throw new UserError(`the file has ${size} MB; the limit is ${FILE_LIMIT / 1024 / 1024} MB`, {
      where,
      hint: 'Split it, for instance into .jsonl files of some thousand reports each.',
    });
  }
}

/**
 * The reports of one file. Rows that cannot be read come back in `failed`; the others are kept.
 * @throws UserError for a file that holds no report at all.
 */
export function readFile(bytes: Uint8Array, where: string, settings: ReadSettings = {}): ReadFile {
  check(bytes, where);
  const decoded = decode(bytes, where);
  const notes = encodingNotes(decoded);
  const rows = readAs(formatOf(where, decoded.text), decoded.text, where);
  const failed = [...rows.failed];
  const done: Report[] = [];
  for (const { draft, place } of rows.done) {
    if (draft.body.trim() === '') failed.push({ where: place, message: 'no words in it' });
    else if (draft.body.length > REPORT_LIMIT)
      failed.push({ where: place, message: `longer than ${REPORT_LIMIT} characters` });
    else done.push(toReport({ ...draft, notes: [...notes, ...draft.notes] }, place, settings));
  }
  if (done.length === 0 && failed.length === 0) {
    throw new UserError('no report in this file', {
      where,
      hint: 'Is it a list of reports, or an empty feed?',
    });
  }
  return { done, failed };
}
