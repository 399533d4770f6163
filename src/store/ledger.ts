import type Database from 'libsql';
import type { AsOf, EntryBody, EntryKind, LedgerEntry, Maker } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { guarded } from './database-trouble.ts';
import { LEDGER_VERSION } from './schema.ts';

export interface EntryFilter extends AsOf {
  readonly kind?: EntryKind;
  readonly subject?: string;
  /** Only entries appended after the one with this number. */
  readonly after?: number;
}

export interface LedgerInfo {
  readonly file: string;
  readonly version: number;
  readonly entries: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly firstRecordedAt?: Instant;
  readonly lastRecordedAt?: Instant;
}

/** Append-only, bitemporal record. Nothing in it is ever changed or deleted. */
export interface Ledger {
  readonly file: string;
  /** All or none, on disk when it returns; entries whose id stands already are left out. Gives how many were new. */
  append(entries: readonly LedgerEntry[]): number;
  has(id: string): boolean;
  find(id: string): LedgerEntry | undefined;
  /** In the order of recording. */
  entries(filter?: EntryFilter): IterableIterator<LedgerEntry>;
  /** The last entry of each subject that counts as known then: what stands, superseded ones left out. */
  standing(kind: EntryKind, asOf?: AsOf): IterableIterator<LedgerEntry>;
  /** Number of the last entry: grows by each append, so that a reader can see that something came. */
  lastSequence(): number;
  info(): LedgerInfo;
  close(): void;
}

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** What this store wrote itself it trusts: only the outline is looked at. */
const isBody = (value: unknown): value is EntryBody => isRow(value) && typeof value.kind === 'string';
const isMaker = (value: unknown): value is Maker => isRow(value) && typeof value.name === 'string';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (isRow(value) ? Number(Object.values(value)[0]) : 0);

function toEntry(row: unknown): LedgerEntry {
  if (!isRow(row)) throw new TypeError('a ledger row without columns');
  const body: unknown = JSON.parse(text(row.body));
  const madeBy: unknown = JSON.parse(text(row.made_by));
  if (!isBody(body) || !isMaker(madeBy))
    throw new TypeError(`ledger entry ${text(row.id)} has no body or maker`);
  return {
    id: text(row.id),
    madeBy,
    recordedAt: text(row.recorded_at),
    knownFrom: text(row.known_from),
    subject: text(row.subject),
    ...(row.supersedes === null ? {} : { supersedes: text(row.supersedes) }),
    body,
  };
}

const LAST = '\u{10FFFF}';
const UNTIL = 'known_from <= @knownAt AND recorded_at <= @recordedBy';
const INSERT =
  'INSERT INTO entry (id, kind, subject, known_from, recorded_at, supersedes, made_by, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING';
const ENTRIES = `SELECT * FROM entry WHERE ${UNTIL} AND (@kind = '' OR kind = @kind) AND (@subject = '' OR subject = @subject) AND seq > @after ORDER BY seq`;
const STANDING = `SELECT * FROM entry WHERE seq IN (SELECT max(seq) FROM entry WHERE kind = @kind AND ${UNTIL} GROUP BY subject) ORDER BY seq`;

/** An end of day stands for a bare day, so that `knownAt: 2021-03-20` counts that whole day in. */
export const toInstant = (at: string | undefined): string =>
  at === undefined ? LAST : /^\d{4}-\d{2}-\d{2}$/u.test(at) ? `${at}T23:59:59.999Z` : at;

const named = (asOf: AsOf): Record<string, string> => ({
  knownAt: toInstant(asOf.knownAt),
  recordedBy: toInstant(asOf.recordedBy),
});

function* toEntries(rows: IterableIterator<unknown>): IterableIterator<LedgerEntry> {
  for (const row of rows) yield toEntry(row);
}

function insertAll(db: Database.Database, entries: readonly LedgerEntry[]): number {
  const insert = db.prepare(INSERT);
  let added = 0;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { id, body, subject, knownFrom, recordedAt, supersedes, madeBy } of entries) {
      const maker = JSON.stringify(madeBy);
      const row = [
        id,
        body.kind,
        subject,
        knownFrom,
        recordedAt,
        supersedes ?? null,
        maker,
        JSON.stringify(body),
      ];
      added += insert.run(...row).changes;
    }
    db.exec('COMMIT');
  } catch (cause) {
    db.exec('ROLLBACK');
    throw cause;
  }
  return added;
}

function infoOf(db: Database.Database, file: string): LedgerInfo {
  const kinds = db.prepare('SELECT kind, count(*) AS n FROM entry GROUP BY kind').all();
  const byKind = Object.fromEntries(kinds.filter(isRow).map((row) => [text(row.kind), Number(row.n)]));
  const ends = db.prepare('SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM entry').get();
  const entries = Object.values(byKind).reduce((sum, n) => sum + n, 0);
  const [first, last] = isRow(ends) ? [text(ends.first), text(ends.last)] : ['', ''];
  return {
    file,
    version: LEDGER_VERSION,
    entries,
    byKind,
    ...(first === '' ? {} : { firstRecordedAt: first }),
    ...(last === '' ? {} : { lastRecordedAt: last }),
  };
}

export function toLedger(db: Database.Database, file: string): Ledger {
  const safely = <T>(action: () => T): T => guarded(file, action);
  return {
    file,
    append: (entries) => safely(() => (entries.length === 0 ? 0 : insertAll(db, entries))),
    has: (id) => safely(() => db.prepare('SELECT 1 FROM entry WHERE id = ?').get(id) !== undefined),
    find: (id) =>
      safely(() => {
        const row = db.prepare('SELECT * FROM entry WHERE id = ?').get(id);
        return row === undefined ? undefined : toEntry(row);
      }),
    entries: (filter = {}) => {
      const query = {
        ...named(filter),
        kind: filter.kind ?? '',
        subject: filter.subject ?? '',
        after: filter.after ?? 0,
      };
      return safely(() => toEntries(db.prepare(ENTRIES).iterate(query)));
    },
    standing: (kind, asOf = {}) =>
      safely(() => toEntries(db.prepare(STANDING).iterate({ ...named(asOf), kind }))),
    lastSequence: () => safely(() => count(db.prepare('SELECT coalesce(max(seq), 0) AS n FROM entry').get())),
    info: () => safely(() => infoOf(db, file)),
    close: () => {
      db.close();
    },
  };
}
