import { contentId } from '../../model/content-id.ts';
import type { Act } from '../../model/move-type.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { ExerciseEntry, Playbook } from '../../model/playbook.ts';
import type { PostureLine } from '../../model/situation.ts';
import { dayText } from './day-number.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

const STATES: readonly (readonly [Act, PostureLine['state']])[] = [
  ['exercise-held', 'held'],
  ['exercise-scaled-back', 'scaled-back'],
  ['exercise-postponed', 'postponed'],
  ['exercise-enlarged', 'enlarged'],
  ['exercise-restored', 'restored'],
  ['exercise-paused', 'paused'],
];

interface Turn {
  readonly state: PostureLine['state'];
  readonly pattern: MovePattern;
}

const made = new WeakMap<ExerciseEntry, readonly Turn[]>();

function turnsOf(entry: ExerciseEntry): readonly Turn[] {
  const known = made.get(entry);
  if (known) return known;
  const base = { by: entry.sides, class: entry.classes };
  const turns: readonly Turn[] = [
    ...STATES.map(([act, state]) => ({ state, pattern: { ...base, act: [act] } })),
    {
      state: 'planned',
      pattern: {
        ...base,
        act: ['exercise-held', 'exercise-restored', 'exercise-enlarged'],
        status: ['planned'],
      },
    },
  ];
  made.set(entry, turns);
  return turns;
}

function nextMonth(months: readonly number[], today: string): number | undefined {
  const month = Number(today.slice(5, 7));
  const later = months.filter((one) => one > month);
  return later.length > 0 ? Math.min(...later) : months.length > 0 ? Math.min(...months) : undefined;
}

function toLine(entry: ExerciseEntry, view: View, playbook: Playbook): PostureLine {
  const turns = turnsOf(entry).flatMap(({ state, pattern }) => {
    const seen = view.last(pattern);
    return seen === undefined ? [] : [{ state, seen }];
  });
  const sorted = turns.sort((a, b) => b.seen.at - a.seen.at);
  const newest = sorted.at(0);
  const month = nextMonth(entry.months, dayText(view.validAt));
  const holds: readonly string[] = ['held', 'restored', 'enlarged', 'scaled-back'];
  return {
    id: contentId('line', 'posture', playbook.id, entry.id),
    exercise: entry.id,
    state: newest?.state ?? 'unknown',
    ...(newest === undefined ? {} : { since: dayText(newest.seen.at) }),
    running:
      newest !== undefined &&
      holds.includes(newest.state) &&
      newest.seen.until >= view.validAt &&
      newest.seen.until > newest.seen.at,
    ...(month === undefined ? {} : { nextMonth: month }),
    because: because(
      view,
      [entry.id],
      sorted.slice(0, 3).map(({ seen }) => seen.move),
    ),
  };
}

/** T7: each exercise series: held, scaled back, postponed, paused, enlarged or restored. */
export const trackPosture = (view: View, playbook: Playbook): readonly PostureLine[] =>
  playbook.exercises.map((entry) => toLine(entry, view, playbook));
