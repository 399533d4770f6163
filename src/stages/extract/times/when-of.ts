import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { TimeExpression } from '../../../model/reading.ts';
import type { When } from '../../../model/time.ts';
import type { Tree } from '../syntax/tree.ts';
import { clauseHead, tokenAt } from '../syntax/tree.ts';

const TELLS_WHEN: ReadonlySet<TimeExpression['type']> = new Set(['date', 'time']);

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
    if (time.when !== undefined && TELLS_WHEN.has(time.type)) found.push(time);
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

/** Steps up the tree from `token` to `goal`; −1 where `goal` does not govern it. */
function stepsTo(marks: Marks, token: number, goal: number): number {
  let at = token;
  for (let steps = 0; steps < 60 && at >= 0; steps++) {
    if (at === goal) return steps;
    at = marks.head[at];
  }
  return -1;
}

/** How near a time stands to an event: governed by it, in its clause, in the governing clause; lower is nearer. */
function rank(marked: MarkedReport, time: TimeExpression, token: number): number {
  const { marks } = marked;
  const head = headToken(marks, time);
  const gap = Math.abs(head - token);
  const below = stepsTo(marks, head, token);
  if (below >= 0 && below <= 3 && clauseHead(marks, head) === clauseHead(marks, token))
    return below * 10 + gap / 1000;
  if (marks.head[head] >= 0 && clauseHead(marks, head) === clauseHead(marks, token)) return 100 + gap;
  if (below >= 0) return 300 + below * 10 + gap;
  const clause = clauseHead(marks, token);
  const up = marks.head[clause];
  if (up >= 0 && uposOf(marks, token) === 'NOUN' && clauseHead(marks, head) === clauseHead(marks, up))
    return 500 + gap;
  return Number.POSITIVE_INFINITY;
}

/** "had said on Monday that talks failed": what is said has not the time of the saying. */
const isReportedContent = (marks: Marks, token: number): boolean =>
  ['ccomp', 'advcl', 'acl:relcl', 'parataxis'].includes(deprelOf(marks, clauseHead(marks, token)));

/**
 * The time of the event at `token`: the expression that depends on it, else the nearest in its clause, else, for an event
 * named by a noun, the one of the clause above. Undefined where the text gives none; a sentence's only time serves the
 * main clause but never reported content.
 */
export function whenOf(marked: MarkedReport, _tree: Tree, token: number): When | undefined {
  const { marks } = marked;
  const sentence = marks.sentenceOf[token];
  const from = marks.start[marks.sentenceStart[sentence]];
  const until = marks.end[marks.sentenceStart[sentence + 1] - 1];
  const times = timesIn(marked, from, until);
  let best: TimeExpression | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const cost = rank(marked, time, token);
    if (cost < least) [best, least] = [time, cost];
  }
  if (best !== undefined) return best.when;
  if (
    times.length === 1 &&
    !isReportedContent(marks, token) &&
    clauseHead(marks, headToken(marks, times[0])) === clauseHead(marks, token)
  )
    return times[0].when;
  return undefined;
}
