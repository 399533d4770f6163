import type { Dynamics } from '../../../model/dynamics.ts';
import type { OutcomeResult } from '../../../model/scenario.ts';
import { toDayNumber } from '../move-book.ts';
import type { PreparedOutcome } from './prepared-play.ts';
import type { StreamHistory } from './stream-history.ts';

const STEP_DAYS = 15;
/** Standard normal quantile of 0.975. */
const WIDE = 1.96;

/** Wilson's interval of a share seen in `count` windows (Wilson 1927). */
function wilson(share: number, count: number): readonly [number, number] {
  const z2 = WIDE * WIDE;
  const centre = (share + z2 / (2 * count)) / (1 + z2 / count);
  const reach =
    (WIDE / (1 + z2 / count)) * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/** Days, each once, on which any of the streams moved. */
export function outcomeDays({ streams }: PreparedOutcome, history: StreamHistory): readonly number[] {
  const days = new Set(streams.flatMap((i) => [...history.streams[i].days]));
  return [...days].sort((a, b) => a - b);
}

/** First day from which the record of all the outcome's streams is complete. */
export function completeFrom(
  { streams }: PreparedOutcome,
  dynamics: Dynamics,
  history: StreamHistory,
): number {
  const from = streams.flatMap((i) => dynamics.streams[i].recordFrom ?? []);
  return Math.max(history.firstDay, ...from.map(toDayNumber));
}

/**
 * What happened so far in stretches of the horizon's length: mean over windows begun every 15 days since the record is
 * complete. The interval (95 in 100) counts only as many windows as fit behind one another.
 */
export function historyRate(
  outcome: PreparedOutcome,
  dynamics: Dynamics,
  history: StreamHistory,
  horizonDays: number,
): OutcomeResult['history'] {
  const days = outcomeDays(outcome, history);
  const first = completeFrom(outcome, dynamics, history);
  const values: number[] = [];
  for (let start = first; start + horizonDays <= history.lastDay + 1; start += STEP_DAYS) {
    const found = days.filter((day) => day >= start && day < start + horizonDays).length;
    values.push(outcome.counts ? found : Math.min(1, found));
  }
  if (values.length === 0) return { value: 0, interval: [0, outcome.counts ? Infinity : 1], windows: 0 };
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  const apart = Math.max(1, (history.lastDay + 1 - first) / horizonDays);
  if (!outcome.counts) return { value, interval: wilson(value, apart), windows: values.length };
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / values.length;
  const reach = WIDE * Math.sqrt(Math.max(variance, value, 0.25) / apart);
  return { value, interval: [Math.max(0, value - reach), value + reach], windows: values.length };
}
