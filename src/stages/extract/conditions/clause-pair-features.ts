import type { FeatureList } from '../statements/hashed-features.ts';
import { addTieFeatures } from './clause-tie-features.ts';
import { BEFORE, bound, join, stepOf, valueAt } from './clause-word-features.ts';
import type { ClauseView } from './clause-view.ts';
import type { ClausePair } from './label-clauses.ts';
import type { Stretch } from './stretch.ts';

/** A stretch counted from the first word of the view, without punctuation at its edges. */
function within(view: ClauseView, stretch: Stretch): Stretch {
  let first = stretch.first - view.from;
  let last = stretch.last - view.from;
  while (first < last && view.isPunctuation[first] === 1) first++;
  while (last > first && view.isPunctuation[last] === 1) last--;
  return { first, last };
}

const UNREAL: ReadonlySet<string> = new Set(['would', 'could', 'might', "'d", 'should']);
const OPENERS: ReadonlySet<string> = new Set(['if', 'unless', 'without', 'wish', 'wished', 'had', 'were']);

function has(view: ClauseView, { first, last }: Stretch, wanted: ReadonlySet<string>): number {
  for (let i = first; i <= last; i++) if (wanted.has(view.words[i])) return 1;
  return 0;
}

const verbs = (view: ClauseView, { first, last }: Stretch): number =>
  last < first ? 0 : Math.min(4, view.finite[last + 1] - view.finite[first]);

function wordsIn(view: ClauseView, { first, last }: Stretch): number {
  let count = 0;
  for (let i = first; i <= last; i++) if (view.isPunctuation[i] === 0) count++;
  return count;
}

/** Ties of the tree out of a stretch and into it, and the relation of the last that leads out. */
function tiesOf(
  view: ClauseView,
  { first, last }: Stretch,
): readonly [out: number, into: number, relation: number] {
  let out = 0;
  let into = 0;
  let relation = BEFORE;
  for (let i = 0; i < view.count; i++) {
    if (view.isPunctuation[i] === 1) continue;
    const head = view.head[i];
    const isIn = i >= first && i <= last;
    const leadsIn = head >= first && head <= last;
    if (isIn && !leadsIn) {
      out++;
      relation = view.relation[i];
    }
    if (!isIn && leadsIn) into++;
  }
  return [Math.min(out, 4), Math.min(into, 4), relation];
}

/** Whether quotation marks and brackets in a stretch close what they open. */
function isBalanced(view: ClauseView, { first, last }: Stretch): number {
  let quotes = 0;
  let brackets = 0;
  for (let i = first; i <= last; i++) {
    if (view.words[i] === '"') quotes ^= 1;
    else if (view.words[i] === '(') brackets++;
    else if (view.words[i] === ')') brackets--;
  }
  return quotes + (brackets === 0 ? 0 : 2);
}

function addSide(view: ClauseView, side: Stretch, base: number, order: number, list: FeatureList): void {
  const { form, cue, clauses, count } = view;
  const [out, into, relation] = tiesOf(view, side);
  const finite = verbs(view, side);
  const unreal = has(view, side, UNREAL);
  const opener = has(view, side, OPENERS);
  const before = valueAt(form, side.first - 1);
  const after = valueAt(form, side.last + 1);
  list.add(base, out, into);
  list.add(base + 1, out, into, order);
  list.add(base + 2, relation, out, order);
  list.add(base + 3, finite, unreal, opener);
  list.add(base + 4, finite, order, cue.kind);
  list.add(base + 5, stepOf(side.last - side.first), order);
  list.add(base + 6, form[side.first], form[side.last]);
  list.add(base + 7, before, form[side.first], order);
  list.add(base + 8, after, order, out);
  list.add(base + 9, before, after, into);
  list.add(base + 10, isBalanced(view, side));
  list.add(base + 11, clauses.short[side.first], clauses.short[side.last], finite);
  list.add(base + 12, view.sentence[side.last] - view.sentence[side.first]);
  list.add(base + 13, unreal, join(has(view, { first: 0, last: count - 1 }, UNREAL), opener), order);
  list.add(base + 14, out, into, join(before, after));
  list.add(base + 15, finite, unreal, join(stepOf(side.last - side.first), order));
}

/** What a way leaves out: words before, between and after the clauses. */
function addRest(view: ClauseView, rest: Stretch, base: number, order: number, list: FeatureList): void {
  const count = wordsIn(view, rest);
  const finite = verbs(view, rest);
  const unreal = has(view, rest, UNREAL);
  list.add(base, stepOf(count), order);
  list.add(base + 1, finite, unreal, order);
  list.add(base + 2, Math.min(count, 3), finite, valueAt(view.form, rest.first));
  list.add(
    base + 3,
    Math.min(count, 3),
    unreal,
    rest.last < rest.first ? BEFORE : valueAt(view.form, rest.last),
  );
  list.add(base + 4, has(view, rest, OPENERS), order, unreal);
}

/** 0 the condition alone, 1 first, 2 last, 3 in the middle. */
function orderOf(protasis: Stretch, apodosis: Stretch | undefined): number {
  if (apodosis === undefined) return 0;
  if (apodosis.first > protasis.first) return 1;
  return apodosis.last > protasis.last ? 3 : 2;
}

/** What speaks for one way to see a text as a conditional that no single word or gap can tell. */
export function addPairFeatures(view: ClauseView, pair: ClausePair, list: FeatureList): void {
  const protasis = within(view, pair.protasis);
  const apodosis = pair.apodosis === undefined ? undefined : within(view, pair.apodosis);
  const base = view.anchored ? 300 : 400;
  const first = Math.min(protasis.first, apodosis?.first ?? protasis.first);
  const last = Math.max(protasis.last, apodosis?.last ?? protasis.last);
  const order = orderOf(protasis, apodosis);
  list.add(base, order);
  list.add(base + 1, order, view.cue.kind);
  addSide(view, protasis, base + 10, order, list);
  if (view.anchored) addTieFeatures(view, protasis, apodosis, list);
  addRest(view, { first: 0, last: first - 1 }, base + 50, order, list);
  addRest(view, { first: last + 1, last: view.count - 1 }, base + 55, order, list);
  if (apodosis === undefined) return;
  addSide(view, apodosis, base + 30, order, list);
  const [one, two] = order === 1 ? [protasis, apodosis] : [apodosis, protasis];
  const between = order === 3 ? { first: 0, last: -1 } : { first: one.last + 1, last: two.first - 1 };
  addRest(view, between, base + 60, order, list);
  list.add(base + 66, order, valueAt(view.form, one.last + 1), valueAt(view.form, two.first));
  list.add(base + 67, verbs(view, protasis), verbs(view, apodosis), order);
  list.add(base + 68, bound(apodosis.last - apodosis.first - protasis.last + protasis.first, 1), order);
}
