import type { StatusLexicon } from '../../../model/lexicon-status.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, xposOf } from '../../../model/marks.ts';
import type { Status } from '../../../model/move-type.ts';
import type { Tree } from '../syntax/tree.ts';
import { clauseHead, findDependent, listDependents } from '../syntax/tree.ts';
import { whenOf } from '../times/when-of.ts';
import { statusOf } from './status-of.ts';

/** Whether a deed happened, and whether it is this report's news. */
export interface StatusReading {
  readonly status: Status;
  readonly time: 'current' | 'background';
}

const DAYS_OF_NEWS = 10;
const DAY = 86_400_000;

/** Last day that a day prefix covers, as milliseconds; NaN when it is none. */
function lastDay(prefix: string): number {
  const [year, month, day] = prefix.split('-').map(Number);
  if (day !== undefined) return Date.UTC(year, month - 1, day);
  return month === undefined ? Date.UTC(year, 11, 31) : Date.UTC(year, month, 0);
}

function isOld(marked: MarkedReport, tree: Tree, token: number): boolean | undefined {
  const when = whenOf(marked, tree, token);
  const published = marked.report.publishedAt?.at;
  const end = when?.until ?? when?.from;
  if (end === undefined || published === undefined) return undefined;
  return Date.parse(published.slice(0, 10)) - lastDay(end) > DAYS_OF_NEWS * DAY;
}

const RECALLING: ReadonlySet<string> = new Set([
  'ago', 'previously', 'formerly', 'earlier', 'once', 'then', 'historically', 'originally', 'past', 'former', 'previous',
]); // prettier-ignore
const OLD_YEAR = /^(?:1[5-9]|20)\d\d$/u;

function recalls(tree: Tree, token: number): boolean {
  const { marks } = tree;
  for (let at = tree.first[token]; at <= tree.last[token]; at++) {
    if (marks.head[at] !== token && marks.head[marks.head[at] ?? -1] !== token) continue;
    if (deprelOf(marks, at) === 'mark') continue;
    const word = marks.lowerWord[at];
    if (RECALLING.has(word)) return true;
    if (word.length === 4 && OLD_YEAR.test(word) && deprelOf(marks, at) !== 'nummod') return true;
  }
  return false;
}

/** "had described": before the time of the story. */
function isPluperfect(tree: Tree, token: number): boolean {
  const { marks } = tree;
  if (xposOf(marks, token) !== 'VBN') return false;
  return (
    listDependents(tree, token, 'aux').some((at) => marks.lowerWord[at] === 'had') &&
    findDependent(tree, token, 'mark') === undefined
  );
}

const isRecalled = (tree: Tree, token: number): boolean => recalls(tree, token) || isPluperfect(tree, token);

/**
 * Status and time of the deed at `token`: negation, modality, embedding words (factive, implicative, of plans, demands,
 * threats), conditions and questions, from the syntax; background by its time, a past perfect or a word that recalls.
 * After the FactBank and TruthTeller lines of work (Saurí & Pustejovsky 2009; Lotan, Stern & Dagan 2013).
 */
export function statusAt(
  marked: MarkedReport,
  tree: Tree,
  token: number,
  lexicon: StatusLexicon,
): StatusReading {
  const { status } = statusOf(tree, token, lexicon);
  const old = isOld(marked, tree, token);
  if (old !== undefined) return { status, time: old ? 'background' : 'current' };
  const clause = clauseHead(tree.marks, token);
  const past = isRecalled(tree, token) || (clause !== token && isRecalled(tree, clause));
  return { status, time: past ? 'background' : 'current' };
}
