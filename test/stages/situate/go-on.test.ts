import { describe, expect, it } from 'vitest';
import { toEntries } from '../../../bench/ledger-of-moves.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { situate, situateStanding } from '../../../src/stages/situate/situate.ts';
import { openLedger } from '../../../src/store/open-ledger.ts';
import { toLiveState } from '../../../src/workflows/live-state.ts';

const playbook = loadPlaybook('korea');

function ledgerOfMoves() {
  const ledger = openLedger(':memory:');
  ledger.append([...toEntries(2000, 10)]);
  return { ledger, live: toLiveState(ledger, () => ({ classes: playbook.classes, record: playbook })) };
}

/** Near and far, forth and back. */
const DAYS = [
  '2023-11-01',
  '2023-10-28',
  '2023-10-29',
  '2019-02-03',
  '2019-01-20',
  '2023-10-28',
  '2015-06-01',
  '2021-03-25',
];

describe('a situation derived after another one', () => {
  it('is the one derived from the same state alone', () => {
    const { ledger, live } = ledgerOfMoves();
    situate(live.get(), playbook, { validAt: '2023-12-01' });
    for (const knownAt of DAYS) {
      const state = live.get({ knownAt });
      const question = { validAt: knownAt, knownAt };
      const alone = situate(state, { ...playbook }, question);
      expect(situate(state, playbook, question)).toEqual(alone);
      expect(alone.moves.length).toBeGreaterThan(0);
    }
    ledger.close();
  });

  it('has the rungs and channels that a picture of many days shows', () => {
    const { ledger, live } = ledgerOfMoves();
    for (const validAt of DAYS) {
      const { ladder, channels } = situate(live.get(), playbook, { validAt, knownAt: '2023-12-01' });
      expect(situateStanding(live.get(), playbook, { validAt, knownAt: '2023-12-01' })).toEqual({
        ladder,
        channels,
      });
    }
    ledger.close();
  });
});
