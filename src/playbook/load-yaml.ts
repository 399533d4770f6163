import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../model/user-error.ts';

type Path = readonly PropertyKey[];

interface Parsed {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** The file's name as a person would type it from where he stands. */
const shown = (file: string): string => {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
};

function parseText(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  const [trouble] = document.errors;
  if (trouble !== undefined) {
    const line = lines.linePos(trouble.pos[0]).line;
    const what = trouble.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/u, '');
    throw new UserError(what, { where: `${shown(file)}:${line}`, hint: 'Mend the YAML at that line.' });
  }
  return { document, lines };
}

/** Line of the node at `path`, or of its nearest ancestor that stands in the file. */
function lineOf(parsed: Parsed, path: Path): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? parsed.document.contents : parsed.document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return parsed.lines.linePos(node.range[0]).line;
  }
  return 1;
}

function toUserError(issue: z.core.$ZodIssue, parsed: Parsed, file: string): UserError {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const path: Path = unknown.length > 0 ? [...issue.path, unknown[0]] : issue.path;
  const line = lineOf(parsed, path);
  const at = issue.path.map(String).join('.');
  if (unknown.length > 0) {
    return new UserError(`unknown key "${unknown.join('", "')}"${at === '' ? '' : ` in ${at}`}`, {
      where: `${shown(file)}:${line}`,
      hint: 'Take it out, or look for a slip of the pen in its name.',
    });
  }
  return new UserError(at === '' ? issue.message : `${at}: ${issue.message}`, {
    where: `${shown(file)}:${line}`,
    hint: 'See the other entries of this file for the form that is wanted.',
  });
}

/** The quick way: js-yaml is five times as fast as `yaml` but keeps no places. */
function parseQuickly<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    const result = schema.safeParse(load(text, { schema: CORE_SCHEMA }));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks YAML text against a schema. Good text takes the quick way; only trouble is read a second time, for its place.
 * @throws UserError with `file:line`, for the first trouble found.
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const quick = parseQuickly(text, schema);
  if (quick !== undefined) return quick;
  const parsed = parseText(text, file);
  const result = schema.safeParse(parsed.document.toJS());
  if (result.success) return result.data;
  throw toUserError(result.error.issues[0], parsed, file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError('cannot be read', {
      where: shown(file),
      hint: 'Does the file exist, and may you read it?',
      cause,
    });
  }
}

/**
 * Reads and checks a YAML file.
 * @throws UserError with `file:line` for a missing file, broken YAML, an unknown key or a wrong value.
 */
export const loadYaml = <T>(file: string, schema: z.ZodType<T>): T => parseYaml(readText(file), file, schema);

export interface YamlItem {
  readonly line: number;
  readonly value: unknown;
}

/** The items of a YAML list, unchecked, each with its line. @throws UserError with `file:line` for what is no list. */
export function parseYamlItems(text: string, file: string): readonly YamlItem[] {
  const parsed = parseText(text, file);
  const { contents } = parsed.document;
  if (!isSeq(contents))
    throw new UserError('this is no list', { where: shown(file), hint: 'Begin each entry with "- ".' });
  const whole: unknown = parsed.document.toJS();
  return (Array.isArray(whole) ? whole : []).map((value: unknown, i) => ({
    value,
    line: lineOf(parsed, [i]),
  }));
}

/** For linters: `file:line` of a path inside a YAML text that has been read before. */
export function placeInYaml(text: string, file: string, path: Path): string {
  return `${shown(file)}:${lineOf(parseText(text, file), path)}`;
}
