import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairUp } from '../../eval/quotes/score.ts';
import type { Calibration, StatementModel } from '../../src/model/lexicon-speech.ts';
import { packMarker } from '../../src/playbook/marker.ts';
import { findAttributions } from '../../src/stages/extract/statements/find-attributions.ts';
import { calibrate } from './calibrate.ts';
import type { Finder, Lesson } from './teach.ts';
import { teachByFold, teachFinder, teachJudge, THRESHOLD } from './teach.ts';

const STANDING = 0.4;
const NESTED = 0.12;

type Judge = StatementModel['judge'];

/** Calibrates on training articles, each read by a finder and a judge that have not seen it. */
function calibrateByFold(lessons: readonly Lesson[], folds: readonly Finder[]): Calibration {
  const half = (odd: number): Lesson[] => lessons.filter((_, i) => Math.floor(i / folds.length) % 2 === odd);
  const scored = [0, 1].flatMap((odd) => {
    const judge: Judge = teachJudge(half(1 - odd), folds);
    return half(odd).flatMap(({ article, scene }, i) => {
      const finder = folds[i % folds.length];
      const model = {
        ...finder,
        judge,
        threshold: THRESHOLD,
        standing: 0.1,
        nested: NESTED,
        calibration: [],
      };
      const found = findAttributions(scene, model).filter((one) => one.within < 0);
      const golds = article.ars.map((ar) => ar.content.map(([start, end]) => ({ start, end })));
      const pairs = new Map(
        pairUp(
          golds,
          found.map((one) => one.content),
        ).map((pair) => [pair.answer, pair.gold]),
      );
      return found.map((one, at) => {
        const gold = pairs.get(at);
        const source = gold === undefined ? [] : article.ars[gold].source;
        const span = one.source?.span;
        const isSame =
          span !== undefined && source.some(([start, end]) => start < span.end && span.start < end);
        return {
          score: one.probability,
          isRight: gold !== undefined && (isSame || (source.length === 0 && span === undefined)),
        };
      });
    });
  });
  return calibrate(scored);
}

/** Writes `weights.bin` into a folder. */
export function writeModel(folder: string, model: StatementModel): void {
  const { cue, part, judge, calibration } = model;
  const numbers: Record<string, number> = {
    threshold: model.threshold,
    standing: model.standing,
    nested: model.nested,
  };
  for (const [name, weights] of Object.entries({ cue, part, judge })) {
    numbers[`${name}.labels`] = weights.labels;
    numbers[`${name}.scale`] = weights.scale;
  }
  const tables = {
    cue: cue.weights,
    part: part.weights,
    judge: judge.weights,
    'calibration.score': Float32Array.from(calibration, ([score]) => score),
    'calibration.probability': Float32Array.from(calibration, ([, probability]) => probability),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'weights.bin'), packMarker({ numbers, lists: {}, tables }));
}

/** Teaches finder, judge and calibration from marked articles. */
export function makeModel(lessons: readonly Lesson[]): StatementModel {
  const finder = teachFinder(lessons);
  const folds = teachByFold(lessons);
  const judge = teachJudge(lessons, folds);
  const calibration = calibrateByFold(lessons, folds);
  return { ...finder, judge, threshold: THRESHOLD, standing: STANDING, nested: NESTED, calibration };
}
