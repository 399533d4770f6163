/** Pearson's correlation of two lists of the same length. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const n = Math.max(1, a.length);
  const meanA = a.reduce((x, y) => x + y, 0) / n;
  const meanB = b.reduce((x, y) => x + y, 0) / n;
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  a.forEach((x, i) => {
    both += (x - meanA) * (b[i] - meanB);
    ofA += (x - meanA) ** 2;
    ofB += (b[i] - meanB) ** 2;
  });
  return ofA * ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}

/** Mean F1 over the labels that the gold has. */
export function macroF1(gold: readonly string[], guess: readonly string[]): number {
  const labels = [...new Set(gold)];
  const scores = labels.map((label) => {
    const both = gold.filter((each, i) => each === label && guess[i] === label).length;
    const all = gold.filter((each) => each === label).length + guess.filter((each) => each === label).length;
    return (2 * both) / Math.max(1, all);
  });
  return scores.reduce((x, y) => x + y, 0) / Math.max(1, labels.length);
}

/** Held to be so, held not to be so, or neither. */
export const factClass = (value: number): string =>
  value >= 1 ? 'fact' : value <= -1 ? 'counterfact' : 'open';
