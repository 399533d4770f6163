import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Status } from '../../../model/move-type.ts';
import { contains } from '../../../model/span.ts';
import type { When } from '../../../model/time.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf, findDependent, subtreeSpan } from '../syntax/tree.ts';
import { whenOf } from '../times/when-of.ts';
import type { FrameMatch } from './frame-match.ts';

/** What "since" leads in, under the verb or one noun below it. */
function sinceUnder(tree: Tree, token: number): number | undefined {
  for (const at of dependentsOf(tree, token)) {
    const lead = findDependent(tree, at, 'mark', 'case');
    if (lead !== undefined && tree.marks.lowerLemma[lead] === 'since') return at;
  }
  return undefined;
}

/** "has not … since it fired the last one": denied from then until the day of publication. */
function deniedSpell(marked: MarkedReport, tree: Tree, token: number): When | undefined {
  const since = sinceUnder(tree, token);
  const start = since === undefined ? undefined : whenOf(marked, tree, since);
  if (start?.from === undefined) return undefined;
  const until = marked.report.publishedAt?.at.slice(0, 10);
  return { from: start.from, ...(until === undefined ? {} : { until }), certainty: start.certainty };
}

/**
 * "accused him on Friday of criticising its launches": a deed that is only spoken of, as object or below, has no part in
 * the day of the verb above it; only a time of its own ("Thursday's test") dates it.
 */
function isOnlySpokenOf(marked: MarkedReport, tree: Tree, match: FrameMatch): boolean {
  if (match.light !== undefined || uposOf(tree.marks, match.token) !== 'NOUN') return false;
  if (/^(?:root|nsubj|parataxis|appos)/u.test(deprelOf(tree.marks, match.token))) return false;
  const own = subtreeSpan(tree, match.token);
  return !marked.times.some(({ span }) => contains(own, span));
}

/** When a deed happened; for a denied one with "since", the spell for which it is denied. */
export function whenOfDeed(
  marked: MarkedReport,
  tree: Tree,
  match: FrameMatch,
  status: Status,
): When | undefined {
  const verb = match.light ?? match.token;
  const spell = status === 'denied' ? deniedSpell(marked, tree, verb) : undefined;
  if (spell === undefined && isOnlySpokenOf(marked, tree, match)) return undefined;
  return (
    spell ??
    whenOf(marked, tree, match.token) ??
    (match.light === undefined ? undefined : whenOf(marked, tree, match.light))
  );
}
