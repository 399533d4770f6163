import { contentId } from '../../model/content-id.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { Playbook, ProcessEntry } from '../../model/playbook.ts';
import type { ProcessLine } from '../../model/situation.ts';
import { claimsTold } from './claim-index.ts';
import type { ClaimIndex, KnownClaim } from './claim-index.ts';
import { dayText, lastDay } from './day-number.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

const newest = (patterns: readonly MovePattern[], view: View, from?: number): Seen | undefined =>
  patterns
    .flatMap((pattern) => view.newest(pattern, 1, from))
    .sort((a, b) => b.at - a.at)
    .at(0);

const first = (patterns: readonly MovePattern[], view: View, from?: number): Seen | undefined =>
  patterns
    .flatMap((pattern) => view.each(pattern, from, undefined, 1))
    .sort((a, b) => a.at - b.at)
    .at(0);

/** The last day that somebody named for it, in claims made since it began. */
function dueSaid(told: readonly KnownClaim[], began: number): number | undefined {
  const days = told.flatMap(({ claim, known }) => {
    const due =
      claim.kind === 'outlook'
        ? (claim.due ?? claim.when)
        : claim.kind === 'process' && claim.phase !== 'begun'
          ? claim.when
          : undefined;
    const until = due?.until ?? due?.from;
    return until === undefined || lastDay(until) < Math.max(known, began) ? [] : [lastDay(until)];
  });
  return days.at(-1);
}

/** Days that a process stays "due" before it is overdue. */
const GRACE_DAYS = 7;

function stateOf(
  view: View,
  times: { begun?: number; due?: number; completed?: number },
): ProcessLine['state'] {
  if (times.completed !== undefined) return 'done';
  if (times.begun === undefined) return 'not-begun';
  if (times.due === undefined || view.validAt < times.due) return 'in-progress';
  return view.validAt <= times.due + GRACE_DAYS ? 'due' : 'overdue';
}

function toLine(entry: ProcessEntry, view: View, claims: ClaimIndex, playbook: Playbook): ProcessLine {
  const begun = newest(entry.begun, view);
  const completed = first(entry.completed, view, begun?.at);
  const began = begun?.at ?? -Infinity;
  const told = claimsTold(claims, entry.told, view.knownAt).filter(
    ({ known }) => known >= began && known <= view.validAt,
  );
  const said = dueSaid(told, began);
  const due = said ?? (begun && entry.dueAfterDays !== undefined ? begun.at + entry.dueAfterDays : undefined);
  const seenBegun = begun?.at ?? told.at(0)?.known;
  const moves = [begun, completed].flatMap((seen) => (seen ? [seen.move] : []));
  return {
    id: contentId('line', 'processes', playbook.id, entry.id),
    process: entry.id,
    owner: entry.owner,
    state: stateOf(view, {
      ...(seenBegun === undefined ? {} : { begun: seenBegun }),
      ...(due === undefined ? {} : { due }),
      ...(completed ? { completed: completed.at } : {}),
    }),
    ...(begun ? { begun: dayText(begun.at) } : {}),
    ...(due === undefined ? {} : { due: dayText(due) }),
    ...(completed ? { completed: dayText(completed.at) } : {}),
    because: because(
      view,
      [entry.id],
      moves,
      told.map(({ claim }) => claim.id),
    ),
  };
}

/** T9: reviews and other processes with a clock: begun, due, done or overdue. */
export const runClocks = (view: View, claims: ClaimIndex, playbook: Playbook): readonly ProcessLine[] =>
  playbook.processes.map((entry) => toLine(entry, view, claims, playbook));
