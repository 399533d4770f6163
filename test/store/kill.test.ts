import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/store/open-ledger.ts';
import { newFolder, startDemarche } from '../cli/demarche.ts';

const COUNT = 2000;

function countReadings(file: string): number {
  if (!existsSync(file)) return 0;
  const ledger = openLedger(file);
  const { readings } = { readings: ledger.info().byKind.reading ?? 0 };
  ledger.close();
  return readings;
}

function writeReports(file: string): void {
  const lines = Array.from({ length: COUNT }, (_, i) =>
    JSON.stringify({
      title: `Talks, day ${i}`,
      text: `Marania said on Friday that it would send envoy number ${i}.`,
      published: '2021-03-26',
    }),
  );
  writeFileSync(file, lines.join('\n'));
}

describe('a read that is killed in the middle', () => {
  it('loses nothing acknowledged, and the next run goes on where it stopped', async () => {
    const folder = newFolder();
    const [reports, ledger] = [join(folder, 'reports.jsonl'), join(folder, 'killed.ledger')];
    writeReports(reports);
    const first = startDemarche(['--ledger', ledger, 'read', reports]);
    const ended = once(first, 'exit');
    let acknowledged = 0;
    while (acknowledged === 0 && first.exitCode === null) {
      await wait(50);
      acknowledged = countReadings(ledger);
    }
    first.kill('SIGKILL');
    await ended;
    const left = countReadings(ledger);
    expect(left).toBeGreaterThanOrEqual(acknowledged);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(COUNT);

    const second = startDemarche(['--ledger', ledger, 'read', reports]);
    let out = '';
    second.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await once(second, 'exit');
    expect(out).toContain(`${COUNT - left} reports read`);
    expect(countReadings(ledger)).toBe(COUNT);
  }, 300_000);
});
