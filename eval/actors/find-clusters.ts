import type { ActorKnowledge } from '../../src/model/actor.ts';
import type { Marks } from '../../src/model/marks.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { listClusters } from '../../src/stages/extract/mentions/list-clusters.ts';
import { readPhrases } from '../../src/stages/extract/mentions/read-phrases.ts';
import type { ClusterMention } from '../../src/stages/extract/mentions/list-clusters.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import { detokenize } from '../coref/detokenize.ts';
import type { Detokenized } from '../coref/detokenize.ts';
import type { CorefDocument } from '../coref/read-conll.ts';
import type { Clusters } from '../coref/score.ts';
import { floorClusters } from './floor.ts';

function tokenFrom(places: readonly number[], offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = side === 'start' ? (low + high + 1) >> 1 : (low + high) >> 1;
    if (side === 'start' ? places[middle] <= offset : places[middle] < offset)
      low = side === 'start' ? middle : middle + 1;
    else high = side === 'start' ? middle - 1 : middle;
  }
  return low;
}

const keyOf = (marks: Marks, text: Detokenized, first: number, last: number): string =>
  `${tokenFrom(text.start, marks.start[first], 'start')}-${tokenFrom(text.end, marks.end[last], 'end')}`;

/** Our clusters of a corpus document and the rule floor's, in the corpus' token numbers. */
export interface FoundClusters {
  readonly ours: Clusters;
  readonly floor: Clusters;
}

/** Reads a corpus document as plain text, without its mentions. */
export function findClusters(document: CorefDocument, marker: Marker, actors: ActorKnowledge): FoundClusters {
  const text = detokenize(document.tokens);
  const marks = mark(text.text, marker);
  const report = { id: document.name, text: text.text, foundAt: document.name, notes: [] };
  const phrasing = readPhrases({ report, marks }, actors);
  const toKeys = (clusters: readonly (readonly ClusterMention[])[]): Clusters =>
    clusters.map((cluster) => [
      ...new Set(cluster.map(({ first, last }) => keyOf(marks, text, first, last))),
    ]);
  return { ours: toKeys(listClusters(phrasing)), floor: toKeys(floorClusters(phrasing)) };
}
