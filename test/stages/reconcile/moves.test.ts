import { describe, expect, it } from 'vitest';
import type { MoveClaim } from '../../../src/model/claim.ts';
import type { When } from '../../../src/model/time.ts';
import { mergeMoves } from '../../../src/stages/reconcile/moves/merge-moves.ts';
import type { Sourced } from '../../../src/stages/reconcile/sourced.ts';

const CLASSES = {
  srbm: ['srbm', 'ballistic-missile', 'missile'],
  'cruise-missile': ['cruise-missile', 'missile'],
  missile: ['missile'],
};
const span = { start: 0, end: 1 };

interface Told {
  readonly when?: When;
  readonly classId?: string;
  readonly count?: number;
  readonly origin?: number;
  readonly by?: string | undefined;
}

const day = (from: string, until = from): When => ({ from, until, certainty: 'certain' });

function test(n: number, { when, classId, count, origin = n, by = 'mar' }: Told): Sourced<MoveClaim> {
  return {
    claim: {
      kind: 'move', type: 'mobilize', act: 'weapons-test', id: `claim-${n}`, reportId: `report-${n}`, span, clause: span, sentence: 0,
      actors: by === 'nobody' ? [] : [{ span, naming: 'named', actorId: by, sideId: by }],
      targets: [], status: 'actual', time: 'current', attribution: [], entry: 'test', confidence: 1, notes: [],
      ...(when === undefined ? {} : { when }),
      ...(classId === undefined ? {} : { object: { classId, span, ...(count === undefined ? {} : { count }) } }),
    },
    originId: `origin-${origin}`,
    knownFrom: `2021-03-2${n}T00:00:00.000Z`,
  }; // prettier-ignore
}

const merged = (...claims: readonly Sourced<MoveClaim>[]): readonly (readonly string[])[] =>
  mergeMoves(claims, CLASSES)
    .map(({ claimIds }) => claimIds)
    .toSorted((a, b) => (a[0] < b[0] ? -1 : 1));

describe('merging claims of one deed', () => {
  it('keeps two tests of one week apart', () => {
    const first = test(1, { when: day('2021-03-21'), classId: 'cruise-missile' });
    const second = test(2, { when: day('2021-03-25'), classId: 'srbm' });
    expect(merged(first, second)).toEqual([['claim-1'], ['claim-2']]);
  });

  it('puts a vague time with the only deed it covers, and nowhere when it covers two', () => {
    const weekend = test(3, { when: day('2021-03-20', '2021-03-21'), classId: 'missile' });
    const march = test(4, { when: day('2021-03'), classId: 'missile' });
    const first = test(1, { when: day('2021-03-21'), classId: 'cruise-missile' });
    const second = test(2, { when: day('2021-03-25'), classId: 'srbm' });
    expect(merged(first, weekend, march)).toEqual([['claim-1', 'claim-3', 'claim-4']]);
    expect(merged(first, second, weekend, march)).toEqual([['claim-1', 'claim-3'], ['claim-2'], ['claim-4']]);
  });

  it('takes the day here and the day there for one, not two days of one origin', () => {
    const here = test(1, { when: day('2021-03-25'), classId: 'srbm', count: 2 });
    const there = test(2, { when: day('2021-03-24'), classId: 'srbm', count: 2 });
    expect(merged(here, there)).toHaveLength(1);
    expect(
      merged(here, test(2, { when: day('2021-03-24'), classId: 'srbm', count: 2, origin: 1 })),
    ).toHaveLength(2);
  });

  it('shows on what claims differ and takes the later word of equals', () => {
    const [move] = mergeMoves(
      [
        test(1, { when: day('2021-03-21'), classId: 'cruise-missile', count: 3, origin: 1 }),
        test(2, { when: day('2021-03-21'), classId: 'cruise-missile', count: 2, origin: 1 }),
      ],
      CLASSES,
    );
    expect(move.count).toBe(2);
    expect(move.disagreements.count.map(({ value }) => value)).toEqual(['3', '2']);
    expect(Object.keys(move.disagreements)).toEqual(['count']);
  });

  it('does not give the deed of one side to another', () => {
    const ours = test(1, { when: day('2021-03-21'), classId: 'srbm' });
    expect(merged(ours, test(2, { when: day('2021-03-21'), classId: 'srbm', by: 'vel' }))).toHaveLength(2);
    expect(merged(ours, test(2, { when: day('2021-03-21'), classId: 'srbm', by: 'nobody' }))).toHaveLength(1);
  });
});
