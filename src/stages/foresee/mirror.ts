import type { History } from '../../model/forecast.ts';

/** The same moves seen from both ends: after each move its inverse, relation number + relationCount. */
export function mirror(history: History): History {
  const count = history.count * 2;
  const subject = new Int32Array(count);
  const relation = new Int32Array(count);
  const object = new Int32Array(count);
  const day = new Int32Array(count);
  for (let i = 0; i < history.count; i++) {
    const j = 2 * i;
    subject[j] = object[j + 1] = history.subject[i];
    object[j] = subject[j + 1] = history.object[i];
    relation[j] = history.relation[i];
    relation[j + 1] = history.relation[i] + history.relationCount;
    day[j] = day[j + 1] = history.day[i];
  }
  return {
    count,
    actorCount: history.actorCount,
    relationCount: history.relationCount * 2,
    subject,
    relation,
    object,
    day,
  };
}

/** Moves `[from, until)` of one day. */
export interface DaySlice {
  readonly day: number;
  readonly from: number;
  readonly until: number;
}

/** The days on which something happened, in order. */
export function daySlices(history: History): readonly DaySlice[] {
  const slices: DaySlice[] = [];
  let from = 0;
  for (let i = 1; i <= history.count; i++) {
    if (i < history.count && history.day[i] === history.day[from]) continue;
    slices.push({ day: history.day[from], from, until: i });
    from = i;
  }
  return slices;
}
