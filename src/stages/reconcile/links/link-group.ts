import type { ClaimLink, Utterance } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import type { LinkedClaim } from './about-claim.ts';
import { relate } from './relate-positions.ts';
import type { Relation } from './relate-positions.ts';
import { byKnown, toLink } from './to-link.ts';

type Naming = 'person' | 'side' | 'some of a side' | undefined;

/** Whom the words make the doer: a person, the side itself, or some of its people without a name. */
function namingOf(actors: readonly Party[]): Naming {
  const [actor] = actors;
  if (actor === undefined) return undefined;
  if (actor.actorId === undefined) return actor.sideId === undefined ? undefined : 'some of a side';
  return actor.actorId === (actor.sideId ?? actor.actorId) ? 'side' : 'person';
}

/** One deed, its doer named in two ways: a name refines a side; a side and some of its people are not the same. */
function relateActors(first: LinkedClaim, other: LinkedClaim): Relation | undefined {
  const [ours, theirs] = [namingOf(first.claim.actors), namingOf(other.claim.actors)];
  if (ours === undefined || theirs === undefined || ours === theirs) return undefined;
  if (ours === 'person' || theirs === 'person')
    return relate('refines', 'names-actor', 'one names the person, the other the side');
  return relate('scope', 'another-actor', `one says ${ours}, the other ${theirs}`);
}

/** Inside one deed or utterance: copies repeat, other origins corroborate, a narrower time or a class refines. */
function withinGroup(first: LinkedClaim, other: LinkedClaim): Relation {
  if (first.originId === other.originId) return relate('repeats', 'same-origin', 'both come from one origin');
  const [ours, theirs] = [first.claim, other.claim];
  if (ours.kind === 'move' && theirs.kind === 'move') {
    const [count, second] = [ours.object?.count, theirs.object?.count];
    if (count !== undefined && second !== undefined && count !== second)
      return relate('contradiction', 'another-count', `one counts ${count}, the other ${second}`);
    const actors = relateActors(first, other);
    if (actors !== undefined) return actors;
    if (ours.object === undefined && theirs.object !== undefined)
      return relate('refines', 'names-object', 'says of what kind it was');
    if ((theirs.when?.from?.length ?? 0) > (ours.when?.from?.length ?? 0))
      return relate('refines', 'narrower-time', 'says the day');
  }
  return relate('corroborates', 'same-fact', 'another origin says the same');
}

/** The first claim of a fact against each other one. */
export function linkGroup(
  claimIds: readonly string[],
  byId: ReadonlyMap<string, LinkedClaim>,
): readonly ClaimLink[] {
  const [first, ...others] = claimIds.flatMap((id) => byId.get(id) ?? []).toSorted(byKnown);
  return others
    .filter(({ claim }) => claim.reportId !== first.claim.reportId)
    .map((other) => toLink(first, other.claim.id, withinGroup(first, other)));
}

/** The best attested wording against those that commit the speaker more or less. */
export function linkStrengths(
  { wordings, best }: Utterance,
  byId: ReadonlyMap<string, LinkedClaim>,
): readonly ClaimLink[] {
  const left = byId.get(wordings[best].claimId);
  if (left === undefined) return [];
  return wordings.flatMap(({ claimId, strength }) =>
    strength === undefined
      ? []
      : [
          toLink(
            left,
            claimId,
            relate('strength', 'another-wording', `this wording is ${strength} than the best attested one`),
          ),
        ],
  );
}
