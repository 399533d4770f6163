import type { ClaimLink, Move, Utterance } from '../../../model/fact.ts';
import type { ClassTree } from '../moves/class-tree.ts';
import type { LinkedClaim } from './about-claim.ts';
import type { KnownRecord } from './known-record.ts';
import { linkContrasts } from './link-contrasts.ts';
import { linkGroup, linkStrengths } from './link-group.ts';
import { linkToRecord } from './link-record.ts';
import { linkTopic } from './link-topic.ts';
import { positionsOf } from './positions-of.ts';
import type { Held } from './relate-positions.ts';

interface LinkKnowledge {
  readonly moves: readonly Move[];
  readonly utterances: readonly Utterance[];
  readonly classes?: ClassTree;
  readonly record?: KnownRecord;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** Types the relations between claims of one fact, of one topic and of one sentence. Any order gives the same. */
export function linkClaims(
  claims: readonly LinkedClaim[],
  { moves, utterances, classes = {}, record }: LinkKnowledge,
): readonly ClaimLink[] {
  const byId = new Map(claims.map((one) => [one.claim.id, one]));
  const groups = [
    ...moves.map(({ id, claimIds }) => [id, claimIds] as const),
    ...utterances.map(({ id, wordings }) => [id, wordings.map(({ claimId }) => claimId)] as const),
  ];
  const fact = new Map(groups.flatMap(([id, claimIds]) => claimIds.map((claimId) => [claimId, id] as const)));
  const held = claims.flatMap((said): readonly Held[] =>
    positionsOf(said).map((position) => ({ said, position })),
  );
  const topics = groupBy(held, ({ position }) => position.topic);
  const links = [
    ...groups.flatMap(([, claimIds]) => linkGroup(claimIds, byId)),
    ...utterances.flatMap((utterance) => linkStrengths(utterance, byId)),
    ...topics.flatMap((list) => linkTopic(list, fact, classes)),
    ...groupBy(claims, ({ claim }) => claim.reportId).flatMap(linkContrasts),
    ...(record === undefined ? [] : claims.flatMap((one) => linkToRecord(one, record, classes))),
  ];
  return [...new Map(links.map((link) => [link.id, link])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
