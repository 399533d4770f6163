/** One answer: how sure the reader was, and whether it was right. */
export interface Scored {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Mean squared error of the confidences (Brier 1950); lower is better. */
export const brier = (scored: readonly Scored[]): number =>
  scored.reduce((sum, { confidence, isRight }) => sum + (confidence - (isRight ? 1 : 0)) ** 2, 0) /
  Math.max(1, scored.length);

interface ReliabilityRow {
  /** Mean confidence of the row. */
  readonly mean: number;
  readonly size: number;
  /** Share that was right. */
  readonly right: number;
}

/** Answers in tenths of confidence: a calibrated reader is right as often as it is sure. */
export function reliability(scored: readonly Scored[]): ReliabilityRow[] {
  const rows: ReliabilityRow[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const inside = scored.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    rows.push({
      mean,
      size: inside.length,
      right: inside.filter(({ isRight }) => isRight).length / inside.length,
    });
  }
  return rows;
}
