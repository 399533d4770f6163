import type { Candidate } from './candidate.ts';
import type { Phrasing } from './read-phrases.ts';

/** Words of one mention, as token numbers, inclusive. */
export interface ClusterMention {
  readonly first: number;
  readonly last: number;
}

/** A phrase's whole span; a possessor with its mark ("the minister's"). */
export function mentionOf({ phrase, spanFirst, spanLast }: Candidate): ClusterMention {
  const isMarked = phrase.isPossessor && phrase.kind !== 'pronoun';
  return { first: spanFirst, last: isMarked ? phrase.last + 1 : spanLast };
}

/** Phrases that speak of the same, two or more together, with their whole spans, parties or not. */
export function listClusters({ candidates, coreference }: Phrasing): readonly (readonly ClusterMention[])[] {
  const clusters = new Map<number, ClusterMention[]>();
  for (const candidate of candidates) {
    if (candidate.isTaken) continue;
    const root = coreference.chains.rootOf(candidate.phrase.index);
    const known = clusters.get(root);
    if (known === undefined) clusters.set(root, [mentionOf(candidate)]);
    else known.push(mentionOf(candidate));
  }
  return [...clusters.values()].filter((cluster) => cluster.length > 1);
}
