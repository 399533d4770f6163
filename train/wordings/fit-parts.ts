import { toFragment } from '../../eval/reconcile/measure-utterances.ts';
import type { VariantDocument } from '../../eval/reconcile/read-variants.ts';
import type { WordingKnowledge } from '../../src/model/wordings.ts';
import { prepareWording } from '../../src/stages/reconcile/wording/compare-wordings.ts';
import { featuresAmong } from '../../src/stages/reconcile/wording/place-parts.ts';

/** A part against the sentences of another version of its document; `at` is its own, or -1 where that was taken out. */
export interface PartCase {
  readonly x: readonly (readonly number[])[];
  readonly at: number;
}

/** Runs of 3 to 8 words out of one version of each document, against the sentences of another. */
export function toPartCases(
  documents: readonly VariantDocument[],
  knowledge: WordingKnowledge,
  random: () => number,
): readonly PartCase[] {
  return documents.flatMap(({ sentences }) => {
    const names = [...sentences[0].versions.keys()];
    const a = names[Math.floor(random() * names.length)];
    const b = names.filter((name) => name !== a)[Math.floor(random() * (names.length - 1))];
    const wholes = sentences.map(({ versions }) => prepareWording(versions.get(b) ?? '', knowledge));
    return sentences.flatMap(({ versions }, at) => {
      const words = toFragment(versions.get(a) ?? '', random);
      if (words === undefined) return [];
      const part = prepareWording(words, knowledge);
      const x = featuresAmong(part, wholes, knowledge);
      const others = featuresAmong(part, wholes.toSpliced(at, 1), knowledge);
      return [
        { x, at },
        { x: others, at: -1 },
      ];
    });
  });
}

const dot = (x: readonly number[], weights: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * weights[i], 0);

/** Slope of the loss of one case: a choice among the wholes and none of them (conditional logit, McFadden 1974). */
function slopeOf({ x, at }: PartCase, weights: readonly number[]): readonly number[] {
  const odds = x.map((row) => dot(row, weights));
  const highest = Math.max(0, ...odds);
  const shares = odds.map((one) => Math.exp(one - highest));
  const total = shares.reduce((sum, one) => sum + one, Math.exp(-highest));
  const slope = weights.map((weight) => 1e-4 * weight);
  for (const [j, row] of x.entries()) {
    const error = shares[j] / total - (j === at ? 1 : 0);
    for (const [i, value] of row.entries()) slope[i] += error * value;
  }
  return slope;
}

/** Weights of the features of a part; steps shrink with the slopes met (AdaGrad, Duchi et al. 2011). */
export function fitParts(cases: readonly PartCase[]): readonly number[] {
  const weights = (cases[0]?.x[0] ?? []).map(() => 0);
  const met = weights.map(() => 1e-6);
  for (let epoch = 0; epoch < 25; epoch++)
    for (const one of cases)
      for (const [i, slope] of slopeOf(one, weights).entries()) {
        met[i] += slope * slope;
        weights[i] -= (0.5 * slope) / Math.sqrt(met[i]);
      }
  return weights;
}

/** Share of the parts whose own whole is the likeliest. */
export function shareRight(cases: readonly PartCase[], weights: readonly number[]): number {
  const placed = cases.filter(({ at }) => at >= 0);
  const right = placed.filter(({ x, at }) => {
    const odds = x.map((row) => dot(row, weights));
    return odds[at] === Math.max(...odds);
  });
  return right.length / placed.length;
}
