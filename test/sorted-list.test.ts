import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSorted, compareSorted, countBefore } from '../src/model/sorted-list.ts';

const order = (a: number, b: number): number => a - b;
const sorted = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 200 })
  .map((list) => list.toSorted(order));

describe('lists in order', () => {
  it('are told apart and changed into one another, by few steps and by many', () => {
    fc.assert(
      fc.property(sorted, sorted, (left, right) => {
        const { onlyLeft, onlyRight } = compareSorted(left, right, order);
        expect(onlyLeft).toEqual(left.filter((one) => !right.includes(one)));
        expect(onlyRight).toEqual(right.filter((one) => !left.includes(one)));
        expect(changeSorted(left, { gone: onlyLeft, come: onlyRight }, order)).toEqual(right);
      }),
    );
  });

  it('are known for not being in order', () => {
    fc.assert(
      fc.property(sorted, sorted, fc.nat(), (left, right, at) => {
        const [a, b] = [right.at(at % right.length), right.at((at + 1) % right.length)];
        fc.pre(right.length > 1 && a !== b);
        const mixed = right.map((one) => (one === a ? (b ?? one) : one === b ? (a ?? one) : one));
        expect(compareSorted(left, mixed, order).isInOrder).toBe(false);
        expect(compareSorted(left, right, order).isInOrder).toBe(true);
      }),
    );
  });

  it('lose and win single elements next to one another', () => {
    const list = Array.from({ length: 200 }, (_, i) => 2 * i);
    const changed = changeSorted(list, { gone: [20, 22], come: [19, 21, 23, 999] }, order);
    expect(changed).toEqual([...list.filter((one) => one !== 20 && one !== 22), 19, 21, 23, 999].sort(order));
    expect(list).toHaveLength(200);
  });

  it('count what stands before a point', () => {
    expect(countBefore([1, 3, 5], (one) => one < 4)).toBe(2);
    expect(countBefore([], () => true)).toBe(0);
  });
});
