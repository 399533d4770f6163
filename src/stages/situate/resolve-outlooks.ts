import { contentId } from '../../model/content-id.ts';
import type { OutlookClaim } from '../../model/claim.ts';
import type { Test } from '../../model/move-pattern.ts';
import type { OutlookEntry, Playbook } from '../../model/playbook.ts';
import type { OutlookLine } from '../../model/situation.ts';
import { claimsBy, claimsTold } from './claim-index.ts';
import type { ClaimIndex } from './claim-index.ts';
import { dayText, firstDay, lastDay } from './day-number.ts';
import { runTest } from './run-test.ts';
import type { Outcome } from './run-test.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

interface Resolved {
  readonly state: OutlookLine['state'];
  readonly outcome?: Outcome;
}

/** Asks in this order, as things stood on its due day at the latest. */
function resolve(entry: OutlookEntry, view: View): Resolved {
  const due = lastDay(entry.due);
  const then = view.validAt > due ? view.on(due) : view;
  const order: readonly (readonly [OutlookLine['state'], Test | undefined])[] = [
    ['false', entry.no],
    ['true', entry.yes],
    ['partly', entry.partly],
  ];
  for (const [state, test] of order) {
    const outcome = test && runTest(test, then);
    if (outcome?.holds === true) return { state, outcome };
  }
  return {
    state: view.validAt > due && order.some(([, test]) => test !== undefined) ? 'fallen-due' : 'open',
  };
}

function toLine(entry: OutlookEntry, view: View, claims: ClaimIndex, playbook: Playbook): OutlookLine {
  const { state, outcome } = resolve(entry, view);
  const told = claimsTold(claims, entry.told, view.knownAt).map(({ claim }) => claim.id);
  return {
    id: contentId('line', 'outlooks', playbook.id, entry.id),
    outlook: entry.id,
    due: entry.due,
    state,
    ...(outcome?.on === undefined ? {} : { resolvedOn: dayText(outcome.on) }),
    because: because(view, [entry.id], (outcome?.moves ?? []).slice(0, 8), told),
  };
}

function toldLine(claim: OutlookClaim, view: View, playbook: Playbook): OutlookLine {
  const due = claim.due?.until ?? claim.due?.from;
  return {
    id: contentId('line', 'outlooks', playbook.id, claim.id),
    mood: claim.mood,
    ...(due === undefined ? {} : { due }),
    state: due !== undefined && lastDay(due) < view.validAt ? 'fallen-due' : 'open',
    because: because(view, [claim.entry], [], [claim.id]),
  };
}

/** What was expected, planned or left open, and how it came out. */
export function resolveOutlooks(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  lookbackDays: number,
): readonly OutlookLine[] {
  const known = playbook.outlooks.filter(
    (entry) => firstDay(entry.saidOn) <= Math.min(view.validAt, view.knownAt),
  );
  const lines = known.map((entry) => toLine(entry, view, claims, playbook));
  const used = new Set(lines.flatMap((line) => line.because.claimIds));
  const told = claimsBy(claims, 'outlook', view.knownAt).filter(
    ({ claim, known: day }) =>
      !used.has(claim.id) && day <= view.validAt && day >= view.validAt - lookbackDays,
  );
  return [...lines, ...told.map(({ claim }) => toldLine(claim, view, playbook))];
}
