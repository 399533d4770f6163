import type { Claim } from '../../../model/claim.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findAssessments } from './find-assessment.ts';
import { findCapabilities } from './find-capability.ts';
import { findContacts } from './find-contact.ts';
import { findGoals } from './find-goal.ts';
import { findLegalClaims } from './find-legal.ts';
import { findLevers } from './find-lever.ts';
import { findMechanisms } from './find-mechanism.ts';
import { findOutlooks } from './find-outlook.ts';
import { findProcesses } from './find-process.ts';
import { findRelations } from './find-relation.ts';

/** All kinds of claims that frames alone find, kind by kind. */
export function findAssertions(marked: MarkedReport, knowledge: AssertionKnowledge): readonly Claim[] {
  return [
    ...findAssessments(marked, knowledge),
    ...findOutlooks(marked, knowledge),
    ...findLevers(marked, knowledge),
    ...findRelations(marked, knowledge),
    ...findContacts(marked, knowledge),
    ...findCapabilities(marked, knowledge),
    ...findLegalClaims(marked, knowledge),
    ...findProcesses(marked, knowledge),
    ...findGoals(marked, knowledge),
    ...findMechanisms(marked, knowledge),
  ];
}
