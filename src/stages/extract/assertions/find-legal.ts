import { withFields } from '../../../model/with-fields.ts';
import type { LegalClaim } from '../../../model/claim.ts';
import type { LegalGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { uposOf } from '../../../model/marks.ts';
import { listDependents } from '../syntax/tree.ts';
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

const TO_COME: ReadonlySet<string> = new Set([
  'more', 'new', 'further', 'additional', 'fresh', 'possible', 'tougher', 'harsher', 'stricter', 'stronger', 'broader', 'wider',
  'potential', 'proposed', 'future', 'extra',
]); // prettier-ignore

const PENALTIES: ReadonlySet<string> = new Set([
  'sanction',
  'embargo',
  'tariff',
  'restriction',
  'ban',
  'blockade',
]);

/** "tougher sanctions", "threatened an embargo": what somebody has yet to lay down is not in force. */
function isOnlyTalkedOf({ base, gives, ground, match }: FoundFrame<LegalGives>): boolean {
  if (gives.verdict !== 'in-force' || uposOf(ground.marks, match.anchor) !== 'NOUN') return false;
  if (OF_RULES.has(ground.lemma[match.anchor])) return false;
  const isToCome = listDependents(ground.tree, match.anchor, 'amod').some((at) =>
    TO_COME.has(ground.lower[at]),
  );
  return isToCome || (PENALTIES.has(ground.lemma[match.anchor]) && base.status !== 'actual');
}

/** Legal characterisations: what is said to break a rule, to fall outside it, to stand in force. */
export function findLegalClaims(marked: MarkedReport, knowledge: AssertionKnowledge): readonly LegalClaim[] {
  const index = indexed(knowledge.assertions.legal);
  return findFrames(marked, knowledge, { kind: 'legal', index })
    .filter((found) => !isOnlyTalkedOf(found))
    .map((found) => withFields(found.base, { kind: 'legal', ...found.gives, status: statusIn(found) }));
}
