import { withFields } from '../../../model/with-fields.ts';
import type { CapabilityClaim, ObjectRef } from '../../../model/claim.ts';
import type { CapabilityGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { objectAt } from '../moves/object-ref.ts';
import { listDependents, tokenSpan } from '../syntax/tree.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import { fillerOf, frameIndexer } from './match.ts';

const indexed = frameIndexer<CapabilityGives>();

/** Classes that say no more than the words themselves. */
const UNSORTED = 'weapon';

/** The thing spoken of: at the filled role, else at the anchor; its class from the knowledge of actors. */
function objectOf(found: FoundFrame<CapabilityGives>, knowledge: AssertionKnowledge): ObjectRef {
  const { ground, marked, match, gives } = found;
  const token = fillerOf(match, 'obj', 'of', 'subj', 'near', 'gov') ?? match.anchor;
  const known =
    knowledge.actors === undefined
      ? undefined
      : (objectAt(ground.tree, token, knowledge.actors, marked.quantities) ??
        objectAt(ground.tree, match.anchor, knowledge.actors, marked.quantities));
  return known ?? { classId: gives.classId ?? UNSORTED, span: tokenSpan(ground.marks, token) };
}

/** "a peninsula without weapons", "fired no rockets": a class that is named as not there is no capability. */
const isAbsent = ({ base, gives, ground, match }: FoundFrame<CapabilityGives>): boolean =>
  gives.stage === 'mentioned' &&
  (base.status === 'denied' ||
    listDependents(ground.tree, match.anchor, 'det').some((at) => ['any', 'no'].includes(ground.lower[at])));

/** What a side has, builds, shows, tests or promises of weapons. */
export function findCapabilities(
  marked: MarkedReport,
  knowledge: AssertionKnowledge,
): readonly CapabilityClaim[] {
  const index = indexed(knowledge.assertions.capabilities);
  return findFrames(marked, knowledge, { kind: 'capability', index })
    .filter((found) => !isAbsent(found))
    .map((found) =>
      withFields(found.base, {
        kind: 'capability',
        object: objectOf(found, knowledge),
        stage: found.gives.stage,
      }),
    );
}
