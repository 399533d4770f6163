import type { Candidate } from './candidate.ts';
import { findSense, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

const isGovernment = (context: ReadingContext, candidate: Candidate): boolean => {
  const hit = termHitAt(context, candidate.phrase.noun);
  return hit?.last === candidate.phrase.noun && findSense(hit, 'government') !== undefined;
};

/**
 * "the new government", "the administration": the government last spoken of by such a word. Titles without a side
 * ("the secretary", "the president") are left to coreference with the person who holds one.
 */
export function resolveShorts(context: ReadingContext, candidates: readonly Candidate[]): void {
  let last: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.isTaken || !isGovernment(context, candidate)) continue;
    if (candidate.what === 'actor') last = candidate;
    if (candidate.what !== 'short' || candidate.actorId !== undefined || last?.actorId === undefined)
      continue;
    candidate.actorId = last.actorId;
    if (last.sideId !== undefined) candidate.sideId = last.sideId;
  }
}
