import type { Asked } from './measure-outcomes.ts';

export interface OutcomeScore {
  readonly outcome: string;
  readonly days: number;
  readonly starts: number;
  readonly expected: number;
  readonly came: number;
  /** Mean squared error (Brier score for "at least one"), ours and the references'. */
  readonly error: number;
  readonly climatology: number;
  readonly bestSimple: number;
  readonly overClimatology: number;
  readonly overBestSimple: number;
  /** Whether the mean expected lies within the 95 % interval of the mean that came. */
  readonly calibrated: boolean;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Windows that overlap are not so many: only as many count as fit behind one another. */
function calibrated(rows: readonly Asked[]): boolean {
  const apart = Math.max(1, (rows.length * 30.4) / Math.max(30.4, rows[0].days));
  const came = mean(rows.map((row) => row.came));
  const variance = rows[0].counts
    ? Math.max(mean(rows.map((row) => (row.came - came) ** 2)), came)
    : Math.max(came * (1 - came), 1 / (apart + 4));
  return Math.abs(mean(rows.map(({ expected }) => expected)) - came) <= 1.96 * Math.sqrt(variance / apart);
}

function scoreOne(rows: readonly Asked[]): OutcomeScore {
  const error = (of: (row: Asked) => number): number => mean(rows.map((row) => (of(row) - row.came) ** 2));
  const ours = error(({ expected }) => expected);
  const climatology = error((row) => row.climatology);
  const bestSimple = Math.min(
    climatology,
    error(({ persistence }) => persistence),
    error(({ recency }) => recency),
  );
  return {
    outcome: rows[0].outcome,
    days: rows[0].days,
    starts: rows.length,
    expected: mean(rows.map(({ expected }) => expected)),
    came: mean(rows.map(({ came }) => came)),
    error: ours,
    climatology,
    bestSimple,
    overClimatology: climatology === 0 ? 0 : 1 - ours / climatology,
    overBestSimple: bestSimple === 0 ? 0 : 1 - ours / bestSimple,
    calibrated: calibrated(rows),
  };
}

/** One line per outcome and length of window. */
export function scoreOutcomes(asked: readonly Asked[]): readonly OutcomeScore[] {
  const keys = [...new Set(asked.map(({ outcome, days }) => `${days} ${outcome}`))];
  return keys.map((key) => scoreOne(asked.filter(({ outcome, days }) => `${days} ${outcome}` === key)));
}

export interface Reliability {
  readonly from: number;
  readonly said: number;
  readonly came: number;
  readonly count: number;
}

/** What was said and what came, by fifths of probability, over all outcomes of the kind "at least one". */
export function reliability(asked: readonly Asked[], days: number): readonly Reliability[] {
  return [0, 0.2, 0.4, 0.6, 0.8].flatMap((from) => {
    const rows = asked.filter(
      (row) =>
        !row.counts &&
        row.days === days &&
        row.expected >= from &&
        (row.expected < from + 0.2 || from === 0.8),
    );
    return rows.length === 0
      ? []
      : [
          {
            from,
            said: mean(rows.map(({ expected }) => expected)),
            came: mean(rows.map(({ came }) => came)),
            count: rows.length,
          },
        ];
  });
}
