import type { ActorKnowledge } from '../../../model/actor.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Note } from '../../../model/note.ts';
import type { Party } from '../../../model/party.ts';
import type { Mention } from '../../../model/reading.ts';
import type { Span } from '../../../model/span.ts';
import { toTree } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import { resolveCoreference } from './coreference.ts';
import type { Coreference } from './coreference.ts';
import { findPhrases } from './find-phrases.ts';
import { joinAppositions, takeSideOfOwner } from './link-phrases.ts';
import { readPhrase } from './read-phrase.ts';
import { isDefiniteAt } from './read-words.ts';
import { toContext } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { resolvePersons } from './resolve-persons.ts';
import { resolveShorts } from './resolve-shorts.ts';
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
  const candidates = findPhrases(context.tree, context.ties).map((phrase) => readPhrase(context, phrase));
  takeSideOfOwner(context, candidates);
  joinAppositions(context, candidates);
  resolvePersons(context, candidates);
  takeSideOfOwner(context, candidates);
  resolveTitles(context, candidates);
  resolveShorts(context, candidates);
  const coreference = resolveCoreference(context, candidates);
  resolveCounterparts(context, candidates, (candidate) => ownersOf(candidate, candidates, coreference));
  return { context, candidates, coreference };
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

function spanOf({ context }: Phrasing, candidate: Candidate): Span {
  const { marks } = context;
  const isNamed = candidate.what === 'actor' || candidate.what === 'short' || candidate.what === 'pronoun';
  const isPlainName = candidate.what === 'person' && candidate.naming !== 'apposition';
  const { phrase } = candidate;
  const last = isNamed
    ? phrase.last
    : isPlainName
      ? Math.max(phrase.last, candidate.nameLast)
      : candidate.spanLast;
  const isBare = candidate.what === 'actor' && candidate.nameFirst > phrase.first;
  const first = isBare ? nameStart(context, candidate) : isNamed ? phrase.first : candidate.spanFirst;
  return { start: marks.start[first], end: marks.end[last] };
}

/** A name with its article, without stray words before it. */
function nameStart(context: ReadingContext, { nameFirst, phrase }: Candidate): number {
  return nameFirst > phrase.first && isDefiniteAt(context, nameFirst - 1) ? nameFirst - 1 : nameFirst;
}

function toNotes(candidate: Candidate, span: Span, rival: Candidate | undefined): readonly Note[] {
  if (candidate.doubt !== undefined) {
    return [{ code: 'actor.ambiguous', message: `May be ${candidate.doubt.join(' or ')}.`, span }];
  }
  if (rival === undefined) return [];
  return [{ code: 'actor.ambiguous', message: 'Two fit this pronoun equally well.', span }];
}

/** What the phrase stands for by itself, or through the phrases it is joined to. */
function partyOf(candidate: Candidate, source: Candidate, span: Span): Party {
  const isSame = candidate === source;
  const naming =
    isSame || source.actorId === undefined
      ? candidate.naming
      : candidate.what === 'pronoun'
        ? 'pronoun'
        : 'short-form';
  return {
    span,
    naming,
    ...(source.actorId === undefined ? {} : { actorId: source.actorId }),
    ...(source.sideId === undefined ? {} : { sideId: source.sideId }),
    ...(source.officeId === undefined ? {} : { officeId: source.officeId }),
    ...(candidate.count === undefined ? {} : { count: candidate.count }),
    ...(candidate.implied === true ? { implied: true } : {}),
  };
}

const isParty = ({ what }: Candidate): boolean =>
  what === 'actor' || what === 'person' || what === 'group' || what === 'title';

/** Index of the phrase that tells most about each chain. */
function namesOfChains({ candidates, coreference }: Phrasing): ReadonlyMap<number, Candidate> {
  const best = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (candidate.isTaken || !isParty(candidate)) continue;
    const root = coreference.chains.rootOf(candidate.phrase.index);
    const known = best.get(root);
    if (known === undefined || (known.actorId === undefined && candidate.actorId !== undefined))
      best.set(root, candidate);
  }
  return best;
}

function membersOf(candidate: Candidate, span: Span): readonly Party[] {
  return (candidate.members ?? []).map((member) => ({
    span, naming: 'title', actorId: member.actorId, implied: true,
    ...(member.sideId === undefined ? {} : { sideId: member.sideId }),
    ...(member.officeId === undefined ? {} : { officeId: member.officeId }),
  })); // prettier-ignore
}

function toMentions(
  phrasing: Phrasing,
  candidate: Candidate,
  names: ReadonlyMap<number, Candidate>,
): readonly Mention[] {
  const { coreference, candidates } = phrasing;
  const { index, sentence, head } = candidate.phrase;
  const root = coreference.chains.rootOf(index);
  const rival = candidates[coreference.rivalOf[index]];
  const isOpen = !isParty(candidate) && candidate.actorId === undefined;
  const source = isOpen
    ? names.get(root)
    : candidate.actorId === undefined
      ? (names.get(root) ?? candidate)
      : candidate;
  if (source === undefined && candidate.what !== 'short') return [];
  const span = spanOf(phrasing, candidate);
  const isUnclear = rival !== undefined && candidate.what === 'pronoun';
  const party = isUnclear
    ? { span, naming: candidate.naming }
    : partyOf(candidate, source ?? candidate, span);
  const notes = toNotes(candidate, span, isUnclear ? rival : undefined);
  const shared = {
    sentence,
    head,
    ...(isUnclear ? {} : { chain: root }),
    ...(notes.length === 0 ? {} : { notes }),
  };
  return [
    { party, ...shared },
    ...membersOf(candidate, span).map((member) => ({ party: member, sentence, head })),
  ];
}

/**
 * Finds the parties a report speaks of: named, by office, by body or place of government, collective, anonymous, by
 * pronoun. Mentions of one party share a chain; the persons behind a plural title follow it, marked as implied.
 * Needs `report.publishedAt` to tell who held an office.
 */
export function findMentions(report: Report, actors: ActorKnowledge): readonly Mention[] {
  const phrasing = readPhrases(report, actors);
  const names = namesOfChains(phrasing);
  return phrasing.candidates
    .filter(({ isTaken }) => !isTaken)
    .flatMap((candidate) => toMentions(phrasing, candidate, names));
}
