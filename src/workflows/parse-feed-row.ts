import type { ImportedEvent } from '../model/ledger.ts';
import { MOVE_TYPES } from '../model/move-type.ts';
import type { Feed } from '../playbook/load-feeds.ts';

export interface FeedKnowledge {
  readonly feed: Feed;
  /** Column name → its place; empty for feeds without header. */
  readonly header: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, string>;
  /** Folded name of a country or actor → actor id. */
  readonly actors: ReadonlyMap<string, string>;
}

/** A row that was understood, or why not. */
export type ParsedRow =
  { readonly ok: true; readonly event: ImportedEvent } | { readonly ok: false; readonly why: string };

/** Cuts a line; within quotes a delimiter is a letter like others, and a doubled quote stands for one. */
export function cutRow(
  line: string,
  { delimiter, quoted }: Pick<Feed, 'delimiter' | 'quoted'>,
): readonly string[] {
  if (!quoted) return line.split(delimiter);
  const cells: string[] = [];
  let [cell, inside] = ['', false];
  for (let i = 0; i < line.length; i++) {
    const letter = line[i];
    if (letter === '"' && inside && line[i + 1] === '"') cell += line[i++];
    else if (letter === '"') inside = !inside;
    else if (letter === delimiter && !inside) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

function toDay(cell: string): string | undefined {
  const day = /^\d{8}$/u.test(cell)
    ? `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}`
    : cell.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) && isDay(day) ? day : undefined;
}

export const foldActor = (name: string): string => name.trim().toLowerCase();

function toType(code: string, codes: ReadonlyMap<string, string>): string | undefined {
  const folded = code.trim().toLowerCase();
  for (let length = folded.length; length > 0; length--) {
    const type = codes.get(folded.slice(0, length));
    if (type !== undefined) return type;
  }
  return MOVE_TYPES.find((type) => type === folded);
}

/** Country codes are actor ids in capitals; names are looked up; an unknown actor keeps no id. */
const toActor = (cell: string, actors: ReadonlyMap<string, string>): string =>
  /^[A-Z]{3}$/u.test(cell) ? cell.toLowerCase() : (actors.get(foldActor(cell)) ?? '');

/** One row of a feed as an event whose evidence is the row itself. */
export function parseFeedRow(line: string, { feed, header, codes, actors }: FeedKnowledge): ParsedRow {
  const cells = cutRow(line, feed);
  if (cells.length !== feed.width)
    return { ok: false, why: `${cells.length} columns instead of ${feed.width}` };
  const cell = (column: number | string | undefined): string =>
    (typeof column === 'number' ? cells.at(column) : cells.at(header.get(column ?? '') ?? cells.length)) ??
    '';
  const rowId = cell(feed.rowId);
  const happenedOn = toDay(cell(feed.happenedOn));
  const code = cell(feed.code);
  const type = toType(code, codes);
  if (rowId === '') return { ok: false, why: 'no id' };
  if (happenedOn === undefined) return { ok: false, why: `"${cell(feed.happenedOn)}" is no day` };
  if (type === undefined) return { ok: false, why: `"${code}" is no known code` };
  const intensity = Number(cell(feed.intensity));
  const first = (columns: readonly (number | string)[]): string =>
    columns.map((column) => toActor(cell(column), actors)).find((id) => id !== '') ?? '';
  const mode = cell(feed.mode);
  return {
    ok: true,
    event: {
      source: feed.id,
      rowId,
      happenedOn,
      actorId: first(feed.actor),
      targetId: first(feed.target),
      type,
      ...(mode === '' ? {} : { mode: mode.toLowerCase() }),
      code,
      ...(cell(feed.intensity) === '' || Number.isNaN(intensity) ? {} : { intensity }),
      row: line,
    },
  };
}
