import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AsOf, Correction, LedgerEntry } from '../../src/model/ledger.ts';
import { loadActors } from '../../src/playbook/load-actors.ts';
import { openLedger } from '../../src/store/open-ledger.ts';
import type { Ledger } from '../../src/store/ledger.ts';
import { toLiveState } from '../../src/workflows/live-state.ts';
import { loadState } from '../../src/workflows/load-state.ts';
import { inventReading, toChance } from '../stages/reconcile/invented-readings.ts';
import type { Chance } from '../stages/reconcile/invented-readings.ts';

const madeBy = { kind: 'analyst', name: 'test', version: '1' } as const;
const at = (n: number): string => new Date(Date.UTC(2032, 0, 1, 0, n)).toISOString();

/** A reading of one of twenty reports, so that later ones supersede earlier ones. */
function readingEntry(n: number, chance: Chance): LedgerEntry {
  const { reading, knownFrom } = inventReading(Math.floor(chance() * 20), chance);
  return { id: `entry-${n}`, madeBy, recordedAt: at(n), knownFrom, subject: reading.report.id, body: { kind: 'reading', reading } };
} // prettier-ignore

function correctionEntry(n: number, chance: Chance, ledger: Ledger): LedgerEntry {
  const { claims, reconciled } = loadState(ledger);
  const ids = [...claims.keys(), ...reconciled.moves.map(({ id }) => id)];
  const some = (): string => ids.at(Math.floor(chance() * ids.length)) ?? 'nothing';
  const all: readonly Correction[] = [
    { act: 'accept', targetId: some() },
    { act: 'reject', targetId: some() },
    { act: 'correct', targetId: some(), changes: { status: 'planned' } },
    { act: 'merge', targetIds: [some(), some()] },
    { act: 'split', targetIds: [some()] },
    { act: 'undo', entryId: `entry-${Math.floor(chance() * n)}` },
  ];
  const correction = all[Math.floor(chance() * all.length)];
  return { id: `entry-${n}`, madeBy, recordedAt: at(n), knownFrom: at(n), subject: 'x', body: { kind: 'correction', correction } };
} // prettier-ignore

function ask(n: number, chance: Chance): AsOf {
  const knownAt = `2031-03-${String(1 + Math.floor(chance() * 14)).padStart(2, '0')}`;
  const recordedBy = at(Math.floor(chance() * n));
  return [{}, { knownAt }, { recordedBy }, { knownAt, recordedBy }][Math.floor(chance() * 4)];
}

const knowledge = { actors: loadActors() };

describe('states that are kept while a ledger grows', () => {
  it('are what loading the ledger anew gives, for every question after every append', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = toChance(seed);
        const ledger = openLedger(':memory:');
        const live = toLiveState(ledger, () => knowledge);
        for (let n = 0; n < 20; n++) {
          ledger.append([chance() < 0.7 ? readingEntry(n, chance) : correctionEntry(n, chance, ledger)]);
          const asOf = ask(n + 1, chance);
          expect(live.get(asOf)).toEqual(loadState(ledger, asOf, knowledge));
        }
        ledger.close();
      }),
      { numRuns: 5 },
    );
  });

  it('never hold what was known or recorded later than asked for', () => {
    const chance = toChance(5);
    const ledger = openLedger(':memory:');
    const live = toLiveState(ledger, () => ({}));
    for (let n = 0; n < 20; n++) ledger.append([readingEntry(n, chance)]);
    expect(live.get().readings.some(({ knownFrom }) => knownFrom > '2031-03-06')).toBe(true);
    const early = live.get({ knownAt: '2031-03-05' });
    expect(early.readings.length).toBeGreaterThan(0);
    expect(early.readings.every(({ knownFrom }) => knownFrom < '2031-03-06')).toBe(true);
    expect(live.get({ recordedBy: at(4) }).readings.length).toBeLessThanOrEqual(5);
    ledger.close();
  });

  it('stay the same objects where what is appended does not touch them', () => {
    const chance = toChance(8);
    const ledger = openLedger(':memory:');
    const live = toLiveState(ledger, () => ({}));
    ledger.append([{ ...readingEntry(0, chance), knownFrom: '2031-03-02T00:00:00.000Z' }]);
    ledger.append([{ ...readingEntry(1, chance), knownFrom: '2031-03-08T00:00:00.000Z' }]);
    const early = live.get({ knownAt: '2031-03-05' });
    const whole = live.get();
    ledger.append([{ ...readingEntry(2, chance), knownFrom: '2031-03-09T00:00:00.000Z' }]);
    expect(live.get({ knownAt: '2031-03-05' })).toBe(early);
    expect(live.get()).not.toBe(whole);
    ledger.close();
  });
});
