import { UPOS, uposOf, xposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { contains, overlaps } from '../../../model/span.ts';
import { findDependent, tokenAt } from '../syntax/tree.ts';
import type { Attribution } from './assemble.ts';
import { without } from './assemble.ts';
import type { Scene } from './scene.ts';

const NEIGHBOURS = 8;
const CCONJ = UPOS.indexOf('CCONJ');

const gapTo = (one: Attribution, span: Span): number => {
  const near = (a: Span): number =>
    a.end <= span.start ? span.start - a.end : Math.max(0, a.start - span.end);
  return one.source === undefined ? near(one.cue) : Math.min(near(one.cue), near(one.source.span));
};

/** Does another candidate have a better right to a stretch: is it nearer to the same words, or do they begin with its cue? */
function belongsTo(other: Attribution, one: Attribution, span: Span): boolean {
  if (contains(span, other.cue)) return other.cue.start - span.start < 2;
  if (one.content.some((part) => contains(part, other.cue))) return false;
  if (other.content.some((part) => contains(part, one.cue))) return false;
  const isShared = other.content.some(
    (part) => overlaps(part, span) && part.end - part.start <= span.end - span.start + 4,
  );
  return isShared && gapTo(other, span) < gapTo(one, span);
}

/**
 * A candidate with several stretches of content gives up those which a likely neighbour has a better right to: a quotation
 * with words of saying nearer to it, a stretch that begins with another cue.
 */
export function shareOut(candidates: readonly Attribution[], least: number): Attribution[] {
  return candidates.map((one, i) => {
    if (one.content.length < 2) return one;
    const near = candidates
      .slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1)
      .filter((other) => other !== one && other.probability >= least);
    const content = one.content.filter((span) => !near.some((other) => belongsTo(other, one, span)));
    return content.length > 0 && content.length < one.content.length ? { ...one, content } : one;
  });
}

type NamedSource = NonNullable<Attribution['source']>;

/** Does a name hold the word for a writing ("Resolution 5")? */
function isWriting(scene: Scene, span: Span): boolean {
  const { marks } = scene;
  for (let t = tokenAt(marks, span.start); t < marks.tokenCount && marks.start[t] < span.end; t++) {
    if (scene.speech.speakers.get(marks.lowerLemma[t])?.has('terms.document') === true) return true;
  }
  return false;
}

/** A name, a pronoun or a noun for people: somebody of whom it may be said that he speaks. */
function isSomebody(scene: Scene, { head, span }: NamedSource): boolean {
  if (head < 0) return false;
  const terms = scene.speech.speakers.get(scene.marks.lowerLemma[head]);
  const pos = uposOf(scene.marks, head);
  if (pos === 'PRON') return true;
  if (pos === 'PROPN') return !isWriting(scene, span);
  return terms !== undefined && !terms.has('terms.document') && !terms.has('terms.occasion');
}

/** Is the cue tied to one before by "and" or "but", without a subject of its own that could speak? */
function isTied(scene: Scene, one: Attribution): boolean {
  const { marks, tree } = scene;
  if (one.token < 1 || marks.upos[one.token - 1] !== CCONJ || uposOf(marks, one.token) !== 'VERB')
    return false;
  if (findDependent(tree, one.token, 'nsubj', 'nsubj:pass') === undefined) return true;
  return one.source === undefined || !isSomebody(scene, one.source);
}

/** "A said x and promised y": the second cue has the first one's speaker, and the first one's content ends before "and". */
export function tieTogether(scene: Scene, candidates: readonly Attribution[]): Attribution[] {
  const tied = [...candidates];
  candidates.forEach((one, i) => {
    if (!isTied(scene, one)) return;
    const holder = candidates.findLastIndex(
      (other, j) =>
        j < i && j >= i - NEIGHBOURS && other.source !== undefined && isSameForm(scene, other, one),
    );
    const first = holder < 0 ? undefined : tied[holder];
    if (first?.source === undefined || hasOtherSpeaker(scene, one, first.source)) return;
    tied[i] = { ...one, source: first.source };
    const from = scene.marks.start[one.token - 1];
    const content = without(first.content, { start: from, end: Math.max(from + 1, lastEnd(first)) });
    if (content.length > 0)
      tied[holder] = { ...first, content: content.map((span) => trimmedEnd(scene.marks.text, span)) };
  });
  return tied;
}

const hasOtherSpeaker = (scene: Scene, one: Attribution, source: NamedSource): boolean =>
  one.source !== undefined && isSomebody(scene, one.source) && !overlaps(one.source.span, source.span);

const lastEnd = (one: Attribution): number => one.content[one.content.length - 1].end;

const trimmedEnd = (text: string, span: Span): Span => ({
  start: span.start,
  end: span.start + text.slice(span.start, span.end).trimEnd().length,
});

/** Verbs of one sentence in one tense, the second in the content of the first. */
const isSameForm = (scene: Scene, first: Attribution, second: Attribution): boolean =>
  tenseOf(scene, first.token) === tenseOf(scene, second.token) &&
  scene.marks.sentenceOf[first.token] === scene.marks.sentenceOf[second.token] &&
  first.content.some((span) => contains(span, second.cue));

/** The tag of a verb; past and participle are one, as taggers mix them up. */
const tenseOf = ({ marks }: Scene, token: number): string => {
  const tag = xposOf(marks, token);
  return tag === 'VBN' ? 'VBD' : tag;
};
