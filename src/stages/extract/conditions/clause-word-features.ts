import type { FeatureList } from '../statements/hashed-features.ts';
import type { ClauseView } from './clause-view.ts';

const LIMITS = [1, 2, 4, 7, 12, 20, 35] as const;

/** Counts in growing steps, so that long ways need little telling apart. */
export function stepOf(count: number): number {
  let step = 0;
  while (step < LIMITS.length && count >= LIMITS[step]) step++;
  return step;
}

export const bound = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/** Several values as one. */
export function join(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 15)) + c, 0x27d4eb2f);
  return Math.imul((hash ^ (hash >>> 14)) + d, 0x165667b1);
}

/** Values for the places before the first and after the last word. */
export const BEFORE = -1;
export const AFTER = -2;

export function valueAt(list: Int32Array | Uint8Array, i: number): number {
  return i < 0 ? BEFORE : i >= list.length ? AFTER : list[i];
}

/** What the tree alone takes a word to be: 0 nothing, 1 condition, 2 what hangs on it, 3 beyond the edge. */
export function roughPart(view: ClauseView, i: number): number {
  if (i < 0 || i >= view.count) return 3;
  const { rough, from } = view;
  if (rough === undefined) return 0;
  const t = from + i;
  if (t >= rough.protasis.first && t <= rough.protasis.last) return 1;
  return rough.apodosis !== undefined && t >= rough.apodosis.first && t <= rough.apodosis.last ? 2 : 0;
}

/** How many chunks a word stands from the cue. */
const chunksAway = (view: ClauseView, i: number): number =>
  view.cue.at < 0 ? 0 : bound(view.chunk[i] - view.chunk[view.cue.at], 3);

function addForm(view: ClauseView, i: number, list: FeatureList): void {
  const { word, form, tag, relation, head } = view;
  list.add(1, word[i]);
  list.add(2, tag[i]);
  list.add(3, valueAt(tag, i - 1), tag[i]);
  list.add(4, tag[i], valueAt(tag, i + 1));
  list.add(5, valueAt(form, i - 1));
  list.add(6, valueAt(form, i + 1));
  list.add(7, relation[i], head[i] < 0 ? BEFORE : tag[head[i]]);
}

function addClause(view: ClauseView, i: number, list: FeatureList): void {
  const { clauses, cue } = view;
  const side = cue.at < 0 ? 2 : i < cue.at ? 0 : 1;
  const short = join(clauses.short[i], clauses.shortAbove[i]);
  const away = chunksAway(view, i);
  list.add(10, clauses.full[i]);
  list.add(11, short);
  list.add(12, clauses.fullAbove[i]);
  list.add(13, short, side);
  list.add(14, clauses.full[i], side, cue.kind);
  list.add(15, clauses.underIf[i], cue.kind, side);
  list.add(16, away, clauses.short[i], cue.kind);
  list.add(17, clauses.underIf[i], away, clauses.short[i]);
}

function addPlace(view: ClauseView, i: number, list: FeatureList): void {
  const { cue, chunk, chunkCues, quoted, sentence, count } = view;
  const away = chunksAway(view, i);
  const distance = cue.at < 0 ? 99 : i < cue.at ? -stepOf(cue.at - i) : stepOf(i - cue.at);
  const cues = chunkCues[chunk[i]];
  list.add(20, view.left[i]);
  list.add(21, view.right[i]);
  list.add(22, view.leftWord[i], view.rightWord[i]);
  list.add(23, view.left[i], view.rightWord[i]);
  list.add(24, distance, cue.kind);
  list.add(25, away, cue.kind);
  list.add(26, cues, away);
  list.add(27, cues, valueAt(chunkCues, chunk[i] + 1), valueAt(chunkCues, chunk[i] - 1));
  list.add(28, quoted[i], cue.at < 0 ? 2 : quoted[cue.at]);
  list.add(29, sentence[i] - (cue.at < 0 ? 0 : sentence[cue.at]), cue.kind);
  list.add(30, Math.floor((4 * i) / count), stepOf(count));
}

/** What the two kinds of text that were learnt from do differently. */
function addOwn(view: ClauseView, i: number, list: FeatureList): void {
  const { cue, clauses } = view;
  const own = view.anchored ? 1 : 0;
  const side = cue.at < 0 ? 2 : i < cue.at ? 0 : 1;
  const distance = cue.at < 0 ? 99 : i < cue.at ? -stepOf(cue.at - i) : stepOf(i - cue.at);
  list.add(40, own, view.form[i]);
  list.add(41, own, join(clauses.short[i], clauses.shortAbove[i]), side);
  list.add(42, own, distance);
  list.add(43, own, clauses.underIf[i], side);
  list.add(44, own, view.left[i]);
}

/** What speaks for the part of a conditional that a word belongs to. */
export function addWordFeatures(view: ClauseView, i: number, list: FeatureList): void {
  addForm(view, i, list);
  addClause(view, i, list);
  addPlace(view, i, list);
  addOwn(view, i, list);
  const rough = roughPart(view, i);
  list.add(50, rough);
  list.add(51, rough, view.cue.kind, chunksAway(view, i));
}
