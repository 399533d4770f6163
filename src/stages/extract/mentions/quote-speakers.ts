import { deprelOf, wordOf, xposOf } from '../../../model/marks.ts';
import { listDependents } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import type { ReadingContext } from './reading-context.ts';

const OPEN: ReadonlySet<string> = new Set(['“', '‘‘', '``', '«']);
const CLOSE: ReadonlySet<string> = new Set(['”', '’’', "''", '»']);
/** Tokens between a quotation and the verb that says whose it is. */
const REACH = 14;

interface Quotation {
  readonly first: number;
  readonly last: number;
}

/** Stretches between quote marks; one that is never closed ends with its paragraph. */
function findQuotations({ marks }: ReadingContext): readonly Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (let t = 0; t < marks.tokenCount; t++) {
    const word = wordOf(marks, t);
    const isStraight = word === '"';
    if (open < 0 && (isStraight || OPEN.has(word))) open = t;
    else if (open >= 0 && (isStraight || CLOSE.has(word))) {
      found.push({ first: open, last: t });
      open = -1;
    } else if (open >= 0 && t > 0 && marks.text.slice(marks.end[t - 1], marks.start[t]).includes('\n\n')) {
      found.push({ first: open, last: t - 1 });
      open = OPEN.has(word) || isStraight ? t : -1;
    }
  }
  return found;
}

function isSpeech({ marks, actors }: ReadingContext, t: number): boolean {
  return xposOf(marks, t).startsWith('VB') && actors.words.speech.has(marks.lowerLemma[t]);
}

/** The subject of the nearest verb of saying beside a quotation, outside of it. */
function subjectBeside(context: ReadingContext, { first, last }: Quotation): number | undefined {
  const { marks, tree } = context;
  const after = Array.from({ length: REACH }, (_, i) => last + 1 + i).filter((t) => t < marks.tokenCount);
  const before = Array.from({ length: REACH }, (_, i) => first - 1 - i).filter((t) => t >= 0);
  for (const t of [...after, ...before]) {
    if (!isSpeech(context, t)) continue;
    const isNear = marks.sentenceOf[t] === marks.sentenceOf[t > last ? last : first];
    const subject = listDependents(tree, t, 'nsubj').find((head) => head < first || head > last);
    if (subject !== undefined && isNear) return subject;
  }
  return undefined;
}

/** Token → the index of the phrase that speaks there, or -1: for "I" and "we" inside quotations. */
export function findSpeakers(context: ReadingContext, candidates: readonly Candidate[]): Int32Array {
  const speakerAt = new Int32Array(context.marks.tokenCount).fill(-1);
  const byHead = new Map(
    candidates.flatMap(({ phrase }) =>
      phrase.conjuncts === undefined && phrase.isNested !== true ? [[phrase.head, phrase.index]] : [],
    ),
  );
  let before = -1;
  for (const quotation of findQuotations(context)) {
    const subject = subjectBeside(context, quotation);
    const own =
      subject === undefined ? undefined : (byHead.get(subject) ?? byHead.get(headOfName(context, subject)));
    before = own ?? before;
    speakerAt.fill(before < 0 ? NOBODY : before, quotation.first, quotation.last + 1);
  }
  return speakerAt;
}

/** Inside a quotation whose speaker is not found. */
export const NOBODY = -2;

const headOfName = ({ marks }: ReadingContext, t: number): number =>
  deprelOf(marks, t) === 'flat' || deprelOf(marks, t) === 'compound' ? marks.head[t] : t;
