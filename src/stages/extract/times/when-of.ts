import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { TimeExpression } from '../../../model/reading.ts';
import type { When } from '../../../model/time.ts';
import type { Tree } from '../syntax/tree.ts';
import { isTimeOfSaying } from '../syntax/aside.ts';
import { clauseHead, findDependent, tokenAt } from '../syntax/tree.ts';

const TELLS_WHEN: ReadonlySet<TimeExpression['type']> = new Set(['date', 'time']);

/** Times too wide to date an event. */
const WIDE: ReadonlySet<string> = new Set(['date.century', 'date.decade', 'date.decade-name', 'vague.unit']);

/** First expression that ends after an offset; binary search, since times stand in text order. */
function firstAfter(times: readonly TimeExpression[], offset: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle].span.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function timesIn(marked: MarkedReport, from: number, until: number): readonly TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let at = firstAfter(marked.times, from); at < marked.times.length; at++) {
    const time = marked.times[at];
    if (time.span.start >= until) break;
    if (time.when !== undefined && TELLS_WHEN.has(time.type) && !WIDE.has(time.entry)) found.push(time);
  }
  return found;
}

/** Last token of the expression that is governed from outside: the one whose governor lies beyond its words. */
function headToken(marks: Marks, time: TimeExpression): number {
  const first = tokenAt(marks, time.span.start);
  for (let t = first; t < marks.tokenCount && marks.start[t] < time.span.end; t++) {
    const governor = marks.head[t];
    if (governor < 0 || marks.start[governor] < time.span.start || marks.start[governor] >= time.span.end)
      return t;
  }
  return Math.min(first, marks.tokenCount - 1);
}

/** "described it so, and the government issued a warning on Monday": a joined clause with a subject of its own. */
const isOwnClause = (tree: Tree, token: number): boolean =>
  deprelOf(tree.marks, token) === 'conj' &&
  uposOf(tree.marks, token) === 'VERB' &&
  findDependent(tree, token, 'nsubj', 'nsubj:pass') !== undefined;

/** Steps up the tree from `token` to `goal`; −1 where `goal` does not govern it. */
function stepsTo(tree: Tree, token: number, goal: number): number {
  const { marks } = tree;
  let at = token;
  for (let steps = 0; steps < 60 && at >= 0; steps++) {
    if (at === goal) return steps;
    if (isOwnClause(tree, at)) return -1;
    at = marks.head[at];
  }
  return -1;
}

/** Non-finite verbs: a time right before one ("last week urging") belongs to the clause on its left. */
const NON_FINITE: ReadonlySet<string> = new Set(['VBG', 'VB', 'TO']);

/** The word an expression tells the time of. */
function governorOf(tree: Tree, time: TimeExpression): number {
  const { marks } = tree;
  const head = headToken(marks, time);
  const governor = marks.head[head];
  if (governor < 0) return head;
  if (isTimeOfSaying(tree, head, governor)) return marks.head[governor];
  const leans = governor > head && governor - head <= 3 && NON_FINITE.has(xposOf(marks, governor));
  return leans && marks.head[governor] >= 0 ? marks.head[governor] : governor;
}

const BEFORE_ITS_NOUN: ReadonlySet<string> = new Set(['compound', 'nummod', 'amod', 'nmod']);

/** "the 2015 accord", "the March exercise": the time belongs to the thing's name and dates nothing but the thing. */
function isInName({ marks }: Tree, head: number): boolean {
  const noun = marks.head[head];
  if (noun <= head || !BEFORE_ITS_NOUN.has(deprelOf(marks, head))) return false;
  return ['NOUN', 'PROPN'].includes(uposOf(marks, noun));
}

/** How near a time stands to an event: governed by it, in its clause, in the governing clause; lower is nearer. */
function rank(tree: Tree, time: TimeExpression, token: number): number {
  const { marks } = tree;
  const head = headToken(marks, time);
  const governor = governorOf(tree, time);
  if (isInName(tree, head) && token !== marks.head[head] && marks.head[token] !== marks.head[head])
    return Number.POSITIVE_INFINITY;
  const gap = Math.abs(governor - token);
  const clause = clauseHead(marks, token);
  const other = clauseHead(marks, governor);
  const below = stepsTo(tree, governor, token);
  const isOther = isOwnClause(tree, governor) && governor !== token && governor !== clause;
  if (clause === other && !isOther) return below >= 0 ? below * 10 + gap / 1000 : 100 + gap;
  const up = marks.head[clause];
  const inClauseAbove = up >= 0 && other === clauseHead(marks, up);
  if (inClauseAbove && uposOf(marks, token) === 'NOUN') return 500 + gap;
  const isBound =
    marks.head[governor] === token || (marks.head[token] === governor && xposOf(marks, token) === 'VBG');
  const isTaken = !isBound && governor < head && head < token && uposOf(marks, governor) === 'VERB';
  return !isTaken && isNextVerb(marks, head, token) ? 700 + gap : Number.POSITIVE_INFINITY;
}

/** "said the envoy, a general, on Thursday": the verb is the nearest on the left, or stands right after the time. */
function isNextVerb(marks: Marks, head: number, token: number): boolean {
  if (uposOf(marks, token) !== 'VERB' || head - token > 18 || token - head > 4) return false;
  const [low, high] = token < head ? [token + 1, head] : [head + 1, token];
  for (let t = low; t < high; t++) if (uposOf(marks, t) === 'VERB') return false;
  return true;
}

/** "said the review would end next month": what is told as past cannot lie after the publication. */
function fitsTense(marked: MarkedReport, time: TimeExpression, token: number): boolean {
  const from = time.when?.from;
  const published = marked.report.publishedAt?.at.slice(0, 10);
  if (from === undefined || published === undefined || xposOf(marked.marks, token) !== 'VBD') return true;
  return from.slice(0, published.length) <= published.slice(0, from.length);
}

/**
 * The time of the event at `token`: the expression that depends on it, else the nearest in its clause, else, for an event
 * named by a noun, the one of the clause above. Undefined where the text gives none: what is said on Monday need not have
 * happened on Monday.
 */
export function whenOf(marked: MarkedReport, tree: Tree, token: number): When | undefined {
  const { marks } = marked;
  const sentence = marks.sentenceOf[token];
  const from = marks.start[marks.sentenceStart[sentence]];
  const until = marks.end[marks.sentenceStart[sentence + 1] - 1];
  let best: TimeExpression | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const time of timesIn(marked, from, until)) {
    const cost = fitsTense(marked, time, token) ? rank(tree, time, token) : least;
    if (cost < least) [best, least] = [time, cost];
  }
  return best?.when;
}
