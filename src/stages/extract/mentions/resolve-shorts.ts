import type { Candidate } from './candidate.ts';
import { findSense, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

const isGovernment = (context: ReadingContext, candidate: Candidate): boolean => {
  const hit = termHitAt(context, candidate.phrase.noun);
  return hit?.last === candidate.phrase.noun && findSense(hit, 'government') !== undefined;
};

/** Sides that the report names by another word than a short form. */
function sidesNamed(candidates: readonly Candidate[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { what, sideId, sideIds } of candidates) {
    if (what === 'short') continue;
    if (sideId !== undefined) named.add(sideId);
    for (const id of sideIds) named.add(id);
  }
  return named;
}

/** "the South": a side only where the report names that side elsewhere. */
function resolveShortNames(candidates: readonly Candidate[]): void {
  const named = sidesNamed(candidates);
  for (const candidate of candidates) {
    if (candidate.what !== 'short' || candidate.sideId === undefined || candidate.actorId !== undefined)
      continue;
    if (named.has(candidate.sideId)) candidate.actorId = candidate.sideId;
    else candidate.what = 'thing';
  }
}

/**
 * "the new government", "the administration": the government last spoken of by such a word; "the South": its side.
 * Titles without a side ("the secretary") are left to coreference with the person who holds one.
 */
export function resolveShorts(context: ReadingContext, candidates: readonly Candidate[]): void {
  resolveShortNames(candidates);
  let last: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.isTaken || !isGovernment(context, candidate)) continue;
    if (candidate.what === 'actor') last = candidate;
    if (candidate.what !== 'short' || candidate.phrase.possessor !== undefined) continue;
    if (candidate.actorId !== undefined || last?.actorId === undefined) continue;
    candidate.actorId = last.actorId;
    if (last.sideId !== undefined) candidate.sideId = last.sideId;
  }
}

/** "his government", "its officials": the side of the one whom the possessive stands for. */
export function takeSideOfPronoun(
  context: ReadingContext,
  candidates: readonly Candidate[],
  sideOf: (index: number) => string | undefined,
): void {
  for (const candidate of candidates) {
    const owner = candidate.phrase.possessor;
    if (owner === undefined || candidate.sideId !== undefined || candidates[owner].what !== 'pronoun')
      continue;
    if (candidate.what !== 'short' && candidate.what !== 'group' && candidate.what !== 'title') continue;
    const role = context.actors.roles.get(candidate.title?.roleId ?? '');
    const side =
      role?.isBody === true || role?.isCounterpart === true || role?.isKin === true
        ? undefined
        : sideOf(owner);
    if (side === undefined) continue;
    candidate.sideId = side;
    if (candidate.what === 'short') candidate.actorId = side;
  }
}
