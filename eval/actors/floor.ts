import { agree } from '../../src/stages/extract/mentions/agreement.ts';
import { Chains } from '../../src/stages/extract/mentions/chains.ts';
import type { ClusterMention } from '../../src/stages/extract/mentions/list-clusters.ts';
import { mentionOf } from '../../src/stages/extract/mentions/list-clusters.ts';
import type { Phrasing } from '../../src/stages/extract/mentions/read-phrases.ts';

/**
 * The rule floor: phrases of equal words are the same, and a pronoun is the nearest phrase before it that agrees.
 * Same phrases, same spans as ours: what is left is the linking.
 */
export function floorClusters({
  context,
  candidates,
  coreference,
}: Phrasing): readonly (readonly ClusterMention[])[] {
  const chains = new Chains(candidates.length);
  const byWords = new Map<string, number>();
  const { marks } = context;
  for (const [i, { phrase, what }] of candidates.entries()) {
    if (what === 'pronoun') {
      for (let j = i - 1; j >= Math.max(0, i - 60); j--) {
        if (!agree(coreference.traits[i], coreference.traits[j])) continue;
        chains.join(i, j);
        break;
      }
      continue;
    }
    const words = marks.text.slice(marks.start[phrase.first], marks.end[phrase.last]).toLowerCase();
    const known = byWords.get(words);
    if (known !== undefined) chains.join(i, known);
    byWords.set(words, i);
  }
  const clusters = new Map<number, ClusterMention[]>();
  for (const candidate of candidates) {
    const root = chains.rootOf(candidate.phrase.index);
    clusters.set(root, [...(clusters.get(root) ?? []), mentionOf(candidate)]);
  }
  return [...clusters.values()].filter((cluster) => cluster.length > 1);
}
