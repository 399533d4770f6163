import type { Claim, StatementClaim } from '../../src/model/claim.ts';
import { contentId } from '../../src/model/content-id.ts';
import type { Marks } from '../../src/model/marks.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Report } from '../../src/model/report.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { loadHedgeLexicon } from '../../src/playbook/lexicon/hedges.ts';
import { findAssertions } from '../../src/stages/extract/assertions/find-assertions.ts';
import { extract } from '../../src/stages/extract/extract.ts';
import type { ReadingKnowledge } from '../../src/stages/extract/extract.ts';
import { loadReadingKnowledge } from '../../src/workflows/reading-knowledge.ts';

/** The seed's text as a report, letter for letter: spans of the inventory point into the file. */
export const parseReport = (text: string, name: string): Report => ({
  id: contentId('report', name, text),
  text,
  foundAt: name,
  notes: [],
});

/** What the program itself reads by, in the theatre that ships with it. */
export const loadSeedKnowledge = (): ReadingKnowledge => ({
  ...loadReadingKnowledge(loadPlaybook('korea')),
  hedges: loadHedgeLexicon(),
});

const isStatement = (claim: Claim): claim is StatementClaim => claim.kind === 'statement';

/** The whole way from marks to claims. */
export function readAll(report: Report, marks: Marks, knowledge: ReadingKnowledge): Reading {
  const reading = extract(report, marks, knowledge);
  if (reading.claims.some((claim) => claim.kind === 'mechanism' || claim.kind === 'relation')) return reading;
  const marked = { ...reading, marks, statements: reading.claims.filter(isStatement) };
  return { ...reading, claims: [...reading.claims, ...findAssertions(marked, knowledge)] };
}
