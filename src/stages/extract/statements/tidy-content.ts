import type { TimeExpression } from '../../../model/reading.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { hull, overlaps } from '../../../model/span.ts';
import { beforeAside } from '../syntax/aside.ts';
import { findDependent, listDependents, tokenAt } from '../syntax/tree.ts';
import type { Placed } from './find-attributions.ts';
import type { Scene } from './scene.ts';
import { speechEntryAt } from './scene.ts';

const firstOf = ({ marks }: Scene, span: Span): number => tokenAt(marks, span.start);

/** Last token of a span. */
function lastOf({ marks }: Scene, span: Span): number {
  const after = tokenAt(marks, span.end);
  return after > 0 && (after >= marks.tokenCount || marks.start[after] >= span.end) ? after - 1 : after;
}

/** Words that the parts may have lost between them: a preposition, a verb with its particle. */
const LINKS: ReadonlySet<string> = new Set(['ADP', 'VERB', 'AUX', 'ADV']);
const LOST = 3;

/** Do two stretches belong together: nothing but a preposition or a verb between them, neither cue nor speaker? */
function isParted(scene: Scene, one: Placed, left: Span, right: Span): boolean {
  const { marks } = scene;
  const gap = { start: left.end, end: right.start };
  if (overlaps(gap, one.cue) || (one.source !== undefined && overlaps(gap, one.source.span))) return true;
  const from = lastOf(scene, left) + 1;
  const until = firstOf(scene, right);
  if (until - from < 1 || until - from > LOST) return true;
  if (marks.sentenceOf[from - 1] !== marks.sentenceOf[until]) return true;
  for (let t = from; t < until; t++) if (!LINKS.has(uposOf(marks, t))) return true;
  return false;
}

/** "allies" and "the scenes to step up pressure": one content, with the preposition that the parts have lost. */
function joined(scene: Scene, one: Placed): readonly Span[] {
  const content: Span[] = [];
  for (const span of one.content) {
    const left = content.at(-1);
    if (left !== undefined && left.end <= span.start && !isParted(scene, one, left, span))
      content[content.length - 1] = hull(left, span);
    else content.push(span);
  }
  return content;
}

const STARTS: ReadonlySet<string> = new Set(['DET', 'PROPN', 'PRON', 'NOUN', 'ADJ', 'NUM']);

/** "said this week the government would go": the time is that of the saying. */
function withoutTime(scene: Scene, one: Placed, span: Span, times: readonly TimeExpression[]): Span {
  const { marks } = scene;
  const isNext = one.token >= 0 && firstOf(scene, span) === one.token + 1;
  const time = isNext
    ? times.find((each) => each.span.start === span.start && each.span.end < span.end)
    : undefined;
  if (time === undefined || (time.type !== 'date' && time.type !== 'time')) return span;
  const next = lastOf(scene, time.span) + 1;
  const isClause = STARTS.has(uposOf(marks, next)) && marks.end[next] <= span.end;
  return isClause ? { start: marks.start[next], end: span.end } : span;
}

/** "urged both to talk, although it had …": the concession is the report's own, where a demand is told by an infinitive. */
function withoutConcession(scene: Scene, one: Placed, span: Span): Span {
  if (one.token < 0 || findDependent(scene.tree, one.token, 'xcomp') === undefined) return span;
  const last = lastOf(scene, span);
  const end = beforeAside(scene.marks, firstOf(scene, span), last);
  return end === last ? span : { start: span.start, end: scene.marks.end[end] };
}

/** "It fired two rockets, the ministry said, the first in a year": what stands before is said, not the afterthought alone. */
function withHost(scene: Scene, one: Placed): Placed {
  const { marks, tree } = scene;
  const host = one.token < 0 ? -1 : marks.head[one.token];
  if (one.source === undefined || host < 0 || deprelOf(marks, one.token) !== 'parataxis') return one;
  const comma = firstOf(scene, one.source.span) - 1;
  const [afterthought] = one.content;
  if (host >= comma || marks.word[comma] !== ',' || afterthought.start < one.cue.end) return one;
  if (uposOf(marks, headOf(scene, afterthought)) === 'VERB') return one;
  const said = { start: marks.start[tree.first[host]], end: marks.end[comma - 1] };
  return { ...one, content: [said, ...one.content] };
}

/** The word of a span that hangs from outside it. */
function headOf(scene: Scene, span: Span): number {
  const [first, last] = [firstOf(scene, span), lastOf(scene, span)];
  for (let t = first; t <= last; t++) {
    const above = scene.marks.head[t];
    if (above < first || above > last) return t;
  }
  return first;
}

/** An attribution's content with its parts joined, whole, without the time and the concession that are not said. */
export function tidied(scene: Scene, one: Placed, times: readonly TimeExpression[]): Placed {
  const content = joined(scene, one).map((span) =>
    withoutConcession(scene, one, withoutTime(scene, one, span, times)),
  );
  return content.length === 0 ? { ...one, content } : withHost(scene, { ...one, content });
}

const BETTING: ReadonlySet<string> = new Set(['bet', 'bank', 'count', 'rely', 'depend', 'lean']);
const SHOWING: ReadonlySet<string> = new Set([
  'unveil',
  'introduce',
  'launch',
  'release',
  'display',
  'parade',
  'recall',
  'summon',
]);
const CHANCES: ReadonlySet<string> = new Set([
  'best',
  'only',
  'last',
  'main',
  'little',
  'slim',
  'biggest',
  'greatest',
]);

/** "unveiled a missile": a thing is shown, unless it is one of words (a plan, a statement). */
function isThingShown(scene: Scene, one: Placed): boolean {
  const { marks, tree, speech } = scene;
  const object = findDependent(tree, one.token, 'obj');
  if (!SHOWING.has(marks.lemma[one.token].toLowerCase()) || object === undefined) return false;
  const noun = marks.lemma[object].toLowerCase();
  return !speech.nouns.has(noun) && speech.speakers.get(noun)?.has('terms.document') !== true;
}

/** Is the whole content one pronoun or number, which says nothing by itself? */
function isOneSmallWord(scene: Scene, one: Placed): boolean {
  const [only] = one.content;
  const at = firstOf(scene, only);
  if (one.content.length !== 1 || at !== lastOf(scene, only) || scene.quotationOf[at] >= 0) return false;
  return ['PRON', 'NUM', 'DET'].includes(uposOf(scene.marks, at));
}

/**
 * Is it no saying after all: a bet on somebody, a thing unveiled, "the best hope of", how something seems to nobody in
 * particular, or nothing but "it"?
 */
export function isNoSaying(scene: Scene, one: Placed): boolean {
  if (one.content.length === 0 || isOneSmallWord(scene, one)) return true;
  if (one.token < 0) return false;
  const { marks, tree } = scene;
  const lemma = marks.lemma[one.token].toLowerCase();
  const next = one.token + 1 < marks.tokenCount ? marks.lemma[one.token + 1].toLowerCase() : '';
  if (BETTING.has(lemma) && (next === 'on' || next === 'upon')) return true;
  if (isThingShown(scene, one)) return true;
  const isChance =
    lemma === 'hope' &&
    listDependents(tree, one.token, 'amod').some((at) =>
      CHANCES.has(marks.text.slice(marks.start[at], marks.end[at])),
    );
  return isChance || (one.source === undefined && speechEntryAt(scene, one.token)?.gives === 'seem');
}
