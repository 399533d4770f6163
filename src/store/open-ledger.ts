import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { UserError } from '../model/user-error.ts';
import { guarded } from './database-trouble.ts';
import type { Ledger } from './ledger.ts';
import { toLedger } from './ledger.ts';
import { prepareSchema } from './schema.ts';

const BUSY_MS = 10_000;

export interface OpenSettings {
  /** Do not make a new ledger where there is none. */
  readonly mustExist?: boolean;
}

function connect(file: string): Database.Database {
  const db = new Database(file, { timeout: BUSY_MS });
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;`);
    prepareSchema(db, file);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/**
 * Opens the ledger file, making a new one (and its folder) where there is none. One process writes at a time, any
 * number read meanwhile (SQLite in WAL mode); a commit is on disk when `append` returns.
 * @throws UserError for a file that is no ledger, a newer format, a read-only place, a full disk.
 */
export function openLedger(file: string, settings: OpenSettings = {}): Ledger {
  if (settings.mustExist === true && file !== ':memory:' && !existsSync(file)) {
    throw new UserError('there is no ledger yet', {
      where: file,
      hint: 'Read some reports first: demarche read PATH',
    });
  }
  return guarded(file, () => {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return toLedger(connect(file), file);
  });
}
