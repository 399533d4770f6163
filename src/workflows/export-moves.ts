import type { Move } from '../model/fact.ts';
import { independentOrigins } from '../stages/reconcile/origins/independent-origins.ts';
import { UserError } from '../model/user-error.ts';
import { writeParquet } from '../store/event-segments.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { writeOut } from './write-out.ts';

export const EXPORT_FORMATS = ['csv', 'jsonl', 'parquet', 'timelinejs', 'graphml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const COLUMNS = [
  'id', 'type', 'act', 'mode', 'status', 'time', 'from', 'until', 'actors', 'targets', 'sides', 'targetSides', 'place', 'class',
  'count', 'origins', 'claims', 'knownFrom', 'sources',
] as const; // prettier-ignore

const sourcesOf = (move: Move, state: State): readonly string[] => [
  ...new Set(
    move.claimIds.flatMap((id) => state.reports.get(state.claims.get(id)?.reportId ?? '')?.foundAt ?? []),
  ),
];

/** How many origins bear a move out that do not merely cite each other. */
const countOrigins = ({ originIds }: Move, { reconciled }: State): string =>
  String(independentOrigins(originIds, reconciled.origins).length);

const toRow = (move: Move, state: State): readonly string[] => [
  move.id,
  move.type,
  move.act ?? '',
  move.mode ?? '',
  move.status,
  move.time,
  move.happenedOn?.from ?? '',
  move.happenedOn?.until ?? '',
  move.actorIds.join(' '),
  move.targetIds.join(' '),
  move.sideIds.join(' '),
  move.targetSideIds.join(' '),
  move.place ?? '',
  move.classId ?? '',
  move.count?.toString() ?? '',
  countOrigins(move, state),
  move.claimIds.join(' '),
  move.knownFrom,
  sourcesOf(move, state).join(' | '),
];

/** RFC 4180; a leading sign that spreadsheets would compute is kept as text. */
function toCell(words: string): string {
  const safe = /^[=+\-@\t]/u.test(words) ? `'${words}` : words;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const toCsv = (rows: readonly (readonly string[])[]): string =>
  [COLUMNS, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');

function toTimelineDay(prefix: string): Readonly<Record<string, number>> {
  const [year, month, day] = prefix.slice(0, 10).split('-').map(Number);
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** TimelineJS 3 JSON (timeline.knightlab.com/docs/json-format.html); moves without a day cannot stand on it. */
function toTimeline(moves: readonly Move[], state: State): string {
  const events = moves.flatMap((move) => {
    const { from, until } = move.happenedOn ?? {};
    if (from === undefined) return [];
    const headline = `${move.sideIds.join(', ')}: ${move.act ?? move.type}`;
    return [
      {
        unique_id: move.id,
        start_date: toTimelineDay(from),
        ...(until === undefined || until === from ? {} : { end_date: toTimelineDay(until) }),
        text: { headline, text: sourcesOf(move, state).map(escapeXml).join('<br>') },
        group: move.type,
      },
    ];
  });
  return JSON.stringify({ events }, undefined, 1);
}

const escapeXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** GraphML 1.0: sides are nodes, each move is an edge from who acts to whom it is done. */
function toGraph(moves: readonly Move[]): string {
  const sides = new Set(moves.flatMap(({ sideIds, targetSideIds }) => [...sideIds, ...targetSideIds]));
  const data = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `<data key="${key}">${escapeXml(value)}</data>`;
  const edges = moves.flatMap((move) =>
    move.sideIds.flatMap((source) =>
      move.targetSideIds.map(
        (target) =>
          `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">${data('move', move.id)}${data('type', move.type)}${data('act', move.act)}${data('status', move.status)}${data('from', move.happenedOn?.from)}${data('origins', String(move.originIds.length))}</edge>`,
      ),
    ),
  );
  const keys = ['move', 'type', 'act', 'status', 'from', 'origins'].map(
    (key) =>
      `  <key id="${key}" for="edge" attr.name="${key}" attr.type="${key === 'origins' ? 'int' : 'string'}"/>`,
  );
  const nodes = [...sides].sort().map((side) => `    <node id="${escapeXml(side)}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

export interface ExportSettings {
  readonly format: string;
  readonly knownAt?: string;
  /** File to write; without one the text is given back. Parquet needs one. */
  readonly out?: string;
}

function toText(format: Exclude<ExportFormat, 'parquet'>, moves: readonly Move[], state: State): string {
  switch (format) {
    case 'csv':
      return toCsv(moves.map((move) => toRow(move, state)));
    case 'jsonl':
      return moves
        .map((move) => `${JSON.stringify({ ...move, sources: sourcesOf(move, state) })}\n`)
        .join('');
    case 'timelinejs':
      return toTimeline(moves, state);
    case 'graphml':
      return toGraph(moves);
  }
}

/**
 * Gives the reconciled moves to other programs, in the order in which they happened.
 * @throws UserError for an unknown format, or Parquet without a file.
 */
export async function exportMoves(
  session: Session,
  { format, knownAt, out }: ExportSettings,
): Promise<string | undefined> {
  const known = EXPORT_FORMATS.find((one) => one === format);
  if (known === undefined)
    throw new UserError(`--format: "${format}" is none`, { hint: `One of: ${EXPORT_FORMATS.join(', ')}.` });
  const state = session.state(knownAt === undefined ? {} : { knownAt });
  const order = (move: Move): string => `${move.happenedOn?.from ?? '~'} ${move.id}`;
  const moves = state.reconciled.moves.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  if (known === 'parquet') {
    if (out === undefined) throw new UserError('Parquet needs a file', { hint: 'Add --out moves.parquet.' });
    await writeParquet(
      out,
      COLUMNS,
      moves.map((move) => toRow(move, state)),
    );
    return undefined;
  }
  const words = toText(known, moves, state);
  if (out === undefined) return words;
  writeOut(out, words);
  return undefined;
}
