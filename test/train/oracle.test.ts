import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Configuration } from '../../src/stages/mark/transitions.ts';
import { costs, goldTree } from '../../train/oracle.ts';

/** Projective trees: the head of each token is drawn among those that cross no arc drawn before. */
const projectiveHeads = (picks: readonly number[]): readonly number[] => {
  const length = picks.length;
  const heads = new Array<number>(length).fill(-1);
  const build = (first: number, last: number, head: number, at: number): void => {
    if (first > last) return;
    const root = first + (picks[at % length] % (last - first + 1));
    heads[root] = head;
    build(first, root - 1, root, at + 1);
    build(root + 1, last, root, at + 7);
  };
  build(0, length - 1, -1, 0);
  return heads;
};

const walk = (heads: readonly number[], choose: (free: readonly number[]) => number): Configuration => {
  const at = new Configuration();
  at.reset(heads.length);
  const gold = goldTree(heads);
  const price = new Int32Array(3);
  while (!at.isDone()) {
    costs(at, gold, price);
    at.apply(choose([0, 1, 2].filter((action) => price[action] === Math.min(...price))));
  }
  return at;
};

describe('costs', () => {
  it('leads to the gold tree by any transitions that cost nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 }), fc.nat(2), (picks, taste) => {
        const heads = projectiveHeads(picks);
        const end = walk(heads, (free) => free[taste % free.length]);
        expect([...end.head.subarray(0, heads.length)]).toEqual(
          heads.map((head) => (head < 0 ? heads.length : head)),
        );
      }),
    );
  });

  it('hangs exactly one token from the root, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.infiniteStream(fc.nat(2)), (length, picks) => {
        const at = new Configuration();
        at.reset(length);
        while (!at.isDone()) {
          const legal = [0, 1, 2].filter((action) => at.allows(action));
          at.apply(legal[Number(picks.next().value) % legal.length]);
        }
        expect([...at.head.subarray(0, length)].filter((head) => head === length)).toHaveLength(1);
      }),
    );
  });
});
