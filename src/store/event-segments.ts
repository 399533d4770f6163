import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { EVENT_SOURCES } from '../model/ledger.ts';
import type { ImportedEvent } from '../model/ledger.ts';

/** An event with the line of its file. */
export interface EventRow {
  readonly event: ImportedEvent;
  readonly line: number;
}

/** A row as it was imported. */
export interface RecordedEvent extends EventRow {
  /** Name of the file that it stood in. */
  readonly file: string;
  readonly recordedAt: string;
}

const TABLE = `CREATE OR REPLACE TABLE segment (source VARCHAR, row_id VARCHAR, happened_on VARCHAR, actor_id VARCHAR,
  target_id VARCHAR, type VARCHAR, mode VARCHAR, code VARCHAR, intensity DOUBLE, line INTEGER, file VARCHAR,
  recorded_at VARCHAR, evidence VARCHAR)`;

const quoted = (words: string): string => `'${words.replaceAll("'", "''")}'`;

/** Bulk events of a ledger live beside it: a folder of Parquet files, each written once and never changed. */
export const segmentFolder = (ledgerFile: string): string => `${ledgerFile}.events`;

const listSegments = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.parquet'))
        .sort()
    : [];

/** Writes segments; a segment appears under its name only when it is whole. */
export interface SegmentWriter {
  has(name: string): boolean;
  write(
    name: string,
    rows: readonly EventRow[],
    about: { readonly file: string; readonly recordedAt: string },
  ): Promise<void>;
  close(): void;
}

function appendRow(
  appender: DuckDBAppender,
  { event, line }: EventRow,
  file: string,
  recordedAt: string,
): void {
  const { source, rowId, happenedOn, actorId, targetId, type, mode, code, intensity, row } = event;
  for (const words of [source, rowId, happenedOn, actorId, targetId, type, mode ?? '', code ?? ''])
    appender.appendVarchar(words);
  if (intensity === undefined) appender.appendNull();
  else appender.appendDouble(intensity);
  appender.appendInteger(line);
  for (const words of [file, recordedAt, row]) appender.appendVarchar(words);
  appender.endRow();
}

async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  return instance.connect();
}

export async function openSegments(folder: string): Promise<SegmentWriter> {
  mkdirSync(folder, { recursive: true });
  const connection = await connect();
  return {
    has: (name) => existsSync(join(folder, `${name}.parquet`)),
    async write(name, rows, { file, recordedAt }) {
      await connection.run(TABLE);
      const appender = await connection.createAppender('segment');
      for (const row of rows) appendRow(appender, row, file, recordedAt);
      appender.closeSync();
      const unfinished = join(folder, `${name}.unfinished`);
      rmSync(unfinished, { force: true });
      await connection.run(`COPY segment TO ${quoted(unfinished)} (FORMAT parquet, COMPRESSION zstd)`);
      renameSync(unfinished, join(folder, `${name}.parquet`));
    },
    close: () => {
      connection.closeSync();
    },
  };
}

/** Counts of the imported events by feed; empty where nothing was imported. */
export async function countEvents(folder: string): Promise<Readonly<Record<string, number>>> {
  if (listSegments(folder).length === 0) return {};
  const connection = await connect();
  try {
    const all = quoted(join(folder, '*.parquet'));
    const reader = await connection.runAndReadAll(
      `SELECT source, count(*) FROM read_parquet(${all}) GROUP BY source ORDER BY source`,
    );
    return Object.fromEntries(reader.getRows().map(([source, count]) => [String(source), Number(count)]));
  } finally {
    connection.closeSync();
  }
}

type Cells = readonly unknown[];

function toEventRow(cells: Cells): RecordedEvent | undefined {
  const [source, rowId, happenedOn, actorId, targetId, type, mode, code, file, recordedAt, row] =
    cells.map(String);
  const feed = EVENT_SOURCES.find((one) => one === source);
  if (feed === undefined) return undefined;
  const [intensity, line] = cells.slice(-2);
  return {
    event: {
      source: feed,
      rowId,
      happenedOn,
      actorId,
      targetId,
      type,
      ...(mode === '' ? {} : { mode }),
      ...(code === '' ? {} : { code }),
      ...(typeof intensity === 'number' ? { intensity } : {}),
      row,
    },
    line: Number(line),
    file,
    recordedAt,
  };
}

/**
 * The imported rows with this id of their feed, in the order of recording: several where feeds share an id or a row stood
 * in two files. A row counts as known on its own day.
 */
export async function findEvents(
  folder: string,
  rowId: string,
  { until = '9999-12-31' }: { readonly until?: string } = {},
): Promise<readonly RecordedEvent[]> {
  if (listSegments(folder).length === 0) return [];
  const connection = await connect();
  try {
    const reader = await connection.runAndReadAll(
      `SELECT source, row_id, happened_on, actor_id, target_id, type, mode, code, file, recorded_at, evidence, intensity, line
       FROM read_parquet($files) WHERE row_id = $rowId AND happened_on <= $until
       ORDER BY recorded_at, file, line`,
      { files: join(folder, '*.parquet'), rowId, until },
    );
    return reader.getRows().flatMap((cells) => toEventRow(cells) ?? []);
  } finally {
    connection.closeSync();
  }
}

/** Writes rows of text under these headings as one Parquet file. */
export async function writeParquet(
  file: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const connection = await connect();
  try {
    await connection.run(`CREATE TABLE rows (${columns.map((name) => `"${name}" VARCHAR`).join(', ')})`);
    const appender = await connection.createAppender('rows');
    for (const row of rows) {
      for (const cell of row) appender.appendVarchar(cell);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY rows TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    connection.closeSync();
  }
}
