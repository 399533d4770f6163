import { contentId } from '../../model/content-id.ts';
import type { LadderEntry, Playbook } from '../../model/playbook.ts';
import type { CycleLine } from '../../model/situation.ts';
import { dayText } from './day-number.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

const WINDOW_DAYS = 75;
const STEP_DAYS = 15;
const AFTER_DAYS = 45;
const MOST_STEPS = 40;
/** Of each ladder entry. */
const MOST_EACH = 300;
const MOST_CYCLES = 3;
const FLOOR = 0.25;
/** Windows before this many years back are not looked at. */
const REACH_DAYS = 3660;

/** A move as a step: who did what the ladder counts as which. */
interface Step extends Seen {
  readonly symbol: string;
}

type Steps = WeakMap<Seen, Step>;

const steps = new WeakMap<LadderEntry, Steps>();

function stepOf(seen: Seen, entry: LadderEntry, known: Steps): Step {
  const step = known.get(seen) ?? { ...seen, symbol: `${seen.move.sideIds.join('+')} ${entry.id}` };
  known.set(seen, step);
  return step;
}

/** Moves that count on the ladder, in order; those the ladder knows nothing of do not make a cycle. */
function salient(view: View, playbook: Playbook): readonly Step[] {
  const from = view.validAt - REACH_DAYS;
  const found = new Map<string, Step>();
  for (const entry of playbook.ladder.entries) {
    const known = steps.get(entry) ?? new WeakMap<Seen, Step>();
    steps.set(entry, known);
    for (const seen of view.newest(entry.move, MOST_EACH, from))
      found.set(seen.move.id, stepOf(seen, entry, known));
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.move.id < b.move.id ? -1 : 1));
}

/** Length of the longest common subsequence (Hirschberg's recurrence, one row). */
function common(a: readonly string[], b: readonly string[]): number {
  const row = new Int32Array(b.length + 1);
  for (const left of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j];
      row[j] = left === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row[b.length];
}

interface Candidate {
  readonly end: number;
  readonly similarity: number;
  readonly moves: readonly Step[];
}

/** Number of steps whose day is before `day`; the steps are in order. */
function before(moves: readonly Step[], day: number): number {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moves[middle].at < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const between = (moves: readonly Step[], from: number, until: number): readonly Step[] => {
  const end = before(moves, until + 1);
  return moves.slice(Math.max(before(moves, from), end - MOST_STEPS), end);
};

function candidates(view: View, all: readonly Step[], now: readonly string[]): readonly Candidate[] {
  const first = all.at(0)?.at ?? view.validAt;
  const found: Candidate[] = [];
  for (let end = view.validAt - WINDOW_DAYS - AFTER_DAYS; end >= first + 20; end -= STEP_DAYS) {
    const moves = between(all, end - WINDOW_DAYS + 1, end);
    if (moves.length < 3) continue;
    const symbols = moves.map(({ symbol }) => symbol);
    const similarity = (2 * common(now, symbols)) / (now.length + symbols.length);
    if (similarity >= FLOOR) found.push({ end, similarity, moves });
  }
  return found.sort((a, b) => b.similarity - a.similarity || b.end - a.end);
}

function apart(found: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const one of found) {
    if (kept.length < MOST_CYCLES && kept.every((other) => Math.abs(other.end - one.end) >= WINDOW_DAYS))
      kept.push(one);
  }
  return kept;
}

/** The highest steps on the ladder in the weeks after, first of each kind. */
function followedBy(one: Candidate, all: readonly Step[]): CycleLine['followedBy'] {
  const after = all.slice(before(all, one.end + 1), before(all, one.end + AFTER_DAYS + 1));
  const kinds = new Map<string, Step>();
  for (const seen of after) if (!kinds.has(seen.symbol)) kinds.set(seen.symbol, seen);
  return [...kinds.values()]
    .slice(0, 6)
    .map(({ move, at }) => ({ moveId: move.id, on: dayText(at), afterDays: at - one.end }));
}

/** T16: the earlier times whose moves ran most like the last weeks', and what followed then. */
export function compareCycles(view: View, playbook: Playbook): readonly CycleLine[] {
  const all = salient(view, playbook);
  const now = between(all, view.validAt - WINDOW_DAYS + 1, view.validAt).map(({ symbol }) => symbol);
  if (now.length < 3) return [];
  return apart(candidates(view, all, now)).map((one) => {
    const from = dayText(one.end - WINDOW_DAYS + 1);
    const shared = one.moves.filter(({ symbol }) => now.includes(symbol)).map(({ move }) => move);
    return {
      id: contentId('line', 'cycles', playbook.id, from),
      from,
      until: dayText(one.end),
      similarity: Math.round(one.similarity * 1000) / 1000,
      shared: shared.slice(0, 8).map(({ id }) => id),
      followedBy: followedBy(one, all),
      because: because(view, [], shared.slice(0, 8)),
    };
  });
}
