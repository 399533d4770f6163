import type { ChannelState } from '../model/claim.ts';
import type { Situation } from '../model/situation.ts';

/** The ladder and the channels on one day. */
export interface HistoryDay {
  readonly day: string;
  readonly rungs: readonly {
    readonly pair: string;
    readonly level: number;
    readonly rung: string;
    readonly lineId: string;
  }[];
  readonly channels: readonly {
    readonly channel: string;
    readonly state: ChannelState;
    readonly lineId: string;
  }[];
}

const DAY_MS = 86_400_000;
/** Days looked at: enough for a picture, few enough for an answer at once. */
const POINTS = 45;

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Days of a window, evenly spaced, the last one among them. */
function listDays(until: string, days: number): readonly string[] {
  const step = Math.max(1, Math.ceil(days / POINTS));
  const end = Date.parse(`${until}T00:00:00Z`);
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) =>
    toDay(end - i * step * DAY_MS),
  ).reverse();
}

/** How rungs and channels stood over the last days, all from what was known by one day. */
export function historyOf(
  situationAt: (validAt: string) => Situation,
  window: { readonly until: string; readonly days: number },
): readonly HistoryDay[] {
  return listDays(window.until, window.days).map((day) => {
    const { ladder, channels } = situationAt(day);
    return {
      day,
      rungs: ladder.map(({ pair, level, rung, id }) => ({ pair, level, rung, lineId: id })),
      channels: channels.map(({ channel, state, id }) => ({ channel, state, lineId: id })),
    };
  });
}
