import type { Phrasing } from './read-phrases.ts';

/** Words of one mention, as token numbers, inclusive. */
export interface ClusterMention {
  readonly first: number;
  readonly last: number;
}

/** Phrases that speak of the same, two or more together, with their whole spans, parties or not. */
export function listClusters({ candidates, coreference }: Phrasing): readonly (readonly ClusterMention[])[] {
  const clusters = new Map<number, ClusterMention[]>();
  for (const candidate of candidates) {
    if (candidate.isTaken) continue;
    const root = coreference.chains.rootOf(candidate.phrase.index);
    const { isPossessor, kind, last } = candidate.phrase;
    const isMarked = isPossessor && kind !== 'pronoun';
    const mention = { first: candidate.spanFirst, last: isMarked ? last + 1 : candidate.spanLast };
    const known = clusters.get(root);
    if (known === undefined) clusters.set(root, [mention]);
    else known.push(mention);
  }
  return [...clusters.values()].filter((cluster) => cluster.length > 1);
}
