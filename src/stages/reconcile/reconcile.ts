import type { Claim, MoveClaim, StatementClaim } from '../../model/claim.ts';
import type { Reconciled } from '../../model/fact.ts';
import type { Reading } from '../../model/reading.ts';
import type { WordingKnowledge } from '../../model/wordings.ts';
import { linkClaims } from './links/link-claims.ts';
import type { LinkedClaim } from './links/link-claims.ts';
import { mergeMoves } from './moves/merge-moves.ts';
import type { ClassTree } from './moves/class-tree.ts';
import { groupOrigins, linkCitations } from './origins/group-origins.ts';
import type { Rulings } from './rulings.ts';
import { mergeUtterances } from './utterances/merge-utterances.ts';
import { PLAIN_WORDINGS } from './wording/compare-wordings.ts';

/** A reading with the instant from which it counts as known. */
export interface KnownReading {
  readonly reading: Reading;
  readonly knownFrom: string;
}

/** What reconciling knows beside the readings; without it, words are compared by their letters alone. */
export interface ReconcileKnowledge {
  readonly wordings?: WordingKnowledge;
  /** Class id → itself and the wider classes it is a kind of. */
  readonly classes?: ClassTree;
  readonly rulings?: Rulings;
}

const isMove = (claim: Claim): claim is MoveClaim => claim.kind === 'move';
const isStatement = (claim: Claim): claim is StatementClaim => claim.kind === 'statement';

function toLinked(readings: readonly KnownReading[], originOf: ReadonlyMap<string, string>): LinkedClaim[] {
  return readings.flatMap(({ reading, knownFrom }) => {
    const originId = originOf.get(reading.report.id) ?? '';
    return reading.claims.map((claim) => ({ claim, originId, knownFrom, text: reading.report.text }));
  });
}

/**
 * Many reports, one fact: groups copies into origins, claims of one deed into moves, wordings of one utterance into
 * utterances, and links what agrees and differs. The order of the readings does not matter.
 */
export function reconcile(
  readings: readonly KnownReading[],
  { wordings = PLAIN_WORDINGS, classes, rulings }: ReconcileKnowledge = {},
): Reconciled {
  const all = readings.map(({ reading }) => reading);
  const origins = linkCitations(
    groupOrigins(
      all.map(({ report }) => report),
      rulings,
    ),
    all,
  );
  const originOf = new Map(
    origins.flatMap(({ id, members }) => members.map(({ reportId }) => [reportId, id] as const)),
  );
  const claims = toLinked(readings, originOf);
  const moves = mergeMoves(
    claims.flatMap((one) => (isMove(one.claim) ? [{ ...one, claim: one.claim }] : [])),
    classes,
    rulings,
  );
  const said = claims.flatMap((one) => (isStatement(one.claim) ? [{ ...one, claim: one.claim }] : []));
  const utterances = mergeUtterances(said, wordings, rulings);
  return { origins, moves, utterances, links: linkClaims(claims, { moves, utterances }) };
}
