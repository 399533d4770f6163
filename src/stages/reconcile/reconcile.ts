import type { MoveClaim, StatementClaim } from '../../model/claim.ts';
import type { Reconciled } from '../../model/fact.ts';
import type { Reading } from '../../model/reading.ts';
import { groupOrigins, linkCitations } from './origins/group-origins.ts';
import { mergeMoves } from './merge-moves.ts';
import { mergeUtterances } from './merge-utterances.ts';

/** A reading with the instant from which it counts as known. */
export interface KnownReading {
  readonly reading: Reading;
  readonly knownFrom: string;
}

/**
 * Many reports, one fact: groups copies into origins, claims of one deed into moves, wordings of one utterance into
 * utterances. The order of the readings does not matter.
 */
export function reconcile(readings: readonly KnownReading[]): Reconciled {
  const origins = linkCitations(
    groupOrigins(readings.map(({ reading }) => reading.report)),
    readings.map(({ reading }) => reading),
  );
  const originOf = new Map(
    origins.flatMap(({ id, members }) => members.map(({ reportId }) => [reportId, id] as const)),
  );
  const isMove = (claim: { readonly kind: string }): claim is MoveClaim => claim.kind === 'move';
  const isStatement = (claim: { readonly kind: string }): claim is StatementClaim =>
    claim.kind === 'statement';
  const sourced = readings.flatMap(({ reading, knownFrom }) => {
    const originId = originOf.get(reading.report.id) ?? '';
    return reading.claims.map((claim) => ({ claim, originId, knownFrom, text: reading.report.text }));
  });
  const moves = mergeMoves(
    sourced.flatMap((one) => (isMove(one.claim) ? [{ ...one, claim: one.claim }] : [])),
  );
  const said = sourced.flatMap((one) => (isStatement(one.claim) ? [{ ...one, claim: one.claim }] : []));
  return { origins, moves, utterances: mergeUtterances(said), links: [] };
}
