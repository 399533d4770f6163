import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import type { Ground } from '../assertions/ground.ts';
import { apodosisEnds, apodosisStarts, feasibleDirections, protasisEnds } from './boundary-candidates.ts';
import { directionFeatures, endFeatures, protasisFeatures, startFeatures } from './boundary-features.ts';
import type { Direction, Scene } from './scene.ts';
import type { Sides, Stretch } from './stretch.ts';
import { tidy } from './stretch.ts';

/** Weights of features by name: what `train/train-conditions.ts` learns. */
type BoundaryWeights = ConditionLexicon['boundaries'];

/** A candidate with the logarithm of its probability among its like. */
interface Weighed<T> {
  readonly one: T;
  readonly log: number;
}

/** How many ends of the condition are followed up. */
const BEAM = 4;

function weigh<T>(
  candidates: readonly T[],
  weights: BoundaryWeights,
  features: (one: T) => readonly string[],
): readonly Weighed<T>[] {
  const scores = candidates.map((one) => {
    let sum = 0;
    for (const feature of features(one)) sum += weights.get(feature) ?? 0;
    return sum;
  });
  const top = Math.max(...scores);
  const whole = top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
  return candidates.map((one, i) => ({ one, log: scores[i] - whole })).sort((a, b) => b.log - a.log);
}

/** The best words of the main clause on the side where it stands. */
function apodosisAt(
  scene: Scene,
  protasis: Stretch,
  direction: Direction,
  weights: BoundaryWeights,
): Weighed<Stretch> {
  const start = (): Weighed<number> =>
    weigh(apodosisStarts(scene, protasis), weights, (at) => startFeatures(scene, protasis, at))[0];
  const from = direction === 'after' ? { one: protasis.last + 1, log: 0 } : start();
  if (direction === 'before') return { one: { first: from.one, last: protasis.first - 1 }, log: from.log };
  const [to] = weigh(apodosisEnds(scene, protasis), weights, (at) => endFeatures(scene, protasis, at));
  return { one: { first: from.one, last: to.one }, log: from.log + to.log };
}

/**
 * Finds where a condition ends and which words hang on it: the most probable of all by log-linear models over
 * punctuation, verbs and the tree, since the tree alone is often wrong about long sentences. Trained by
 * `train/train-conditions.ts`.
 */
export function drawBoundaries(ground: Ground, scene: Scene, sides: Sides, weights: BoundaryWeights): Sides {
  if (weights.size === 0) return sides;
  let best: { readonly protasis: Stretch; readonly apodosis: Stretch } | undefined;
  let top = Number.NEGATIVE_INFINITY;
  const ends = weigh(protasisEnds(scene), weights, (at) => protasisFeatures(scene, at)).slice(0, BEAM);
  for (const end of ends) {
    const protasis = { first: scene.first, last: end.one };
    const directions = weigh(feasibleDirections(scene, protasis), weights, (one) =>
      directionFeatures(scene, protasis, one),
    );
    for (const direction of directions) {
      if (end.log + direction.log <= top) continue;
      const apodosis = apodosisAt(scene, protasis, direction.one, weights);
      const log = end.log + direction.log + apodosis.log;
      if (log > top && apodosis.one.last >= apodosis.one.first)
        [best, top] = [{ protasis, apodosis: apodosis.one }, log];
    }
  }
  if (best === undefined) return sides;
  return {
    protasis: { head: sides.protasis.head, stretch: tidy(ground, best.protasis) },
    apodosis: { head: sides.apodosis.head, stretch: tidy(ground, best.apodosis) },
  };
}
