import type { LegalClaim } from '../../../model/claim.ts';
import type { LegalGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<LegalGives>();

/** What is eased, tightened or enforced more strictly is in force, whether or not that comes about. */
const OF_RULES: ReadonlySet<string> = new Set([
  'ease',
  'curtail',
  'relax',
  'weaken',
  'loosen',
  'tighten',
  'enforce',
  'enforcement',
]);

const statusIn = ({ base, gives, ground, match }: FoundFrame<LegalGives>): LegalClaim['status'] =>
  gives.verdict === 'in-force' && OF_RULES.has(ground.lemma[match.anchor]) ? 'actual' : base.status;

/** Legal characterisations: what is said to break a rule, to fall outside it, to stand in force. */
export function findLegalClaims(marked: MarkedReport, knowledge: AssertionKnowledge): readonly LegalClaim[] {
  const index = indexed(knowledge.assertions.legal);
  return findFrames(marked, knowledge, { kind: 'legal', index }).map((found) => ({
    ...found.base,
    kind: 'legal',
    ...found.gives,
    status: statusIn(found),
  }));
}
