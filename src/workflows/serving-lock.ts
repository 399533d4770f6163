import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../model/user-error.ts';

const Lock = z.object({ pid: z.number(), url: z.string() });

function findLock(file: string): z.infer<typeof Lock> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Lock.parse(value);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * One server a ledger: takes the lock, or says who holds it. A lock left behind by a process that died is taken over.
 * @throws UserError when another server serves this ledger.
 */
export function lockServing(ledgerFile: string, url: string): () => void {
  const file = `${ledgerFile}.serving`;
  checkNotServed(ledgerFile);
  writeFileSync(file, JSON.stringify({ pid: process.pid, url }));
  return () => rmSync(file, { force: true });
}

/** @throws UserError when another server serves this ledger. */
export function checkNotServed(ledgerFile: string): void {
  const held = findLock(`${ledgerFile}.serving`);
  if (held === undefined || held.pid === process.pid || !isAlive(held.pid)) return;
  throw new UserError('this ledger is being served already', {
    where: ledgerFile,
    hint: `Open ${held.url}, or stop process ${held.pid} first. Reading works beside it: demarche read PATH`,
  });
}
