import type { LinearWeights } from '../../../model/lexicon-speech.ts';
import type { Upos } from '../../../model/marks.ts';
import { DEPREL, deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { contains, overlaps } from '../../../model/span.ts';
import { findDependent, tokenAt } from '../syntax/tree.ts';
import { accordingTo } from './according.ts';
import type { According } from './according.ts';
import type { FeatureList } from './hashed-features.ts';
import { logits, softmax } from './hashed-features.ts';
import { partFeatures } from './part-features.ts';
import type { Part } from './part.ts';
import { listParts, quotationFrom } from './parts.ts';
import type { Scene } from './scene.ts';

/** A cue with the parts that the model makes its source and content. */
export interface Attribution {
  /** The cue's token, or -1 without a cue. */
  readonly token: number;
  /** Token by which it stands in a sentence. */
  readonly first: number;
  readonly cue: Span;
  readonly source?: { readonly span: Span; readonly head: number; readonly probability: number };
  readonly content: readonly Span[];
  /** Of the cue being one, by the model; after judging, of the whole being right. */
  readonly probability: number;
  /** Of the surest part being content. */
  readonly contentProbability: number;
  /** The token that stands for the surest part, or below 0. */
  readonly contentHead: number;
}

interface Judged {
  readonly part: Part;
  readonly source: number;
  readonly content: number;
}

const LEAST_SOURCE = 0.3;
const LEAST_IN_TREE = 0.2;
const LEAST_CONTENT = 0.5;
const LAST_RESORT = 0.15;

function judge(scene: Scene, model: LinearWeights, cue: number, list: FeatureList): Judged[] {
  return listParts(scene, cue).map((part) => {
    partFeatures(scene, cue, part, list);
    const [, source, content] = softmax(logits(model, list));
    return { part, source, content };
  });
}

function best(judged: readonly Judged[], key: 'source' | 'content'): Judged | undefined {
  let top: Judged | undefined;
  for (const one of judged) if (top === undefined || one[key] > top[key]) top = one;
  return top;
}

const SPEAKERS: ReadonlySet<Upos> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'SYM', 'X']);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

const LINKING: ReadonlySet<string> = new Set(['mark', 'case', 'cop', 'aux', 'fixed']);
const QUOTED: ReadonlySet<string> = new Set(['quote', 'cite', 'hear', 'record', 'see']);

/** "X is said to be ready", "X was told": the subject of a passive is spoken of or to, unless he is quoted. */
const isSpokenOf = ({ marks, tree }: Scene, cue: number, head: number): boolean =>
  deprelOf(marks, head) === 'nsubj:pass' &&
  marks.head[head] === cue &&
  findDependent(tree, cue, 'aux:pass') !== undefined &&
  !QUOTED.has(marks.lowerLemma[cue]);

/** Somebody or something that can speak: a name, noun or pronoun, but no predicate and not the "it" of "it is certain". */
function maySpeak(scene: Scene, cue: number, part: Part): boolean {
  if (part.head < 0) return false;
  const { marks } = scene;
  if (part.kind.startsWith('colon')) return true;
  if (deprelOf(marks, part.head) === 'expl') return false;
  if (findDependent(scene.tree, part.head, 'cop') !== undefined) return false;
  if (marks.lowerLemma[part.head] === 'it' && uposOf(marks, cue) === 'ADJ') return false;
  if (ARTICLES.has(marks.lowerLemma[part.head])) return false;
  if (isSpokenOf(scene, cue, part.head) || LINKING.has(deprelOf(marks, part.head))) return false;
  return SPEAKERS.has(uposOf(marks, part.head));
}

const isBeside = (part: Part): boolean => part.kind === 'between' || part.kind.startsWith('beside');

/** The likeliest source. One read off the tree goes before words merely beside the cue, where both are likely. */
function bestSource(scene: Scene, cue: number, judged: readonly Judged[]): Judged | undefined {
  const able = judged.filter((one) => one.source >= LEAST_IN_TREE && maySpeak(scene, cue, one.part));
  const top = best(able, 'source');
  if (top === undefined || top.source < LEAST_SOURCE) return undefined;
  if (!isBeside(top.part)) return top;
  const same = able.filter(
    (one) =>
      !isBeside(one.part) &&
      one.part.spans.some((span) => top.part.spans.some((other) => overlaps(span, other))),
  );
  return best(same, 'source') ?? top;
}

/** Takes away from spans what another span covers. */
export function without(spans: readonly Span[], hole: Span): Span[] {
  return spans.flatMap((span) => {
    if (!overlaps(span, hole)) return [span];
    const left = { start: span.start, end: Math.min(span.end, hole.start) };
    const right = { start: Math.max(span.start, hole.end), end: span.end };
    return [left, right].filter((part) => part.end > part.start);
  });
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Cuts blanks and stray marks from the edges. */
function tidy(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,;:.—–-]/u.test(text[start])) start++;
  while (end > start && /[\s;:—–-]/u.test(text[end - 1])) end--;
  return { start, end };
}

/** Sorted, joined where only blanks or a comma lie between. */
export function joined(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, span.start);
    if (last !== undefined && (span.start <= last.end || (gap.length < 4 && !/[\p{L}\p{N}\n]/u.test(gap)))) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else out.push(span);
  }
  return out;
}

/** A stretch that lies in a quotation stands for all of it, unless the cue is quoted too. */
function wholeQuotation(scene: Scene, cue: Span, span: Span): Span {
  const at = quotationFrom(scene, span.start + 1) - 1;
  const quotation = at < 0 ? undefined : scene.quotations[at];
  if (quotation === undefined || !overlaps(quotation.span, span) || contains(quotation.span, cue))
    return span;
  return { start: Math.min(span.start, quotation.span.start), end: Math.max(span.end, quotation.span.end) };
}

const CUE_PARTS: ReadonlySet<number> = new Set(
  (['aux', 'aux:pass', 'compound:prt', 'fixed'] as const).map((name) => DEPREL.indexOf(name)),
);

/** The cue with its auxiliaries and particle, as far as they stand beside it. */
function cueSpan(scene: Scene, token: number): Span {
  const { marks, tree } = scene;
  let first = token;
  let last = token;
  for (let t = token - 1; t >= 0 && t >= token - 3; t--) {
    if (marks.head[t] === token && CUE_PARTS.has(marks.deprel[t])) first = t;
  }
  for (let t = token + 1; t <= Math.min(tree.last[token], token + 2); t++) {
    if (marks.head[t] === token && CUE_PARTS.has(marks.deprel[t])) last = t;
  }
  return { start: marks.start[first], end: marks.end[last] };
}

/** Does a quotation open its sentence with a capital and leave it open for the words of saying? */
function isWholeQuotation(scene: Scene, span: Span): boolean {
  const { marks } = scene;
  const at = quotationFrom(scene, span.start);
  const quotation = at < scene.quotations.length ? scene.quotations[at].span : undefined;
  if (quotation?.start !== span.start || quotation.end < span.end - 1) return false;
  const first = tokenAt(marks, span.start);
  if (marks.sentenceStart[marks.sentenceOf[first]] !== first) return false;
  const words = marks.text.slice(span.start, span.end);
  return /^\P{L}{1,3}\p{Lu}/u.test(words) && /[,?!]\W{0,3}$/u.test(words);
}

/** Behind a whole quoted sentence, unquoted words in the sentence of the cue belong to the saying, not to what is said. */
function withoutTail(scene: Scene, cue: Span, content: readonly Span[]): Span[] {
  const { marks } = scene;
  const whole = content.find((span) => span.end <= cue.start && isWholeQuotation(scene, span));
  if (whole === undefined) return [...content];
  const sentence = marks.sentenceOf[tokenAt(marks, cue.start)];
  const end = marks.end[marks.sentenceStart[sentence + 1] - 1];
  return content.filter(
    (span) => span.start < whole.end || span.start >= end || /^["“«'‘`]/u.test(marks.text[span.start]),
  );
}

function contentOf(scene: Scene, cue: Span, judged: readonly Judged[], source: Judged | undefined): Span[] {
  const top = best(judged, 'content');
  const chosen = judged.filter((one) => one.content >= LEAST_CONTENT && one !== source);
  const picked =
    chosen.length > 0
      ? chosen
      : top !== undefined && top !== source && top.content >= LAST_RESORT
        ? [top]
        : [];
  let spans = picked.flatMap((one) => one.part.spans).map((span) => wholeQuotation(scene, cue, span));
  if (source !== undefined) for (const hole of source.part.spans) spans = without(spans, hole);
  spans = without(spans, cue);
  const { text } = scene.marks;
  const content = joined(text, spans)
    .map((span) => tidy(text, span))
    .filter((span) => hasWord(text.slice(span.start, span.end)));
  return withoutTail(scene, cue, content);
}

function byEdges(
  scene: Scene,
  cue: { readonly token: number; readonly probability: number },
  according: According,
): Attribution {
  const { source, head, content } = according;
  const span = { start: scene.marks.start[cue.token], end: source.start };
  return {
    token: cue.token,
    first: cue.token,
    cue: tidy(scene.marks.text, span),
    source: { span: source, head, probability: 1 },
    content: [tidy(scene.marks.text, content)],
    probability: cue.probability,
    contentProbability: 1,
    contentHead: -1,
  };
}

/** Finds source and content of a cue; nothing when no part is likely to be content. */
export function assemble(
  scene: Scene,
  model: LinearWeights,
  cue: { readonly token: number; readonly probability: number },
  list: FeatureList,
): Attribution | undefined {
  const judged = judge(scene, model, cue.token, list);
  const according = accordingTo(scene, cue.token);
  if (according !== undefined) return byEdges(scene, cue, according);
  const source = bestSource(scene, cue.token, judged);
  const span = cueSpan(scene, cue.token);
  const content = contentOf(scene, span, judged, source);
  if (content.length === 0) return undefined;
  const named =
    source === undefined
      ? {}
      : { source: { span: source.part.spans[0], head: source.part.head, probability: source.source } };
  const surest = best(judged, 'content');
  const contentProbability = surest?.content ?? 0;
  const contentHead = surest?.part.head ?? -1;
  return {
    token: cue.token,
    first: cue.token,
    cue: span,
    ...named,
    content,
    probability: cue.probability,
    contentProbability,
    contentHead,
  };
}
