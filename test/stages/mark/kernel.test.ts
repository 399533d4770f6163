import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Kernel } from '../../../src/stages/mark/kernel.ts';

const size = fc.integer({ min: 1, max: 13 });

describe('Kernel.multiply', () => {
  it('gives the sums of products of plain loops, adding where told', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 3 }), size, fc.boolean(), (rows, eights, inner, add) => {
        const columns = 8 * eights;
        const kernel = new Kernel(rows * inner + inner * columns + rows * columns + 64);
        const a = kernel.take(rows * inner);
        const b = kernel.take(inner * columns);
        const c = kernel.take(rows * columns);
        for (const { data } of [a, b, c])
          data.forEach((_, at) => (data[at] = Math.sin(at * 7 + data.length)));
        const expected = Float64Array.from(c.data, (before, at) => {
          let sum = add ? before : 0;
          for (let k = 0; k < inner; k++)
            sum += a.data[Math.floor(at / columns) * inner + k] * b.data[k * columns + (at % columns)];
          return sum;
        });
        kernel.multiply({
          a: a.at, rowStride: inner, innerStride: 1, b: b.at, bStride: columns, c: c.at, cStride: columns,
          rows, columns, inner, add,
        }); // prettier-ignore
        c.data.forEach((value, at) => {
          expect(value).toBeCloseTo(expected[at], 4);
        });
      }),
      { numRuns: 40 },
    );
  });
});
