import { hashText } from '../statements/hashed-features.ts';
import type { FeatureList } from '../statements/hashed-features.ts';
import { bound, join, stepOf, valueAt } from './clause-word-features.ts';
import type { ClauseView } from './clause-view.ts';

const UNREAL: ReadonlySet<string> = new Set(['would', 'could', 'might', "'d"]);
const PERFECT: ReadonlySet<string> = new Set(['have', "'ve"]);
const TELLING: readonly string[] = [
  'but', 'because', 'so', 'then', 'otherwise', 'which', 'that', 'who', 'when', 'and', 'instead', '?', 'said', 'without', 'for',
]; // prettier-ignore

function countIn(view: ClauseView, from: number, to: number, wanted: (word: string) => boolean): number {
  let count = 0;
  for (let i = Math.max(0, from); i < to; i++) if (wanted(view.words[i])) count++;
  return count;
}

const isUnreal = (word: string): boolean => UNREAL.has(word);
const isComma = (word: string): boolean => word === ',';

/** What speaks for an order of the clauses in a whole stretch: condition first, last, alone or in the middle. */
export function addOrderFeatures(view: ClauseView, list: FeatureList): void {
  const { cue, count, finite, form, sentence } = view;
  const at = cue.at;
  const where = at < 0 ? 9 : at === 0 ? 0 : at < 4 ? 1 : at < count / 2 ? 2 : 3;
  const unreal = join(
    countIn(view, 0, at, isUnreal) > 0 ? 1 : 0,
    at >= 0 && countIn(view, at + 1, count, isUnreal) > 0 ? 1 : 0,
  );
  const commas = join(
    bound(countIn(view, 0, at, isComma), 2),
    bound(countIn(view, at + 1, count, isComma), 2),
  );
  const verbs = join(
    at < 0 ? 0 : bound(finite[at], 2),
    at < 0 ? bound(finite[count], 3) : bound(finite[count] - finite[at], 2),
  );
  const all = [
    bound(countIn(view, 0, count, isUnreal), 3),
    bound(
      countIn(view, 0, count, (word) => PERFECT.has(word)),
      2,
    ),
  ];
  const own = view.anchored ? 1 : 0;
  for (const kind of [0, own + 1]) {
    const base = 140 + kind * 10;
    list.add(base);
    list.add(base + 1, cue.kind);
    list.add(base + 2, cue.kind, where);
    list.add(base + 3, cue.kind, unreal);
    list.add(base + 4, cue.kind, commas, where);
    list.add(base + 5, cue.kind, unreal, where);
    list.add(base + 6, cue.kind, all[0], all[1]);
    list.add(base + 7, cue.kind, verbs);
    list.add(base + 8, cue.kind, unreal, verbs);
  }
  list.add(170, cue.kind, valueAt(form, at - 1));
  list.add(171, cue.kind, valueAt(form, at + 1));
  list.add(172, cue.kind, stepOf(count));
  list.add(
    173,
    bound(
      countIn(view, 0, count, (word) => word === 'if'),
      2,
    ),
  );
  for (const word of TELLING) list.add(174, hashText(word), view.words.includes(word) ? 1 : 0, cue.kind);
  list.add(175, bound(sentence[count - 1], 2), at < 0 ? 0 : sentence[at], cue.kind);
}
