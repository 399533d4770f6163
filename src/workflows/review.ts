import type { Claim } from '../model/claim.ts';
import { contentId } from '../model/content-id.ts';
import type { Move } from '../model/fact.ts';
import type { Correction } from '../model/ledger.ts';
import { quote } from '../model/span.ts';
import type { ActorMerge } from '../model/stranger.ts';
import { UserError } from '../model/user-error.ts';
import { standingCorrections } from '../stages/reconcile/apply-corrections.ts';
import type { RecordedCorrection } from '../stages/reconcile/apply-corrections.ts';
import type { Session } from './session.ts';
import { toCorrections } from './ledger-readings.ts';
import type { State } from './state.ts';

/** Something that a person should look at. */
export interface ReviewItem {
  readonly id: string;
  readonly kind: 'claim' | 'move' | 'utterance' | 'person';
  readonly why: string;
  readonly words: readonly string[];
  readonly confidence?: number;
}

/** A decided claim as a case for measuring: the text, the words and what a person says they mean. */
export interface GoldCase {
  readonly text: string;
  readonly claim: Claim | undefined;
  /** The move as it now stands, corrected, where the decision is on one. */
  readonly move?: Move;
  readonly targetId: string;
  readonly verdict: Correction;
  readonly by: string;
  readonly at: string;
}

/** Below this, a claim is worth a look. */
const DOUBTFUL = 0.6;

function wordsOf(state: State, claimId: string): string {
  const claim = state.claims.get(claimId);
  const report = claim === undefined ? undefined : state.reports.get(claim.reportId);
  return claim === undefined || report === undefined ? claimId : quote(report.text, claim.clause);
}

/** Id of a doubt, for deciding on it. */
export const doubtId = ({ strangerId, personId }: Pick<ActorMerge, 'strangerId' | 'personId'>): string =>
  contentId('doubt', ...[strangerId, personId].sort());

/** Decisions of analysts, not the program's own records. */
const decisions = (session: Session): readonly RecordedCorrection[] =>
  toCorrections(session.ledger.entries({ kind: 'correction' })).filter(({ isProgram }) => isProgram !== true);

/** What stands decided; what was undone waits again. */
function decidedIds(session: Session): ReadonlySet<string> {
  return new Set(
    standingCorrections(decisions(session)).flatMap((correction) =>
      'targetId' in correction
        ? [correction.targetId]
        : 'targetIds' in correction
          ? correction.targetIds
          : [],
    ),
  );
}

/** Where a report names somebody: the sentence, roughly. */
function wordsNaming(session: Session, state: State, id: string): string {
  const stranger = state.persons.strangers.get(id);
  if (stranger === undefined) {
    const actor = session.actors().actors.get(id);
    return `${actor?.name ?? id}: ${actor?.terms.map(({ officeId }) => officeId).join(', ') ?? ''}`;
  }
  const { name, officeIds, sideId, reportIds } = stranger;
  const report = state.reports.get(reportIds[0])?.title ?? reportIds[0];
  return `${name.join(' ')}: ${officeIds.join(', ') || (sideId ?? 'side unknown')}, in “${report}”`;
}

const listDoubts = (session: Session, state: State): readonly ReviewItem[] =>
  state.persons.doubts.map((doubt) => ({
    id: doubtId(doubt),
    kind: 'person',
    why: `perhaps one person: ${doubt.strangerId}, ${doubt.personId}`,
    words: [doubt.strangerId, doubt.personId].map((id) => wordsNaming(session, state, id)),
    confidence: doubt.likeness,
  }));

/** What is doubtful and not decided yet: persons who may be one, moves on which claims differ, wordings of another strength, unsure claims. */
export function listReview(session: Session, state: State): readonly ReviewItem[] {
  const decided = decidedIds(session);
  const { moves, utterances } = state.reconciled;
  const items: readonly ReviewItem[] = [
    ...listDoubts(session, state),
    ...moves
      .filter(({ disagreements }) => Object.keys(disagreements).length > 0)
      .map(({ id, disagreements, claimIds }) => ({
        id,
        kind: 'move' as const,
        why: `claims differ on ${Object.keys(disagreements).join(', ')}`,
        words: claimIds.map((claimId) => wordsOf(state, claimId)),
      })),
    ...utterances
      .filter(({ wordings }) => wordings.some(({ strength }) => strength !== undefined))
      .map(({ id, wordings }) => ({
        id,
        kind: 'utterance' as const,
        why: 'wordings differ in strength',
        words: wordings.map(({ words }) => words),
      })),
    ...[...state.claims.values()]
      .filter(({ confidence }) => confidence < DOUBTFUL)
      .toSorted((a, b) => a.confidence - b.confidence)
      .map(({ id, confidence, entry }) => ({
        id,
        kind: 'claim' as const,
        why: `read by ${entry} with little confidence`,
        words: [wordsOf(state, id)],
        confidence,
      })),
  ];
  return items.filter(({ id }) => !decided.has(id));
}

/** The full id that begins with these letters. @throws UserError for none or several. */
export function getId(session: Session, state: State, start: string): string {
  const { moves, utterances, origins } = state.reconciled;
  if (session.actors().actors.has(start)) return start;
  const ids = new Set([
    ...state.claims.keys(),
    ...state.reports.keys(),
    ...state.persons.strangers.keys(),
    ...state.persons.doubts.map(doubtId),
    ...[...moves, ...utterances, ...origins].map(({ id }) => id),
    ...[...session.ledger.entries({ kind: 'correction' })].map(({ id }) => id),
  ]);
  if (ids.has(start)) return start;
  const fitting = [...ids].filter((id) => id.startsWith(start));
  const found = fitting.at(0);
  if (found !== undefined && fitting.length === 1) return found;
  throw new UserError(
    found === undefined ? `nothing here has the id "${start}"` : `"${start}" is not enough`,
    {
      hint: 'Ids stand in demarche review, moves, statements and reports.',
    },
  );
}

/** The words of everything a decision may be about, claims with what was read. */
function toTexts(session: Session): (id: string) => Pick<GoldCase, 'text' | 'claim' | 'move'> {
  const claims = new Map<string, { readonly claim: Claim; readonly text: string }>();
  for (const { body } of session.ledger.entries({ kind: 'reading' })) {
    if (body.kind !== 'reading') continue;
    for (const claim of body.reading.claims)
      claims.set(claim.id, { claim, text: quote(body.reading.report.text, claim.clause) });
  }
  const moves = new Map(session.state().reconciled.moves.map((move) => [move.id, move]));
  return (id) => {
    const move = moves.get(id);
    if (move === undefined) return { text: claims.get(id)?.text ?? '', claim: claims.get(id)?.claim };
    const text = move.claimIds.flatMap((claimId) => claims.get(claimId)?.text ?? []).join('\n');
    return { text, claim: undefined, move };
  };
}

/** Every decision of an analyst on a claim, move, utterance, origin or person, with the words, for use as gold cases. */
export function listGoldCases(session: Session): readonly GoldCase[] {
  const find = toTexts(session);
  return [...session.ledger.entries({ kind: 'correction' })].flatMap(({ body, madeBy, recordedAt }) => {
    if (body.kind !== 'correction' || madeBy.kind === 'reader') return [];
    const { correction } = body;
    const targets =
      'targetId' in correction ? [correction.targetId] : 'targetIds' in correction ? correction.targetIds : [];
    return targets.map((targetId): GoldCase => ({ ...find(targetId), targetId, verdict: correction, by: madeBy.name, at: recordedAt }));
  });
} // prettier-ignore
