import type { MoveClaim } from '../../../model/claim.ts';
import type { Move, Supported } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import type { When } from '../../../model/time.ts';
import type { Sourced } from '../sourced.ts';
import type { ClassTree } from './class-tree.ts';
import { daysOfWhen, fitDays, widthOf } from './fit-times.ts';

const idsOf = (parties: readonly Party[]): string[] =>
  parties.map((party) => party.actorId).filter((id) => id !== undefined);
const sidesOf = (parties: readonly Party[]): string[] =>
  parties.map((party) => party.sideId ?? party.actorId).filter((id) => id !== undefined);

function toWhen(said: string): When {
  const [from, until = from] = said.split('/');
  return { from, until, certainty: 'certain' };
}

const sayWhen = ({ from, until }: When): string =>
  from === until || until === undefined ? (from ?? '') : `${from ?? ''}/${until}`;

/** What claims say of one attribute, where they say anything: each value with its claims. */
function valuesOf(
  claims: readonly MoveClaim[],
  pick: (claim: MoveClaim) => string | undefined,
): readonly Supported<string>[] {
  const values = new Map<string, string[]>();
  for (const claim of claims) {
    const value = pick(claim);
    if (value === undefined) continue;
    const ids = values.get(value);
    if (ids) ids.push(claim.id);
    else values.set(value, [claim.id]);
  }
  return [...values].map(([value, claimIds]) => ({ value, claimIds }));
}

const ATTRIBUTES: Readonly<Record<string, (claim: MoveClaim) => string | undefined>> = {
  count: ({ object }) => object?.count?.toString(),
  classId: ({ object }) => object?.classId,
  place: ({ place }) => place,
  happenedOn: ({ when }) => (when?.from === undefined ? undefined : sayWhen(when)),
};

/** A wider class or a vaguer time that holds the other value is no disagreement. */
function agrees(name: string, a: string, b: string, classes: ClassTree): boolean {
  if (name === 'classId') return (classes[a] ?? []).includes(b) || (classes[b] ?? []).includes(a);
  return name === 'happenedOn' && fitDays(daysOfWhen(toWhen(a)), daysOfWhen(toWhen(b)));
}

function findDisagreements(claims: readonly MoveClaim[], classes: ClassTree): Move['disagreements'] {
  if (claims.length === 1) return {};
  const found = Object.entries(ATTRIBUTES).map(([name, pick]) => [name, valuesOf(claims, pick)] as const);
  return Object.fromEntries(
    found.filter(([name, values]) =>
      values.some((one, i) =>
        values.slice(0, i).some((other) => !agrees(name, one.value, other.value, classes)),
      ),
    ),
  );
}

const narrower = (a: When | undefined, b: When | undefined): When | undefined => {
  const [ours, theirs] = [widthOf(daysOfWhen(a)), widthOf(daysOfWhen(b))];
  return theirs < ours || a?.from === undefined ? b : a;
};

/** The value that most origins support; of equals, that of the claim known last: a correction comes later. */
function bestValue<T>(
  group: readonly Sourced<MoveClaim>[],
  pick: (claim: MoveClaim) => T | undefined,
): T | undefined {
  if (group.length === 1) return pick(group[0].claim);
  const votes = new Map<T, { readonly origins: Set<string>; known: string }>();
  for (const { claim, originId, knownFrom } of group) {
    const value = pick(claim);
    if (value === undefined) continue;
    const vote = votes.get(value) ?? { origins: new Set(), known: '' };
    vote.origins.add(originId);
    if (knownFrom > vote.known) vote.known = knownFrom;
    votes.set(value, vote);
  }
  const ranked = [...votes].toSorted(
    ([, a], [, b]) => b.origins.size - a.origins.size || (a.known < b.known ? 1 : -1),
  );
  return ranked.at(0)?.[0];
}

/** One move out of the claims of one deed; what they differ on stands beside it. */
export function toMove(group: readonly Sourced<MoveClaim>[], id: string, classes: ClassTree): Move {
  const claims = group.map(({ claim }) => claim);
  const lead = claims[0];
  const all = (pick: (claim: MoveClaim) => readonly string[]): string[] =>
    [...new Set(claims.flatMap(pick))].sort();
  const classId = bestValue(group, ({ object }) => object?.classId);
  const count = bestValue(group, ({ object }) => object?.count);
  const happenedOn = claims.map((claim) => claim.when).reduce(narrower, undefined);
  const place = bestValue(group, (claim) => claim.place);
  const mode = claims.find((claim) => claim.mode !== undefined)?.mode;
  return {
    id,
    type: lead.type,
    ...(mode === undefined ? {} : { mode }),
    ...(lead.act === undefined ? {} : { act: lead.act }),
    actorIds: all((claim) => idsOf(claim.actors)),
    targetIds: all((claim) => idsOf(claim.targets)),
    sideIds: all((claim) => sidesOf(claim.actors)),
    targetSideIds: all((claim) => sidesOf(claim.targets)),
    status: lead.status,
    time: claims.some((claim) => claim.time === 'current') ? 'current' : 'background',
    ...(happenedOn === undefined ? {} : { happenedOn }),
    ...(place === undefined ? {} : { place }),
    ...(classId === undefined ? {} : { classId }),
    ...(count === undefined ? {} : { count }),
    claimIds: claims.map((claim) => claim.id),
    originIds: [...new Set(group.map(({ originId }) => originId))].sort(),
    disagreements: findDisagreements(claims, classes),
    knownFrom: group.map(({ knownFrom }) => knownFrom).sort()[0],
  };
}
