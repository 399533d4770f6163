import type { Source, StatementClaim } from '../../../model/claim.ts';
import type { Span } from '../../../model/span.ts';
import { contains, overlaps } from '../../../model/span.ts';

const sharedLength = (content: readonly Span[], span: Span): number =>
  content.reduce(
    (sum, part) => sum + Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start)),
    0,
  );

/** Does at least half of the span lie in the statement's content, and does it not name the saying itself? */
function isSaidIn(statement: StatementClaim, span: Span): boolean {
  const { content, cue } = statement;
  if (content.length === 0 || content[0].start >= span.end || content[content.length - 1].end <= span.start)
    return false;
  if (content.some((part) => contains(part, span))) return true;
  const holdsCue = cue !== undefined && overlaps(span, cue);
  return !holdsCue && 2 * sharedLength(content, span) >= span.end - span.start;
}

const widthAround = (statement: StatementClaim, span: Span): number => {
  const holder = statement.content.find((part) => overlaps(part, span));
  return holder === undefined ? 0 : holder.end - holder.start;
};

/**
 * Who says what stands in a span: the chain of sources, outermost first; empty when the outlet itself says it.
 * A span counts as said where at least half of it lies in a statement's content. Give the narrowest words that matter
 * (a claim's trigger rather than its clause, which may hold the words of saying).
 */
export function attributionAt(statements: readonly StatementClaim[], span: Span): readonly Source[] {
  const holders = statements
    .filter((statement) => statement.source !== undefined && isSaidIn(statement, span))
    .sort((a, b) => widthAround(b, span) - widthAround(a, span));
  return holders.flatMap((statement) => (statement.source === undefined ? [] : [statement.source]));
}
