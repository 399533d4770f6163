import { withFields } from '../../../model/with-fields.ts';
import type { OutlookClaim } from '../../../model/claim.ts';
import type { OutlookGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { When } from '../../../model/time.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<OutlookGives>();

/** The time by which it falls due: the claim's own time, when that does not lie before publication. */
function dueOf({ base, marked }: FoundFrame<OutlookGives>): When | undefined {
  const until = base.when?.until ?? base.when?.from;
  const published = marked.report.publishedAt?.at.slice(0, 10);
  if (base.when === undefined || until === undefined) return undefined;
  return published !== undefined && until < published.slice(0, until.length) ? undefined : base.when;
}

/** What is "not clear" is open: the words that deny are the entry's own. */
const statusIn = ({ base, gives }: FoundFrame<OutlookGives>): OutlookClaim['status'] =>
  gives.mood === 'open-question' && base.status === 'denied' ? 'actual' : base.status;

function toClaim(found: FoundFrame<OutlookGives>): OutlookClaim {
  const due = dueOf(found);
  return withFields(found.base, {
    kind: 'outlook',
    mood: found.gives.mood,
    status: statusIn(found),
    ...(due === undefined ? {} : { due }),
  });
}

const FUTURE: ReadonlySet<string> = new Set(['will', 'shall', 'would']);

/** Whether the future of something is told: an auxiliary without a verb, left over by a bad translation, tells none. */
const saysWhat = ({ ground, match }: FoundFrame<OutlookGives>): boolean =>
  match.first !== match.last || match.anchor !== match.first || !FUTURE.has(ground.lower[match.anchor]);

/** What a report expects, plans, promises or leaves open, with the time it falls due where the text gives one. */
export function findOutlooks(marked: MarkedReport, knowledge: AssertionKnowledge): readonly OutlookClaim[] {
  const index = indexed(knowledge.assertions.outlooks);
  return findFrames(marked, knowledge, { kind: 'outlook', index }).filter(saysWhat).map(toClaim);
}
