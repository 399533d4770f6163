import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Move } from '../../src/model/fact.ts';
import type { Correction, LedgerEntry } from '../../src/model/ledger.ts';
import type { Report } from '../../src/model/report.ts';
import { openLedger } from '../../src/store/open-ledger.ts';
import { applyDifferences, compareKnown, knownOf } from '../../src/workflows/diff.ts';
import { silent } from '../../src/workflows/effects.ts';
import { listStrangers } from '../../src/workflows/list-strangers.ts';
import { readReports, toReadingEntry } from '../../src/workflows/read-reports.ts';
import type { Reader } from '../../src/workflows/read-reports.ts';
import { recordCorrection } from '../../src/workflows/record-correction.ts';
import { recordMerges } from '../../src/workflows/record-merges.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';
import { loadState } from '../../src/workflows/load-state.ts';
import type { State } from '../../src/workflows/state.ts';
import { inventReading, toChance } from '../stages/reconcile/invented-readings.ts';
import { readSamples } from '../stages/reconcile/read-samples.ts';
import { toNaming } from '../stages/reconcile/actors/made-readings.ts';

const DAYS = ['2031-03-02', '2031-03-05', '2031-03-08', '2031-03-12', '2031-12-31'];
const at = (day: number): string => `2032-01-${String(1 + day).padStart(2, '0')}T00:00:00.000Z`;

/** Readings of invented reports, each recorded on a day of its own. */
const entries: readonly LedgerEntry[] = Array.from({ length: 20 }, (_, n) => {
  const { reading } = inventReading(n, toChance(n));
  return toReadingEntry(reading, reading.report, 'test', at(n));
});

function within<T>(given: readonly LedgerEntry[], ask: (ledger: ReturnType<typeof openLedger>) => T): T {
  const ledger = openLedger(':memory:');
  try {
    for (const entry of given) ledger.append([entry]);
    return ask(ledger);
  } finally {
    ledger.close();
  }
}

const plain = (state: State): unknown =>
  Object.fromEntries(Object.entries(knownOf(state)).map(([what, map]) => [what, [...map].sort()]));
const inAnyOrder = fc.shuffledSubarray([...entries], { minLength: entries.length });

describe('a ledger', () => {
  it('knows the same at the end, and on every day before, whatever the order of reading', () => {
    const ask = (given: readonly LedgerEntry[]): unknown =>
      within(given, (ledger) => DAYS.map((knownAt) => plain(loadState(ledger, { knownAt }))));
    const once = ask(entries);
    fc.assert(
      fc.property(inAnyOrder, (mixed) => {
        expect(ask(mixed)).toEqual(once);
      }),
      { numRuns: 8 },
    );
  });

  it('holds nothing more when some are read a second time', () => {
    fc.assert(
      fc.property(fc.subarray([...entries]), (again) => {
        within(entries, (ledger) => {
          const before = [ledger.info(), plain(loadState(ledger))];
          expect(ledger.append(again.map((entry) => ({ ...entry, recordedAt: at(30) })))).toBe(0);
          expect([ledger.info(), plain(loadState(ledger))]).toEqual(before);
        });
      }),
      { numRuns: 8 },
    );
  });

  it('gives the later knowledge, or the earlier, when the differences are applied to the other', () => {
    within(entries, (ledger) => {
      fc.assert(
        fc.property(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS), (from, to) => {
          const [a, b] = [from, to].map((knownAt) => knownOf(loadState(ledger, { knownAt })));
          const there = applyDifferences(
            a,
            compareKnown(a, b, () => []),
          );
          expect(compareKnown(there, b, () => [])).toEqual([]);
          const back = applyDifferences(
            there,
            compareKnown(there, a, () => []),
          );
          expect(compareKnown(back, a, () => [])).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });
  });

  it('answers as of a day from what was recorded, and known, by then and nothing later', () => {
    const day = fc.integer({ min: 0, max: entries.length });
    fc.assert(
      fc.property(inAnyOrder, day, fc.constantFrom(...DAYS), (mixed, last, knownAt) => {
        const asOf = { knownAt, recordedBy: at(last) };
        const earlier = mixed.filter(
          ({ recordedAt, knownFrom }) => recordedAt <= at(last) && knownFrom <= `${knownAt}T23:59:59.999Z`,
        );
        const then = within(mixed, (ledger) => plain(loadState(ledger, asOf)));
        expect(then).toEqual(within(earlier, (ledger) => plain(loadState(ledger))));
      }),
      { numRuns: 15 },
    );
  });
});

describe('five copies of one text', () => {
  it('leave the corroboration of what it tells at one', async () => {
    const sample = (await readSamples()).get('09');
    if (sample === undefined) throw new Error('no sample 09');
    const { reading } = sample;
    const copies = Array.from({ length: 5 }, (_, i): LedgerEntry => {
      const id = `report-copy-${i}`;
      const report = { ...reading.report, id, outlet: `Outlet ${i}`, foundAt: `copy-${i}.md` };
      const claims = reading.claims.map((claim) => ({ ...claim, id: `${claim.id}-${i}`, reportId: id }));
      return toReadingEntry({ ...reading, report, claims }, report, 'test', at(i));
    });
    const { moves, utterances, origins, links } = within(copies, loadState).reconciled;
    expect(origins.map(({ members }) => members.length)).toEqual([5]);
    expect(moves.length + utterances.length).toBeGreaterThan(3);
    expect(moves.every(({ claimIds }) => claimIds.length >= 5)).toBe(true);
    expect([...moves, ...utterances].every(({ originIds }) => originIds.length === 1)).toBe(true);
    expect(links.some(({ kind }) => kind === 'corroborates')).toBe(false);
  });
});

describe('reading again with a newer lexicon', () => {
  const claimsOf = (state: State): readonly string[] => [...state.claims.keys()].sort();
  /** Finds one claim where it finds any: its own. */
  const toReader = (version: string): Reader => ({
    version,
    async *read(reports: readonly Report[]) {
      for (const report of reports) {
        const { reading } = inventReading(1, toChance(1));
        const claims = reading.claims.slice(0, 1).map((claim) => ({ ...claim, id: `claim-${version}`, reportId: report.id })); // prettier-ignore
        yield await Promise.resolve({ ...reading, report, claims });
      }
    },
    close: () => Promise.resolve(),
  });

  it('supersedes the old reading and forgets nothing', async () => {
    const ledger = openLedger(':memory:');
    const file = { where: 'a.txt', bytes: () => Buffer.from('Norland, 2 March 2031\n\nThe envoy came.\n') };
    const settings = { published: '2031-03-02' };
    const read = (version: string, day: number) =>
      readReports([file], { ledger, reader: toReader(version), effects: silent(() => at(day)) }, settings);
    expect((await read('old', 1)).done).toHaveLength(1);
    expect((await read('new', 5)).done).toHaveLength(1);
    expect(claimsOf(loadState(ledger))).toEqual(['claim-new']);
    expect(claimsOf(loadState(ledger, { recordedBy: at(4) }))).toEqual(['claim-old']);
    expect([...ledger.entries({ kind: 'reading' })].map(({ madeBy }) => madeBy.version)).toEqual(['old', 'new']); // prettier-ignore
    expect(await read('new', 6)).toMatchObject({ done: [], known: 1 });
    ledger.close();
  });
});

describe('decisions of an analyst', () => {
  let session: Session;
  let day: number;
  const decide = (correction: Correction): string =>
    recordCorrection(session, session.state(), correction, { analyst: 'test', now: at(++day) }).id;

  beforeEach(() => {
    day = 0;
    session = openSession({ theatre: 'korea', ledger: join(mkdtempSync(join(tmpdir(), 'remember-')), 'a.ledger') }); // prettier-ignore
  });
  afterEach(() => session.close());

  describe('on the fields of a move', () => {
    let readings: readonly LedgerEntry[];
    beforeAll(async () => {
      readings = [...(await readSamples()).values()].map(({ reading }) => toReadingEntry(reading, reading.report, 'test', at(0))); // prettier-ignore
    });

    it('are applied, outlast further decisions, and are gone when undone', () => {
      session.ledger.append(readings);
      const find = (id: string, recordedBy?: string): Move | undefined =>
        session.state(recordedBy === undefined ? {} : { recordedBy }).reconciled.moves.find((move) => move.id === id); // prettier-ignore
      const before = session.state().reconciled.moves.find(({ act }) => act === 'weapons-test');
      const id = before?.id ?? 'no test';
      const changes = { happenedOn: '2021-03-20', count: 3, targetIds: 'usa' };
      const entryId = decide({ act: 'correct', targetId: id, changes });
      const corrected = {
        happenedOn: { from: '2021-03-20', until: '2021-03-20' },
        count: 3,
        targetIds: ['usa'],
      };
      expect(find(id)).toMatchObject(corrected);
      expect(find(id, at(0))).toEqual(before);
      decide({ act: 'correct', targetId: id, changes: { count: 4 } });
      expect(find(id)).toMatchObject({ ...corrected, count: 4 });
      const undone = decide({ act: 'undo', entryId });
      expect(find(id)).toEqual({ ...before, count: 4 });
      decide({ act: 'undo', entryId: undone });
      expect(find(id)).toMatchObject({ ...corrected, count: 4 });
    });
  });

  it('undo a recorded merge of persons for good, and can be taken back themselves', () => {
    const office = { side: 'usa', office: 'usa.press-secretary' };
    const named = toNaming('report-0', '2021-03-26', [{ words: 'White House spokeswoman Jane Saki', id: 'new:jane-saki', ...office }]); // prettier-ignore
    const { reading, knownFrom } = named;
    session.ledger.append([{ ...toReadingEntry(reading, reading.report, 'test', at(0)), knownFrom }]);
    const merged = (): readonly (string | undefined)[] => listStrangers(session).map(({ merge }) => merge?.personId); // prettier-ignore
    const [entry] = recordMerges(session, session.state(), at(1));
    expect([merged(), listStrangers(session)[0].entryId]).toEqual([['jen-psaki'], entry.id]);
    day = 1;
    const undo = decide({ act: 'undo', entryId: entry.id });
    expect(merged()).toEqual([undefined]);
    expect(recordMerges(session, session.state(), at(5))).toEqual([]);
    expect(merged()).toEqual([undefined]);
    expect([...session.ledger.entries({ kind: 'correction' })].map(({ id }) => id)).toEqual([entry.id, undo]);
    day = 6;
    decide({ act: 'undo', entryId: undo });
    expect(merged()).toEqual(['jen-psaki']);
  });
});
