import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Quantity, TimeExpression } from '../../../model/reading.ts';
import { tokenAt } from '../syntax/tree.ts';
import { matchNumber } from '../times/match-number.ts';
import { matchOrdinal } from '../times/match-number.ts';
import { wordsOfMarks, wordAt } from '../times/words.ts';
import type { Words } from '../times/words.ts';

const PAIRS: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ['pair', 2],
  ['twin', 2],
  ['trio', 3],
  ['dozen', 12],
]);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
  ['%', 'percent'],
]);

/** Numbers that name and do not count: after these words. */
const NAMING: ReadonlySet<string> = new Set([
  'resolution',
  'resolutions',
  'article',
  'section',
  'no',
  'number',
  'flight',
  'paragraph',
  'page',
  'chapter',
  'group',
]);
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty', 'thirty', 'forty', 'fifty', 'sixty',
  'seventy', 'eighty', 'ninety', 'a', 'an', 'half', 'couple', 'dozen',
]); // prettier-ignore

const isNumberWord = (word: string): boolean =>
  NUMBER_WORDS.has(word) || (word.charAt(0) >= '0' && word.charAt(0) <= '9') || word.startsWith('hundred');

interface Count {
  readonly value: number;
  readonly past: number;
}

/** "a" counts only before what says a number itself: "a dozen", "a couple", "a hundred". */
function countAt(words: Words, i: number): Count | undefined {
  const word = wordAt(words, i);
  if (!isNumberWord(word)) return undefined;
  const found = matchNumber(words, i);
  if (found?.value === undefined) return undefined;
  if ((word === 'a' || word === 'an') && (found.past === i + 1 || found.value < 2)) return undefined;
  if (matchOrdinal(words, i) !== undefined && !/^\d+$/.test(word)) return undefined;
  return { value: found.value, past: found.past };
}

const SKIPPED: ReadonlySet<string> = new Set([
  'amod',
  'compound',
  'det',
  'punct',
  'advmod',
  'nmod:desc',
  'case',
]);

/** The noun that a number counts: its governor, else the last noun of the run that follows. */
function unitToken(marks: Marks, token: number, next: number): number | undefined {
  const head = marks.head[token];
  if (
    head > token &&
    head - token < 9 &&
    (deprelOf(marks, token) === 'nummod' || deprelOf(marks, token) === 'det') &&
    isNoun(marks, head)
  )
    return head;
  let found: number | undefined;
  for (let t = next; t < Math.min(marks.tokenCount, next + 7); t++) {
    const tag = uposOf(marks, t);
    if (isNoun(marks, t)) found = t;
    else if (
      found !== undefined ||
      (tag !== 'ADJ' && tag !== 'PUNCT' && tag !== 'ADP' && !SKIPPED.has(deprelOf(marks, t)))
    )
      break;
    if (xposOf(marks, t) === 'NNS' || xposOf(marks, t) === 'NNPS') break;
  }
  return found;
}

const isNoun = (marks: Marks, token: number): boolean =>
  uposOf(marks, token) === 'NOUN' || uposOf(marks, token) === 'PROPN';

/** True where a time expression covers the number; times stand in text order and are walked once. */
function coveredBy(times: readonly TimeExpression[]): (start: number) => boolean {
  let at = 0;
  return (start) => {
    while (at < times.length && times[at].span.end <= start) at++;
    return at < times.length && times[at].span.start <= start;
  };
}

function toQuantity(words: Words, marks: Marks, i: number, count: Count): Quantity {
  const first = tokenAt(marks, words.start[i]);
  const after = tokenAt(marks, words.end[count.past - 1]);
  const sign = SIGNS.get(wordAt(words, i - 1)) ?? SIGNS.get(wordAt(words, count.past));
  const start = words.start[i];
  if (sign !== undefined)
    return { span: { start, end: words.end[count.past - 1] }, value: count.value, unit: sign };
  const unit = first < marks.tokenCount ? unitToken(marks, Math.max(first, after - 1), after) : undefined;
  if (unit === undefined || marks.start[unit] < words.end[count.past - 1])
    return { span: { start, end: words.end[count.past - 1] }, value: count.value };
  return { span: { start, end: marks.end[unit] }, value: count.value, unit: marks.lemma[unit] };
}

/**
 * Numbers of things with the lemma counted: "two short-range missiles" → 2, missile. The span runs from the number to the
 * noun. Numbers inside time expressions, ordinals and the numbers of resolutions and flights are no quantities. Linear.
 */
export function findQuantities(marked: MarkedReport): Quantity[] {
  const { marks, times } = marked;
  const words = wordsOfMarks(marks);
  const isTime = coveredBy(times);
  const found: Quantity[] = [];
  for (let i = 0; i < words.count;) {
    const pair = PAIRS.get(wordAt(words, i));
    const count = pair === undefined ? countAt(words, i) : { value: pair, past: i + 1 };
    if (count === undefined || NAMING.has(wordAt(words, i - 1)) || isTime(words.start[i])) {
      i = count === undefined ? i + 1 : Math.max(count.past, i + 1);
      continue;
    }
    const quantity = toQuantity(words, marks, i, count);
    if (quantity.unit !== undefined || /^\d/.test(wordAt(words, i))) found.push(quantity);
    i = count.past;
  }
  return found;
}
