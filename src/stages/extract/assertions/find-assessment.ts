import { withFields } from '../../../model/with-fields.ts';
import type { AssessmentClaim } from '../../../model/claim.ts';
import type { AssessmentGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Party } from '../../../model/party.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<AssessmentGives>();

const JUDGING: ReadonlySet<string> = new Set([
  'see', 'view', 'regard', 'consider', 'treat', 'perceive', 'deem', 'believe', 'think', 'suspect', 'determine',
  'conclude', 'assess', 'judge', 'estimate', 'find', 'argue', 'agree', 'disagree', 'expect', 'fear', 'worry', 'doubt',
  'call', 'describe', 'label', 'blame', 'accuse', 'condemn', 'denounce', 'criticize', 'know', 'express', 'voice', 'convey',
  'share', 'warn', 'caution', 'welcome', 'praise', 'hail', 'dismiss', 'deplore', 'decry',
]); // prettier-ignore

/** Who judges: the subject of a verb of judging, else whoever is quoted. */
function assessorOf({ ground, match, base }: FoundFrame<AssessmentGives>): Party | undefined {
  if (JUDGING.has(ground.lemma[match.anchor]) && base.actors.length > 0) return base.actors[0];
  return base.attribution.at(-1)?.speaker;
}

function toClaim(found: FoundFrame<AssessmentGives>): AssessmentClaim {
  const assessor = assessorOf(found);
  return withFields(found.base, {
    kind: 'assessment',
    ...found.gives,
    ...(assessor === undefined ? {} : { assessor }),
  });
}

/** Judgements: of danger, of what was to be expected, of purpose, trend, effect and leverage, with who judges. */
export function findAssessments(
  marked: MarkedReport,
  knowledge: AssertionKnowledge,
): readonly AssessmentClaim[] {
  const index = indexed(knowledge.assertions.assessments);
  return findFrames(marked, knowledge, { kind: 'assessment', index }).map(toClaim);
}
