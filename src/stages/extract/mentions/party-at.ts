import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf } from '../../../model/marks.ts';
import type { Party } from '../../../model/party.ts';
import type { Mention } from '../../../model/reading.ts';
import { listDependents } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';

interface Places {
  /** Head token → the mention, and the persons it is known to consist of. */
  readonly byHead: ReadonlyMap<number, readonly Mention[]>;
}

const indexes = new WeakMap<readonly Mention[], Places>();

/** Built once for each list of mentions. */
function indexOf(mentions: readonly Mention[]): Places {
  const known = indexes.get(mentions);
  if (known !== undefined) return known;
  const byHead = new Map<number, Mention[]>();
  for (const mention of mentions) {
    if (mention.head === undefined) continue;
    const here = byHead.get(mention.head);
    if (here === undefined) byHead.set(mention.head, [mention]);
    else here.push(mention);
  }
  const places = { byHead };
  indexes.set(mentions, places);
  return places;
}

/** Mentions at a token: those that hang in the tree by it, or by a token of the same flat name. */
function mentionsAt({ mentions, marks }: MarkedReport, token: number): readonly Mention[] {
  const { byHead } = indexOf(mentions);
  for (let at = token, steps = 0; at >= 0 && steps < 8; steps++) {
    const here = byHead.get(at);
    if (here !== undefined) return here;
    const label = deprelOf(marks, at);
    if (label !== 'flat' && label !== 'compound' && label !== 'nmod:desc' && label !== 'fixed') return [];
    at = marks.head[at];
  }
  return [];
}

/** The party that the phrase headed by `token` names; the group itself for "the two top diplomats". */
export const partyAt = (marked: MarkedReport, token: number): Party | undefined =>
  mentionsAt(marked, token).at(0)?.party;

/**
 * All parties of the phrase headed by `token` and of those joined to it ("A, B and C"), in text order. A plural title
 * whose holders are known gives these persons, each marked as implied.
 */
export function partiesOf(marked: MarkedReport, tree: Tree, token: number): readonly Party[] {
  const heads = [token, ...listDependents(tree, token, 'conj')];
  return heads.flatMap((head) => {
    const here = mentionsAt(marked, head);
    return (here.length > 1 ? here.slice(1) : here).map(({ party }) => party);
  });
}
