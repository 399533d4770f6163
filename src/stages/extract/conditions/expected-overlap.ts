import type { ClausePair } from './label-clauses.ts';
import type { Stretch } from './stretch.ts';

interface Likely {
  readonly stretch: Stretch | undefined;
  readonly share: number;
}

function overlap(a: Stretch | undefined, b: Stretch | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 1 : 0;
  const common = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  return common <= 0 ? 0 : (2 * common) / (a.last - a.first + b.last - b.first + 2);
}

/** Adds up the shares of pairs that have the same stretch. */
function gather(shares: readonly Likely[]): readonly Likely[] {
  const found = new Map<string, Likely>();
  for (const { stretch, share } of shares) {
    const key = stretch === undefined ? '' : `${stretch.first}-${stretch.last}`;
    found.set(key, { stretch, share: share + (found.get(key)?.share ?? 0) });
  }
  return [...found.values()];
}

function bestOf(shares: readonly Likely[]): Stretch | undefined {
  const all = gather(shares);
  let best: Stretch | undefined;
  let top = -1;
  for (const { stretch } of all) {
    const expected = all.reduce((sum, other) => sum + other.share * overlap(stretch, other.stretch), 0);
    if (expected > top) [best, top] = [stretch, expected];
  }
  return best;
}

/** Of the likeliest ways, each clause with the greatest expected share of words in common with the true one. */
export function pickByOverlap(pairs: readonly ClausePair[]): Omit<ClausePair, 'log'> | undefined {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const shares = pairs.map((pair) => Math.exp(pair.log - first.log));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const of = (side: (pair: ClausePair) => Stretch | undefined): readonly Likely[] =>
    pairs.map((pair, i) => ({ stretch: side(pair), share: shares[i] / total }));
  const protasis = bestOf(of((pair) => pair.protasis));
  return protasis === undefined ? undefined : { protasis, apodosis: bestOf(of((pair) => pair.apodosis)) };
}
