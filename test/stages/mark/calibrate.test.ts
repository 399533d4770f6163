import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVE_POINTS, STEPS, toProbability } from '../../../src/stages/mark/calibrate.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('toProbability', () => {
  it('follows a curve that leaves shares as they are', () => {
    const same = Float32Array.from({ length: CURVE_POINTS }, (_, at) => 1 - 2 ** (-at / STEPS));
    fc.assert(
      fc.property(share, (value) => {
        expect(Math.abs(toProbability(same, value) - value)).toBeLessThan(0.02);
      }),
    );
  });

  it('never falls where the curve never falls, and stays within it', () => {
    const curve = Float32Array.from(
      { length: CURVE_POINTS },
      (_, at) => 0.2 + (0.7 * at) / (CURVE_POINTS - 1),
    );
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [toProbability(curve, Math.min(a, b)), toProbability(curve, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0.19);
        expect(high).toBeLessThanOrEqual(0.91);
      }),
    );
  });
});
