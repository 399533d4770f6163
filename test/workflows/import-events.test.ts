import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countEvents, segmentFolder } from '../../src/store/event-segments.ts';
import { silent } from '../../src/workflows/effects.ts';
import { importEvents } from '../../src/workflows/import-events.ts';
import type { Session } from '../../src/workflows/session.ts';
import { openSession } from '../../src/workflows/session.ts';

/** A made-up row with the 61 columns of GDELT 2.0. */
function toRow(id: number, day = '20210325'): string {
  const cells = Array.from({ length: 61 }, () => '');
  [cells[0], cells[1], cells[7], cells[17], cells[26], cells[30]] = [
    String(id),
    day,
    'PRK',
    'USA',
    '0871',
    '9',
  ];
  return cells.join('\t');
}

const effects = silent(() => '2021-04-01T00:00:00.000Z');

describe('importing coded events', () => {
  let folder: string;
  let session: Session;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
    session = openSession({ ledger: join(folder, 'a.ledger') });
  });
  afterEach(() => session.close());

  it('keeps good rows and puts bad ones with their line numbers into a file', async () => {
    const file = join(folder, 'events.tsv');
    writeFileSync(file, [toRow(1), 'too\tshort', toRow(2, '20211340'), toRow(3)].join('\n'));
    const summary = await importEvents(session, file, 'gdelt', effects);
    expect(summary).toMatchObject({ imported: 2, bad: 2, known: 0 });
    const bad = readFileSync(summary.badFile ?? '', 'utf8').split('\n');
    expect(bad[0]).toMatch(/^2\t2 columns instead of 61/u);
    expect(bad[1]).toMatch(/^3\t"20211340" is no day/u);
    expect(await countEvents(segmentFolder(session.ledger.file))).toEqual({ gdelt: 2 });
  });

  it('changes nothing when the same file is imported again', async () => {
    const file = join(folder, 'events.tsv');
    writeFileSync(file, [toRow(1), toRow(2)].join('\n'));
    await importEvents(session, file, 'gdelt', effects);
    expect(await importEvents(session, file, 'gdelt', effects)).toMatchObject({
      imported: 0,
      known: 2,
      bad: 0,
    });
    expect(await countEvents(segmentFolder(session.ledger.file))).toEqual({ gdelt: 2 });
    expect(existsSync(`${file}.bad`)).toBe(false);
  });

  it('refuses a header that is not the format’s, with the place', async () => {
    const file = join(folder, 'events.csv');
    writeFileSync(file, 'a,b,c\n1,2,3\n');
    await expect(importEvents(session, file, 'acled', effects)).rejects.toMatchObject({ where: `${file}:1` });
  });
});
