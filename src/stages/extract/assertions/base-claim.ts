import type { ClaimBase } from '../../../model/claim.ts';
import { contentId } from '../../../model/content-id.ts';
import type { AssertionLexicon } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Party } from '../../../model/party.ts';
import { hull } from '../../../model/span.ts';
import type { Span } from '../../../model/span.ts';
import { clauseSpan } from '../syntax/tree.ts';
import { groundOfReport } from './ground.ts';

/** Words of other finders that every claim needs: what weakens it, and what makes it planned, denied or asked for. */
export interface AssertionKnowledge {
  readonly assertions: AssertionLexicon;
}

/** What a finder found, before who, when and on whose word are filled in. */
export interface Found {
  readonly kind: string;
  readonly entry: string;
  /** Token at which status, hedge and time are read. */
  readonly token: number;
  readonly span: Span;
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  readonly confidence: number;
}

function covered(marked: MarkedReport, span: Span): readonly string[] {
  return marked.repairs
    .filter((repair) => repair.span.start < span.end && span.start < repair.span.end)
    .map((repair) => repair.id);
}

/** The parts that every kind of claim has. */
export function toClaimBase(marked: MarkedReport, _knowledge: AssertionKnowledge, found: Found): ClaimBase {
  const { marks } = marked;
  const { tree } = groundOfReport(marked);
  const clause = hull(clauseSpan(tree, found.token), found.span);
  const repairs = covered(marked, clause);
  return {
    id: contentId('claim', marked.report.id, found.kind, found.span.start, found.span.end, found.entry),
    reportId: marked.report.id,
    span: found.span,
    clause,
    sentence: marks.sentenceOf[found.token],
    actors: found.actors,
    targets: found.targets,
    status: 'actual',
    time: 'current',
    attribution: [],
    entry: found.entry,
    confidence: found.confidence,
    ...(repairs.length > 0 ? { repairs } : {}),
    notes: [],
  };
}
