import type { ActorKnowledge } from '../../model/actor.ts';
import type { Claim } from '../../model/claim.ts';
import type { MarkedReport } from '../../model/marked-report.ts';
import type { Marks } from '../../model/marks.ts';
import type { Reading } from '../../model/reading.ts';
import type { Report } from '../../model/report.ts';
import { findConditions } from './conditions/find-conditions.ts';
import type { ConditionKnowledge } from './conditions/find-conditions.ts';
import { findMoves } from './moves/find-moves.ts';
import type { MoveKnowledge } from './moves/find-moves.ts';
import { findTimes } from './times/find-times.ts';
import type { PlaceZone } from './times/local-day.ts';

/** Everything that extraction reads by. */
export interface ReadingKnowledge extends MoveKnowledge, ConditionKnowledge {
  readonly actors: ActorKnowledge;
  readonly zones: readonly PlaceZone[];
}

const byPlace = (a: Claim, b: Claim): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1);

/** Two finders may come upon the same words by the same entry: one claim. */
function unique(claims: readonly Claim[]): readonly Claim[] {
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()].sort(byPlace);
}

/** Repairs, who and when, then who said what: what all other finders lean on. */
function prepare(report: Report, marks: Marks, knowledge: ReadingKnowledge): MarkedReport {
  const bare: MarkedReport = {
    report,
    marks,
    repairs: [],
    mentions: [],
    times: [],
    quantities: [],
    statements: [],
  };
  const timed = { ...bare, times: findTimes(bare, knowledge.zones) };
  return timed;
}

/** From marks to claims, each tied to its exact words. */
export function extract(report: Report, marks: Marks, knowledge: ReadingKnowledge): Reading {
  const marked = prepare(report, marks, knowledge);
  const claims: readonly Claim[] = [
    ...marked.statements,
    ...findMoves(marked, knowledge),
    ...findConditions(marked, knowledge),
  ];
  const { mentions, times, quantities, repairs } = marked;
  return {
    report: marked.report,
    claims: unique(claims),
    mentions,
    times,
    quantities,
    repairs,
    notes: marked.report.notes,
  };
}
