import { withFields } from '../../../model/with-fields.ts';
import type { LegalClaim } from '../../../model/claim.ts';
import type { LegalGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<LegalGives>();

/** Legal characterisations: what is said to break a rule, to fall outside it, to stand in force. */
export function findLegalClaims(marked: MarkedReport, knowledge: AssertionKnowledge): readonly LegalClaim[] {
  const index = indexed(knowledge.assertions.legal);
  return findFrames(marked, knowledge, { kind: 'legal', index }).map(({ base, gives }) =>
    withFields(base, { kind: 'legal', ...gives }),
  );
}
