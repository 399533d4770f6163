import { xposOf } from '../../../model/marks.ts';
import type { Phrase } from './phrase.ts';
import { TIE, findSense, foldedAt, nameHitAt, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

export interface Run {
  readonly first: number;
  readonly last: number;
}

const PARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'bin', 'ibn', 'de', 'der', 'van', 'von', 'la', 'le', 'da', 'dos', 'del', 'di', 'abu', 'ben', 'bint', 'ul', 'ur', 'st']); // prettier-ignore

const isGiven = (context: ReadingContext, word: string): boolean =>
  context.actors.words.givenNames.has(word) || context.actors.words.givenNamesOfEither.has(word);

/** Could stand in a person's name: a capital, or a particle or hyphen between such words. */
function isNameToken(context: ReadingContext, t: number): boolean {
  const { marks, stream } = context;
  const tag = xposOf(marks, t);
  const word = foldedAt(context, t);
  if (tag === 'HYPH' || word === '' || PARTICLES.has(word)) return true;
  if (stream.isCapital[stream.firstWord[t]] === 0) {
    return t > 0 && stream.words[stream.firstWord[t] - 1] === '';
  }
  return tag === 'NNP' || tag === 'NNPS' || tag === 'FW' || tag === 'NN' || tag === 'JJ' || tag === 'CD';
}

/** Words that end a name on its left: titles, sides, bodies. */
function isBarrier(context: ReadingContext, t: number): boolean {
  const { words } = context.actors;
  const word = foldedAt(context, t);
  if (words.honorifics.has(word) || words.ranks.has(word)) return true;
  const term = termHitAt(context, t);
  if (
    findSense(term, 'office') ??
    findSense(term, 'role') ??
    findSense(term, 'body') ??
    findSense(term, 'government')
  ) {
    return true;
  }
  const name = nameHitAt(context, t);
  if (name === undefined || findSense(name, 'family') !== undefined) return false;
  if (name.first === name.last && isGiven(context, word)) return false;
  const known = findSense(name, 'actor');
  return known === undefined || context.actors.actors.get(known.actorId)?.kind !== 'person';
}

function isPlainTail(context: ReadingContext, end: number): boolean {
  const hit = nameHitAt(context, end);
  if (hit === undefined) return true;
  if (findSense(hit, 'family') !== undefined) return true;
  return hit.first === hit.last;
}

const isKnownPerson = (context: ReadingContext, end: number): boolean => {
  const sense = findSense(nameHitAt(context, end), 'actor');
  return sense !== undefined && context.actors.actors.get(sense.actorId)?.kind === 'person';
};

/**
 * The words at the end of a phrase that may be a person's name unknown to data/actors, or known by its family name only.
 * Undefined where they are a known name, or look like an organisation, a day or a thing.
 */
export function nameRun(context: ReadingContext, phrase: Phrase, end: number): Run | undefined {
  if (isKnownPerson(context, end) || !isPlainTail(context, end)) return undefined;
  let first = end + 1;
  while (first > phrase.first && isNameToken(context, first - 1) && !isBarrier(context, first - 1)) first--;
  while (first <= end && (foldedAt(context, first) === '' || PARTICLES.has(foldedAt(context, first)))) {
    if (context.stream.isCapital[context.stream.firstWord[first]] === 1) break;
    first++;
  }
  if (first > end) return undefined;
  return isPersonRun(context, phrase, { first, last: end }) ? { first, last: end } : undefined;
}

const MONTHS_AND_DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

function isPersonRun(context: ReadingContext, phrase: Phrase, run: Run): boolean {
  const { words } = context.actors;
  const lastWord = foldedAt(context, run.last);
  const before = run.first > phrase.first ? foldedAt(context, run.first - 1) : '';
  const isTitled =
    words.honorifics.has(before) || words.ranks.has(before) || endsTitle(context, phrase, run.first - 1);
  if (MONTHS_AND_DAYS.test(lastWord) && !isTitled) return false;
  if (words.organisationHeads.has(lastWord)) return false;
  const tag = xposOf(context.marks, run.last);
  const isProper =
    tag === 'NNP' ||
    tag === 'NNPS' ||
    (context.ties[run.last] & TIE.tail) !== 0 ||
    context.stream.isCapital[context.stream.firstWord[run.last]] === 1;
  if (!isProper) return false;
  if (isTitled) return true;
  const isPrecise =
    isGiven(context, foldedAt(context, run.first)) || (words.persons.has(before) && run.first < run.last);
  if (run.first > phrase.first && !isPrecise) return false;
  if (run.first === run.last) return nameHitAt(context, run.last) === undefined && tag === 'NNP';
  const allKnown = nameHitAt(context, run.first);
  if (allKnown !== undefined && allKnown.last === run.last && findSense(allKnown, 'family') === undefined) {
    return isGiven(context, foldedAt(context, run.first)) && run.first < run.last;
  }
  return tag !== 'NNPS' || isGiven(context, foldedAt(context, run.first));
}

/** The words up to `end` close with an office or role: what follows is its holder's name. */
function endsTitle(context: ReadingContext, phrase: Phrase, end: number): boolean {
  if (end < phrase.first) return false;
  const hit = termHitAt(context, end);
  return (
    hit?.last === end && (findSense(hit, 'office') !== undefined || findSense(hit, 'role') !== undefined)
  );
}
