import type { Dynamics } from '../../../model/dynamics.ts';
import { toExampleMove } from '../../../model/example-move.ts';
import type { Move } from '../../../model/fact.ts';
import { matchesMove, traitsBy } from '../../../model/matches-move.ts';
import type { MoveTraits } from '../../../model/matches-move.ts';
import type { LadderEntry, Pair, Playbook } from '../../../model/playbook.ts';
import type { LadderSlot, PreparedPair } from './prepared-play.ts';
import { dayOfMove } from './stream-history.ts';

/** Whether a side's move counts for a pair by an entry; as in the ladder of the situation. */
function counts(move: Move, entry: LadderEntry, pair: Pair, side: string, traits: MoveTraits): boolean {
  if (entry.move.by !== undefined && !entry.move.by.includes(side)) return false;
  if (!matchesMove(move, { ...entry.move, by: [side] }, traits)) return false;
  const other = pair.sides[0] === side ? pair.sides[1] : pair.sides[0];
  if (move.targetSideIds.includes(other)) return !move.sideIds.includes(other);
  if (move.targetSideIds.length > 0) return false;
  return move.sideIds.includes(other) || pair.untargeted.includes(side);
}

/** Ladder entries as slots: which streams' moves put each pair where, and since when before the start. */
export function toPairs(
  playbook: Playbook,
  dynamics: Dynamics,
  past: readonly Move[],
  startDay: number,
): readonly PreparedPair[] {
  const traits = traitsBy(playbook.classes);
  const { ladder } = playbook;
  const levelOf = (rung: string): number => ladder.rungs.find(({ id }) => id === rung)?.level ?? 0;
  const examples = dynamics.streams.map((stream) => toExampleMove(stream, playbook.sides));
  const dated = past.flatMap((move) => {
    const day = dayOfMove(move);
    return day === undefined || day > startDay ? [] : [{ move, day }];
  });
  const toSlot = (entry: LadderEntry, pair: Pair, side: string): LadderSlot => {
    const fits = (move: Move): boolean => counts(move, entry, pair, side, traits);
    const days = dated.flatMap(({ move, day }) => (fits(move) ? [day - startDay] : []));
    return {
      level: levelOf(entry.rung),
      holdsDays: entry.holdsDays,
      lowers: entry.lowers,
      last: Math.max(-Infinity, ...days),
      streams: examples.flatMap((move, i) => (fits(move) ? [i] : [])),
    };
  };
  return ladder.pairs.map((pair) => {
    const entries = ladder.entries.filter(({ pairs }) => pairs === undefined || pairs.includes(pair.id));
    const slots = entries.flatMap((entry) => pair.sides.map((side) => toSlot(entry, pair, side)));
    const kept = slots.filter(({ last, streams }) => last > -Infinity || streams.length > 0);
    return { id: pair.id, slots: kept, rest: levelOf(ladder.rest), decayDays: ladder.decayDays };
  });
}

/** Level that a slot still gives on a day: full while it holds, then by steps towards rest. */
export function slotLevel(slot: LadderSlot, last: number, day: number, pair: PreparedPair): number {
  const age = day - last;
  if (age <= slot.holdsDays) return slot.level;
  const steps = Math.ceil((age - slot.holdsDays) / pair.decayDays);
  return slot.level >= pair.rest
    ? Math.max(pair.rest, slot.level - steps)
    : Math.min(pair.rest, slot.level + steps);
}

/** The pair's level on a day: the highest of what counts since the last move that lowered it. */
export function pairLevel(pair: PreparedPair, lasts: Float64Array, day: number): number {
  let lowest = -Infinity;
  let level = pair.rest;
  for (let s = 0; s < pair.slots.length; s++) {
    const slot = pair.slots[s];
    if (!slot.lowers || lasts[s] <= lowest) continue;
    const given = slotLevel(slot, lasts[s], day, pair);
    if (given === pair.rest) continue;
    lowest = lasts[s];
    level = given;
  }
  let top = pair.rest;
  for (let s = 0; s < pair.slots.length; s++) {
    const slot = pair.slots[s];
    if (!slot.lowers && lasts[s] > lowest) top = Math.max(top, slotLevel(slot, lasts[s], day, pair));
  }
  return top > pair.rest ? top : level;
}

/** The next day on which the level may change if nothing happens. */
export function nextChange(pair: PreparedPair, lasts: Float64Array, day: number): number {
  let next = Infinity;
  for (let s = 0; s < pair.slots.length; s++) {
    const slot = pair.slots[s];
    const age = day - lasts[s];
    if (age === Infinity || slotLevel(slot, lasts[s], day, pair) === pair.rest) continue;
    const steps = Math.max(0, Math.ceil((age - slot.holdsDays) / pair.decayDays));
    next = Math.min(next, lasts[s] + slot.holdsDays + steps * pair.decayDays + 1);
  }
  return next;
}

/** Streams of which a move puts the pair on the level or higher. */
export const streamsReaching = (pair: PreparedPair, level: number): readonly number[] => [
  ...new Set(pair.slots.flatMap((slot) => (!slot.lowers && slot.level >= level ? slot.streams : []))),
];
