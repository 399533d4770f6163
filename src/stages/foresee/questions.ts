import type { History } from '../../model/forecast.ts';
import type { DaySlice } from './mirror.ts';

/** Who will `subject` do `relation` to on that day? With those it did it to. */
export interface Question {
  readonly relation: number;
  readonly subject: number;
  readonly objects: readonly number[];
}

/** The day's questions, by relation and subject. */
export function questionsOf(history: History, slice: DaySlice): readonly Question[] {
  const found = new Map<number, number[]>();
  for (let i = slice.from; i < slice.until; i++) {
    const key = history.relation[i] * history.actorCount + history.subject[i];
    const objects = found.get(key);
    if (objects === undefined) found.set(key, [history.object[i]]);
    else if (!objects.includes(history.object[i])) objects.push(history.object[i]);
  }
  const keys = [...found.keys()].sort((a, b) => a - b);
  return keys.map((key) => ({
    relation: Math.floor(key / history.actorCount),
    subject: key % history.actorCount,
    objects: (found.get(key) ?? []).sort((a, b) => a - b),
  }));
}
