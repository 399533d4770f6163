import { contentId } from '../../model/content-id.ts';
import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { Clause, Playbook } from '../../model/playbook.ts';
import type { ClauseOutcome, ClauseTrace, LegalFinding, Verdict } from '../../model/situation.ts';
import { dayText } from './day-number.ts';
import { matchesMove, traitsBy } from '../../model/matches-move.ts';
import type { MoveTraits } from '../../model/matches-move.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

/** A move as the clauses see it. */
interface Act {
  readonly move: Move;
  readonly traits: MoveTraits;
}

const fits = ({ move, traits }: Act, patterns: readonly MovePattern[]): boolean =>
  patterns.some((pattern) => matchesMove(move, pattern, traits));

const isBound = (clause: Clause, move: Move): boolean =>
  clause.binds.length === 0 ||
  clause.binds.some((id) => move.sideIds.includes(id) || move.actorIds.includes(id));

const isAbout = (clause: Clause): boolean =>
  clause.prohibits.length + clause.disputes.length + clause.relates.length + clause.triggers.length > 0;

/** What the words of the clause make of the act, whatever its dates. */
function readClause(clause: Clause, act: Act): ClauseOutcome {
  if (!isBound(clause, act.move)) return 'not-bound';
  if (fits(act, clause.exempts)) return 'exempt';
  if (fits(act, clause.triggers)) return 'fires';
  if (fits(act, clause.prohibits)) return 'violated';
  if (fits(act, clause.disputes)) return clause.kind === 'trigger' ? 'arguably-fires' : 'disputed';
  return fits(act, clause.relates) ? 'related' : 'not-matched';
}

const TOUCHED: readonly ClauseOutcome[] = ['violated', 'disputed', 'related', 'fires', 'arguably-fires'];

function traceClause(clause: Clause, act: Act, lawAt: string): ClauseTrace {
  const outcome = readClause(clause, act);
  if (!TOUCHED.includes(outcome)) return { clause: clause.id, outcome };
  if (clause.from > lawAt) return { clause: clause.id, outcome: 'not-in-force', from: clause.from };
  if (clause.until !== undefined && clause.until <= lawAt)
    return { clause: clause.id, outcome: 'superseded' };
  return { clause: clause.id, outcome };
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly trace: readonly ClauseTrace[];
  readonly triggers: readonly string[];
  readonly pledges: readonly string[];
}

function toVerdict(trace: readonly ClauseTrace[], laws: ReadonlyMap<string, Clause>, act: Act): Verdict {
  const has = (outcome: ClauseOutcome): boolean => trace.some((one) => one.outcome === outcome);
  if (has('violated')) return 'violates';
  if (has('disputed')) return 'disputed';
  const later = trace.some((one) => {
    const clause = laws.get(one.clause);
    return one.outcome === 'not-in-force' && clause !== undefined && readClause(clause, act) === 'violated';
  });
  return later ? 'not-yet-in-force' : 'not-covered';
}

/**
 * Applies every clause to one move. Law as of `lawAt`; without it, of the day the move happened.
 * The verdict comes from law alone; a pledge that the act goes against is named apart from it.
 */
export function judge(move: Move, playbook: Playbook, settings: { readonly lawAt?: string } = {}): Judgement {
  const day = move.happenedOn?.until ?? move.happenedOn?.from ?? move.knownFrom.slice(0, 10);
  const lawAt = settings.lawAt ?? day;
  const act: Act = { move, traits: traitsBy(playbook.classes) };
  const clauses = playbook.clauses.filter(isAbout);
  const laws = new Map(clauses.filter(({ kind }) => kind !== 'pledge').map((clause) => [clause.id, clause]));
  const pledges = clauses.filter(({ kind }) => kind === 'pledge');
  const trace = [...laws.values()].map((clause) => traceClause(clause, act, lawAt));
  const breaks = (clause: Clause): boolean => traceClause(clause, act, lawAt).outcome === 'violated';
  const firing = trace.filter(({ outcome }) => outcome === 'fires' || outcome === 'arguably-fires');
  return {
    verdict: toVerdict(trace, laws, act),
    trace,
    triggers: firing.map(({ clause }) => clause),
    pledges: pledges.filter(breaks).map(({ id }) => id),
  };
}

/** Moves whose chronicle entry says that they answer the facts of this one. */
function answersTo(move: Move, view: View, playbook: Playbook): readonly Move[] {
  const ids = new Set(view.factsOf(move.id).map((fact) => fact.id));
  if (ids.size === 0) return [];
  const answering = playbook.chronicle.filter((fact) => fact.answers.some((id) => ids.has(id)));
  return answering.flatMap((fact) => view.moveOf(fact.id)?.move ?? []);
}

const MOST = 60;

function toFinding(seen: Seen, view: View, playbook: Playbook, lawAt: string | undefined): LegalFinding {
  const { move } = seen;
  const judged = judge(move, playbook, lawAt === undefined ? {} : { lawAt });
  const touched = judged.trace.filter(({ outcome }) => outcome !== 'not-matched' && outcome !== 'not-bound');
  const answers = answersTo(move, view, playbook);
  const issuers = new Set(
    playbook.clauses.filter(({ kind }) => kind !== 'pledge').map(({ issuer }) => issuer),
  );
  const isIssuers = (one: Move): boolean => [...one.actorIds, ...one.targetIds].some((id) => issuers.has(id));
  const rules =
    touched.length > 0 ? touched.map(({ clause }) => clause) : judged.trace.map(({ clause }) => clause);
  return {
    id: contentId('line', 'legal', playbook.id, move.id),
    moveId: move.id,
    by: move.sideIds,
    ...(move.act === undefined ? {} : { act: move.act }),
    ...(move.classId === undefined ? {} : { classId: move.classId }),
    ...(move.happenedOn === undefined ? {} : { when: move.happenedOn }),
    lawAt: lawAt ?? dayText(seen.until),
    ...judged,
    issuerDid: answers.filter(isIssuers).map(({ id }) => id),
    statesDid: answers.filter((one) => !isIssuers(one)).map(({ id }) => id),
    legalSaid: [],
    securitySaid: [],
    expectedSaid: [],
    because: because(view, [...rules, ...judged.pledges], [move]),
  };
}

/** T3: each judged act of the last `lookbackDays`, newest first, with every clause's outcome. */
export function judgeActs(
  view: View,
  playbook: Playbook,
  settings: { readonly lawAt?: string; readonly lookbackDays: number },
): readonly LegalFinding[] {
  const from = view.validAt - settings.lookbackDays;
  const seen = playbook.judged.flatMap((pattern) => view.newest(pattern, MOST, from));
  const once = [...new Map(seen.map((one) => [one.move.id, one])).values()];
  const newest = once.sort((a, b) => b.at - a.at || (a.move.id < b.move.id ? -1 : 1)).slice(0, MOST);
  return newest.map((one) => toFinding(one, view, playbook, settings.lawAt));
}
