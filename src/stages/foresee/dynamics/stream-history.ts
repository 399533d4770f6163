import type { Dynamics, StreamEntry } from '../../../model/dynamics.ts';
import type { Move } from '../../../model/fact.ts';
import { matchesMove, traitsBy } from '../../../model/matches-move.ts';
import { toDayNumber } from '../move-book.ts';

/** Days of one stream, each once and in order, with the ids of the moves that happened on them. */
export interface StreamDays {
  readonly days: Int32Array;
  readonly moveIds: readonly (readonly string[])[];
}

/** The record of a theatre as days of streams; days are counted since 1970. Array `i` is the stream `i`. */
export interface StreamHistory {
  readonly streams: readonly StreamDays[];
  /** Day of the first move or from which a stream's record is complete, and the last day that is known (inclusive). */
  readonly firstDay: number;
  readonly lastDay: number;
}

const FULL_DAY = '2021-03-25'.length;

/** The day on which a move counts; undefined where no single day is known. */
export function dayOfMove(move: Move): number | undefined {
  const from = move.happenedOn?.from;
  return from === undefined || from.length < FULL_DAY ? undefined : toDayNumber(from.slice(0, FULL_DAY));
}

function toStreamDays(found: ReadonlyMap<number, readonly string[]>): StreamDays {
  const sorted = [...found].sort(([a], [b]) => a - b);
  return { days: Int32Array.from(sorted, ([day]) => day), moveIds: sorted.map(([, ids]) => ids) };
}

/** Position of the stream that a move belongs to: the first that it fits. */
export const streamOf = (
  move: Move,
  streams: readonly StreamEntry[],
  classes: Readonly<Record<string, readonly string[]>>,
): number => {
  const traits = traitsBy(classes);
  return streams.findIndex((stream) => matchesMove(move, stream.move, traits));
};

/**
 * Sorts moves into streams. Moves without a day, after `until`, or of no stream are left out; a day counts once.
 * @param until last day, `2021-03-26`, inclusive
 */
export function toStreamHistory(
  moves: readonly Move[],
  dynamics: Dynamics,
  classes: Readonly<Record<string, readonly string[]>>,
  until: string,
): StreamHistory {
  const lastDay = toDayNumber(until);
  const found = dynamics.streams.map(() => new Map<number, string[]>());
  for (const move of moves) {
    const day = dayOfMove(move);
    if (day === undefined || day > lastDay) continue;
    const stream = streamOf(move, dynamics.streams, classes);
    if (stream < 0) continue;
    const ids = found[stream].get(day);
    if (ids) ids.push(move.id);
    else found[stream].set(day, [move.id]);
  }
  const complete = dynamics.streams.flatMap(({ recordFrom }) =>
    recordFrom === undefined ? [] : [toDayNumber(recordFrom)],
  );
  const first = Math.min(lastDay, ...complete, ...found.flatMap((days) => [...days.keys()]));
  return { streams: found.map(toStreamDays), firstDay: first, lastDay };
}

/** The same record as it stood on an earlier day. */
export function historyUntil(history: StreamHistory, lastDay: number): StreamHistory {
  const streams = history.streams.map(({ days, moveIds }) => {
    const count = days.findIndex((day) => day > lastDay);
    const kept = count < 0 ? days.length : count;
    return { days: days.slice(0, kept), moveIds: moveIds.slice(0, kept) };
  });
  return { streams, firstDay: Math.min(history.firstDay, lastDay), lastDay };
}
