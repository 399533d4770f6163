import type { Span } from '../../src/model/span.ts';
import type { GoldArticle, GoldAttribution } from './gold.ts';

/** What a reader says of one attribution. */
export interface Answer {
  readonly form: 'direct' | 'mixed' | 'indirect';
  readonly content: readonly Span[];
  readonly source?: Span;
  readonly confidence: number;
}

/** Running counts over articles. */
export interface Tally {
  gold: number;
  answers: number;
  matched: number;
  withSource: number;
  sourceRight: number;
  joint: number;
  goldDirect: number;
  answersDirect: number;
  directJointGold: number;
  directJointAnswers: number;
  /** Characters of contents: gold, answered, shared. */
  goldChars: number;
  answerChars: number;
  sharedChars: number;
}

export const emptyTally = (): Tally => ({
  gold: 0, answers: 0, matched: 0, withSource: 0, sourceRight: 0, joint: 0, goldDirect: 0, answersDirect: 0,
  directJointGold: 0, directJointAnswers: 0, goldChars: 0, answerChars: 0, sharedChars: 0,
}); // prettier-ignore

const toSpans = (fragments: readonly (readonly [number, number])[]): Span[] =>
  fragments.map(([start, end]) => ({ start, end }));

/** Characters that two sets of spans share. */
export function sharedLength(left: readonly Span[], right: readonly Span[]): number {
  let total = 0;
  for (const a of left) {
    for (const b of right) total += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  }
  return total;
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, s) => sum + s.end - s.start, 0);

export interface Pair {
  readonly gold: number;
  readonly answer: number;
}

/** One-to-one: pairs of contents that overlap, the greatest shared share (intersection over union) first. */
export function pairUp(golds: readonly (readonly Span[])[], answers: readonly (readonly Span[])[]): Pair[] {
  const options: (Pair & { readonly share: number })[] = [];
  golds.forEach((left, gold) => {
    answers.forEach((right, answer) => {
      const shared = sharedLength(left, right);
      if (shared > 0)
        options.push({ gold, answer, share: shared / (lengthOf(left) + lengthOf(right) - shared) });
    });
  });
  options.sort((a, b) => b.share - a.share);
  const usedGold = new Set<number>();
  const usedAnswer = new Set<number>();
  return options.filter(({ gold, answer }) => {
    if (usedGold.has(gold) || usedAnswer.has(answer)) return false;
    usedGold.add(gold);
    usedAnswer.add(answer);
    return true;
  });
}

const isSourceRight = (gold: GoldAttribution, answer: Answer): boolean =>
  answer.source !== undefined && sharedLength(toSpans(gold.source), [answer.source]) > 0;

/** A gold attribution without a source words is jointly right when none is answered. */
const isJoint = (gold: GoldAttribution, answer: Answer): boolean =>
  gold.source.length === 0 ? answer.source === undefined : isSourceRight(gold, answer);

/** Adds one article; returns for each answer whether it was jointly right. */
export function addArticle(tally: Tally, article: GoldArticle, answers: readonly Answer[]): boolean[] {
  const golds = article.ars.map((ar) => toSpans(ar.content));
  const right = answers.map(() => false);
  tally.gold += golds.length;
  tally.answers += answers.length;
  tally.goldDirect += article.ars.filter((ar) => ar.kind === 'direct').length;
  tally.answersDirect += answers.filter((answer) => answer.form === 'direct').length;
  for (const pair of pairUp(
    golds,
    answers.map((answer) => answer.content),
  )) {
    const gold = article.ars[pair.gold];
    const answer = answers[pair.answer];
    tally.matched++;
    if (gold.source.length > 0) tally.withSource++;
    if (isSourceRight(gold, answer)) tally.sourceRight++;
    if (!isJoint(gold, answer)) continue;
    tally.joint++;
    right[pair.answer] = true;
    if (gold.kind === 'direct') tally.directJointGold++;
    if (answer.form === 'direct') tally.directJointAnswers++;
  }
  const goldSpans = golds.flat();
  const answerSpans = answers.flatMap((answer) => answer.content);
  tally.goldChars += lengthOf(goldSpans);
  tally.answerChars += lengthOf(answerSpans);
  tally.sharedChars += sharedLength(goldSpans, answerSpans);
  return right;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Figures in percent, named as the issue names them. */
export function figuresOf(tally: Tally): Readonly<Record<string, number>> {
  const precision = percent(tally.matched, tally.answers);
  const recall = percent(tally.matched, tally.gold);
  return {
    'content.overlapF1': f1(precision, recall),
    'content.overlapP': precision,
    'content.overlapR': recall,
    'content.charF1': f1(
      percent(tally.sharedChars, tally.answerChars),
      percent(tally.sharedChars, tally.goldChars),
    ),
    'source.overlapAcc': percent(tally.sourceRight, tally.withSource),
    jointF1: f1(percent(tally.joint, tally.answers), percent(tally.joint, tally.gold)),
    'direct.jointF1': f1(
      percent(tally.directJointAnswers, tally.answersDirect),
      percent(tally.directJointGold, tally.goldDirect),
    ),
  };
}
