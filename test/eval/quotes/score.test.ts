import { describe, expect, it } from 'vitest';
import { readByQuoteMarks } from '../../../eval/quotes/floor.ts';
import { brier, reliability } from '../../../eval/quotes/reliability.ts';
import { addArticle, emptyTally, figuresOf } from '../../../eval/quotes/score.ts';
import type { Answer } from '../../../eval/quotes/score.ts';

const text = 'Ann said that ships left. “We stay,” Bob said.';
const article = {
  doc: 'one',
  text,
  ars: [
    { kind: 'indirect' as const, source: [[0, 3]], cue: [[4, 8]], content: [[9, 24]] },
    { kind: 'direct' as const, source: [[37, 40]], cue: [[41, 45]], content: [[26, 36]] },
  ].map((ar) => ({
    ...ar,
    source: ar.source.map(([a, b]): [number, number] => [a, b]),
    cue: ar.cue.map(([a, b]): [number, number] => [a, b]),
    content: ar.content.map(([a, b]): [number, number] => [a, b]),
  })),
};

const figuresFor = (answers: readonly Answer[]): Readonly<Record<string, number>> => {
  const tally = emptyTally();
  addArticle(tally, article, answers);
  return figuresOf(tally);
};

const right: readonly Answer[] = [
  { form: 'indirect', content: [{ start: 9, end: 24 }], source: { start: 0, end: 3 }, confidence: 1 },
  { form: 'direct', content: [{ start: 26, end: 36 }], source: { start: 37, end: 40 }, confidence: 1 },
];

describe('the score of attributions', () => {
  it('is full for the gold itself', () => {
    const figures = figuresFor(right);
    for (const name of ['content.overlapF1', 'source.overlapAcc', 'jointF1', 'direct.jointF1']) {
      expect(figures[name]).toBe(100);
    }
  });

  it('gives one gold attribution to one answer only', () => {
    const twice = [right[0], { ...right[0], content: [{ start: 10, end: 20 }] }];
    expect(figuresFor(twice)['content.overlapP']).toBe(50);
    expect(figuresFor(twice)['content.overlapR']).toBe(50);
  });

  it('counts a wrong speaker against source and joint, not against content', () => {
    const figures = figuresFor([{ ...right[0], source: { start: 37, end: 40 } }, right[1]]);
    expect(figures['content.overlapF1']).toBe(100);
    expect(figures['source.overlapAcc']).toBe(50);
    expect(figures.jointF1).toBe(50);
  });

  it('is nought without answers', () => {
    expect(figuresFor([]).jointF1).toBe(0);
  });
});

describe('the floor', () => {
  it('gives quotations of three words or more to the nearest name', () => {
    const words = '“We will stay here,” Bob Hill said. He had “no doubt”.';
    const answers = readByQuoteMarks(words);
    expect(answers).toHaveLength(1);
    expect(words.slice(answers[0].source?.start, answers[0].source?.end)).toBe('Bob Hill');
  });
});

describe('reliability', () => {
  it('sets confidence beside the share that was right', () => {
    const scored = [
      { confidence: 0.9, isRight: true },
      { confidence: 0.95, isRight: false },
      { confidence: 0.2, isRight: false },
    ];
    expect(reliability(scored).map(({ right: share }) => share)).toEqual([0, 0.5]);
    expect(brier([{ confidence: 1, isRight: true }])).toBe(0);
  });
});
