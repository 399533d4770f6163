import { contentId } from '../model/content-id.ts';
import type { Claim } from '../model/claim.ts';
import type { Correction, LedgerEntry } from '../model/ledger.ts';
import type { Party } from '../model/party.ts';
import type { Instant } from '../model/time.ts';
import { UserError } from '../model/user-error.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

function subjectOf(correction: Correction): string {
  switch (correction.act) {
    case 'accept':
    case 'reject':
    case 'correct':
      return correction.targetId;
    case 'merge':
    case 'split':
      return correction.targetIds.join(' ');
    case 'undo':
      return correction.entryId;
  }
}

/** @throws UserError when what is corrected is not in the ledger. */
function checkTarget(session: Session, state: State, correction: Correction): void {
  const hint = 'Ids stand in demarche moves, statements and conditions.';
  if (correction.act === 'undo') {
    if (!session.ledger.has(correction.entryId))
      throw new UserError(`no entry "${correction.entryId}" to undo`, { hint });
    return;
  }
  const ids = 'targetId' in correction ? [correction.targetId] : correction.targetIds;
  const { moves, utterances, origins } = state.reconciled;
  const known = new Set([
    ...state.claims.keys(),
    ...[...moves, ...utterances, ...origins].map(({ id }) => id),
  ]);
  const missing = ids.find((id) => !known.has(id) && !state.reports.has(id));
  if (missing !== undefined) throw new UserError(`nothing here has the id "${missing}"`, { hint });
}

/** Names of actors as parties of a claim: where the words stood before, or at the claim's own words. */
function toParties(
  session: Session,
  claim: Claim,
  side: 'actors' | 'targets',
  ids: unknown,
): readonly Party[] {
  if (!Array.isArray(ids)) throw new UserError('actors are given as a list of ids');
  const { actors } = session.actors();
  return ids.map((id: unknown, i): Party => {
    const actor = typeof id === 'string' ? actors.get(id) : undefined;
    if (actor === undefined)
      throw new UserError(`no actor has the id "${String(id)}"`, { hint: 'Ids stand in data/actors.' });
    const { span, naming } = claim[side].at(i) ?? { span: claim.span, naming: 'unknown' };
    return { span, naming, actorId: actor.id, sideId: actor.sideId ?? actor.id };
  });
}

/** `actorIds` and `targetIds`, which people write, become the parties that claims have. */
function resolveChanges(session: Session, state: State, correction: Correction): Correction {
  if (correction.act !== 'correct') return correction;
  const { actorIds, targetIds, ...rest } = correction.changes;
  const claim = state.claims.get(correction.targetId);
  if (claim === undefined || (actorIds === undefined && targetIds === undefined)) return correction;
  const changes = {
    ...rest,
    ...(actorIds === undefined ? {} : { actors: toParties(session, claim, 'actors', actorIds) }),
    ...(targetIds === undefined ? {} : { targets: toParties(session, claim, 'targets', targetIds) }),
  };
  return { ...correction, changes };
}

/** Takes down what an analyst decides; the record only grows. Gives the entry. */
export function recordCorrection(
  session: Session,
  state: State,
  asked: Correction,
  by: { readonly analyst: string; readonly now: Instant },
): LedgerEntry {
  checkTarget(session, state, asked);
  const correction = resolveChanges(session, state, asked);
  const entry: LedgerEntry = {
    id: contentId('entry', 'correction', JSON.stringify(correction), by.analyst, by.now),
    madeBy: { kind: 'analyst', name: by.analyst, version: '1' },
    recordedAt: by.now,
    knownFrom: by.now,
    subject: subjectOf(correction),
    body: { kind: 'correction', correction },
  };
  session.ledger.append([entry]);
  return entry;
}
