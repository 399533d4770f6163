import { xposOf } from '../../../model/marks.ts';
import { insertPhrases } from './coordinate.ts';
import type { Phrase } from './phrase.ts';
import { nameHitAt, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

/** End of the name that starts at `t` and stands before the noun of its phrase; -1 where none does. */
function nameEndAt(context: ReadingContext, t: number, noun: number): number {
  const hit = nameHitAt(context, t);
  if (hit !== undefined) {
    const isName = hit.senses.some(({ kind }) => kind !== 'demonym' && kind !== 'people');
    return isName && hit.first === t && hit.last < noun ? hit.last : -1;
  }
  let end = t - 1;
  while (end + 1 < noun && isUnknownName(context, end + 1)) end++;
  return end >= t ? end : -1;
}

const isUnknownName = (context: ReadingContext, t: number): boolean =>
  xposOf(context.marks, t) === 'NNP' &&
  context.stream.isCapital[context.stream.firstWord[t]] === 1 &&
  nameHitAt(context, t) === undefined &&
  termHitAt(context, t) === undefined;

function nestedIn(context: ReadingContext, phrase: Phrase): readonly Phrase[] {
  const found: Phrase[] = [];
  if (phrase.kind !== 'noun' || phrase.conjuncts !== undefined) return found;
  for (let t = phrase.first; t < phrase.noun; t++) {
    const end = nameEndAt(context, t, phrase.noun);
    if (end < 0) continue;
    found.push({
      index: -1, sentence: phrase.sentence, head: end, noun: end, first: t, last: end, spanFirst: t, spanLast: end,
      kind: 'name', isPossessor: false, isNested: true,
    }); // prettier-ignore
    t = end;
  }
  return found;
}

/** Adds the names that stand before a noun ("the Smith plan"), for coreference; they are no parties by themselves. */
export function addNestedNames(context: ReadingContext, phrases: readonly Phrase[]): readonly Phrase[] {
  const added = new Map<number, readonly Phrase[]>();
  for (const phrase of phrases) {
    const nested = nestedIn(context, phrase);
    if (nested.length > 0) added.set(phrase.index, nested);
  }
  return insertPhrases(phrases, added);
}
