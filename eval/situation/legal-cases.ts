import type { Act } from '../../src/model/move-type.ts';
import type { Verdict } from '../../src/model/situation.ts';

/** An act with what the law of its day says of it. */
export interface LegalCase {
  readonly on: string;
  readonly act: Act;
  readonly classId?: string;
  readonly verdict: Verdict;
  /** Clauses that must be among those violated. */
  readonly violated: readonly string[];
  /** Whether the clause on further oil limits is set off for certain. */
  readonly fires2397: boolean;
}

const BAN = ['unsc.1718.2', 'unsc.1874.2', 'unsc.2094.2'];
const test = (
  on: string,
  classId: string,
  verdict: Verdict,
  violated: readonly string[],
  fires2397 = false,
): LegalCase => ({
  on,
  act: 'weapons-test',
  classId,
  verdict,
  violated,
  fires2397,
});

/** Twenty dated acts, 2006 to 2023. What each must come out as follows from the resolutions in force that day. */
export const LEGAL_CASES: readonly LegalCase[] = [
  test('2006-07-05', 'ballistic-missile', 'not-yet-in-force', []),
  test('2006-10-09', 'nuclear-test', 'not-yet-in-force', []),
  test('2009-04-05', 'satellite-launch', 'disputed', []),
  test('2009-05-25', 'nuclear-test', 'violates', ['unsc.1718.2']),
  test('2012-12-12', 'satellite-launch', 'violates', ['unsc.1874.2']),
  test('2016-02-07', 'satellite-launch', 'violates', ['unsc.1874.2', 'unsc.2087.2', 'unsc.2094.2']),
  test('2017-09-03', 'nuclear-test', 'violates', BAN),
  test('2017-11-29', 'icbm', 'violates', BAN),
  test('2019-05-04', 'srbm', 'violates', BAN),
  test('2020-03-21', 'srbm', 'violates', BAN),
  test('2020-04-14', 'anti-ship-cruise-missile', 'not-covered', []),
  { on: '2020-06-16', act: 'channel-destroyed', verdict: 'not-covered', violated: [], fires2397: false },
  {
    on: '2020-10-10',
    act: 'weapons-display',
    classId: 'icbm',
    verdict: 'not-covered',
    violated: [],
    fires2397: false,
  },
  test('2021-03-21', 'cruise-missile', 'not-covered', []),
  test('2021-03-25', 'srbm', 'violates', BAN),
  test('2021-09-11', 'land-attack-cruise-missile', 'not-covered', []),
  test('2021-09-15', 'srbm', 'violates', BAN),
  test('2022-02-27', 'icbm-related', 'violates', BAN, true),
  test('2022-03-24', 'icbm', 'violates', BAN, true),
  test('2023-05-31', 'satellite-launch', 'violates', ['unsc.1874.2', 'unsc.2094.2']),
];
