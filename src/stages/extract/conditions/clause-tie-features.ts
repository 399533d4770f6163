import type { FeatureList } from '../statements/hashed-features.ts';
import { AFTER, BEFORE, join, stepOf, valueAt } from './clause-word-features.ts';
import { sureness } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';
import type { Stretch } from './stretch.ts';

const isIn = ({ first, last }: Stretch, i: number): boolean => i >= first && i <= last;

/** Words of a clause, less those of another that stands amid it. */
interface Cut {
  readonly side: Stretch;
  readonly cut: Stretch | undefined;
}

const holds = ({ side, cut }: Cut, i: number): boolean =>
  isIn(side, i) && (cut === undefined || !isIn(cut, i));

/** The word of a clause by which the tree hangs it on the rest: the surest where there are several; -1 for none. */
function topOf(view: ClauseView, words: Cut): number {
  let top = -1;
  let best = -1;
  for (let i = words.side.first; i <= words.side.last; i++) {
    if (view.isPunctuation[i] === 1 || !holds(words, i)) continue;
    const head = view.head[i];
    if (head >= 0 && holds(words, head)) continue;
    const verbs = view.clauses.clause[i] === i ? 2 : 0;
    const worth = verbs + view.ground.marks.arcProbability[view.from + i];
    if (worth > best) [top, best] = [i, worth];
  }
  return top;
}

/** Every tie of the tree that a clause cuts: a clause of the tree has one out and none in. */
function addCuts(
  view: ClauseView,
  words: Cut,
  other: Stretch | undefined,
  top: number,
  base: number,
  list: FeatureList,
): void {
  const { head, relation, form, isPunctuation, count } = view;
  for (let i = 0; i < count; i++) {
    if (isPunctuation[i] === 1) continue;
    const up = head[i];
    const own = holds(words, i);
    const upOwn = up >= 0 && holds(words, up);
    if (own === upOwn || i === top) continue;
    const toOther =
      other === undefined ? 0 : own ? (up >= 0 && isIn(other, up) ? 1 : 2) : isIn(other, i) ? 1 : 2;
    if (!own && toOther === 1) continue;
    const side = i < words.side.first ? 0 : i > words.side.last ? 1 : 2;
    const way = join(own ? 1 : 0, toOther, side);
    list.add(base, way, sureness(view, i));
    list.add(base + 1, way, relation[i], sureness(view, i));
    list.add(base + 2, way, relation[i], form[i]);
    list.add(base + 3, way, relation[i], up === top ? 1 : 0);
  }
}

function addTop(view: ClauseView, words: Cut, top: number, base: number, list: FeatureList): void {
  const { clauses, relation, form, tag, head, word } = view;
  const { first, last } = words.side;
  if (top < 0) {
    list.add(base);
    return;
  }
  const up = head[top];
  const rel = relation[top];
  const upTag = up < 0 ? BEFORE : tag[up];
  list.add(base + 1, rel, sureness(view, top), clauses.clause[top] === top ? 1 : 0);
  list.add(base + 2, rel, clauses.short[top], form[first]);
  list.add(base + 3, rel, tag[top], upTag);
  list.add(base + 4, rel, up < 0 ? BEFORE : word[up]);
  list.add(base + 5, rel, valueAt(form, first - 1), join(form[first], up < first ? 0 : up > last ? 1 : 2));
  list.add(base + 6, tag[top], clauses.full[top]);
  list.add(base + 7, rel, up < 0 ? BEFORE : relation[up], upTag);
  list.add(base + 8, rel, valueAt(form, last + 1), up > last ? 1 : 0);
}

function countOf(view: ClauseView, { first, last }: Stretch, wanted: string): number {
  let count = 0;
  for (let i = first; i <= last; i++) if (view.words[i] === wanted) count++;
  return Math.min(count, 2);
}

/** Which words and how many make up a condition, and what stands at its end. */
function addCondition(view: ClauseView, protasis: Stretch, list: FeatureList): void {
  const { cue, form, tag, relation, finite, count } = view;
  const { first, last } = protasis;
  const verbs = Math.min(2, finite[last + 1] - finite[first]);
  const next = valueAt(form, cue.at + 1);
  const after = last + 1;
  list.add(540, countOf(view, protasis, 'if'), cue.kind);
  list.add(541, join(stepOf(last - first), verbs), next);
  list.add(542, next, last - first < 4 ? last - first : 9, valueAt(form, after));
  list.add(543, form[last], valueAt(form, after));
  list.add(544, valueAt(tag, last), valueAt(tag, after), after >= count ? AFTER : relation[after]);
}

/** How the top of the condition hangs on the main clause, and the other way round. */
function addMeeting(view: ClauseView, top: number, mainTop: number, main: Cut, list: FeatureList): void {
  const { cue, head, clauses, relation, tag } = view;
  const { side: apodosis, cut: protasis } = main;
  if (protasis === undefined) return;
  const up = top < 0 ? -1 : head[top];
  const mainUp = mainTop < 0 ? -1 : head[mainTop];
  const where =
    up < 0 ? 0 : up === mainTop ? 1 : holds(main, up) ? 2 : clauses.clause[up] === mainTop ? 3 : 4;
  const back = mainUp < 0 ? 0 : mainUp === top ? 1 : isIn(protasis, mainUp) ? 2 : mainUp === up ? 3 : 4;
  const sure = top < 0 ? 9 : sureness(view, top);
  const label = top < 0 ? BEFORE : relation[top];
  const mainLabel = mainTop < 0 ? BEFORE : relation[mainTop];
  list.add(545, where, back, sure);
  list.add(546, where, back, join(label, mainLabel));
  list.add(547, where, mainLabel, clauses.short[Math.max(0, mainTop)]);
  list.add(548, where, countOf(view, apodosis, 'if') - countOf(view, protasis, 'if'), cue.kind);
  list.add(
    549,
    mainTop < 0 ? BEFORE : join(mainLabel, tag[mainTop]),
    up < 0 ? BEFORE : join(tag[up], up === mainTop ? 1 : 0),
    top < 0 ? BEFORE : join(label, sure),
  );
}

/** How the two clauses of a way lie in the tree: the ties they cut, their tops, and how one top hangs on the other. */
export function addTieFeatures(
  view: ClauseView,
  protasis: Stretch,
  apodosis: Stretch | undefined,
  list: FeatureList,
): void {
  const own = { side: protasis, cut: undefined };
  const top = topOf(view, own);
  addCuts(view, own, apodosis, top, 500, list);
  addTop(view, own, top, 510, list);
  addCondition(view, protasis, list);
  if (apodosis === undefined) return;
  const main = { side: apodosis, cut: protasis };
  const mainTop = topOf(view, main);
  addCuts(view, main, protasis, mainTop, 520, list);
  addTop(view, main, mainTop, 530, list);
  addMeeting(view, top, mainTop, main, list);
}
