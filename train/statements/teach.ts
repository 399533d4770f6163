import type { GoldArticle, GoldAttribution } from '../../eval/quotes/gold.ts';
import { pairUp } from '../../eval/quotes/score.ts';
import type { LinearWeights } from '../../src/model/lexicon-speech.ts';
import { cueFeatures, mayBeCue } from '../../src/stages/extract/statements/cue-features.ts';
import { listCandidates } from '../../src/stages/extract/statements/find-attributions.ts';
import { FeatureList } from '../../src/stages/extract/statements/hashed-features.ts';
import { companyOf, judgeFeatures } from '../../src/stages/extract/statements/judge-features.ts';
import { partFeatures } from '../../src/stages/extract/statements/part-features.ts';
import { listParts } from '../../src/stages/extract/statements/parts.ts';
import type { Scene } from '../../src/stages/extract/statements/scene.ts';
import { Examples, trainLinear } from './examples.ts';
import type { Trained } from './examples.ts';
import { cueToken, partLabel } from './label.ts';

/** One article of the training part, marked. */
export interface Lesson {
  readonly article: GoldArticle;
  readonly scene: Scene;
}

const CUE_COURSE = { slots: 1 << 18, labels: 1, epochs: 4, rate: 0.03, l2: 1e-5 };
const PART_COURSE = { slots: 1 << 17, labels: 3, epochs: 2, rate: 0.04, l2: 1e-5 };
const JUDGE_COURSE = { slots: 1 << 17, labels: 1, epochs: 3, rate: 0.03, l2: 1e-5 };

/** Cues less likely than this are no candidates. */
export const THRESHOLD = 0.08;
const FOLDS = 4;

/** Rounds weights to 8 bits; what is beyond six is cut. */
function rounded(trained: Trained): LinearWeights {
  let top = 0;
  for (const weight of trained.weights) top = Math.max(top, Math.abs(weight));
  const scale = Math.min(top, 6) / 127;
  const weights = Int8Array.from(trained.weights, (w) =>
    Math.max(-127, Math.min(127, Math.round(w / scale))),
  );
  return { slots: trained.slots, labels: trained.labels, scale, weights };
}

function goldByCue({ article, scene }: Lesson): Map<number, GoldAttribution> {
  const map = new Map<number, GoldAttribution>();
  for (const gold of article.ars) {
    const token = cueToken(scene, gold);
    if (token !== undefined) map.set(token, gold);
  }
  return map;
}

export interface Finder {
  readonly cue: LinearWeights;
  readonly part: LinearWeights;
}

/** Teaches what a cue is and what its parts are. */
export function teachFinder(lessons: readonly Lesson[]): Finder {
  const cues = new Examples();
  const parts = new Examples();
  const list = new FeatureList();
  for (const lesson of lessons) {
    const { scene } = lesson;
    const gold = goldByCue(lesson);
    for (let token = 0; token < scene.marks.tokenCount; token++) {
      if (!mayBeCue(scene, token)) continue;
      cueFeatures(scene, token, list);
      cues.add(list, gold.has(token) ? 1 : 0);
    }
    for (const [token, attribution] of gold) {
      for (const part of listParts(scene, token)) {
        partFeatures(scene, token, part, list);
        parts.add(list, partLabel(part, attribution));
      }
    }
  }
  return { cue: rounded(trainLinear(cues, CUE_COURSE)), part: rounded(trainLinear(parts, PART_COURSE)) };
}

/** Teaches which candidates are right, from candidates of finders that have not seen the article. */
export function teachJudge(lessons: readonly Lesson[], finders: readonly Finder[]): LinearWeights {
  const examples = new Examples();
  const list = new FeatureList();
  lessons.forEach(({ article, scene }, i) => {
    const candidates = listCandidates(scene, { ...finders[i % finders.length], threshold: THRESHOLD });
    const golds = article.ars.map((ar) => ar.content.map(([start, end]) => ({ start, end })));
    const right = new Set(
      pairUp(
        golds,
        candidates.map((one) => one.content),
      ).map((pair) => pair.answer),
    );
    const company = companyOf(candidates);
    candidates.forEach((one, at) => {
      judgeFeatures(scene, one, company[at], list);
      examples.add(list, right.has(at) ? 1 : 0);
    });
  });
  return rounded(trainLinear(examples, JUDGE_COURSE));
}

/** Finders by fold: the one for article i has not seen it. */
export function teachByFold(lessons: readonly Lesson[]): Finder[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    teachFinder(lessons.filter((_lesson, i) => i % FOLDS !== fold)),
  );
}
