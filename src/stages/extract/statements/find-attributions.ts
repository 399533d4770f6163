import { withFields } from '../../../model/with-fields.ts';
import type { LinearWeights, StatementModel } from '../../../model/lexicon-speech.ts';
import type { Span } from '../../../model/span.ts';
import { contains, overlaps } from '../../../model/span.ts';
import { findBylines } from './bylines.ts';
import { assemble } from './assemble.ts';
import type { Attribution } from './assemble.ts';
import { cueFeatures, mayBeCue } from './cue-features.ts';
import { FeatureList, logits, sigmoid } from './hashed-features.ts';
import { companyOf, judgeFeatures } from './judge-features.ts';
import { phraseAt } from './scene.ts';
import type { Scene } from './scene.ts';
import { shareOut, tieTogether } from './share-out.ts';

/** An attribution with its place among the others. */
export interface Placed extends Attribution {
  /** Index of the attribution in whose content its cue lies, or -1. */
  readonly within: number;
  /** Index of the one from which a quotation without a cue runs on, or -1. */
  readonly anchor: number;
}

type Candidates = Pick<StatementModel, 'cue' | 'part' | 'threshold'>;

function listCues(scene: Scene, model: Candidates): { token: number; probability: number }[] {
  const list = new FeatureList();
  const cues: { token: number; probability: number }[] = [];
  for (let token = 0; token < scene.marks.tokenCount; token++) {
    if (!mayBeCue(scene, token) || phraseAt(scene, token)?.gives === 'terms.anonymous') continue;
    cueFeatures(scene, token, list);
    const probability = sigmoid(logits(model.cue, list)[0]);
    if (probability >= model.threshold) cues.push({ token, probability });
  }
  return cues;
}

/** All candidates in the order of their cues; `probability` is the cue's. */
export function listCandidates(scene: Scene, model: Candidates): readonly Attribution[] {
  const list = new FeatureList();
  return listCues(scene, model)
    .flatMap((cue) => assemble(scene, model.part, cue, list) ?? [])
    .sort((a, b) => a.cue.start - b.cue.start);
}

/** The probability of each candidate being an outermost attribution. */
function judgeAll(scene: Scene, candidates: readonly Attribution[], judge: LinearWeights): number[] {
  const list = new FeatureList();
  const company = companyOf(candidates);
  return candidates.map((one, i) => {
    judgeFeatures(scene, one, company[i], list);
    return sigmoid(logits(judge, list)[0]);
  });
}

const touches = (left: readonly Span[], right: readonly Span[]): boolean =>
  left.some((a) => right.some((b) => overlaps(a, b)));

const holds = (content: readonly Span[], span: Span): boolean => content.some((part) => contains(part, span));

interface Judged extends Attribution {
  readonly cueProbability: number;
}

const NEIGHBOURS = 24;

const SAME_SHARE = 0.8;

/** Do two contents begin at one place and have most of their words in common? Then two cues tell of one saying. */
function isSameContent(left: readonly Span[], right: readonly Span[]): boolean {
  if (Math.abs(left[0].start - right[0].start) > 2) return false;
  const length = (spans: readonly Span[]): number =>
    spans.reduce((sum, span) => sum + span.end - span.start, 0);
  const shared = left.reduce(
    (sum, a) =>
      sum +
      right.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );
  return shared >= SAME_SHARE * Math.max(length(left), length(right));
}

/** Of candidates that want the same words, and of those one in another, which may stand beside which? */
function mayStand(one: Judged, other: Judged): boolean {
  if (!touches(one.content, other.content) && !holds(other.content, one.cue)) return true;
  if (isSameContent(one.content, other.content)) return false;
  return holds(other.content, one.cue) !== holds(one.content, other.cue);
}

/**
 * Lets stand the likeliest candidates; of two that claim the same words the likelier. One inside another's content stays
 * when its own cue is sure enough.
 */
function settle(judged: readonly Judged[], model: StatementModel): Judged[] {
  const order = judged.map((_, i) => i).sort((a, b) => judged[b].probability - judged[a].probability);
  const standing = new Array<boolean>(judged.length).fill(false);
  for (const i of order) {
    const one = judged[i];
    let isInner = false;
    let isFree = true;
    for (
      let j = Math.max(0, i - NEIGHBOURS);
      j < Math.min(judged.length, i + NEIGHBOURS + 1) && isFree;
      j++
    ) {
      if (j === i || !standing[j]) continue;
      isFree = mayStand(one, judged[j]);
      if (holds(judged[j].content, one.cue)) isInner = true;
      else if (holds(one.content, judged[j].cue) && one.probability < judged[j].probability - OUTER_MARGIN)
        isFree = false;
    }
    standing[i] = isFree && (one.probability >= model.standing || (isInner && isSpokenInside(one, model)));
  }
  return judged.filter((_, i) => standing[i]);
}

const LEAST_PART = 0.5;

/** In another's words nothing but a clear case counts: a cue likely enough, with a speaker and content. */
const isSpokenInside = (one: Judged, model: StatementModel): boolean =>
  one.cueProbability >= model.nested &&
  one.contentProbability >= LEAST_PART &&
  (one.source?.probability ?? 0) >= LEAST_PART;

/** How much less likely an enclosing attribution may be than the one it would enclose. */
const OUTER_MARGIN = 0.4;

interface Stretch {
  readonly span: Span;
  readonly owner: number;
}

const lengthOf = (stretch: Stretch): number => stretch.span.end - stretch.span.start;

/** The innermost attribution whose content holds the cue. One sweep: few contents are open at a time. */
function placeAll(kept: readonly Attribution[]): Placed[] {
  const stretches: Stretch[] = kept.flatMap((one, owner) => one.content.map((span) => ({ span, owner })));
  stretches.sort((a, b) => a.span.start - b.span.start);
  let open: Stretch[] = [];
  let next = 0;
  return kept.map((one, index) => {
    for (; next < stretches.length && stretches[next].span.start <= one.cue.start; next++)
      open.push(stretches[next]);
    open = open.filter((stretch) => stretch.span.end > one.cue.start);
    let narrowest: Stretch | undefined;
    for (const stretch of open) {
      if (stretch.owner === index || !contains(stretch.span, one.cue)) continue;
      if (holds(one.content, kept[stretch.owner].cue)) continue;
      if (narrowest === undefined || lengthOf(stretch) < lengthOf(narrowest)) narrowest = stretch;
    }
    return withFields(one, { within: narrowest?.owner ?? -1, anchor: -1 });
  });
}

/** All attributions of a report: cue, source and content, nested ones too. */
export function findAttributions(scene: Scene, model: StatementModel): readonly Placed[] {
  const bylines = findBylines(scene);
  const dashes = new Set(bylines.map((one) => one.token));
  const candidates = listCandidates(scene, model).filter((one) => !dashes.has(one.token));
  const judged = judgeAll(scene, candidates, model.judge);
  const cues = new Map(candidates.map((one) => [one.token, one.probability]));
  const rated = candidates.map((one, i) => ({ ...one, probability: judged[i] }));
  const shared = tieTogether(scene, shareOut(rated, model.standing));
  const all = shared.map((one) => withFields(one, { cueProbability: cues.get(one.token) ?? 0 }));
  const sure = bylines.map((one) => withFields(one, { cueProbability: one.probability }));
  return placeAll(
    settle(
      [...all, ...sure].sort((a, b) => a.cue.start - b.cue.start),
      model,
    ),
  );
}
