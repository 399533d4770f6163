import { SPEECH_ACTS } from '../../../model/lexicon-speech.ts';
import { DEPREL, FEATURE, hasFeature, UPOS } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { tokenAt } from '../syntax/tree.ts';
import type { FeatureList } from './hashed-features.ts';
import type { Part } from './part.ts';
import { PART_KINDS } from './part.ts';
import type { Scene } from './scene.ts';

const atom = (values: Int32Array, token: number): number =>
  token < 0 || token >= values.length ? 7 : values[token];
const bucket = (n: number): number =>
  n < 3 ? n : n < 6 ? 3 : n < 12 ? 4 : n < 25 ? 5 : n < 60 ? 6 : n < 150 ? 7 : 8;

const CONTENT_LABELS: ReadonlySet<number> = new Set(
  (['ccomp', 'xcomp', 'obj', 'parataxis', 'acl', 'nmod', 'obl'] as const).map((name) => DEPREL.indexOf(name)),
);

/** Which labels of content the cue has among its dependents, as bits. */
function frameBits(scene: Scene, cue: number): number {
  const { marks, tree } = scene;
  let bits = 0;
  for (let i = tree.row[cue]; i < tree.row[cue + 1]; i++) {
    const child = tree.dependents[i];
    if (CONTENT_LABELS.has(marks.deprel[child])) bits |= 1 << (marks.deprel[child] % 31);
  }
  return bits;
}

/** Does a quotation end or begin next to the cue: 1 before, 2 after. */
function quoteNear(scene: Scene, cue: number): number {
  const { quotationOf, marks } = scene;
  const sentence = marks.sentenceOf[cue];
  let bits = 0;
  for (let t = cue - 1; t >= Math.max(0, cue - 30) && marks.sentenceOf[t] === sentence; t--)
    if (quotationOf[t] >= 0) bits |= 1;
  for (let t = cue + 1; t < Math.min(marks.tokenCount, cue + 12) && marks.sentenceOf[t] === sentence; t++) {
    if (quotationOf[t] >= 0) bits |= 2;
  }
  return bits;
}

/** 0 none, 1 begins with a quotation mark, 2 wholly quoted, 3 touches a quotation. */
function quoteBits(scene: Scene, part: Part): number {
  let bits = 0;
  for (const span of part.spans) {
    const { text } = scene.marks;
    if (/["“]/u.test(text[span.start])) bits |= 1;
    if (/["”]/u.test(text[span.end - 1])) bits |= 2;
  }
  return bits;
}

interface Setting {
  readonly kind: number;
  readonly side: number;
  readonly gap: number;
  readonly own: number;
  readonly act: number;
  readonly pos: number;
}

function settingOf(scene: Scene, cue: number, part: Part): Setting {
  const { marks } = scene;
  const span = part.spans[0];
  const isAfter = span.start >= marks.end[cue];
  const gap = isAfter ? span.start - marks.end[cue] : marks.start[cue] - span.end;
  return {
    kind: PART_KINDS.indexOf(part.kind) + 16 * part.up,
    side: isAfter ? 1 : 0,
    gap: bucket(Math.max(0, gap)),
    own: scene.lemma[cue],
    act: scene.act[cue] * 32 + marks.upos[cue],
    pos: part.head < 0 ? 30 : marks.upos[part.head],
  };
}

function addSyntax(list: FeatureList, scene: Scene, cue: number, part: Part, s: Setting): void {
  const prep = atom(scene.lemma, part.preposition);
  const head = part.head < 0 ? 7 : scene.lemma[part.head];
  const bits = frameBits(scene, cue);
  list.add(1, s.kind, part.path, s.side);
  list.add(2, s.kind, part.path, s.own);
  list.add(3, s.kind, part.path, s.act);
  list.add(4, part.path, prep, s.act);
  list.add(5, part.path, prep, s.own);
  list.add(6, part.path, s.pos, s.act);
  list.add(7, part.path, head);
  list.add(8, part.path, bits, s.act);
  list.add(9, part.path, prep);
  list.add(10, part.path, s.pos, s.side);
  list.add(11, s.kind, head, s.act);
  list.add(12, bits, s.kind, part.rank);
  list.add(13, part.path, hasFeature(scene.marks, cue, FEATURE.passive) ? 1 : 0, scene.marks.xpos[cue]);
  list.add(14, part.path, part.head < 0 ? 60 : scene.marks.deprel[part.head], bits);
}

function addShape(list: FeatureList, scene: Scene, cue: number, part: Part, s: Setting): void {
  const length = part.spans.reduce((sum, span) => sum + span.end - span.start, 0);
  const quotes = quoteBits(scene, part);
  list.add(20, s.kind, bucket(length / 4), s.side);
  list.add(21, s.kind, quotes, s.act);
  list.add(22, s.kind, s.side, s.gap);
  list.add(23, s.act, s.side, s.pos);
  list.add(24, part.path, quotes, bucket(length / 4));
  list.add(25, s.kind, part.rank, quotes);
  list.add(26, s.kind, part.spans.length, s.act);
  list.add(28, s.kind, s.pos, quoteNear(scene, cue));
  list.add(29, s.kind, s.act, quoteNear(scene, cue));
  list.add(27, scene.quotationOf[cue] >= 0 ? 1 : 0, s.kind, part.path);
}

function firstTokenOf(scene: Scene, part: Part): number {
  return part.head < 0 ? -1 : scene.tree.first[part.head];
}

/** Acts up to this number are spoken. */
const SAYING = SPEECH_ACTS.indexOf('praise') + 1;
const VERB = UPOS.indexOf('VERB');

/**
 * Another word of saying nearer to a quotation than the cue: 0 none, 1 before it, 2 after it, 3 both; found in the
 * quotation's own sentence, unquoted.
 */
function rivals(scene: Scene, cue: number, span: Span): number {
  const { marks, quotationOf, act } = scene;
  const isRival = (t: number): boolean =>
    t !== cue && quotationOf[t] < 0 && act[t] > 0 && act[t] <= SAYING && marks.upos[t] === VERB;
  let bits = 0;
  const after = tokenAt(marks, span.end);
  for (let t = after; t < Math.min(marks.tokenCount, after + 12); t++) {
    if (t === cue || marks.sentenceOf[t] !== marks.sentenceOf[after] || quotationOf[t] >= 0) break;
    if (isRival(t)) bits |= t < after + 6 ? 2 : 4;
  }
  const before = tokenAt(marks, span.start) - 1;
  for (let t = before; t >= Math.max(0, before - 12); t--) {
    if (t === cue || marks.sentenceOf[t] !== marks.sentenceOf[before] || quotationOf[t] >= 0) break;
    if (isRival(t)) bits |= t > before - 5 ? 8 : 16;
  }
  const isAfterOpen = /[,?!—-]["”']*$/u.test(marks.text.slice(span.start, span.end));
  return bits + (isAfterOpen ? 32 : 0);
}

/** For a quotation beside the cue: how far, in which sentence, with what between. */
function addQuotation(list: FeatureList, scene: Scene, cue: number, part: Part, s: Setting): void {
  const { marks, quotations } = scene;
  const span = part.spans[0];
  const from = Math.min(span.end, marks.start[cue]);
  const to = Math.max(span.start, marks.end[cue]);
  const between = marks.text.slice(from, to);
  const isSameSentence = !/[.!?]["”']?\s/u.test(between);
  const quotation = quotations[-1 - part.head];
  const isWhole = /^["“'‘`]*[A-Z]/u.test(
    marks.text.slice(quotation.inner.start - 1, quotation.inner.start + 2),
  );
  const before = marks.text.slice(Math.max(0, span.start - 2), span.start);
  list.add(40, s.kind, isSameSentence ? 1 : 0, s.gap);
  list.add(41, s.kind, isSameSentence ? 1 : 0, s.act);
  list.add(42, s.kind, isWhole ? 1 : 0, bucket((span.end - span.start) / 4));
  list.add(43, s.kind, (isWhole ? 1 : 0) + (isSameSentence ? 2 : 0), part.rank);
  list.add(44, s.kind, before.length > 0 ? before.charCodeAt(0) : 0, isWhole ? 1 : 0);
  list.add(45, s.kind, (isSameSentence ? 1 : 0) + 2 * part.rank, frameBits(scene, cue));
  list.add(46, s.own, s.kind, isSameSentence ? 1 : 0);
  const rival = rivals(scene, cue, span);
  list.add(48, s.kind, rival, s.gap);
  list.add(49, s.kind, rival, s.act);
  list.add(50, rival, (isWhole ? 1 : 0) + 2 * part.rank, (isSameSentence ? 1 : 0) + 2 * s.side);
  list.add(
    47,
    s.kind,
    /[,?!—]["”']*$/u.test(marks.text.slice(span.start, span.end)) ? 1 : 0,
    isSameSentence ? 1 : 0,
  );
}

/** Features by which a part is judged as nothing, source or content of a cue. */
export function partFeatures(scene: Scene, cue: number, part: Part, list: FeatureList): void {
  list.clear();
  const setting = settingOf(scene, cue, part);
  list.add(0, setting.kind);
  addSyntax(list, scene, cue, part, setting);
  addShape(list, scene, cue, part, setting);
  if (part.kind.startsWith('quotation') || part.head < 0) addQuotation(list, scene, cue, part, setting);
  const first = firstTokenOf(scene, part);
  list.add(30, part.path, atom(scene.word, first), setting.side);
  list.add(31, setting.act, atom(scene.word, first), part.path);
}
