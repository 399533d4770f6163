import type { Marks } from '../../../model/marks.ts';
import { uposOf, wordOf, xposOf } from '../../../model/marks.ts';
import type { Note } from '../../../model/note.ts';
import type { Party } from '../../../model/party.ts';
import type { Mention } from '../../../model/reading.ts';
import type { Span } from '../../../model/span.ts';
import type { Candidate, Member } from './candidate.ts';
import type { Phrasing } from './read-phrases.ts';
import { isDefiniteAt } from './read-words.ts';
import type { ReadingContext } from './reading-context.ts';

function spanOf({ context }: Phrasing, candidate: Candidate): Span {
  const { marks } = context;
  const isNamed = candidate.what === 'actor' || candidate.what === 'short' || candidate.what === 'pronoun';
  const isPlainName = candidate.what === 'person' && candidate.naming !== 'apposition';
  const { phrase } = candidate;
  const end =
    candidate.what === 'group' || candidate.what === 'title'
      ? endOfGroup(context, candidate)
      : candidate.spanLast;
  const last = isNamed ? phrase.last : isPlainName ? Math.max(phrase.last, candidate.nameLast) : end;
  const isBare = candidate.what === 'actor' && candidate.nameFirst > phrase.first;
  const first = isBare
    ? nameStart(context, candidate)
    : isNamed && phrase.possessor === undefined
      ? phrase.first
      : candidate.spanFirst;
  return { start: marks.start[first], end: marks.end[last] };
}

/** A name with its article, without stray words before it. */
function nameStart(context: ReadingContext, { nameFirst, phrase }: Candidate): number {
  return nameFirst > phrase.first && isDefiniteAt(context, nameFirst - 1) ? nameFirst - 1 : nameFirst;
}

/** Tokens; a group's description is cut there. */
const LONGEST = 60;
const OPENS = /[“"«]/u;
const ADDED = /^(?:who|whose|speaking|asking|requesting|citing|familiar|briefed|close|involved)$/u;
const VERBS = /^(?:VBD|VBZ|VBP|MD)$/u;

/** "familiar with the talks": up to the verb of the sentence or the next mark. */
function endOfClause(marks: Marks, from: number): number {
  const stop = Math.min(marks.sentenceStart[marks.sentenceOf[from] + 1], from + 14);
  let end = from;
  while (end + 1 < stop && uposOf(marks, end + 1) !== 'PUNCT' && !VERBS.test(xposOf(marks, end + 1))) end++;
  return end;
}

/** A group with what tells it apart, up to a comma; what follows the comma only where it says on what terms they speak. */
function endOfGroup({ marks }: ReadingContext, { phrase, spanLast }: Candidate): number {
  let commas = 0;
  const next = phrase.last + 1;
  if (spanLast === phrase.last && next < marks.tokenCount && ADDED.test(wordOf(marks, next))) {
    return endOfClause(marks, next);
  }
  const most = Math.min(spanLast, phrase.last + LONGEST);
  for (let t = phrase.last + 1; t <= most; t++) {
    if (OPENS.test(marks.text[marks.start[t]])) return t - 1;
    if (marks.text[marks.start[t]] !== ',') continue;
    const isAdded = t < spanLast && ADDED.test(marks.text.slice(marks.start[t + 1], marks.end[t + 1]));
    if (commas > 0 || !isAdded) return t - 1;
    commas++;
  }
  return most;
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

/** A body of no side that is known, "its parliament", is no party. */
const isParty = ({ what, title, sideId, naming }: Candidate): boolean =>
  what === 'actor' ||
  what === 'person' ||
  what === 'title' ||
  (what === 'group' && (title !== undefined || sideId !== undefined || naming !== 'collective'));

/** Index of the phrase that tells most about each chain. */
export function namesOfChains({ candidates, coreference }: Phrasing): ReadonlyMap<number, Candidate> {
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

const toMemberParty = (member: Member, span: Span): Party => ({
  span,
  naming: 'title',
  actorId: member.actorId,
  implied: true,
  ...(member.sideId === undefined ? {} : { sideId: member.sideId }),
  ...(member.officeId === undefined ? {} : { officeId: member.officeId }),
});

/** The parties joined by "and" that a plural pronoun stands for. */
function joinedIn({ candidates, coreference }: Phrasing, candidate: Candidate): readonly Candidate[] {
  const antecedent = candidates[coreference.antecedentOf[candidate.phrase.index]];
  const parts = (antecedent?.phrase.conjuncts ?? []).map((part) => candidates[part]);
  return parts.filter((part) => part.actorId !== undefined);
}

/** "we" in a quotation: the speaker's side. */
function sideOfSpeaker(
  { candidates, coreference }: Phrasing,
  candidate: Candidate,
  names: Names,
): string | undefined {
  const speaker = coreference.speakerOf[candidate.phrase.index];
  if (speaker < 0) return undefined;
  return candidates[speaker].sideId ?? names.get(coreference.chains.rootOf(speaker))?.sideId;
}

type Names = ReadonlyMap<number, Candidate>;

/** The phrase that says who this one is: itself, or the one that tells most about its chain. */
function sourceOf({ coreference }: Phrasing, candidate: Candidate, names: Names): Candidate | undefined {
  if (candidate.actorId !== undefined) return candidate;
  const known = names.get(coreference.chains.rootOf(candidate.phrase.index));
  return known ?? (isParty(candidate) || candidate.what === 'short' ? candidate : undefined);
}

function toPlain(phrasing: Phrasing, candidate: Candidate, names: Names): Mention | undefined {
  const { coreference, candidates } = phrasing;
  const { index, sentence, head } = candidate.phrase;
  const span = spanOf(phrasing, candidate);
  const rival = candidate.what === 'pronoun' ? candidates[coreference.rivalOf[index]] : undefined;
  const source = sourceOf(phrasing, candidate, names);
  const notes = toNotes(candidate, span, rival);
  const shared = { sentence, head, ...(notes.length === 0 ? {} : { notes }) };
  const chain = coreference.chains.rootOf(index);
  if (rival !== undefined) return { party: { span, naming: candidate.naming }, ...shared };
  if (source !== undefined) return { party: partyOf(candidate, source, span), chain, ...shared };
  const side = sideOfSpeaker(phrasing, candidate, names);
  if (side !== undefined)
    return { party: { span, naming: 'pronoun', sideId: side, implied: true }, chain, ...shared };
  const joined = joinedIn(phrasing, candidate);
  return joined.length === 0
    ? undefined
    : { party: { span, naming: 'pronoun', count: joined.length }, chain, ...shared };
}

/** The mentions that one phrase gives: the party, and after it the persons it is known to consist of. */
export function toMentions(phrasing: Phrasing, candidate: Candidate, names: Names): readonly Mention[] {
  const plain = toPlain(phrasing, candidate, names);
  if (plain === undefined) return [];
  const { sentence, head } = candidate.phrase;
  const { span } = plain.party;
  const members = (candidate.members ?? []).map((member) => toMemberParty(member, span));
  const joined =
    plain.party.actorId === undefined && plain.party.naming === 'pronoun'
      ? joinedIn(phrasing, candidate)
      : [];
  const parts = joined.map((part): Party => ({ ...partyOf(part, part, span), naming: 'pronoun' }));
  return [plain, ...[...members, ...parts].map((party) => ({ party, sentence, head }))];
}
