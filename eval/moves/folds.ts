import { fitLogLinear, scoreLogLinear } from '../../train/moves/fit-log-linear.ts';
import type { FitSettings } from '../../train/moves/fit-log-linear.ts';

export const FOLDS = 5;

/** A fold fixed by the words: copies of a sentence fall into the same fold. */
export function foldOf(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash >>> 0) % FOLDS;
}

export interface Item {
  readonly features: readonly string[];
  readonly label: number;
  readonly fold: number;
}

export interface Extra {
  readonly features: readonly string[];
  readonly label: number;
  readonly weight: number;
}

/** Numbers features that occur at least twice. */
function indexFeatures(lists: readonly (readonly string[])[]): (features: readonly string[]) => Int32Array {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const feature of new Set(list)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= 2) index.set(feature, index.size);
  return (features) =>
    Int32Array.from(new Set(features.map((feature) => index.get(feature) ?? -1).filter((at) => at >= 0)));
}

/**
 * Class probabilities of every item by a model that has not seen its fold. Numbering of features looks at all items, the
 * weights only at the other folds.
 */
export function crossValidate(
  items: readonly Item[],
  extra: readonly Extra[],
  settings: Omit<FitSettings, 'size'>,
): Float64Array[] {
  const number = indexFeatures([...items, ...extra].map((item) => item.features));
  const examples = items.map((item) => ({
    features: number(item.features),
    label: item.label,
    fold: item.fold,
  }));
  const more = extra.map((item) => ({
    features: number(item.features),
    label: item.label,
    weight: item.weight,
  }));
  const size =
    1 +
    Math.max(
      0,
      ...examples.map((example) => example.features.reduce((a, b) => Math.max(a, b), 0)),
      ...more.map((example) => example.features.reduce((a, b) => Math.max(a, b), 0)),
    );
  const out: Float64Array[] = items.map(() => new Float64Array(settings.classes));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitLogLinear([...examples.filter((example) => example.fold !== fold), ...more], {
      ...settings,
      size,
    });
    examples.forEach((example, i) => {
      if (example.fold === fold) scoreLogLinear(weights, example.features, settings.classes, out[i]);
    });
  }
  return out;
}

export function argmax(row: Float64Array): number {
  let best = 0;
  for (let c = 1; c < row.length; c++) if (row[c] > row[best]) best = c;
  return best;
}

/** Mean F1 over the classes that the gold has. */
export function macroF1(gold: readonly number[], guess: readonly number[], classes: number): number {
  let sum = 0;
  let present = 0;
  for (let c = 0; c < classes; c++) {
    const wanted = gold.filter((label) => label === c).length;
    if (wanted === 0) continue;
    const both = gold.filter((label, i) => label === c && guess[i] === c).length;
    const got = guess.filter((label) => label === c).length;
    present++;
    sum += (2 * both) / Math.max(1, wanted + got);
  }
  return present === 0 ? 0 : sum / present;
}
