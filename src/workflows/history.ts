import type { ChannelState } from '../model/claim.ts';
import type { Situation } from '../model/situation.ts';

/** The ladder and the channels on one day. */
export interface HistoryDay {
  readonly day: string;
  readonly rungs: readonly {
    readonly pair: string;
    readonly level: number;
    readonly rung: string;
  }[];
  readonly channels: readonly {
    readonly channel: string;
    readonly state: ChannelState;
  }[];
}

type Standing = Pick<Situation, 'ladder' | 'channels'>;

/** Days of the past that are asked for. */
export interface HistoryWindow {
  readonly until: string;
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** Days looked at before looking closer. */
const POINTS = 24;
/** Most days looked at: enough for a picture, few enough for an answer soon. */
const MOST = 90;

const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Days of a window, evenly spaced, the last one among them. */
function listDays({ until, days }: HistoryWindow): readonly string[] {
  const step = Math.max(1, Math.ceil(days / POINTS));
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) =>
    toDay(toTime(until) - i * step * DAY_MS),
  ).reverse();
}

function middle(left: string, right: string): string | undefined {
  const gap = Math.round((toTime(right) - toTime(left)) / DAY_MS);
  return gap < 2 ? undefined : toDay(toTime(left) + Math.floor(gap / 2) * DAY_MS);
}

const toHistoryDay = (day: string, { ladder, channels }: Standing): HistoryDay => ({
  day,
  rungs: ladder.map(({ pair, level, rung }) => ({ pair, level, rung })),
  channels: channels.map(({ channel, state }) => ({ channel, state })),
});

const textOf = ({ rungs, channels }: HistoryDay): string => JSON.stringify([rungs, channels]);

/**
 * How rungs and channels stood over the last days, all from what was known by one day. Days between which something
 * changed are looked at ever closer, so that a change stands on its own day; the answer has uneven steps.
 * `breathe` is awaited between days, so that shorter questions are answered meanwhile; once it says `gone`, nobody waits
 * for the answer any more and what was found so far is given back.
 */
export async function historyOf(
  standingAt: (validAt: string) => Standing,
  window: HistoryWindow,
  breathe: () => Promise<'waiting' | 'gone'>,
): Promise<readonly HistoryDay[]> {
  const found = new Map<string, HistoryDay>();
  let isWanted = true;
  const look = async (day: string): Promise<HistoryDay> => {
    const seen = found.get(day) ?? toHistoryDay(day, standingAt(day));
    found.set(day, seen);
    isWanted = (await breathe()) === 'waiting';
    return seen;
  };
  let open: (readonly [string, string])[] = [];
  const days = listDays(window);
  for (const day of days) if (isWanted) await look(day);
  days.slice(1).forEach((day, i) => open.push([days[i], day]));
  while (isWanted && open.length > 0 && found.size < MOST) {
    const next: (readonly [string, string])[] = [];
    for (const [left, right] of open) {
      if (!isWanted) break;
      const between = middle(left, right);
      if (between === undefined || textOf(await look(left)) === textOf(await look(right))) continue;
      await look(between);
      next.push([left, between], [between, right]);
    }
    open = next;
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
