import type { Claim, MoveClaim } from '../../model/claim.ts';
import { contentId } from '../../model/content-id.ts';
import type { Move } from '../../model/fact.ts';
import type { Party } from '../../model/party.ts';
import type { When } from '../../model/time.ts';

/** A claim with what its report tells about it. */
export interface Sourced<C extends Claim> {
  readonly claim: C;
  readonly originId: string;
  readonly knownFrom: string;
}

const idsOf = (parties: readonly Party[]): string[] =>
  [...new Set(parties.map((party) => party.actorId).filter((id) => id !== undefined))].sort();

const sidesOf = (parties: readonly Party[]): string[] =>
  [...new Set(parties.map((party) => party.sideId ?? party.actorId).filter((id) => id !== undefined))].sort();

/** Last day of a prefix, good enough to compare prefixes as strings. */
const lastDay = (prefix: string): string => prefix + '9999-99-99'.slice(prefix.length);

/** Both could be the same day. Unknown fits all. */
export function fitTimes(a: When | undefined, b: When | undefined): boolean {
  if (a?.from === undefined || b?.from === undefined) return false;
  return a.from <= lastDay(b.until ?? b.from) && b.from <= lastDay(a.until ?? a.from);
}

const isSubset = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));
const fitIds = (a: readonly string[], b: readonly string[]): boolean => isSubset(a, b) || isSubset(b, a);

function fits(a: MoveClaim, b: MoveClaim): boolean {
  return (
    a.type === b.type &&
    a.act === b.act &&
    a.status === b.status &&
    fitTimes(a.when, b.when) &&
    fitIds(sidesOf(a.actors), sidesOf(b.actors)) &&
    fitIds(sidesOf(a.targets), sidesOf(b.targets)) &&
    (a.object?.classId === b.object?.classId || a.object === undefined || b.object === undefined)
  );
}

/** The narrower of two times. */
const narrower = (a: When | undefined, b: When | undefined): When | undefined => {
  if (a?.from === undefined || b?.from === undefined) return a?.from === undefined ? b : a;
  const width = (when: When): number =>
    lastDay(when.until ?? when.from ?? '').localeCompare(lastDay(when.from ?? ''));
  return (b.from.length > a.from.length && width(b) <= width(a)) || width(b) < width(a) ? b : a;
};

function toMove(group: readonly Sourced<MoveClaim>[]): Move {
  const claims = group.map(({ claim }) => claim);
  const lead = claims[0];
  const widest = (pick: (claim: MoveClaim) => string[]): string[] =>
    [...new Set(claims.flatMap(pick))].sort();
  const classId = claims.find((claim) => claim.object !== undefined)?.object?.classId;
  const count = claims.find((claim) => claim.object?.count !== undefined)?.object?.count;
  const happenedOn = claims.map((claim) => claim.when).reduce(narrower, undefined);
  const place = claims.find((claim) => claim.place !== undefined)?.place;
  return {
    id: contentId(
      'move',
      ...claims
        .map((claim) => claim.id)
        .sort()
        .slice(0, 1),
    ),
    type: lead.type,
    ...(lead.mode === undefined ? {} : { mode: lead.mode }),
    ...(lead.act === undefined ? {} : { act: lead.act }),
    actorIds: widest((claim) => idsOf(claim.actors)),
    targetIds: widest((claim) => idsOf(claim.targets)),
    sideIds: widest((claim) => sidesOf(claim.actors)),
    targetSideIds: widest((claim) => sidesOf(claim.targets)),
    status: lead.status,
    time: claims.some((claim) => claim.time === 'current') ? 'current' : 'background',
    ...(happenedOn === undefined ? {} : { happenedOn }),
    ...(place === undefined ? {} : { place }),
    ...(classId === undefined ? {} : { classId }),
    ...(count === undefined ? {} : { count }),
    claimIds: claims.map((claim) => claim.id),
    originIds: [...new Set(group.map(({ originId }) => originId))],
    disagreements: {},
    knownFrom: group.map(({ knownFrom }) => knownFrom).sort()[0],
  };
}

/** Groups claims of one deed. Order of the claims does not matter: they are sorted by id first. */
export function mergeMoves(claims: readonly Sourced<MoveClaim>[]): readonly Move[] {
  const sorted = [...claims].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  const groups: Sourced<MoveClaim>[][] = [];
  for (const claim of sorted) {
    const group = groups.find((members) => members.every((member) => fits(member.claim, claim.claim)));
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  return groups.map(toMove);
}
