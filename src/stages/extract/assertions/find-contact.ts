import { withFields } from '../../../model/with-fields.ts';
import type { ContactClaim } from '../../../model/claim.ts';
import type { ContactGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<ContactGives>();

/** Contacts and channels: talks, meetings, calls, letters, offices, and whether they are open, tried, refused, silent. */
export function findContacts(marked: MarkedReport, knowledge: AssertionKnowledge): readonly ContactClaim[] {
  const index = indexed(knowledge.assertions.contacts);
  return findFrames(marked, knowledge, { kind: 'contact', index }).map(({ base, gives }) =>
    withFields(base, { kind: 'contact', ...gives }),
  );
}
