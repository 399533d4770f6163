import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/model/ledger.ts';
import { UserError } from '../../src/model/user-error.ts';
import { toLedgerTrouble } from '../../src/store/database-trouble.ts';
import { openLedger } from '../../src/store/open-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
let files = 0;
const newFile = (): string => join(folder, `${files++}.ledger`);

const entry = (
  id: string,
  subject: string,
  knownFrom: string,
  recordedAt = '2026-01-01T00:00:00.000Z',
): LedgerEntry => ({
  id,
  madeBy: { kind: 'analyst', name: 'test', version: '1' },
  recordedAt,
  knownFrom,
  subject,
  body: { kind: 'correction', correction: { act: 'accept', targetId: subject } },
});

function troubleOf(action: () => unknown): UserError {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no trouble');
}

describe('ledger', () => {
  it('keeps entries over closing and opening', () => {
    const file = newFile();
    const ledger = openLedger(file);
    expect(ledger.append([entry('a', 's', '2021-03-18T00:00:00.000Z')])).toBe(1);
    ledger.close();
    expect(openLedger(file).find('a')?.subject).toBe('s');
  });

  it('changes nothing when the same entry is appended again', () => {
    const ledger = openLedger(':memory:');
    const same = entry('a', 's', '2021-03-18T00:00:00.000Z');
    expect([ledger.append([same]), ledger.append([same, same])]).toEqual([1, 0]);
    expect(ledger.info().entries).toBe(1);
  });

  it('never uses what became known later', () => {
    const ledger = openLedger(':memory:');
    ledger.append([entry('a', 's', '2021-03-18T00:00:00.000Z'), entry('b', 's', '2021-03-26T00:00:00.000Z')]);
    const standing = (knownAt: string) => [...ledger.standing('correction', { knownAt })].map(({ id }) => id);
    expect([standing('2021-03-17'), standing('2021-03-20'), standing('2021-03-26')]).toEqual([
      [],
      ['a'],
      ['b'],
    ]);
  });

  it('never uses what was recorded later, when asked what this ledger had by then', () => {
    const ledger = openLedger(':memory:');
    ledger.append([entry('a', 's', '2021-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')]);
    ledger.append([entry('b', 's', '2021-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')]);
    const ids = [...ledger.entries({ recordedBy: '2026-01-15' })].map(({ id }) => id);
    expect(ids).toEqual(['a']);
  });

  it('keeps what is superseded', () => {
    const ledger = openLedger(':memory:');
    ledger.append([
      entry('a', 's', '2021-01-01T00:00:00.000Z'),
      { ...entry('b', 's', '2021-01-01T00:00:00.000Z'), supersedes: 'a' },
    ]);
    expect([...ledger.entries()]).toHaveLength(2);
    expect([...ledger.standing('correction')].map(({ id }) => id)).toEqual(['b']);
  });

  it('takes a batch whole or not at all', () => {
    const ledger = openLedger(':memory:');
    const broken = { ...entry('b', 's', '2021'), subject: undefined };
    // @ts-expect-error a batch with a broken entry, as a bug might make it
    expect(() => ledger.append([entry('a', 's', '2021'), broken])).toThrow();
    expect(ledger.info().entries).toBe(0);
  });
});

describe('openLedger', () => {
  it('refuses a file that is no ledger and leaves it as it was', () => {
    const file = newFile();
    const words = 'these are notes of mine, no ledger at all\n'.repeat(100);
    writeFileSync(file, words);
    expect(troubleOf(() => openLedger(file)).message).toContain('not a ledger');
    expect(readFileSync(file, 'utf8')).toBe(words);
  });

  it('refuses a database of another program', () => {
    const file = newFile();
    const other = new Database(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expect(troubleOf(() => openLedger(file)).message).toContain('not a ledger');
  });

  it('refuses a ledger of a newer version and says which', () => {
    const file = newFile();
    openLedger(file).close();
    const db = new Database(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const trouble = troubleOf(() => openLedger(file));
    expect(trouble.message).toContain('format 99');
    expect(trouble.hint).toContain('Update');
  });

  it('says so where there is no ledger yet', () => {
    expect(troubleOf(() => openLedger(newFile(), { mustExist: true })).message).toBe(
      'there is no ledger yet',
    );
  });

  it('says so where a folder stands in the way', () => {
    expect(troubleOf(() => openLedger(folder)).hint).toContain('--ledger');
  });
});

describe('toLedgerTrouble', () => {
  it.each([
    ['SQLITE_FULL: database or disk is full', 'the disk is full'],
    ['SQLITE_READONLY: attempt to write a readonly database', 'the ledger cannot be written to'],
    ['SQLITE_BUSY: database is locked', 'another process is writing to the ledger'],
  ])('says what a person can do about %s', (message, what) => {
    const trouble = toLedgerTrouble(new Error(message), 'x.ledger');
    expect(trouble).toBeInstanceOf(UserError);
    expect(trouble).toMatchObject({ message: what, where: 'x.ledger' });
  });

  it('passes on what it does not know', () => {
    const bug = new TypeError('x is not a function');
    expect(toLedgerTrouble(bug, 'x.ledger')).toBe(bug);
  });
});
