import { parseDocument } from 'yaml';
import { UserError } from '../../model/user-error.ts';
import type { Note } from '../../model/note.ts';
import { findPublished } from './published-at.ts';
import type { ReportDraft } from './report-draft.ts';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;
const HEADLINE_LIMIT = 160;

/** A short first line without a full stop, with an empty line below, is taken for the headline. */
function findHeadline(text: string): string | undefined {
  const [, line] = /^\s*([^\r\n]+)\r?\n[ \t]*\r?\n/u.exec(text) ?? [];
  if (line === undefined || line.length > HEADLINE_LIMIT || /[.!?:;,”"]\s*$/u.test(line)) return undefined;
  return line.replace(/^#+\s*/u, '').trim();
}

const KEYS = new Set(['title', 'outlet', 'source', 'author', 'published', 'date', 'corrects']);

function parseFrontMatter(yaml: string, where: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(yaml, { schema: 'core' });
  const [trouble] = document.errors;
  if (trouble !== undefined) {
    const line = yaml.slice(0, trouble.pos[0]).split('\n').length + 1;
    throw new UserError(`front matter: ${trouble.message.split('\n')[0]}`, {
      where: `${where}:${line}`,
      hint: 'Mend the YAML between the two --- lines.',
    });
  }
  const value: unknown = document.toJS();
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

function notesOn(matter: Readonly<Record<string, unknown>>, published: unknown, found: boolean): Note[] {
  const notes: Note[] = Object.keys(matter)
    .filter((key) => !KEYS.has(key))
    .map((key) => ({
      code: 'front-matter.unknown-key',
      message: `front matter key "${key}" means nothing here`,
    }));
  if (published !== undefined && !found) {
    notes.push({
      code: 'published.unreadable',
      message: `published "${asText(published) ?? '?'}" is no date`,
    });
  }
  return notes;
}

/** Plain text, or Markdown with YAML front matter (title, outlet, author, published, corrects). */
export function readPlain(text: string, where: string): ReportDraft {
  const match = FRONT_MATTER.exec(text);
  if (match === null) {
    const body = text.replace(/^\uFEFF/u, '');
    const title = findHeadline(body);
    return { body, ...(title === undefined ? {} : { title }), notes: [] };
  }
  const matter = parseFrontMatter(match[1], where);
  const body = text.slice(match[0].length).replace(/^(\r?\n)+/u, '');
  const given = matter.published ?? matter.date;
  const published = findPublished([asText(given)], 'front-matter');
  return {
    body,
    title: asText(matter.title) ?? findHeadline(body),
    outlet: asText(matter.outlet) ?? asText(matter.source),
    author: asText(matter.author),
    corrects: asText(matter.corrects),
    published,
    notes: notesOn(matter, given, published !== undefined),
  };
}
