import type { Deprel } from '../../../model/marks.ts';
import { DEPREL, UPOS } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import type { Part, PartKind } from './part.ts';
import { trimmed } from './part.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';
import { addBeside } from './beside-parts.ts';
import { caseOf } from './cue-features.ts';
import type { Scene } from './scene.ts';

const label = (name: Deprel): number => DEPREL.indexOf(name);
const SKIPPED: ReadonlySet<number> = new Set(
  (
    ['punct', 'aux', 'aux:pass', 'cc', 'mark', 'case', 'cop', 'det', 'fixed', 'compound:prt', 'expl'] as const
  ).map(label),
);
const PUNCT = UPOS.indexOf('PUNCT');
const PASSIVE = label('nsubj:pass');
const SUBJECT = label('nsubj');
const FARTHEST_UP = 4;

const isSkipped = (scene: Scene, token: number): boolean => SKIPPED.has(scene.marks.deprel[token]);

/** The words of a token's subtree, without its own preposition. */
function subtreePart(
  scene: Scene,
  kind: PartKind,
  token: number,
  path: number,
  up: number,
  rank: number,
): Part {
  const preposition = caseOf(scene, token);
  const { first, last } = scene.tree;
  const start =
    preposition >= 0 && preposition === first[token] && preposition < token
      ? afterFixed(scene, preposition)
      : first[token];
  return { kind, spans: [trimmed(scene, start, last[token])], head: token, path, up, preposition, rank };
}

/** "according to X": the token after the whole preposition. */
const afterFixed = (scene: Scene, preposition: number): number =>
  Math.min(scene.tree.last[preposition] + 1, scene.marks.tokenCount - 1);

function addDependents(scene: Scene, cue: number, parts: Part[]): void {
  const { marks } = scene;
  let rank = 0;
  const isPassive = findDependent(scene.tree, cue, 'aux:pass', 'aux', 'cop') !== undefined;
  for (const child of nearDependents(scene, cue, cue)) {
    if (isSkipped(scene, child)) continue;
    const path = marks.deprel[child] === PASSIVE && !isPassive ? SUBJECT : marks.deprel[child];
    parts.push(subtreePart(scene, 'dependent', child, path, 0, rank++));
  }
}

/** What is left of a governor's words without the branch that holds the cue: one or two spans. */
function restPart(
  scene: Scene,
  governor: number,
  branch: number,
  path: number,
  up: number,
): Part | undefined {
  const { tree } = scene;
  const spans: Span[] = [];
  if (tree.first[governor] < tree.first[branch]) {
    spans.push(trimmed(scene, tree.first[governor], tree.first[branch] - 1));
  }
  if (tree.last[governor] > tree.last[branch]) {
    spans.push(trimmed(scene, tree.last[branch] + 1, tree.last[governor]));
  }
  const words = spans.filter((span) => /[\p{L}\p{N}]/u.test(scene.marks.text.slice(span.start, span.end)));
  if (words.length === 0) return undefined;
  return {
    kind: 'rest',
    spans: words,
    head: governor,
    path,
    up,
    preposition: caseOf(scene, governor),
    rank: 0,
  };
}

const SISTERS: ReadonlySet<number> = new Set(
  (
    [
      'nsubj',
      'nsubj:pass',
      'nsubj:outer',
      'obj',
      'iobj',
      'obl:agent',
      'nmod:poss',
      'obl',
      'nmod',
      'csubj',
      'compound',
      'amod',
    ] as const
  ).map(label),
);

const MANY = 40;

/** A governor's dependents; of very many only those next to a branch, so that long sentences stay cheap. */
function nearDependents(scene: Scene, governor: number, branch: number): readonly number[] {
  const all = dependentsOf(scene.tree, governor);
  if (all.length <= MANY) return all;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle] >= branch) high = middle;
    else low = middle + 1;
  }
  return all.slice(Math.max(0, low - MANY / 2), low + MANY / 2);
}

function addAbove(scene: Scene, cue: number, parts: Part[]): void {
  const { marks } = scene;
  let branch = cue;
  let path = 17;
  for (let up = 1; up <= FARTHEST_UP && marks.head[branch] >= 0; up++) {
    const governor = marks.head[branch];
    path = Math.imul(path, 53) + marks.deprel[branch] + (branch > governor ? 101 : 0);
    for (const child of nearDependents(scene, governor, branch)) {
      if (child === branch || !SISTERS.has(marks.deprel[child])) continue;
      parts.push(subtreePart(scene, 'sister', child, Math.imul(path, 59) + marks.deprel[child], up, 0));
    }
    const rest = restPart(scene, governor, branch, path, up);
    if (rest !== undefined) parts.push(rest);
    branch = governor;
  }
}

const QUOTATIONS_BESIDE = 4;

function quotationPart(scene: Scene, index: number, kind: PartKind, rank: number): Part {
  const span = scene.quotations[index].span;
  return { kind, spans: [span], head: -1 - index, path: 0, up: 0, preposition: -1, rank };
}

/** Index of the first quotation that begins at or after an offset. */
export function quotationFrom(scene: Scene, offset: number): number {
  let low = 0;
  let high = scene.quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scene.quotations[middle].span.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

const FARTHEST_QUOTATION = 800;

const isOutOfReach = (scene: Scene, start: number, end: number): boolean =>
  end - start > FARTHEST_QUOTATION || scene.marks.text.slice(start, end).includes('\n');

function addQuotations(scene: Scene, cue: number, parts: Part[]): void {
  if (scene.quotationOf[cue] >= 0) return;
  const { marks, quotations } = scene;
  const next = quotationFrom(scene, marks.start[cue]);
  for (let i = next - 1, rank = 0; i >= 0 && rank < 2; i--, rank++) {
    if (isOutOfReach(scene, quotations[i].span.end, marks.start[cue])) break;
    parts.push(quotationPart(scene, i, 'quotation-before', rank));
  }
  for (let i = next, rank = 0; i < quotations.length && rank < QUOTATIONS_BESIDE; i++, rank++) {
    if (isOutOfReach(scene, marks.end[cue], quotations[i].span.start)) break;
    parts.push(quotationPart(scene, i, 'quotation-after', rank));
  }
}

function sentencePart(scene: Scene, kind: PartKind, first: number, last: number): Part | undefined {
  if (last < first) return undefined;
  return { kind, spans: [trimmed(scene, first, last)], head: last, path: 0, up: 0, preposition: -1, rank: 0 };
}

/** For "He went on:" the next line or sentence; for "Poll: …" both sides of the colon. */
function addColon(scene: Scene, cue: number, parts: Part[]): void {
  const { marks } = scene;
  const sentence = marks.sentenceOf[cue];
  const end = marks.sentenceStart[sentence + 1] - 1;
  const isColon = marks.text[marks.start[cue]] === ':';
  if (isColon) {
    const before = sentencePart(scene, 'colon-before', marks.sentenceStart[sentence], cue - 1);
    const after = sentencePart(scene, 'colon-after', cue + 1, end);
    if (before !== undefined) parts.push(before);
    if (after !== undefined) parts.push(after);
  }
  if (marks.text[marks.start[end]] !== ':' || sentence + 1 >= marks.sentenceCount) return;
  const index = quotationFrom(scene, marks.start[end]);
  const begins = marks.start[end + 1];
  const quotation = index < scene.quotations.length ? scene.quotations[index] : undefined;
  if (quotation !== undefined && quotation.span.start <= begins) {
    parts.push(quotationPart(scene, index, 'next-line', 0));
    return;
  }
  const next = sentencePart(scene, 'next-line', end + 1, marks.sentenceStart[sentence + 2] - 1);
  if (next !== undefined) parts.push(next);
}

/** All parts of the text that may be source or content of a cue. */
export function listParts(scene: Scene, cue: number): readonly Part[] {
  const parts: Part[] = [];
  if (scene.marks.upos[cue] === PUNCT) addColon(scene, cue, parts);
  else {
    addDependents(scene, cue, parts);
    addAbove(scene, cue, parts);
    addQuotations(scene, cue, parts);
    addBeside(scene, cue, parts);
    addColon(scene, cue, parts);
  }
  return parts;
}
