import { DEPREL } from '../../../model/marks.ts';
import { hashText } from '../statements/hashed-features.ts';
import type { FeatureList } from '../statements/hashed-features.ts';
import { AFTER, BEFORE, bound, join, roughPart, valueAt } from './clause-word-features.ts';
import { sureness } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';

/** A gap before word `at`, with what stands around it. */
interface Gap {
  readonly at: number;
  /** Nearest words that are no punctuation. */
  readonly before: number;
  readonly after: number;
  /** The punctuation on both sides, as one code. */
  readonly marks: number;
  /** How the clauses on both sides hang together. */
  readonly tie: number;
}

const BASE_RELATION: readonly number[] = DEPREL.map((label) => hashText(label.split(':')[0]));

const markAt = (view: ClauseView, i: number): number =>
  i >= 0 && i < view.count && view.isPunctuation[i] === 1 ? view.word[i] : 0;

function tieOf({ clauses, count }: ClauseView, before: number, after: number): number {
  if (before < 0 || after >= count) return 4;
  if (clauses.clause[before] === clauses.clause[after]) return 0;
  if (clauses.above[before] === clauses.clause[after]) return 1;
  return clauses.above[after] === clauses.clause[before] ? 2 : 3;
}

function gapAt(view: ClauseView, at: number): Gap {
  let after = at;
  while (after < view.count && view.isPunctuation[after] === 1) after++;
  let before = at - 1;
  while (before >= 0 && view.isPunctuation[before] === 1) before--;
  return {
    at,
    before,
    after,
    marks: join(markAt(view, at - 1), markAt(view, at)),
    tie: tieOf(view, before, after),
  };
}

const LONGEST_WAY = 30;

/** The highest word whose subtree begins (or ends) at a word. */
function topAt({ ground, from, head }: ClauseView, i: number, edges: Int32Array): number {
  let at = i;
  for (let steps = 0; steps < LONGEST_WAY; steps++) {
    const up = head[at];
    if (up < 0 || edges[from + up] !== from + i || ground.marks.head[from + at] < 0) break;
    at = up;
  }
  return at;
}

function addWords(view: ClauseView, { at, before, after, marks }: Gap, list: FeatureList): void {
  const { word, form, tag } = view;
  const forms = (i: number): number => valueAt(form, i);
  list.add(60, valueAt(word, at - 1), forms(at));
  list.add(61, valueAt(word, at));
  list.add(62, valueAt(word, at - 1));
  list.add(63, forms(at - 2), forms(at - 1), forms(at));
  list.add(64, forms(at - 1), forms(at), forms(at + 1));
  list.add(65, forms(after), marks);
  list.add(66, valueAt(word, after));
  list.add(67, forms(before), marks);
  list.add(68, forms(after), forms(after + 1), marks);
  list.add(69, valueAt(tag, at - 1), valueAt(tag, at));
  list.add(
    70,
    join(valueAt(tag, before - 1), valueAt(tag, before), valueAt(tag, after), valueAt(tag, after + 1)),
    marks,
  );
}

function addTree(view: ClauseView, { before, after, marks, tie }: Gap, list: FeatureList): void {
  const { clauses, count, relation, tag, form, ground } = view;
  const full = [before < 0 ? BEFORE : clauses.full[before], after >= count ? AFTER : clauses.full[after]];
  const short = [before < 0 ? BEFORE : clauses.short[before], after >= count ? AFTER : clauses.short[after]];
  const opens = after < count ? topAt(view, after, ground.tree.first) : -1;
  const closes = before >= 0 ? topAt(view, before, ground.tree.last) : -1;
  const openLabel = opens < 0 ? AFTER : BASE_RELATION[relation[opens]];
  const closeLabel = closes < 0 ? BEFORE : BASE_RELATION[relation[closes]];
  const sides = join(short[0], short[1]);
  const under = join(before < 0 ? 9 : clauses.underIf[before], after >= count ? 9 : clauses.underIf[after]);
  list.add(80, sides, tie, marks);
  list.add(81, sides, marks);
  list.add(82, full[0], marks);
  list.add(83, full[1], marks);
  list.add(84, tie, marks);
  list.add(85, full[1], tie, valueAt(form, after));
  list.add(86, opens < 0 ? AFTER : relation[opens], opens < 0 ? 0 : tag[opens], marks);
  list.add(87, closes < 0 ? BEFORE : relation[closes], closes < 0 ? 0 : tag[closes], marks);
  list.add(88, openLabel, closeLabel, marks);
  list.add(89, openLabel, short[1], marks);
  list.add(90, closeLabel, short[0], marks);
  list.add(91, openLabel, valueAt(form, after), marks);
  list.add(92, under, marks);
  list.add(93, under, tie, openLabel);
  list.add(97, openLabel, opens < 0 ? 9 : sureness(view, opens), marks);
  list.add(98, closeLabel, closes < 0 ? 9 : sureness(view, closes), marks);
  const own = view.anchored ? 1 : 0;
  list.add(94, own, join(sides, tie, marks));
  list.add(95, own, openLabel, join(closeLabel, marks));
  list.add(96, own, full[1]);
}

/** How a gap lies to the cue: chunks and finite verbs between. */
function placeOf(view: ClauseView, at: number): readonly [chunks: number, verbs: number] {
  const { cue, chunk, finite, count } = view;
  if (cue.at < 0) return [99, 99];
  const here = chunk[Math.min(count - 1, at)];
  if (at > cue.at) return [bound(here - chunk[cue.at], 3) + 10, bound(finite[at] - finite[cue.at], 3) + 10];
  const chunks = at === cue.at ? -9 : -bound(chunk[cue.at] - here, 3);
  return [chunks, -bound(finite[cue.at] - finite[at], 3)];
}

function addPlace(
  view: ClauseView,
  { at, after, before, marks }: Gap,
  crossing: number,
  list: FeatureList,
): void {
  const { cue, finite, count, sentence, chunk, chunkCues, form, leftWord, rightWord, left, right } = view;
  const [chunks, verbs] = placeOf(view, at);
  const ahead = bound(finite[at], 3);
  const behind = bound(finite[count] - finite[at], 3);
  const edge = at === 0 ? 2 : at === count ? 3 : sentence[at] === sentence[at - 1] ? 0 : 1;
  const own = view.anchored ? 1 : 0;
  list.add(100, chunks, cue.kind);
  list.add(101, chunks, cue.kind, marks);
  list.add(102, ahead, behind, marks);
  list.add(103, verbs, cue.kind, marks);
  list.add(104, verbs, join(ahead, behind), marks);
  list.add(105, Math.min(4, crossing), marks);
  list.add(106, valueAt(leftWord, at - 1), valueAt(rightWord, at), marks);
  list.add(107, valueAt(left, at - 1), marks);
  list.add(108, valueAt(right, at), marks);
  list.add(109, edge, cue.kind);
  list.add(110, edge, marks);
  const cuesBefore = at > 0 ? chunkCues[chunk[at - 1]] : BEFORE;
  list.add(111, cuesBefore, at < count ? chunkCues[chunk[at]] : AFTER, marks);
  list.add(
    112,
    at < count ? chunkCues[chunk[Math.min(after, count - 1)]] : AFTER,
    valueAt(form, after),
    chunks,
  );
  list.add(113, join(cue.at === after ? 1 : 0, cue.kind), marks, valueAt(form, before));
  list.add(114, valueAt(view.quoted, at), valueAt(view.quoted, at - 1), marks);
  list.add(115, own, chunks, marks);
  list.add(116, own, join(verbs, behind), marks);
  list.add(117, own, edge);
  list.add(118, own, valueAt(form, after), marks);
  list.add(119, own, valueAt(form, before), marks);
}

/** How many ties of the tree pass over each gap; punctuation does not count. */
export function crossings({ count, head, isPunctuation }: ClauseView): Int32Array {
  const change = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    if (head[i] < 0 || isPunctuation[i] === 1) continue;
    change[Math.min(i, head[i]) + 1]++;
    change[Math.max(i, head[i]) + 1]--;
  }
  for (let i = 1; i <= count; i++) change[i] += change[i - 1];
  return change;
}

/** What speaks for a clause to begin or end in the gap before a word; `crossing` counts the ties over it. */
export function addGapFeatures(view: ClauseView, at: number, crossing: number, list: FeatureList): void {
  const gap = gapAt(view, at);
  addWords(view, gap, list);
  addTree(view, gap, list);
  addPlace(view, gap, crossing, list);
  const near = join(roughPart(view, at - 1), roughPart(view, at));
  const far = join(roughPart(view, gap.before), roughPart(view, gap.after));
  list.add(120, near);
  list.add(121, far, gap.marks);
  list.add(122, far, valueAt(view.form, gap.after), gap.tie);
}
