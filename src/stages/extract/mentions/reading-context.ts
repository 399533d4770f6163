import type { ActorKnowledge, Sense } from '../../../model/actor.ts';
import type { Deprel, Marks, Xpos } from '../../../model/marks.ts';
import { deprelOf, wordOf, xposOf } from '../../../model/marks.ts';
import type { DayPrefix } from '../../../model/time.ts';
import type { Tree } from '../syntax/tree.ts';
import { matchNames, matchTerms } from './match-names.ts';
import type { Hit } from './match-names.ts';
import { wordsOfMarks } from './word-stream.ts';
import type { WordStream } from './word-stream.ts';

/** Everything that reading a report's noun phrases looks at. */
export interface ReadingContext {
  readonly marks: Marks;
  readonly tree: Tree;
  readonly stream: WordStream;
  readonly actors: ActorKnowledge;
  /** Local day of publication, where known. */
  readonly publishedOn: DayPrefix | undefined;
  /** Token → number of the name or term that covers it, or -1. */
  readonly nameAt: Int32Array;
  readonly names: readonly Hit[];
  readonly termAt: Int32Array;
  readonly terms: readonly Hit[];
  /** How tokens must be cut: see `TIE`. */
  readonly ties: Uint8Array;
}

function coverOf(hits: readonly Hit[], tokenCount: number): Int32Array {
  const cover = new Int32Array(tokenCount).fill(-1);
  for (const [i, hit] of hits.entries()) cover.fill(i, hit.first, hit.last + 1);
  return cover;
}

/**
 * Bits: tied to the token before (inside a name or title); an adjective of nationality, whatever its tag; a noun for
 * people or a body, whatever its tag ("official", "military"); a word for a stretch of time, which no name follows; the
 * end of a person's name that no noun follows; the small end of a hyphenated given name.
 */
export const TIE = { before: 1, adjective: 2, person: 4, time: 8, nameEnd: 16, tail: 32 } as const;

const TIMES =
  /^(?:today|yesterday|tomorrow|tonight|(?:mid)?week(?:end)?|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$/u;

const NOUNS: ReadonlySet<string> = new Set(['role', 'body', 'government']);

const isTie = (sense: Sense): boolean => sense.kind === 'office' || sense.kind === 'actor';

const TAIL = /^\p{Ll}{2,6}$/u;
const LED: ReadonlySet<Xpos> = new Set(['VBN', 'VBD']);
const BEFORE_NOUN: ReadonlySet<Deprel> = new Set(['amod', 'compound']);

const isFamily = (hit: Hit | undefined): boolean =>
  hit === undefined || hit.senses.some(({ kind }) => kind === 'family');

/**
 * Whether a hyphen and a small word end a name of which no list has the whole ("Xxx Yyy-zzz said"), and are not half of
 * a word before a noun ("Xxx Yyy-led talks").
 */
function isTail(marks: Marks, t: number, nameOf: (t: number) => Hit | undefined): boolean {
  const [before, tail] = [t - 1, t + 1];
  if (before < 1 || tail >= marks.tokenCount || wordOf(marks, t) !== '-') return false;
  if (marks.end[before] !== marks.start[t] || marks.end[t] !== marks.start[tail]) return false;
  if (!TAIL.test(wordOf(marks, tail)) || LED.has(xposOf(marks, tail))) return false;
  if (marks.head[tail] > tail && BEFORE_NOUN.has(deprelOf(marks, tail))) return false;
  if (
    tail + 1 < marks.tokenCount &&
    marks.start[tail + 1] === marks.end[tail] &&
    wordOf(marks, tail + 1) === '-'
  )
    return false;
  const isName = [before - 1, before].every((at) => xposOf(marks, at) === 'NNP' && isFamily(nameOf(at)));
  return isName && nameOf(t) === undefined;
}

const MONTHS: ReadonlySet<string> = new Set(['march', 'april', 'may', 'june', 'july', 'august']);
const BEFORE_MONTH: ReadonlySet<string> = new Set([
  'in', 'since', 'until', 'till', 'by', 'from', 'through', 'before', 'after', 'during', 'of', 'last', 'next', 'early', 'late',
  'mid', 'this',
]); // prettier-ignore

/** "met in May": where a time is told, a name that is also a month's is the month's. */
function isMonth({ lowerWord }: Marks, { first, last }: Hit): boolean {
  if (first !== last || !MONTHS.has(lowerWord[first])) return false;
  const isDay = /^\d{1,4}$/u.test(lowerWord[first + 1] ?? '');
  return isDay || BEFORE_MONTH.has(lowerWord[first - 1] ?? '');
}

/** Matches a marked text against the knowledge. */
export function toContext(
  tree: Tree,
  actors: ActorKnowledge,
  publishedOn: DayPrefix | undefined,
): ReadingContext {
  const { marks } = tree;
  const stream = wordsOfMarks(marks, actors.spellings);
  const names = matchNames(stream, actors).filter((hit) => !isMonth(marks, hit));
  const terms = matchTerms(stream, actors);
  const ties = new Uint8Array(marks.tokenCount);
  for (const hit of [...names, ...terms]) {
    if (hit.senses.some(isTie)) ties.fill(TIE.before, hit.first + 1, hit.last + 1);
    if (hit.senses.every(({ kind }) => kind === 'demonym')) ties.fill(TIE.adjective, hit.first, hit.last + 1);
    if (hit.first === hit.last && hit.senses.some(({ kind }) => NOUNS.has(kind)))
      ties[hit.last] |= TIE.person;
  }
  const termAt = coverOf(terms, marks.tokenCount);
  for (const hit of names) {
    const next = hit.last + 1;
    const isPerson = hit.senses.some(
      (sense) => sense.kind === 'actor' && actors.actors.get(sense.actorId)?.kind === 'person',
    );
    if (!isPerson || next >= marks.tokenCount || stream.isCapital[stream.firstWord[next]] === 1) continue;
    if (termAt[next] < 0) ties[hit.last] |= TIE.nameEnd;
  }
  const nameAt = coverOf(names, marks.tokenCount);
  for (let t = 0; t < marks.tokenCount; t++) {
    if (isTail(marks, t, (at) => names[nameAt[at]])) {
      ties[t] |= TIE.before;
      ties[t + 1] |= TIE.before | TIE.tail;
    }
    if (TIMES.test(stream.words[stream.firstWord[t]])) ties[t] |= TIE.time;
  }
  return {
    marks, tree, stream, actors, publishedOn, names, terms, ties,
    nameAt, termAt,
  }; // prettier-ignore
}

/** The folded word of a token (the last part, where hyphens part it). */
export const foldedAt = (context: ReadingContext, token: number): string =>
  context.stream.words[context.stream.firstWord[token + 1] - 1] ?? '';

export const nameHitAt = (context: ReadingContext, token: number): Hit | undefined =>
  context.names[context.nameAt[token]];

export const termHitAt = (context: ReadingContext, token: number): Hit | undefined =>
  context.terms[context.termAt[token]];

export function findSense<K extends Sense['kind']>(
  hit: Hit | undefined,
  kind: K,
): Extract<Sense, { kind: K }> | undefined {
  return hit?.senses.find((sense): sense is Extract<Sense, { kind: K }> => sense.kind === kind);
}
