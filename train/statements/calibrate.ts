import type { Calibration } from '../../src/model/lexicon-speech.ts';

interface Pool {
  scores: number;
  right: number;
  size: number;
}

/**
 * Isotonic regression by pooling neighbours that break the order (pool adjacent violators; Ayer et al. 1955), thinned
 * to at most `points` points.
 */
export function calibrate(
  scored: readonly { readonly score: number; readonly isRight: boolean }[],
  points = 16,
): Calibration {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  const least = Math.ceil(sorted.length / (2 * points));
  const pools: Pool[] = [];
  for (let i = 0; i < sorted.length; i += least) {
    const part = sorted.slice(i, i + least);
    pools.push({
      scores: part.reduce((sum, one) => sum + one.score, 0),
      right: part.filter((one) => one.isRight).length,
      size: part.length,
    });
    for (let last = pools.length - 1; last > 0 && rate(pools[last - 1]) >= rate(pools[last]); last--) {
      const [a, b] = pools.splice(last - 1, 2);
      pools.push({ scores: a.scores + b.scores, right: a.right + b.right, size: a.size + b.size });
    }
  }
  return pools.map((pool): readonly [number, number] => [pool.scores / pool.size, rate(pool)]);
}

const rate = (pool: Pool): number => pool.right / pool.size;
