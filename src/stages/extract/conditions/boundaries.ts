import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import type { Ground } from '../assertions/ground.ts';
import { apodosisEnds, apodosisStarts, feasibleDirections, protasisEnds } from './boundary-candidates.ts';
import { directionFeatures, endFeatures, protasisFeatures, startFeatures } from './boundary-features.ts';
import type { Scene } from './boundary-features.ts';
import type { Sides, Stretch } from './stretch.ts';
import { tidy } from './stretch.ts';

/** Where the main clause stands as seen from the condition. */
export type Direction = 'after' | 'before' | 'around';

/** Weights of features by name: what `train/conditions.ts` learns. */
type BoundaryWeights = ConditionLexicon['boundaries'];

const score = (weights: BoundaryWeights, features: readonly string[]): number => {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
};

/** The candidate that scores best; the first of equals. */
export function bestOf<T>(
  candidates: readonly T[],
  weights: BoundaryWeights,
  features: (one: T) => readonly string[],
): T {
  let [best] = candidates;
  let top = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const value = score(weights, features(candidate));
    if (value > top) [best, top] = [candidate, value];
  }
  return best;
}

/** Words of the main clause, on the side where it stands. */
function apodosisAt(
  scene: Scene,
  protasis: Stretch,
  direction: Direction,
  weights: BoundaryWeights,
): Stretch {
  const start = (): number =>
    bestOf(apodosisStarts(scene, protasis), weights, (at) => startFeatures(scene, protasis, at));
  const from = direction === 'after' ? protasis.last + 1 : start();
  if (direction === 'before') return { first: from, last: protasis.first - 1 };
  const last = bestOf(apodosisEnds(scene, protasis), weights, (at) => endFeatures(scene, protasis, at));
  return { first: from, last };
}

/**
 * Finds where a condition ends and which words hang on it, by linear scores over punctuation, verbs and the tree: the
 * tree alone is often wrong about long sentences. Averaged perceptron (Collins 2002), trained by `train/conditions.ts`.
 */
export function drawBoundaries(ground: Ground, scene: Scene, sides: Sides, weights: BoundaryWeights): Sides {
  if (weights.size === 0) return sides;
  const last = bestOf(protasisEnds(scene), weights, (at) => protasisFeatures(scene, at));
  const protasis = { first: scene.first, last };
  const direction = bestOf(feasibleDirections(scene, protasis), weights, (one) =>
    directionFeatures(scene, protasis, one),
  );
  const apodosis = apodosisAt(scene, protasis, direction, weights);
  if (apodosis.last < apodosis.first) return sides;
  return {
    protasis: { head: sides.protasis.head, stretch: tidy(ground, protasis) },
    apodosis: { head: sides.apodosis.head, stretch: tidy(ground, apodosis) },
  };
}
