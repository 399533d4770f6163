import type { RelationClaim } from '../../../model/claim.ts';
import type { RelationGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<RelationGives>();

/** Lasting relations between two sides: ally, patron, rival, trade partner, leverage, and the temper between them. */
export function findRelations(marked: MarkedReport, knowledge: AssertionKnowledge): readonly RelationClaim[] {
  const index = indexed(knowledge.assertions.relations);
  return findFrames(marked, knowledge, { kind: 'relation', index }).map(({ base, gives }) => ({
    ...base,
    kind: 'relation',
    ...gives,
  }));
}
