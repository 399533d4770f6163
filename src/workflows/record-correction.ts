import { contentId } from '../model/content-id.ts';
import type { Correction, LedgerEntry } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { UserError } from '../model/user-error.ts';
import { personOf } from './list-strangers.ts';
import { resolveClaimChanges, resolveMoveChanges } from './resolve-changes.ts';
import { doubtId } from './review.ts';
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
  const { strangers, doubts } = state.persons;
  const known = new Set([
    ...state.claims.keys(),
    ...strangers.keys(),
    ...doubts.map(doubtId),
    ...[...moves, ...utterances, ...origins].map(({ id }) => id),
  ]);
  const isKnown = (id: string): boolean =>
    known.has(id) || state.reports.has(id) || session.actors().actors.has(id) || session.ledger.has(id);
  if (correction.act === 'correct' && !state.claims.has(ids[0]) && !moves.some(({ id }) => id === ids[0]))
    throw new UserError(`"${ids[0]}" is no claim and no move`, { hint });
  const missing = ids.find((id) => !isKnown(id));
  if (missing !== undefined) throw new UserError(`nothing here has the id "${missing}"`, { hint });
}

/** What people write, checked, as the ledger keeps it: fields as claims and moves have them, pairs of persons by id. */
function resolve(session: Session, state: State, correction: Correction): Correction {
  if (correction.act === 'correct') {
    const claim = state.claims.get(correction.targetId);
    const changes =
      claim === undefined
        ? resolveMoveChanges(session, correction.changes)
        : resolveClaimChanges(session, claim, correction.changes);
    return { ...correction, changes };
  }
  if (correction.act === 'split' && correction.targetIds.length === 1)
    return { ...correction, targetIds: resolvePerson(state, correction.targetIds[0]) };
  if (correction.act !== 'accept' && correction.act !== 'reject') return correction;
  const doubt = state.persons.doubts.find((one) => doubtId(one) === correction.targetId);
  if (doubt === undefined) return correction;
  const because = correction.reason === undefined ? {} : { reason: correction.reason };
  const targetIds = [doubt.strangerId, doubt.personId];
  return { act: correction.act === 'accept' ? 'merge' : 'split', targetIds, ...because };
}

/** A stranger taken apart alone is parted from the person he was taken for. */
function resolvePerson(state: State, id: string): readonly string[] {
  const person = personOf(state, id);
  return person === id ? [id] : [id, person];
}

/** Takes down what an analyst decides; the record only grows. Gives the entry. */
export function recordCorrection(
  session: Session,
  state: State,
  asked: Correction,
  by: { readonly analyst: string; readonly now: Instant },
): LedgerEntry {
  checkTarget(session, state, asked);
  const correction = resolve(session, state, asked);
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
