import type { Claim } from '../../../model/claim.ts';
import { contentId } from '../../../model/content-id.ts';
import type { ClaimLink, Move, Utterance } from '../../../model/fact.ts';
import type { Sourced } from '../sourced.ts';
import { compareClaims } from './compare-claims.ts';
import type { Relation } from './compare-claims.ts';
import { fitSides, topicsOf } from './topics-of.ts';

export interface LinkedClaim extends Sourced<Claim> {
  readonly text: string;
}

interface Merged {
  readonly moves: readonly Move[];
  readonly utterances: readonly Utterance[];
}

/** On one topic, a claim is compared with so many that were known just before it; the rest follow by way of those. */
const BEFORE = 10;

const byKnown = (a: LinkedClaim, b: LinkedClaim): number => {
  const [one, other] = [`${a.knownFrom} ${a.claim.id}`, `${b.knownFrom} ${b.claim.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
};

function toLink(left: LinkedClaim, right: LinkedClaim, relation: Relation): ClaimLink {
  const { kind, rule, why, overtakenOn } = relation;
  return {
    id: contentId('link', kind, left.claim.id, right.claim.id),
    kind,
    left: left.claim.id,
    right: right.claim.id,
    rule,
    why,
    ...(overtakenOn === undefined ? {} : { overtakenOn }),
  };
}

/** Inside one deed or utterance: copies repeat, other origins corroborate, a narrower time or a class refines. */
function withinGroup(first: LinkedClaim, other: LinkedClaim): Relation {
  if (first.originId === other.originId)
    return { kind: 'repeats', rule: 'link.same-origin', why: 'both come from one origin' };
  const [ours, theirs] = [first.claim, other.claim];
  if (ours.kind === 'move' && theirs.kind === 'move') {
    const [count, second] = [ours.object?.count, theirs.object?.count];
    if (count !== undefined && second !== undefined && count !== second)
      return {
        kind: 'contradiction',
        rule: 'link.another-count',
        why: `one counts ${count}, the other ${second}`,
      };
    if (ours.object === undefined && theirs.object !== undefined)
      return { kind: 'refines', rule: 'link.names-object', why: 'says of what kind it was' };
    if ((theirs.when?.from?.length ?? 0) > (ours.when?.from?.length ?? 0))
      return { kind: 'refines', rule: 'link.narrower-time', why: 'says the day' };
  }
  return { kind: 'corroborates', rule: 'link.same-fact', why: 'another origin says the same' };
}

function linkGroup(
  claimIds: readonly string[],
  byId: ReadonlyMap<string, LinkedClaim>,
): readonly ClaimLink[] {
  const [first, ...others] = claimIds.flatMap((id) => byId.get(id) ?? []).toSorted(byKnown);
  return others.map((other) => toLink(first, other, withinGroup(first, other)));
}

const linkStrengths = (
  { wordings, best }: Utterance,
  byId: ReadonlyMap<string, LinkedClaim>,
): readonly ClaimLink[] => {
  const left = byId.get(wordings[best].claimId);
  if (left === undefined) return [];
  return wordings.flatMap(({ claimId, strength }) => {
    const right = byId.get(claimId);
    if (right === undefined || strength === undefined) return [];
    const why = `this wording is ${strength} than the best attested one`;
    return [toLink(left, right, { kind: 'strength', rule: 'link.another-wording', why })];
  });
};

/** A denial said on a day, and the first deeds of the kind from that day on: each such denial is overtaken. */
function* linkSuccessions(sorted: readonly LinkedClaim[]): Generator<ClaimLink> {
  const dayOf = ({ claim }: LinkedClaim): string | undefined =>
    claim.kind === 'move' && claim.act !== undefined && claim.status === 'actual'
      ? claim.when?.from
      : undefined;
  const deeds = sorted.filter((one) => dayOf(one) !== undefined);
  for (const left of sorted) {
    if (left.claim.kind !== 'move' || left.claim.act === undefined || left.claim.status !== 'denied')
      continue;
    const said = left.knownFrom.slice(0, 10);
    const after = deeds.filter(
      (deed) =>
        (dayOf(deed) ?? '') > said && deed.knownFrom > left.knownFrom && fitSides(left.claim, deed.claim),
    );
    for (const right of after.slice(0, BEFORE))
      yield toLink(left, right, compareClaims(left.claim, right.claim));
  }
}

function* linkTopic(claims: readonly LinkedClaim[], fact: ReadonlyMap<string, string>): Generator<ClaimLink> {
  const sorted = claims.toSorted(byKnown);
  for (const [i, right] of sorted.entries()) {
    for (const left of sorted.slice(Math.max(0, i - BEFORE), i)) {
      const home = fact.get(left.claim.id);
      if (home !== undefined && home === fact.get(right.claim.id)) continue;
      if (right.claim.kind === 'move' && !fitSides(left.claim, right.claim)) continue;
      const relation = compareClaims(left.claim, right.claim);
      const agrees = relation.kind === 'corroborates';
      if (agrees && left.claim.reportId === right.claim.reportId) continue;
      if (agrees && left.originId === right.originId)
        yield toLink(left, right, {
          kind: 'repeats',
          rule: 'link.same-origin',
          why: 'both come from one origin',
        });
      else yield toLink(left, right, relation);
    }
  }
}

/** Types the relations between claims of one fact and of one topic. Any order of the claims gives the same. */
export function linkClaims(
  claims: readonly LinkedClaim[],
  { moves, utterances }: Merged,
): readonly ClaimLink[] {
  const byId = new Map(claims.map((one) => [one.claim.id, one]));
  const groups = [
    ...moves.map(({ id, claimIds }) => [id, claimIds] as const),
    ...utterances.map(({ id, wordings }) => [id, wordings.map(({ claimId }) => claimId)] as const),
  ];
  const fact = new Map(groups.flatMap(([id, claimIds]) => claimIds.map((claimId) => [claimId, id] as const)));
  const topics = new Map<string, LinkedClaim[]>();
  for (const one of claims) {
    for (const topic of topicsOf(one.claim)) {
      const list = topics.get(topic);
      if (list) list.push(one);
      else topics.set(topic, [one]);
    }
  }
  const links = [
    ...groups.flatMap(([, claimIds]) => linkGroup(claimIds, byId)),
    ...utterances.flatMap((utterance) => linkStrengths(utterance, byId)),
    ...[...topics.values()].flatMap((list) => [
      ...linkTopic(list, fact),
      ...linkSuccessions(list.toSorted(byKnown)),
    ]),
  ];
  return [...new Map(links.map((link) => [link.id, link])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
