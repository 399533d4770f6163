import { uposOf, wordOf } from '../../../model/marks.ts';
import type { Candidate } from './candidate.ts';
import { foldedAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { sidesIn, titleIn } from './read-words.ts';

/** "the country's president": the owner's side is the side of what it owns. */
export function takeSideOfOwner(context: ReadingContext, candidates: readonly Candidate[]): void {
  for (const candidate of candidates) {
    const owner = candidate.phrase.possessor;
    if (owner === undefined || candidate.sideId !== undefined) continue;
    const side = candidates[owner].sideId;
    if (side === undefined) continue;
    if (candidate.what === 'title' || candidate.what === 'group')
      candidate.sideId = sideUnlessTopical(context, candidate, side);
    if (candidate.what === 'person') candidate.sideId = side;
    if (candidate.what === 'short') {
      candidate.sideId = side;
      candidate.actorId = side;
    }
  }
}

function sideUnlessTopical(context: ReadingContext, candidate: Candidate, side: string): string | undefined {
  const role = context.actors.roles.get(candidate.title?.roleId ?? '');
  return role?.isTopical === true || role?.isBody === true || role?.isCounterpart === true ? undefined : side;
}

const ENDS = /^[,.;:!?)”"’'—–-]$/u;

/** The apposition ends where a new clause or mark begins. */
function isClosed(context: ReadingContext, last: number): boolean {
  const { marks } = context;
  const next = last + 1;
  if (next >= marks.tokenCount || marks.sentenceOf[next] !== marks.sentenceOf[last]) return true;
  if (ENDS.test(wordOf(marks, next)) || wordOf(marks, next) === 'and') return true;
  const tag = uposOf(marks, next);
  return tag === 'VERB' || tag === 'AUX' || tag === 'ADV';
}

const isDescription = (candidate: Candidate): boolean =>
  !candidate.isPlural &&
  (candidate.what === 'title' || (candidate.what === 'group' && candidate.title !== undefined));

/** An unknown phrase with a title somewhere in it, as garbled texts have them. */
function holdsTitle(context: ReadingContext, { what, isPlural, phrase }: Candidate): boolean {
  if (what !== 'thing' || isPlural || phrase.conjuncts !== undefined) return false;
  const title = titleIn(context, phrase.first, phrase.last);
  return title?.roleId !== undefined || title?.classId !== undefined;
}

/** A lone name with nothing else before it than perhaps a title. */
const isBareName = (candidate: Candidate): boolean => candidate.what === 'person';

function describe(context: ReadingContext, name: Candidate, description: Candidate): void {
  const { phrase } = description;
  const sides = description.sideId === undefined ? [] : [description.sideId];
  const found = description.title ?? titleIn(context, phrase.first, phrase.last);
  const role = context.actors.roles.get(description.title?.roleId ?? '');
  const after = sidesIn(context, phrase.last + 1, description.spanLast);
  const side = role?.isTopical === true ? undefined : (sides.at(-1) ?? after.at(0));
  Object.assign(name, {
    spanFirst: Math.min(name.spanFirst, description.spanFirst),
    spanLast: Math.max(name.phrase.last, description.spanLast),
    naming: 'apposition',
    ...(name.title === undefined && found !== undefined ? { title: found } : {}),
    ...(name.sideId === undefined && side !== undefined ? { sideId: side } : {}),
  });
  description.isTaken = true;
}

/** The last token of a description: its phrase, with what surely belongs to it. */
function endOf(context: ReadingContext, candidate: Candidate): number {
  const { marks } = context;
  const stop = marks.sentenceStart[marks.sentenceOf[candidate.phrase.last] + 1];
  let at = candidate.phrase.last;
  while (at + 1 < stop && at < candidate.phrase.last + 14) {
    const word = foldedAt(context, at + 1);
    if (wordOf(marks, at + 1) === ',' || ENDS.test(wordOf(marks, at + 1)) || word === 'who' || word === 'and')
      break;
    const tag = uposOf(marks, at + 1);
    if (tag === 'VERB' || tag === 'AUX' || tag === 'CCONJ' || tag === 'SCONJ') break;
    at++;
  }
  return at;
}

function nextAfterComma(
  context: ReadingContext,
  candidates: readonly Candidate[],
  index: number,
  end: number,
): Candidate | undefined {
  const { marks } = context;
  const comma = end + 1;
  if (comma + 1 >= marks.tokenCount || wordOf(marks, comma) !== ',') return undefined;
  for (let i = index + 1; i < candidates.length && i <= index + 8; i++) {
    const { phrase } = candidates[i];
    if (phrase.spanFirst === comma + 1 && !phrase.isPossessor) return candidates[i];
    if (phrase.first > comma + 2 && phrase.spanFirst > comma + 1) return undefined;
  }
  return undefined;
}

/**
 * Joins names with their appositions, either way round: "NAME, a DESCRIPTION," and "a DESCRIPTION, NAME,".
 * The name takes title, side and span of the description.
 */
export function joinAppositions(context: ReadingContext, candidates: readonly Candidate[]): void {
  for (const [i, candidate] of candidates.entries()) {
    if (candidate.isTaken || candidate.phrase.isPossessor) continue;
    if (isBareName(candidate)) {
      const other = nextAfterComma(context, candidates, i, candidate.phrase.last);
      if (other === undefined || !(isDescription(other) || holdsTitle(context, other))) continue;
      other.spanLast = endOf(context, other);
      if (isClosed(context, other.spanLast)) describe(context, candidate, other);
    } else if (isDescription(candidate)) {
      const end = endOf(context, candidate);
      const other = nextAfterComma(context, candidates, i, end);
      if (other === undefined || !isBareName(other) || other.title !== undefined) continue;
      candidate.spanLast = end;
      if (isClosed(context, other.phrase.last)) describe(context, other, candidate);
    }
  }
}
