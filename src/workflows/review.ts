import type { Claim } from '../model/claim.ts';
import type { Correction } from '../model/ledger.ts';
import { quote } from '../model/span.ts';
import { UserError } from '../model/user-error.ts';
import { standingCorrections } from '../stages/reconcile/apply-corrections.ts';
import type { RecordedCorrection } from '../stages/reconcile/apply-corrections.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** Something that a person should look at. */
export interface ReviewItem {
  readonly id: string;
  readonly kind: 'claim' | 'move' | 'utterance';
  readonly why: string;
  readonly words: readonly string[];
  readonly confidence?: number;
}

/** A decided claim as a case for measuring: the text, the words and what a person says they mean. */
export interface GoldCase {
  readonly text: string;
  readonly claim: Claim | undefined;
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

/** What stands decided; what was undone waits again. */
function decidedIds(session: Session): ReadonlySet<string> {
  const recorded: RecordedCorrection[] = [];
  for (const { id, body } of session.ledger.entries({ kind: 'correction' }))
    if (body.kind === 'correction') recorded.push({ id, correction: body.correction });
  return new Set(
    standingCorrections(recorded).flatMap((correction) =>
      'targetId' in correction
        ? [correction.targetId]
        : 'targetIds' in correction
          ? correction.targetIds
          : [],
    ),
  );
}

/** What is doubtful and not decided yet: moves on which claims differ, wordings of another strength, unsure claims. */
export function listReview(session: Session, state: State): readonly ReviewItem[] {
  const decided = decidedIds(session);
  const { moves, utterances } = state.reconciled;
  const items: readonly ReviewItem[] = [
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
  const ids = new Set([
    ...state.claims.keys(),
    ...state.reports.keys(),
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

/** Every decision on a claim, move, utterance or origin, with the words, for use as gold cases. */
export function listGoldCases(session: Session): readonly GoldCase[] {
  const claims = new Map<string, { readonly claim: Claim; readonly text: string }>();
  for (const { body } of session.ledger.entries({ kind: 'reading' })) {
    if (body.kind !== 'reading') continue;
    for (const claim of body.reading.claims)
      claims.set(claim.id, { claim, text: quote(body.reading.report.text, claim.clause) });
  }
  const cases: GoldCase[] = [];
  for (const { body, madeBy, recordedAt } of session.ledger.entries({ kind: 'correction' })) {
    if (body.kind !== 'correction') continue;
    const { correction } = body;
    const targets =
      'targetId' in correction
        ? [correction.targetId]
        : 'targetIds' in correction
          ? correction.targetIds
          : [];
    for (const targetId of targets) {
      const known = claims.get(targetId);
      const by = madeBy.name;
      cases.push({
        text: known?.text ?? '',
        claim: known?.claim,
        targetId,
        verdict: correction,
        by,
        at: recordedAt,
      });
    }
  }
  return cases;
}
