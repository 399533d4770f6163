import type { Span } from '../../../model/span.ts';
import { overlaps } from '../../../model/span.ts';
import { tokenAt } from '../syntax/tree.ts';
import { joined } from './assemble.ts';
import type { Placed } from './find-attributions.ts';
import type { Quotation } from './quotations.ts';
import { quotationFrom } from './parts.ts';
import type { Scene } from './scene.ts';

const FEWEST_LETTERS = 20;
/** A running quotation without words of saying is less sure than its anchor. */
const UNCUED = 0.8;
const FARTHEST = 400;

const spansOf = (placed: readonly Placed[]): readonly Span[] =>
  placed.flatMap((one) => one.content).sort((a, b) => a.start - b.start);

/** Does the quotation stand alone: does it begin a sentence and end one, with no other words beside it? */
function standsAlone(scene: Scene, quotation: Quotation): boolean {
  const { marks, quotationOf } = scene;
  const { start, end } = quotation.span;
  if (marks.text.slice(start, end).replace(/[^\p{L}]/gu, '').length < FEWEST_LETTERS) return false;
  if (!/^["“«'`]{1,2}/u.test(marks.text.slice(start)) || /^['‘`](?!['`‘])/u.test(marks.text.slice(start)))
    return false;
  const first = tokenAt(marks, start);
  const last = tokenAt(marks, end - 1);
  if (first >= marks.tokenCount) return false;
  const opening = marks.sentenceStart[marks.sentenceOf[first]];
  for (let t = first - 1; t >= opening; t--) if (quotationOf[t] < 0) return false;
  const sentenceEnd = marks.sentenceStart[marks.sentenceOf[Math.min(last, marks.tokenCount - 1)] + 1];
  for (let t = last + 1; t < sentenceEnd; t++) {
    if (quotationOf[t] < 0 && /[\p{L}\p{N}]/u.test(marks.text[marks.start[t]])) return false;
  }
  return /^\P{L}*\p{Lu}/u.test(marks.text.slice(start, end));
}

const lastEnd = (one: Placed): number => one.content[one.content.length - 1].end;

const isQuoted = (scene: Scene, one: Placed): boolean => {
  const last = one.content[one.content.length - 1];
  const at = quotationFrom(scene, last.end) - 1;
  return at >= 0 && overlaps(scene.quotations[at].span, last);
};

/** Outer statements whose content ends in quotation marks, by that end. */
function listAnchors(scene: Scene, placed: readonly Placed[]): number[] {
  const anchors = placed.flatMap((one, i) => (one.within < 0 && isQuoted(scene, one) ? [i] : []));
  return anchors.sort((a, b) => lastEnd(placed[a]) - lastEnd(placed[b]));
}

const linesBetween = (text: string, from: number, until: number): number => {
  const between = text.slice(from, until);
  return (between.match(/\n+/gu) ?? []).length;
};

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** For each quotation the outer statement whose content holds it, or -1. */
function ownersOf(scene: Scene, placed: readonly Placed[]): Int32Array {
  const owners = new Int32Array(scene.quotations.length).fill(-1);
  placed.forEach((one, owner) => {
    if (one.within >= 0) return;
    for (const span of one.content) {
      for (
        let i = quotationFrom(scene, span.start);
        i < owners.length && scene.quotations[i].span.start < span.end;
        i++
      ) {
        owners[i] = owner;
      }
    }
  });
  return owners;
}

/** Does a quotation go on in the next: over a paragraph's end without closing mark, or with an opening mark doubled? */
function goesOn(scene: Scene, index: number): boolean {
  const [one, next] = [scene.quotations[index], scene.quotations[index + 1]];
  if (next.continues) return true;
  return (
    one.mending === 'lost-closing' && scene.marks.text.slice(one.span.end, next.span.start).trim() === ''
  );
}

/** The statement that owns the quotation before on the same line. */
function ownerBefore(scene: Scene, owners: Int32Array, index: number): number | undefined {
  if (index === 0 || owners[index] >= 0 || owners[index - 1] < 0) return undefined;
  const between = scene.marks.text.slice(
    scene.quotations[index - 1].span.end,
    scene.quotations[index].span.start,
  );
  return between.length < FARTHEST && !between.includes('\n') ? owners[index - 1] : undefined;
}

/** Where one part of a running quotation has a cue, before or behind, all its parts are of that statement. */
function joinRuns(scene: Scene, settled: readonly Placed[]): Placed[] {
  const placed = [...settled];
  const owners = ownersOf(scene, settled);
  for (let first = 0; first < owners.length;) {
    let last = first;
    while (last + 1 < owners.length && goesOn(scene, last)) last++;
    const owner =
      ownerBefore(scene, owners, first) ?? owners.subarray(first, last + 1).find((one) => one >= 0) ?? -1;
    for (let i = first; i <= last && owner >= 0; i++) {
      if (owners[i] >= 0) continue;
      const content = joined(scene.marks.text, [...placed[owner].content, scene.quotations[i].span]);
      placed[owner] = { ...placed[owner], content };
    }
    first = last + 1;
  }
  return placed;
}

/**
 * Gives quotations that no cue claims to the speaker of the running quotation: further sentences of one paragraph and
 * paragraphs that go on with an unclosed quotation join the statement before; a paragraph of its own that is all
 * quotation becomes a statement without a cue.
 */
export function spreadQuotations(scene: Scene, settled: readonly Placed[]): readonly Placed[] {
  const found = joinRuns(scene, settled);
  const placed = [...found];
  const { text } = scene.marks;
  const covered = spansOf(found);
  const anchors = listAnchors(scene, found);
  let next = 0;
  let ready = 0;
  let at = -1;
  for (const quotation of scene.quotations) {
    for (; ready < anchors.length && lastEnd(found[anchors[ready]]) <= quotation.span.start; ready++)
      at = anchors[ready];
    while (next < covered.length && covered[next].end <= quotation.span.start) next++;
    if (next < covered.length && overlaps(covered[next], quotation.span)) continue;
    if (!standsAlone(scene, quotation)) continue;
    if (at < 0) continue;
    const anchor = placed[at];
    const reach = Math.max(lastEnd(anchor), anchor.cue.end);
    if (quotation.span.start - reach > FARTHEST) continue;
    const lines = linesBetween(text, reach, quotation.span.start);
    if (quotation.continues || lines === 0 || !hasWords(text.slice(reach, quotation.span.start))) {
      placed[at] = { ...anchor, content: joined(text, [...anchor.content, quotation.span]) };
    } else if (lines === 1 && anchor.source !== undefined) {
      const first = tokenAt(scene.marks, quotation.span.start);
      placed.push({
        token: -1, first, cue: quotation.span, content: [quotation.span], within: -1, anchor: at,
        probability: anchor.probability * UNCUED, contentProbability: 1, contentHead: -1,
      }); // prettier-ignore
      at = placed.length - 1;
    }
  }
  return placed;
}

/** The speaker of the statement that a cue-less one runs on from. */
export function sourceOfUncued(placed: readonly Placed[], at: number): Placed['source'] {
  let up = placed[at].anchor;
  for (let steps = 0; up >= 0 && steps < placed.length; steps++) {
    const anchor = placed[up];
    if (anchor.source !== undefined) return anchor.source;
    up = anchor.anchor;
  }
  return undefined;
}
