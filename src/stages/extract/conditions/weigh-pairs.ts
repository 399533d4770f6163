import type { ClauseModel } from '../../../model/lexicon-conditions.ts';
import { FeatureList } from '../statements/hashed-features.ts';
import { addPairFeatures } from './clause-pair-features.ts';
import type { ClauseView } from './clause-view.ts';
import type { ClausePair } from './label-clauses.ts';

/**
 * Weighs the likeliest ways anew by what each is as a whole: ties of the tree, verbs, what is left out. A log-linear
 * model over them (after Collins & Koo 2005), best first.
 */
export function weighPairs(
  view: ClauseView,
  pairs: readonly ClausePair[],
  { pair: model, trust }: ClauseModel,
): readonly ClausePair[] {
  const list = new FeatureList();
  return pairs
    .map((pair): ClausePair => {
      list.clear();
      addPairFeatures(view, pair, list);
      let sum = 0;
      for (let i = 0; i < list.count; i++) sum += model.weights[list.hashes[i] & (model.slots - 1)];
      return { ...pair, log: trust * pair.log + sum * model.scale };
    })
    .sort((a, b) => b.log - a.log);
}
