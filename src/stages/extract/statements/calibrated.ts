import type { Calibration } from '../../../model/lexicon-speech.ts';

/** Probability for a score by piecewise linear calibration; without points the score itself. */
export function calibrated(points: Calibration, score: number): number {
  if (points.length === 0) return score;
  let before = points[0];
  for (const point of points) {
    if (point[0] >= score) {
      const width = point[0] - before[0];
      return width === 0 ? point[1] : before[1] + ((point[1] - before[1]) * (score - before[0])) / width;
    }
    before = point;
  }
  return before[1];
}
