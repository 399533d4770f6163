import type { Move } from '../../model/fact.ts';
import type { Test } from '../../model/move-pattern.ts';
import { firstDay, lastDay } from './day-number.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

export interface Outcome {
  readonly holds: boolean;
  readonly moves: readonly Move[];
  /** Day on which it came to hold, where a move brought it about. */
  readonly on?: number;
}

/** At most so many moves are named as the ground of a test. */
const SHOWN = 12;

type Counted = Extract<Test, { kind: 'some' | 'none' }>;

const outcome = (holds: boolean, seen: readonly Seen[], on?: number): Outcome => ({
  holds,
  moves: seen.map((one) => one.move),
  ...(on === undefined ? {} : { on }),
});

function counted(test: Counted, view: View, most: number): readonly Seen[] {
  const starts = [
    test.from === undefined ? -Infinity : firstDay(test.from),
    test.withinDays === undefined ? -Infinity : view.validAt - test.withinDays + 1,
  ];
  if (test.since !== undefined) {
    const after = view.last(test.since);
    if (after === undefined) return [];
    starts.push(after.at + 1);
  }
  const until = test.until === undefined ? view.validAt : Math.min(view.validAt, lastDay(test.until));
  return view.each(test.move, Math.max(...starts), until, most);
}

function runSome(test: Extract<Test, { kind: 'some' }>, view: View): Outcome {
  const found = counted(test, view, Math.max(SHOWN, test.atLeast));
  if (found.length < test.atLeast) return outcome(false, []);
  return outcome(true, found.slice(0, SHOWN), found[test.atLeast - 1].at);
}

function runOrder(test: Extract<Test, { kind: 'order' }>, view: View): Outcome {
  const found: Seen[] = [];
  let before = view.validAt;
  for (const pattern of test.moves.toReversed()) {
    const last = view.last(pattern, before);
    if (last === undefined) return outcome(false, []);
    found.unshift(last);
    before = last.at - 1;
  }
  const [first, final] = [found.at(0), found.at(-1)];
  const length = (final?.at ?? 0) - (first?.at ?? 0);
  const holds = test.withinDays === undefined || length <= test.withinDays;
  return holds ? outcome(true, found, final?.at) : outcome(false, []);
}

function runAll(test: Extract<Test, { kind: 'all' | 'any' }>, view: View): Outcome {
  const parts = test.of.map((part) => runTest(part, view));
  const holds = test.kind === 'all' ? parts.every((part) => part.holds) : parts.some((part) => part.holds);
  const holding = parts.filter((part) => part.holds);
  const days = holding.flatMap((part) => part.on ?? []);
  const on = test.kind === 'all' ? Math.max(...days) : Math.min(...days);
  const moves = holding.flatMap((part) => part.moves);
  return holds ? { holds, moves, ...(Number.isFinite(on) ? { on } : {}) } : { holds, moves: [] };
}

/** Says whether a test holds in a view, and which moves make it so. */
export function runTest(test: Test, view: View): Outcome {
  switch (test.kind) {
    case 'some':
      return runSome(test, view);
    case 'none':
      return outcome(counted(test, view, 1).length === 0, []);
    case 'gap': {
      const last = view.last(test.move);
      const holds = last !== undefined && view.validAt - last.until >= test.atLeastDays;
      return outcome(holds, holds ? [last] : [], holds ? last.until + test.atLeastDays : undefined);
    }
    case 'order':
      return runOrder(test, view);
    case 'on-or-after': {
      const day = firstDay(test.day);
      return outcome(view.validAt >= day, [], day);
    }
    case 'all':
    case 'any':
      return runAll(test, view);
    case 'not':
      return { holds: !runTest(test.of, view).holds, moves: [] };
  }
}
