import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Status } from '../../../model/move-type.ts';
import type { When } from '../../../model/time.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';
import { whenOf } from '../times/when-of.ts';
import type { FrameMatch } from './frame-match.ts';

/** What "since" leads in, under the verb or one noun below it. */
function sinceUnder(tree: Tree, token: number): number | undefined {
  for (const at of dependentsOf(tree, token)) {
    const lead = findDependent(tree, at, 'mark', 'case');
    if (lead !== undefined && tree.marks.lemma[lead].toLowerCase() === 'since') return at;
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

/** When a deed happened; for a denied one with "since", the spell for which it is denied. */
export function whenOfDeed(
  marked: MarkedReport,
  tree: Tree,
  match: FrameMatch,
  status: Status,
): When | undefined {
  const verb = match.light ?? match.token;
  const spell = status === 'denied' ? deniedSpell(marked, tree, verb) : undefined;
  return (
    spell ??
    whenOf(marked, tree, match.token) ??
    (match.light === undefined ? undefined : whenOf(marked, tree, match.light))
  );
}
