import { UPOS } from '../../../model/marks.ts';
import type { Part } from './part.ts';
import { trimmed } from './part.ts';
import type { Scene } from './scene.ts';

const NOMINAL: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'] as const).map((pos) => UPOS.indexOf(pos)),
);
const HEADS: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'PRON'] as const).map((pos) => UPOS.indexOf(pos)),
);
const ADJACENT = 4;
const LONGEST_NAME = 10;

/** The run of names and nouns next to the cue, whatever the tree says: "… the minister said", "… said the minister". */
function besidePart(scene: Scene, cue: number, step: 1 | -1): Part | undefined {
  const { marks } = scene;
  const sentence = marks.sentenceOf[cue];
  const isInside = (t: number): boolean =>
    t >= 0 && t < marks.tokenCount && marks.sentenceOf[t] === sentence && scene.quotationOf[t] < 0;
  let at = cue + step;
  while (isInside(at) && !NOMINAL.has(marks.upos[at]) && Math.abs(at - cue) < ADJACENT) at += step;
  if (!isInside(at) || !NOMINAL.has(marks.upos[at])) return undefined;
  const near = at;
  while (isInside(at + step) && NOMINAL.has(marks.upos[at + step]) && Math.abs(at - near) < LONGEST_NAME)
    at += step;
  const first = Math.min(near, at);
  let last = Math.max(near, at);
  while (last > first && !HEADS.has(marks.upos[last])) last--;
  const kind = step < 0 ? 'beside-before' : 'beside-after';
  return {
    kind,
    spans: [trimmed(scene, first, last)],
    head: last,
    path: Math.abs(near - cue),
    up: 0,
    preposition: -1,
    rank: 0,
  };
}

/** The words between a quotation and the cue behind it in the sentence. */
function betweenPart(scene: Scene, cue: number): Part | undefined {
  const { marks, quotationOf } = scene;
  let first = cue;
  const sentence = marks.sentenceOf[cue];
  while (first > 0 && marks.sentenceOf[first - 1] === sentence && quotationOf[first - 1] < 0) first--;
  if (first === 0 || first === cue || quotationOf[first - 1] < 0) return undefined;
  const head = topToken(scene, first, cue - 1);
  return {
    kind: 'between',
    spans: [trimmed(scene, first, cue - 1)],
    head,
    path: 0,
    up: 0,
    preposition: -1,
    rank: 0,
  };
}

/** The first name or noun whose governor lies outside a stretch. */
function topToken(scene: Scene, first: number, last: number): number {
  const { marks } = scene;
  for (let t = first; t <= last; t++) {
    const isTop = marks.head[t] < first || marks.head[t] > last;
    if (isTop && HEADS.has(marks.upos[t])) return t;
  }
  return last;
}

/** Adds the words next to the cue that may name the speaker, whatever the tree says. */
export function addBeside(scene: Scene, cue: number, parts: Part[]): void {
  for (const part of [betweenPart(scene, cue), besidePart(scene, cue, -1), besidePart(scene, cue, 1)]) {
    if (part !== undefined) parts.push(part);
  }
}
