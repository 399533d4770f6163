import type { Claim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { hull } from '../model/span.ts';
import type { Citation } from '../stages/brief/brief-page.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

export type Evidence = Omit<Citation, 'number'>;

const PARAGRAPH = /\n\s*\n/gu;
const LONGEST = 700;

/** The paragraph around a span, cut down to sentences where it is long. */
function surroundings(text: string, span: Span): Span {
  let start = 0;
  let end = text.length;
  for (const gap of text.matchAll(PARAGRAPH)) {
    if (gap.index + gap[0].length <= span.start) start = gap.index + gap[0].length;
    else if (gap.index >= span.end) {
      end = gap.index;
      break;
    }
  }
  return end - start <= LONGEST ? { start, end } : sentencesAround(text, { start, end }, span);
}

function sentencesAround(text: string, paragraph: Span, span: Span): Span {
  const before = text.slice(paragraph.start, span.start);
  const after = text.slice(span.end, paragraph.end);
  const head = Math.max(before.lastIndexOf('. ') + 2, before.lastIndexOf('.” ') + 3, 0);
  const tail = after.search(/[.!?]["”’]?(\s|$)/u);
  return {
    start: paragraph.start + (head > 2 ? head : 0),
    end: tail < 0 ? paragraph.end : span.end + tail + 1,
  };
}

export function toEvidence(claim: Claim, report: Report): Evidence {
  const shown = claim.kind === 'statement' ? claim.content.reduce(hull, claim.span) : claim.span;
  const around = hull(surroundings(report.text, shown), shown);
  return {
    id: claim.id,
    kind: 'claim',
    sentence: report.text.slice(around.start, around.end),
    words: { start: shown.start - around.start, end: shown.end - around.start },
    source: report.outlet ?? report.foundAt,
    ...(report.publishedAt === undefined ? {} : { publishedAt: report.publishedAt.at }),
    foundAt: report.foundAt,
    reportId: report.id,
  };
}

/** Evidence by id: a claim of the ledger, or a fact of the playbook's chronicle. */
export function evidenceFinder(session: Session, state: State): (id: string) => Evidence | undefined {
  const facts = new Map(session.playbook().chronicle.map((fact) => [fact.id, fact]));
  return (id) => {
    const claim = state.claims.get(id);
    const report = claim === undefined ? undefined : state.reports.get(claim.reportId);
    if (claim !== undefined && report !== undefined) return toEvidence(claim, report);
    const fact = facts.get(id);
    if (fact === undefined) return undefined;
    const words = { start: 0, end: fact.says.length };
    return { id, kind: 'fact', sentence: fact.says, words, source: fact.source, publishedAt: fact.on };
  };
}
