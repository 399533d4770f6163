import { contentId } from '../../model/content-id.ts';
import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { LadderEntry, Pair, Playbook, Rung } from '../../model/playbook.ts';
import type { LadderLine } from '../../model/situation.ts';
import { dayText } from './day-number.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

/** A move that puts a pair on a rung now. */
interface Hold {
  readonly entry: LadderEntry;
  readonly seen: Seen;
  readonly level: number;
}

const TREND_DAYS = 30;
const MOST_MOVES = 8;

const patterns = new WeakMap<LadderEntry, Map<string, MovePattern>>();

/** The entry's pattern for the deeds of one side; made once. */
function patternFor(entry: LadderEntry, side: string): MovePattern | undefined {
  if (entry.move.by !== undefined && !entry.move.by.includes(side)) return undefined;
  const known = patterns.get(entry) ?? new Map<string, MovePattern>();
  patterns.set(entry, known);
  const pattern = known.get(side) ?? { ...entry.move, by: [side] };
  known.set(side, pattern);
  return pattern;
}

const otherOf = (pair: Pair, side: string): string =>
  pair.sides[0] === side ? pair.sides[1] : pair.sides[0];

/** A deed belongs to the pair if it is done to the other side, together with it, or to nobody by a side watched for that. */
function concerns(move: Move, pair: Pair, side: string): boolean {
  const other = otherOf(pair, side);
  if (move.targetSideIds.includes(other)) return !move.sideIds.includes(other);
  if (move.targetSideIds.length > 0) return false;
  return move.sideIds.includes(other) || pair.untargeted.includes(side);
}

function lastOf(entry: LadderEntry, pair: Pair, side: string, view: View): Seen | undefined {
  const pattern = patternFor(entry, side);
  return pattern && view.lastWhere(pattern, (move) => concerns(move, pair, side));
}

/** Level that an entry still gives so many days after its move: falls by steps towards rest. */
function levelAfter(entry: LadderEntry, age: number, levels: Levels): number {
  const full = levels.of(entry.rung);
  if (age <= entry.holdsDays) return full;
  const steps = Math.ceil((age - entry.holdsDays) / levels.decayDays);
  return full >= levels.rest ? Math.max(levels.rest, full - steps) : Math.min(levels.rest, full + steps);
}

interface Levels {
  readonly of: (rung: string) => number;
  readonly rungAt: (level: number) => Rung;
  readonly rest: number;
  readonly decayDays: number;
}

function toLevels(playbook: Playbook): Levels {
  const { rungs, rest, decayDays } = playbook.ladder;
  const sorted = [...rungs].sort((a, b) => a.level - b.level);
  const of = (id: string): number => rungs.find((rung) => rung.id === id)?.level ?? 0;
  const rungAt = (level: number): Rung => {
    const below = sorted.filter((rung) => rung.level <= level);
    return below.at(-1) ?? sorted[0];
  };
  return { of, rungAt, rest: of(rest), decayDays };
}

interface Standing {
  readonly level: number;
  readonly hold?: Hold;
}

/** Where the deeds of these sides put the pair: the highest of what still counts since the last that lowered it. */
function standing(playbook: Playbook, pair: Pair, sides: readonly string[], view: View): Standing {
  const levels = toLevels(playbook);
  const holds: Hold[] = [];
  for (const entry of playbook.ladder.entries) {
    if (entry.pairs && !entry.pairs.includes(pair.id)) continue;
    for (const side of sides) {
      const seen = lastOf(entry, pair, side, view);
      if (seen) holds.push({ entry, seen, level: levelAfter(entry, view.validAt - seen.at, levels) });
    }
  }
  const lowers = holds.filter((hold) => hold.entry.lowers && hold.level !== levels.rest);
  const lowest = lowers.toSorted((a, b) => b.seen.at - a.seen.at).at(0);
  const raises = holds.filter(
    (hold) => !hold.entry.lowers && hold.level > levels.rest && hold.seen.at > (lowest?.seen.at ?? -Infinity),
  );
  const top = raises.toSorted((a, b) => b.level - a.level || b.seen.at - a.seen.at).at(0) ?? lowest;
  return top === undefined ? { level: levels.rest } : { level: top.level, hold: top };
}

/** Back from the newest move while the next older one still held when the newer came. */
function chainOf(hold: Hold, pair: Pair, view: View): readonly Seen[] {
  const chain = pair.sides.flatMap((side) => {
    const pattern = patternFor(hold.entry, side);
    return pattern === undefined
      ? []
      : view.newest(pattern, 200).filter((seen) => concerns(seen.move, pair, side));
  });
  const sorted = [...new Map(chain.map((seen) => [seen.move.id, seen])).values()].sort((a, b) => b.at - a.at);
  const kept: Seen[] = [];
  for (const seen of sorted) {
    const newer = kept.at(-1);
    if (newer !== undefined && newer.at - seen.at > hold.entry.holdsDays) break;
    kept.push(seen);
  }
  return kept;
}

/** The next day on which the pair moves towards rest, if nothing else happens. */
function fallsOn(hold: Hold, view: View, decayDays: number): string {
  const held = hold.seen.at + hold.entry.holdsDays;
  const steps = Math.max(0, Math.ceil((view.validAt - held) / decayDays));
  return dayText(held + steps * decayDays + 1);
}

function neighbours(playbook: Playbook, pair: Pair, level: number) {
  const levels = toLevels(playbook);
  const open = playbook.ladder.entries.filter((entry) => !entry.pairs || entry.pairs.includes(pair.id));
  const ids = (entries: readonly LadderEntry[]): readonly string[] =>
    entries.toSorted((a, b) => levels.of(a.rung) - levels.of(b.rung)).map((entry) => entry.id);
  return {
    raisedBy: ids(open.filter((entry) => !entry.lowers && levels.of(entry.rung) > level)),
    loweredBy: ids(open.filter((entry) => entry.lowers && levels.of(entry.rung) < level)),
  };
}

function bySide(playbook: Playbook, pair: Pair, view: View): LadderLine['bySide'] {
  const levels = toLevels(playbook);
  return pair.sides.map((side) => {
    const own = standing(playbook, pair, [side], view);
    const moveIds = own.hold === undefined ? [] : [own.hold.seen.move.id];
    return { side, rung: levels.rungAt(own.level).id, level: own.level, moveIds };
  });
}

function toLine(playbook: Playbook, pair: Pair, view: View): LadderLine {
  const levels = toLevels(playbook);
  const now = standing(playbook, pair, pair.sides, view);
  const before = standing(playbook, pair, pair.sides, view.on(view.validAt - TREND_DAYS));
  const chain = now.hold === undefined ? [] : chainOf(now.hold, pair, view);
  const moves: readonly Move[] = chain.slice(0, MOST_MOVES).map((seen) => seen.move);
  const falls = now.hold === undefined ? undefined : fallsOn(now.hold, view, playbook.ladder.decayDays);
  const first = chain.at(-1);
  return {
    id: contentId('line', 'ladder', playbook.id, pair.id),
    pair: pair.id,
    rung: levels.rungAt(now.level).id,
    level: now.level,
    direction: now.level > before.level ? 'rising' : now.level < before.level ? 'falling' : 'steady',
    ...(first === undefined ? {} : { since: dayText(first.at) }),
    bySide: bySide(playbook, pair, view),
    ...neighbours(playbook, pair, now.level),
    ...(falls === undefined ? {} : { fallsOn: falls }),
    because: because(view, now.hold === undefined ? [] : [now.hold.entry.id], moves),
  };
}

/** T1: where each pair stands on the ladder, by what, since when, and what would take it up or down. */
export const climbLadder = (view: View, playbook: Playbook): readonly LadderLine[] =>
  playbook.ladder.pairs.map((pair) => toLine(playbook, pair, view));
