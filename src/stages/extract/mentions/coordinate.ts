import { withFields } from '../../../model/with-fields.ts';
import { wordOf, xposOf } from '../../../model/marks.ts';
import type { Marks } from '../../../model/marks.ts';
import { listDependents } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Phrase } from './phrase.ts';

/** Between two that are joined: "and", "or", "as well as" and commas. */
function isJoint(marks: Marks, left: Phrase, right: Phrase): boolean {
  for (let t = left.last + 1; t < right.spanFirst; t++) {
    if (xposOf(marks, t) === 'CC' || wordOf(marks, t) === '&') return right.spanFirst - left.last < 14;
  }
  return false;
}

function toWhole(tree: Tree, first: Phrase, rest: readonly Phrase[]): Phrase | undefined {
  const last = rest.at(-1);
  if (last === undefined || !isJoint(tree.marks, rest.at(-2) ?? first, last)) return undefined;
  return {
    index: -1,
    sentence: first.sentence,
    head: first.head,
    noun: last.noun,
    first: first.first,
    last: last.last,
    spanFirst: first.spanFirst,
    spanLast: last.spanLast,
    kind: 'noun',
    isPossessor: last.isPossessor,
    conjuncts: [first.index, ...rest.map(({ index }) => index)],
  };
}

/** Numbers the phrases anew, each added one standing right after the phrase it belongs to. */
export function insertPhrases(
  phrases: readonly Phrase[],
  added: ReadonlyMap<number, readonly Phrase[]>,
): readonly Phrase[] {
  if (added.size === 0) return phrases;
  const numbers = new Int32Array(phrases.length);
  let next = 0;
  for (const { index } of phrases) {
    numbers[index] = next++;
    next += added.get(index)?.length ?? 0;
  }
  const renumber = (phrase: Phrase, index: number): Phrase => {
    const { possessor, conjuncts } = phrase;
    return withFields(phrase, {
      index,
      ...(possessor === undefined ? {} : { possessor: numbers[possessor] }),
      ...(conjuncts === undefined ? {} : { conjuncts: conjuncts.map((part) => numbers[part]) }),
    });
  };
  return phrases.flatMap((phrase) => {
    const index = numbers[phrase.index];
    const more = added.get(phrase.index) ?? [];
    return [renumber(phrase, index), ...more.map((extra, i) => renumber(extra, index + 1 + i))];
  });
}

/** A longer list than this is no party that "they" stands for; keeps the search linear. */
const MOST = 24;

/** Adds a phrase for each "A, B and C", so that "they" can stand for all of them. */
export function addCoordinations(tree: Tree, phrases: readonly Phrase[]): readonly Phrase[] {
  const byHead = new Map(phrases.map((phrase) => [phrase.head, phrase]));
  const wholes = new Map<number, readonly Phrase[]>();
  for (const phrase of phrases) {
    if (phrase.kind === 'pronoun' && phrase.isPossessor) continue;
    if (tree.row[phrase.head + 1] - tree.row[phrase.head] > MOST) continue;
    const parts = listDependents(tree, phrase.head, 'conj').flatMap((head) => byHead.get(head) ?? []);
    const rest = parts.filter(({ index, sentence }) => index > phrase.index && sentence === phrase.sentence);
    const whole = toWhole(tree, phrase, rest);
    const last = rest.at(-1);
    if (whole !== undefined && last !== undefined)
      wholes.set(last.index, [...(wholes.get(last.index) ?? []), whole]);
  }
  return insertPhrases(phrases, wholes);
}
