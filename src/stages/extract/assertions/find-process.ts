import { withFields } from '../../../model/with-fields.ts';
import type { ProcessClaim } from '../../../model/claim.ts';
import type { ProcessGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<ProcessGives>();

/** Processes: reviews, exercise cycles, consultations, law-making, posture, and how information was handed on. */
export function findProcesses(marked: MarkedReport, knowledge: AssertionKnowledge): readonly ProcessClaim[] {
  const index = indexed(knowledge.assertions.processes);
  return findFrames(marked, knowledge, { kind: 'process', index }).map(({ base, gives }) =>
    withFields(base, { kind: 'process', ...gives }),
  );
}
