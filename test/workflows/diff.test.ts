import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/model/ledger.ts';
import { applyDifferences, compareKnown, knownOf } from '../../src/workflows/diff.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { State } from '../../src/workflows/state.ts';
import { loadState } from '../../src/workflows/load-state.ts';
import { toReadingEntry } from '../../src/workflows/read-reports.ts';
import { openLedger } from '../../src/store/open-ledger.ts';
import { readSamples } from '../stages/reconcile/read-samples.ts';

const LATER = '2021-05-01T00:00:00.000Z';

describe('what was known when', () => {
  let entries: readonly LedgerEntry[];
  let early: State;
  let late: State;

  beforeAll(async () => {
    const readings = [...(await readSamples()).values()].map(({ reading }) => reading);
    entries = readings.map((reading) => toReadingEntry(reading, reading.report, 'test', LATER));
    const ledger = openLedger(':memory:');
    ledger.append(entries);
    early = loadState(ledger, { knownAt: '2021-03-23' });
    late = loadState(ledger, { knownAt: '2021-03-27' });
    ledger.close();
  });

  it('comes out again when the differences are applied to the earlier knowledge', () => {
    const [before, after] = [knownOf(early), knownOf(late)];
    const differences = compareKnown(before, after, () => []);
    expect(differences.length).toBeGreaterThan(0);
    const restored = applyDifferences(before, differences);
    expect(compareKnown(restored, after, () => [])).toEqual([]);
  });

  it('is the same whether later reports stand in the ledger or not', () => {
    const ledger = openLedger(':memory:');
    ledger.append(entries.filter(({ knownFrom }) => knownFrom <= '2021-03-23T23:59:59.999Z'));
    expect(loadState(ledger).reconciled).toEqual(early.reconciled);
    ledger.close();
  });

  it('does not change when everything is recorded a second time', () => {
    const ledger = openLedger(':memory:');
    ledger.append(entries);
    const once = loadState(ledger).reconciled;
    expect(ledger.append(entries)).toBe(0);
    expect(loadState(ledger).reconciled).toEqual(once);
    ledger.close();
  });

  it('forgets a merge in answers of before it was recorded', () => {
    const session = openSession({ ledger: join(mkdtempSync(join(tmpdir(), 'diff-')), 'a.ledger') });
    session.ledger.append(entries);
    const [a, b] = session.state().reconciled.moves;
    const correction = { act: 'merge', targetIds: [a.id, b.id] } as const;
    session.ledger.append([
      {
        id: 'entry-merge',
        madeBy: { kind: 'analyst', name: 'test', version: '1' },
        recordedAt: '2021-06-01T00:00:00.000Z',
        knownFrom: '2021-06-01T00:00:00.000Z',
        subject: a.id,
        body: { kind: 'correction', correction },
      },
    ]);
    const count = session.state({ recordedBy: '2021-05-15' }).reconciled.moves.length;
    expect(session.state().reconciled.moves).toHaveLength(count - 1);
    session.ledger.close();
  });
});
