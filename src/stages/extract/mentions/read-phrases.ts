import type { ActorKnowledge } from '../../../model/actor.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { toTree } from '../syntax/tree.ts';
import { addNestedNames } from './add-nested-names.ts';
import type { Candidate } from './candidate.ts';
import { addCoordinations } from './coordinate.ts';
import { resolveCoreference } from './coreference.ts';
import type { Coreference } from './coreference-result.ts';
import { findPhrases } from './find-phrases.ts';
import { joinAppositions, takeSideOfOwner } from './link-phrases.ts';
import { readPhrase } from './read-phrase.ts';
import { toContext } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { resolvePersons } from './resolve-persons.ts';
import { resolveShorts, takeSideOfPronoun } from './resolve-shorts.ts';
import { resolveCounterparts, resolveTitles } from './resolve-titles.ts';

type Report = Pick<MarkedReport, 'report' | 'marks'>;

/** The noun phrases of a report, read, with what speaks of the same. */
export interface Phrasing {
  readonly context: ReadingContext;
  readonly candidates: readonly Candidate[];
  readonly coreference: Coreference;
}

/** Reads all noun phrases, parties or not, and finds which speak of the same. */
export function readPhrases({ report, marks }: Report, actors: ActorKnowledge): Phrasing {
  const context = toContext(toTree(marks), actors, report.publishedAt?.at.slice(0, 10));
  const plain = addCoordinations(context.tree, findPhrases(context.tree, context.ties));
  const phrases = addNestedNames(context, plain);
  const candidates = phrases.map((phrase) => readPhrase(context, phrase));
  takeSideOfOwner(context, candidates);
  joinAppositions(context, candidates);
  resolvePersons(context, candidates);
  takeSideOfOwner(context, candidates);
  resolveTitles(context, candidates);
  resolveShorts(context, candidates);
  const coreference = resolveCoreference(context, candidates);
  takeSideOfPronoun(context, candidates, (index) => sideOfChain(candidates, coreference, index));
  resolveCounterparts(context, candidates, (candidate) => ownersOf(candidate, candidates, coreference));
  return { context, candidates, coreference };
}

/** The side of the first phrase of a chain that has one, looked for from the pronoun backwards. */
function sideOfChain(
  candidates: readonly Candidate[],
  reference: Coreference,
  index: number,
): string | undefined {
  let at = index;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    if (reference.rivalOf[at] >= 0) return undefined;
    const { sideId } = candidates[at];
    if (sideId !== undefined) return sideId;
    at = reference.antecedentOf[at];
  }
  return undefined;
}

/** Those whom a possessive stands for: its antecedent, and all that are joined to it by "and". */
function ownersOf(
  candidate: Candidate,
  candidates: readonly Candidate[],
  reference: Coreference,
): readonly Candidate[] {
  const owner = candidate.phrase.possessor;
  if (owner === undefined)
    return candidates.slice(Math.max(0, candidate.phrase.index - 2), candidate.phrase.index);
  const before = candidates[owner].phrase.first - 2;
  const joined = candidates
    .slice(Math.max(0, owner - 4), owner)
    .find(({ phrase, members }) => phrase.last === before && members !== undefined);
  if (joined !== undefined) return [joined];
  const antecedent = reference.antecedentOf[owner];
  return antecedent < 0 ? [candidates[owner]] : [candidates[owner], candidates[antecedent]];
}
