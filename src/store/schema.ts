import type Database from 'libsql';
import { UserError } from '../model/user-error.ts';

/** Written into the file's `user_version`; a reader refuses a newer one. */
export const LEDGER_VERSION = 1;
/** SQLite's `application_id` of our files: the letters "DMRC". */
const APPLICATION_ID = 0x444d5243;

const TABLES = `
  CREATE TABLE IF NOT EXISTS entry (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    known_from  TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    supersedes  TEXT,
    made_by     TEXT NOT NULL,
    body        TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS entry_by_subject ON entry (kind, subject, seq);
  CREATE INDEX IF NOT EXISTS entry_by_known_from ON entry (kind, known_from);
`;

/** libsql gives a pragma back as a row, a list of rows or a bare number, by version. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return toNumber(value[0]);
  if (typeof value === 'object' && value !== null) return toNumber(Object.values(value)[0]);
  return 0;
}

const pragma = (db: Database.Database, name: string): number => toNumber(db.pragma(name));

function countTables(db: Database.Database): number {
  return toNumber(db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get());
}

/** @throws UserError for a file of another program or of a newer Demarche. */
function checkOwner(db: Database.Database, file: string): void {
  if (pragma(db, 'application_id') !== APPLICATION_ID) {
    throw new UserError('this file is a database, but not a ledger', {
      where: file,
      hint: 'Name another file with --ledger; nothing was changed in this one.',
    });
  }
  const version = pragma(db, 'user_version');
  if (version > LEDGER_VERSION) {
    throw new UserError(
      `this ledger was written by a newer Demarche (format ${version}, known here: ${LEDGER_VERSION})`,
      {
        where: file,
        hint: 'Update Demarche, or name another ledger with --ledger. Nothing was changed.',
      },
    );
  }
}

/** Makes a new ledger's tables, or checks that the file is a ledger of ours. */
export function prepareSchema(db: Database.Database, file: string): void {
  if (countTables(db) > 0) {
    checkOwner(db, file);
    return;
  }
  db.exec('PRAGMA journal_mode = WAL');
  db.exec(
    `BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${LEDGER_VERSION};`,
  );
  db.exec(`${TABLES} COMMIT;`);
}
