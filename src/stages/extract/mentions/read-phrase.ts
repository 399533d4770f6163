import { withFields } from '../../../model/with-fields.ts';
import { deprelOf, hasFeature, FEATURE, xposOf } from '../../../model/marks.ts';
import type { Candidate, CandidateBase as Base } from './candidate.ts';
import type { Hit } from './match-names.ts';
import { nameRun } from './name-run.ts';
import type { Phrase } from './phrase.ts';
import { findSense, foldedAt, nameHitAt, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { readTerm } from './read-term.ts';
import { isDefiniteAt, isPlaceUse, sidesIn, titleIn } from './read-words.ts';

function toBase(context: ReadingContext, phrase: Phrase): Base {
  const tag = xposOf(context.marks, phrase.noun);
  return {
    phrase,
    nameFirst: phrase.first,
    nameLast: phrase.last,
    isPlural: tag === 'NNS' || tag === 'NNPS' || hasFeature(context.marks, phrase.noun, FEATURE.plural),
    isDefinite: phrase.possessor !== undefined || isDefiniteAt(context, phrase.first),
    sideIds: phrase.conjuncts === undefined ? sidesIn(context, phrase.first, phrase.last) : [],
    spanFirst: Math.min(phrase.spanFirst, leadOf(context, phrase)),
    spanLast: phrase.spanLast,
    isTaken: false,
  };
}

/** First of the words before a phrase that belong to its title: "then-", "ex-", "leading". */
function leadOf(context: ReadingContext, phrase: Phrase): number {
  const { past, then, seniority } = context.actors.words;
  let first = phrase.first;
  if (phrase.kind === 'pronoun') return first;
  for (let t = phrase.first - 1; t >= 0 && context.marks.sentenceOf[t] === phrase.sentence; t--) {
    const word = foldedAt(context, t);
    if (word !== '' && !past.has(word) && !then.has(word) && !seniority.has(word)) break;
    if (word !== '') first = t;
  }
  return first;
}

/** Names end a phrase, but for "Jr." and "III". */
function nameEnd(context: ReadingContext, phrase: Phrase): number {
  let at = phrase.last;
  while (at > phrase.first && context.actors.words.suffixes.has(foldedAt(context, at))) at--;
  return at;
}

/** Says more than capitals do: a given or family name that is known, a title of respect, a verb of saying. */
function isLikelyPerson(context: ReadingContext, phrase: Phrase, first: number, last: number): boolean {
  const { words } = context.actors;
  const { marks } = context;
  const given = foldedAt(context, first);
  if (words.givenNames.has(given) || words.givenNamesOfEither.has(given)) return true;
  for (let t = first; t <= last; t++) if (nameHitAt(context, t) !== undefined) return true;
  const before = first > phrase.first ? foldedAt(context, first - 1) : '';
  if (words.honorifics.has(before) || words.persons.has(before)) return true;
  const governor = marks.head[phrase.head];
  if (governor < 0 || !deprelOf(marks, phrase.head).startsWith('nsubj')) return false;
  return words.speech.has(marks.lowerLemma[governor]);
}

function readPerson(context: ReadingContext, base: Base, first: number, last: number): Candidate {
  const { phrase } = base;
  const { stream, actors } = context;
  const words = stream.words
    .slice(stream.firstWord[first], stream.firstWord[last + 1])
    .filter((word) => word !== '');
  const title =
    first > leadOf(context, phrase) ? titleIn(context, leadOf(context, phrase), first - 1) : undefined;
  const honorific =
    first > phrase.first ? actors.words.honorifics.get(foldedAt(context, first - 1)) : undefined;
  const sex = honorific ?? actors.words.givenNames.get(words[0] ?? '');
  const isUnsure = title === undefined && !isLikelyPerson(context, phrase, first, last);
  const hit = nameHitAt(context, last);
  const isWhole = hit?.first === first && hit.last === last;
  const family = isWhole || first === last ? findSense(hit, 'family') : undefined;
  return withFields(base, {
    what: 'person',
    naming: words.length > 1 ? 'named' : 'short-form',
    nameFirst: first,
    nameLast: last,
    sideIds: sidesIn(context, phrase.first, first - 1),
    nameWords: words,
    ...(isUnsure ? { isUnsure } : {}),
    ...(title === undefined ? {} : { title }),
    ...(sex === undefined ? {} : { sex }),
    ...(family === undefined ? {} : { familyOf: family.personIds }),
  });
}

function readKnownPerson(context: ReadingContext, base: Base, hit: Hit, personId: string): Candidate {
  const person = context.actors.actors.get(personId);
  const read = readPerson(context, base, hit.first, hit.last);
  return withFields(read, {
    naming: 'named',
    actorId: personId,
    ...(person?.sideId === undefined ? {} : { sideId: person.sideId }),
    ...(person?.sex === undefined ? {} : { sex: person.sex }),
  });
}

/** A region or firm named after a state: a known name inside a longer one that is not known. */
function isPartOfName(context: ReadingContext, phrase: Phrase, hit: Hit): boolean {
  const before = hit.first - 1;
  if (before < phrase.first) return false;
  if (
    xposOf(context.marks, before) !== 'NNP' ||
    context.stream.isCapital[context.stream.firstWord[before]] === 0
  )
    return false;
  return nameHitAt(context, before) === undefined && termHitAt(context, before) === undefined;
}

/** "its Security Council": an organ of a state, not the body above states of that name. */
const isOwned = (context: ReadingContext, base: Base, hit: Hit): boolean =>
  base.phrase.possessor !== undefined || sidesIn(context, base.phrase.first, hit.first - 1).length > 0;

/** "of" and the name of a state: tokens looked at behind a body's name. */
const OF_STATE = 4;

/** The state that a body is said to belong to: "South Ruritania's Guard", "the Guard of South Ruritania". */
function ownerOf(context: ReadingContext, { phrase }: Base, hit: Hit): string | undefined {
  const first = phrase.possessor === undefined ? phrase.first : phrase.spanFirst;
  const before = sidesIn(context, first, hit.first - 1).at(-1);
  if (before !== undefined || foldedAt(context, hit.last + 1) !== 'of') return before;
  const { sentenceStart, tokenCount } = context.marks;
  const end = Math.min(hit.last + OF_STATE, (sentenceStart[phrase.sentence + 1] ?? tokenCount) - 1);
  return sidesIn(context, hit.last + 2, end)[0];
}

function readName(context: ReadingContext, base: Base, hit: Hit): Candidate | undefined {
  const { actors } = context;
  const named = findSense(hit, 'actor');
  const actor = named === undefined ? undefined : actors.actors.get(named.actorId);
  if (actor?.kind === 'person') return readKnownPerson(context, base, hit, actor.id);
  const place = { ...base, nameFirst: hit.first, nameLast: hit.last };
  const seat = findSense(hit, 'seat');
  if (isPartOfName(context, base.phrase, hit)) return withFields(place, { what: 'thing', naming: 'unknown' });
  if (actor?.kind === 'intergovernmental' && isOwned(context, base, hit)) {
    return withFields(place, { what: 'group', naming: 'named' });
  }
  const owner = actor?.kind === 'body' || actor?.kind === 'force' ? ownerOf(context, base, hit) : undefined;
  if (owner !== undefined && actor?.sideId !== undefined && owner !== actor.sideId)
    return withFields(place, { what: 'group', naming: 'named', sideId: owner });
  if (actor !== undefined) {
    const naming = actor.isMetonym || seat !== undefined ? 'metonym' : 'named';
    const side = actor.sideId === undefined ? {} : { sideId: actor.sideId };
    return withFields(place, { what: 'actor', naming, actorId: actor.id, ...side });
  }
  const short = findSense(hit, 'short');
  if (short !== undefined)
    return withFields(place, { what: 'short', naming: 'short-form', sideId: short.sideId });
  if (seat !== undefined) {
    const isPlace = isPlaceUse(context, base.phrase.head, base.phrase.first);
    if (isPlace) return withFields(place, { what: 'thing', naming: 'unknown' });
    return withFields(place, { what: 'actor', naming: 'metonym', actorId: seat.sideId, sideId: seat.sideId });
  }
  const people = findSense(hit, 'people') ?? findSense(hit, 'demonym');
  if (people !== undefined) {
    return withFields(place, { what: 'group', naming: 'collective', sideId: people.sideId, isPlural: true });
  }
  const family = findSense(hit, 'family');
  const isProper = xposOf(context.marks, hit.last).startsWith('NNP');
  if (family !== undefined && isProper) return readPerson(context, base, hit.first, hit.last);
  return withFields(place, { what: 'thing', naming: 'unknown' });
}

/** Reads one noun phrase by itself; what needs the rest of the report is left open. */
export function readPhrase(context: ReadingContext, phrase: Phrase): Candidate {
  const base = toBase(context, phrase);
  if (phrase.kind === 'pronoun') return withFields(base, { what: 'pronoun', naming: 'pronoun' });
  if (phrase.conjuncts !== undefined)
    return withFields(base, { what: 'thing', naming: 'unknown', isPlural: true, isDefinite: false });
  const end = nameEnd(context, phrase);
  const run = nameRun(context, phrase, end);
  if (run !== undefined) return readPerson(context, base, run.first, run.last);
  const hit = nameHitAt(context, end);
  if (hit !== undefined && hit.last >= end) {
    const named = readName(context, base, hit);
    if (named !== undefined) return named;
  }
  const term = termHitAt(context, phrase.noun);
  if (term?.last === phrase.noun) return readTerm(context, base, term);
  return withFields(base, { what: 'thing', naming: 'unknown' });
}
