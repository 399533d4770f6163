import type { ActorKnowledge, NameNode, Sense } from '../../../model/actor.ts';
import type { WordStream } from './word-stream.ts';

/** Words that the knowledge has senses for; first and last token, inclusive. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly senses: readonly Sense[];
}

/** No name is longer; keeps the search linear. */
const LONGEST = 14;

interface Found {
  readonly end: number;
  readonly senses: readonly Sense[];
}

const isInitial = (stream: WordStream, at: number): boolean =>
  stream.words[at].length === 1 && stream.isCapital[at] === 1;

function isWritten(stream: WordStream, from: number, to: number, node: NameNode): boolean {
  if (node.isAcronym) return stream.isUpper[from] === 1;
  return stream.isCapital[to] === 1 || (stream.isCapital[from] === 1 && stream.words[from] !== 'the');
}

/** The longest name that starts at word `from`; steps over hyphens and a middle initial. */
function longestAt(stream: WordStream, from: number, root: NameNode, isCased: boolean): Found | undefined {
  let node = root;
  let found: Found | undefined;
  const stop = Math.min(stream.count, from + LONGEST);
  for (let at = from; at < stop; at++) {
    const word = stream.words[at];
    if (word === '') {
      if (at === from) return undefined;
      continue;
    }
    const next = node.next.get(word);
    if (next === undefined) {
      if (isCased && at > from && isInitial(stream, at)) continue;
      break;
    }
    node = next;
    if (node.senses.length > 0 && (!isCased || isWritten(stream, from, at, node))) {
      found = { end: at, senses: node.senses };
    }
  }
  return found;
}

/** "the East" gives way to "East Somewhere": an article must not cut a longer name. */
function endsLater(stream: WordStream, at: number, found: Found, root: NameNode, isCased: boolean): boolean {
  if (stream.words[at] !== 'the') return false;
  const next = longestAt(stream, at + 1, root, isCased);
  return next !== undefined && next.end > found.end;
}

function matchAll(stream: WordStream, root: NameNode, isCased: boolean): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  while (at < stream.count) {
    const found = longestAt(stream, at, root, isCased);
    if (found === undefined || endsLater(stream, at, found, root, isCased)) {
      at++;
      continue;
    }
    hits.push({ first: stream.tokenOf[at], last: stream.tokenOf[found.end], senses: found.senses });
    at = found.end + 1;
  }
  return hits;
}

/** Names of data/actors in the text, leftmost and longest, not overlapping. */
export const matchNames = (stream: WordStream, actors: ActorKnowledge): Hit[] =>
  matchAll(stream, actors.names, true);

/** Titles, roles, bodies and things, leftmost and longest, not overlapping. */
export const matchTerms = (stream: WordStream, actors: ActorKnowledge): Hit[] =>
  matchAll(stream, actors.terms, false);
