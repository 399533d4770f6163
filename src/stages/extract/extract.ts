import type { ActorKnowledge } from '../../model/actor.ts';
import type { Claim } from '../../model/claim.ts';
import type { MarkedReport } from '../../model/marked-report.ts';
import type { Marks } from '../../model/marks.ts';
import type { Reading } from '../../model/reading.ts';
import type { Report } from '../../model/report.ts';
import { findAssertions } from './assertions/find-assertions.ts';
import { findConditions } from './conditions/find-conditions.ts';
import type { ConditionKnowledge } from './conditions/find-conditions.ts';
import type { RepairKnowledge } from '../../model/lexicon-repairs.ts';
import type { StatementKnowledge } from '../../model/lexicon-speech.ts';
import { findMoves } from './moves/find-moves.ts';
import type { MoveKnowledge } from './moves/find-moves.ts';
import { findMentions } from './mentions/find-mentions.ts';
import { findQuantities } from './quantities/find-quantities.ts';
import { findRepairs } from './repairs/find-repairs.ts';
import { findStatements } from './statements/find-statements.ts';
import { findTimes } from './times/find-times.ts';
import type { PlaceZone } from './times/local-day.ts';
import { inferPublished } from './times/published.ts';
import type { DatedFact } from './times/published.ts';

/** Everything that extraction reads by. */
export interface ReadingKnowledge extends MoveKnowledge, ConditionKnowledge, StatementKnowledge {
  readonly actors: ActorKnowledge;
  readonly repairs: RepairKnowledge;
  readonly zones: readonly PlaceZone[];
  /** What relative dates may meet, where a report does not say when it was published. */
  readonly dated: readonly DatedFact[];
}

const byPlace = (a: Claim, b: Claim): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1);

/** Two finders may come upon the same words by the same entry: one claim. */
function unique(claims: readonly Claim[]): readonly Claim[] {
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()].sort(byPlace);
}

/** A report without a time of publication gets the one its text gives away, if it gives one away. */
function withPublication(marked: MarkedReport, dated: readonly DatedFact[]): MarkedReport {
  if (marked.report.publishedAt !== undefined) return marked;
  const found = inferPublished(marked, dated);
  if (found === undefined) {
    const note = { code: 'published.unknown', message: 'no time of publication: relative dates stay open' };
    return { ...marked, report: { ...marked.report, notes: [...marked.report.notes, note] } };
  }
  const { because, ...publishedAt } = found;
  const message = `published about ${found.at}, by ${because.join('; ')}`;
  const notes = [...marked.report.notes, { code: 'published.implied', message }];
  return { ...marked, report: { ...marked.report, publishedAt, notes } };
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
  const published = withPublication(bare, knowledge.dated);
  const repaired = { ...published, repairs: findRepairs(published.report, marks, knowledge.repairs) };
  const peopled = { ...repaired, mentions: findMentions(repaired, knowledge.actors) };
  const timed = { ...peopled, times: findTimes(peopled, knowledge.zones) };
  const counted = { ...timed, quantities: findQuantities(timed) };
  return { ...counted, statements: findStatements(counted, knowledge) };
}

/** From marks to claims, each tied to its exact words. */
export function extract(report: Report, marks: Marks, knowledge: ReadingKnowledge): Reading {
  const marked = prepare(report, marks, knowledge);
  const claims: readonly Claim[] = [
    ...marked.statements,
    ...findMoves(marked, knowledge),
    ...findConditions(marked, knowledge),
    ...findAssertions(marked, knowledge),
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
