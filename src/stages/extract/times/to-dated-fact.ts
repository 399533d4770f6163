import type { ChronicleFact } from '../../../model/playbook.ts';
import type { DatedFact } from './evidence.ts';

const EMPTY =
  /^(?:the|a|an|of|and|or|to|in|on|at|by|for|from|with|is|are|was|were|be|it|its|his|her|their|no|not|two|one|as|that|this|under|after|before|first|new)$/;

/** A plural's singular, so that a chronicle's words meet lemmas. */
const singular = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/\p{L}+/gu)]
    .map(([word]) => word)
    .filter((word) => word.length > 2 && !EMPTY.test(word));
}

/**
 * A fact of the chronicle as the dating of reports wants it: its days and the words it may be spoken of with. The names of
 * countries are left out on purpose: they stand in every sentence of such reports and tell no fact from another.
 */
export function toDatedFact(fact: ChronicleFact): DatedFact {
  const { move } = fact;
  const ids = [...(move?.by ?? []), ...(move?.to ?? [])];
  const parts = ids.filter((id) => id.length > 3).flatMap((id) => wordsOf(id));
  const things = [move?.act ?? '', move?.class ?? '', fact.id.replace(/\d+/g, ' '), fact.place ?? ''].flatMap(
    wordsOf,
  );
  const said = wordsOf(fact.says);
  const words = [...ids, ...parts, ...things, ...said, ...said.map(singular), ...things.map(singular)];
  return { id: fact.id, from: fact.on, until: fact.until ?? fact.on, words: [...new Set(words)] };
}
