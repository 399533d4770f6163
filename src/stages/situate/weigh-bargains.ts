import { contentId } from '../../model/content-id.ts';
import type { ConditionClaim } from '../../model/claim.ts';
import type { Move } from '../../model/fact.ts';
import type { BargainEntry, BargainTerm, Playbook } from '../../model/playbook.ts';
import type { BargainLine, TermLine } from '../../model/situation.ts';
import { claimsBy, claimsTold } from './claim-index.ts';
import { idsOf } from './claim-parties.ts';
import type { ClaimIndex } from './claim-index.ts';
import { firstDay, lastDay } from './day-number.ts';
import { runTest } from './run-test.ts';
import type { Outcome } from './run-test.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

const NOT: Outcome = { holds: false, moves: [] };

function weighTerm(
  term: BargainTerm,
  view: View,
): { readonly line: TermLine; readonly moves: readonly Move[] } {
  const met = term.met ? runTest(term.met, view) : NOT;
  const broken = term.broken ? runTest(term.broken, view) : NOT;
  const state = broken.holds ? 'broken' : met.holds ? 'met' : 'open';
  return {
    line: { term: term.id, by: term.by, gift: term.gift, state },
    moves: [...broken.moves, ...met.moves],
  };
}

type State = BargainLine['state'];

function stateOf(
  entry: BargainEntry,
  view: View,
): { readonly state: State; readonly moves: readonly Move[] } {
  const order: readonly (readonly [State, BargainEntry['met']])[] = [
    ['broken', entry.broken],
    ['failed', entry.failed],
    ['met', entry.met],
    ['lapsed', entry.lapsed],
    ['triggered', entry.trigger],
  ];
  for (const [state, test] of order) {
    const outcome = test ? runTest(test, view) : NOT;
    if (outcome.holds) return { state, moves: outcome.moves };
  }
  const over = entry.until !== undefined && view.validAt > lastDay(entry.until);
  return { state: over ? 'lapsed' : 'standing', moves: [] };
}

function toLine(entry: BargainEntry, view: View, claims: ClaimIndex, playbook: Playbook): BargainLine {
  const terms = entry.terms.map((term) => weighTerm(term, view));
  const { state, moves } = stateOf(entry, view);
  const told = claimsTold(claims, entry.told, view.knownAt).map(({ claim }) => claim.id);
  const all = [
    ...new Map([...moves, ...terms.flatMap((term) => term.moves)].map((move) => [move.id, move])).values(),
  ];
  return {
    id: contentId('line', 'bargains', playbook.id, entry.id),
    bargain: entry.id,
    form: entry.form,
    holder: entry.holder,
    ...(entry.partner === undefined ? {} : { partner: entry.partner }),
    connective: entry.connective,
    evidentiality: entry.evidentiality,
    state,
    terms: terms.map(({ line }) => line),
    because: because(view, [entry.id], all.slice(0, 12), told),
  };
}

/** A condition that a report tells and no entry of the playbook knows. */
function toToldLine(claim: ConditionClaim, view: View, playbook: Playbook): BargainLine {
  const holder = claim.holder?.sideId ?? claim.holder?.actorId;
  const partner = claim.targets.flatMap((party) => idsOf(party).slice(0, 1)).at(0);
  return {
    id: contentId('line', 'bargains', playbook.id, claim.id),
    form: 'told',
    ...(holder === undefined ? {} : { holder }),
    ...(partner === undefined ? {} : { partner }),
    connective: claim.connective,
    evidentiality: claim.evidentiality,
    polarity: claim.polarity,
    state: 'standing',
    terms: [],
    because: because(view, [claim.entry], [], [claim.id]),
  };
}

/** T10: standing, triggered, met, broken, failed and lapsed bargains, with whose gift each term is. */
export function weighBargains(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  lookbackDays: number,
): readonly BargainLine[] {
  const known = playbook.bargains.filter(
    (entry) => firstDay(entry.from) <= Math.min(view.validAt, view.knownAt),
  );
  const lines = known.map((entry) => toLine(entry, view, claims, playbook));
  const used = new Set(lines.flatMap((line) => line.because.claimIds));
  const told = claimsBy(claims, 'condition', view.knownAt).filter(
    ({ claim, known: day }) =>
      !used.has(claim.id) && day >= view.validAt - lookbackDays && day <= view.validAt,
  );
  return [...lines, ...told.map(({ claim }) => toToldLine(claim, view, playbook))];
}
