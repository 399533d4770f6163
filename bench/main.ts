import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LedgerEntry } from '../src/model/ledger.ts';
import { openLedger } from '../src/store/open-ledger.ts';
import { collectFiles } from '../src/workflows/collect-files.ts';
import { silent } from '../src/workflows/effects.ts';
import { readReports } from '../src/workflows/read-reports.ts';
import { openSession } from '../src/workflows/session.ts';
import { situationOf } from '../src/workflows/situation.ts';
import { toEntries } from './ledger-of-moves.ts';
import { varyReports } from './vary-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const effects = silent(() => new Date().toISOString());

async function timed(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const round = (n: number): number => Math.round(n * 100) / 100;

/** Reads generated reports into a new ledger: the whole way from files to disk, worker threads included. */
async function benchRead(count: number): Promise<Record<string, number>> {
  const reports = join(folder, 'reports');
  const file = join(folder, 'reports.jsonl');
  writeFileSync(file, [...varyReports(count)].map((report) => JSON.stringify(report)).join('\n'));
  const session = openSession({ ledger: join(reports, 'read.ledger') });
  const work = { ledger: session.ledger, reader: session.reader(), effects };
  const files = await collectFiles([file], () => new Uint8Array());
  const ms = await timed(() => readReports(files, work));
  await session.close();
  return {
    reportsPerSecond: round((count / ms) * 1000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function fill(file: string, moves: number): void {
  const ledger = openLedger(file);
  let batch: LedgerEntry[] = [];
  for (const entry of toEntries(moves, 1)) {
    batch.push(entry);
    if (batch.length === 5000) {
      ledger.append(batch);
      batch = [];
    }
  }
  ledger.append(batch);
  ledger.close();
}

/** Open, append one entry (durably), at so many entries. */
async function benchLedger(entries: number): Promise<{ open: number; append: number; file: string }> {
  const file = join(folder, `${entries}.ledger`);
  fill(file, entries);
  const open = median(await Promise.all([1, 2, 3, 4, 5].map(() => timed(() => openLedger(file).close()))));
  const ledger = openLedger(file);
  const appends: number[] = [];
  for (const entry of toEntries(20, 1, 99))
    appends.push(await timed(() => ledger.append([{ ...entry, id: `${entry.id}-new` }])));
  ledger.close();
  return { open, append: median(appends), file };
}

/** Situation at a fresh day, again and again, over facts already loaded and reconciled. */
async function benchAsOf(file: string): Promise<{ load: number; first: number; asOf: number }> {
  const session = openSession({ ledger: file });
  let state = session.state();
  const load = await timed(() => void (state = session.state()));
  const first = await timed(() =>
    situationOf(session, state, { validAt: '2019-01-01', knownAt: '2022-01-01' }),
  );
  const days = Array.from(
    { length: 15 },
    (_, i) => `2020-${String(1 + (i % 12)).padStart(2, '0')}-${String(3 + i).padStart(2, '0')}`,
  );
  const times: number[] = [];
  for (const validAt of days)
    times.push(await timed(() => situationOf(session, state, { validAt, knownAt: '2022-01-01' })));
  await session.close();
  return { load, first, asOf: median(times) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, reports: { type: 'string' }, entries: { type: 'string' } },
  });
  const read = await benchRead(Number(values.reports ?? 2000));
  const small = await benchLedger(10_000);
  const asOf = await benchAsOf(small.file);
  const large = await benchLedger(Number(values.entries ?? 1_000_000));
  const figures = {
    ...read,
    open10kMs: round(small.open),
    append10kMs: round(small.append),
    load10kMs: round(asOf.load),
    firstAsOf10kMs: round(asOf.first),
    asOf10kMs: round(asOf.asOf),
    open1mMs: round(large.open),
    append1mMs: round(large.append),
  };
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(18)} ${value}`);
  if (values.json) console.log(JSON.stringify(figures));
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
