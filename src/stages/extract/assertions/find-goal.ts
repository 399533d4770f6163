import { withFields } from '../../../model/with-fields.ts';
import type { GoalClaim } from '../../../model/claim.ts';
import type { GoalGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { lentSubject } from '../syntax/lent-subject.ts';
import { findDependent, listDependents } from '../syntax/tree.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import type { Ground } from './ground.ts';
import { fillerOf, frameIndexer } from './match.ts';
import { partiesAtToken } from './parties.ts';
import { trimmed, wordsSpan } from './reach.ts';
import { subjectsOf } from './roles.ts';

const indexed = frameIndexer<GoalGives>();

/** The words of the aim itself: what is sought, without who seeks it. */
function aimOf({ ground, match, base }: FoundFrame<GoalGives>): Span {
  const aim = aimToken(ground, match);
  if (aim === undefined) return base.span;
  const { first, last } = trimmed(ground, aim);
  const isSaidOf = ground.marks.head[match.anchor] === aim && first <= match.anchor;
  return wordsSpan(
    ground,
    isSaidOf ? startBehind(ground, match.anchor, aim) : first,
    Math.max(last, endOfClause(ground, match.anchor, aim)),
  );
}

/** First word of a predicate behind its subject and "is". */
function startBehind({ lower, tree }: Ground, subject: number, aim: number): number {
  let at = Math.min(tree.last[subject] + 1, aim);
  while (at < aim && ['is', 'was', 'are', 'were', 'be', 'been'].includes(lower[at])) at++;
  return at;
}

/** "called for sanctions to be eased": the clause whose subject the aim is. */
function endOfClause({ tree }: Ground, anchor: number, aim: number): number {
  const clause = listDependents(tree, anchor, 'xcomp', 'advcl').find((at) => lentSubject(tree, at) === aim);
  return clause === undefined
    ? -1
    : Math.max(clause, ...listDependents(tree, clause, 'obj').map((at) => tree.last[at]));
}

/** "The goal of X is to be recognised": what the noun of an aim is said to be. */
function predicateOf({ marks, tree }: Ground, noun: number): number | undefined {
  const above = marks.head[noun];
  if (above < noun || !deprelOf(marks, noun).startsWith('nsubj') || uposOf(marks, noun) !== 'NOUN')
    return undefined;
  const isInfinitive = findDependent(tree, above, 'mark') !== undefined;
  const be =
    findDependent(tree, above, 'cop') ?? (isInfinitive ? findDependent(tree, above, 'aux:pass') : undefined);
  return be === undefined ? undefined : above;
}

const LIGHT: ReadonlySet<string> = new Set(['make', 'issue', 'have', 'set', 'voice', 'put']);

function aimToken(ground: Ground, match: FoundFrame<GoalGives>['match']): number | undefined {
  const isWhole = fillerOf(match, 'gov') !== undefined && uposOf(ground.marks, match.anchor) === 'VERB';
  const object = isWhole ? match.anchor : fillerOf(match, 'obj');
  const aim =
    predicateOf(ground, match.anchor) ??
    fillerOf(match, 'comp', 'for', 'of', 'to', 'on') ??
    object ??
    fillerOf(match, 'at', 'in');
  const isMaking =
    aim !== undefined && deprelOf(ground.marks, aim) === 'acl:relcl' && LIGHT.has(ground.lemma[aim]);
  return isMaking ? undefined : aim;
}

const ASKING: ReadonlySet<string> = new Set([
  'press', 'urge', 'ask', 'tell', 'order', 'persuade', 'convince', 'get', 'encourage', 'pressure', 'invite', 'call', 'appeal', 'beg',
  'implore', 'exhort', 'lobby', 'induce', 'plead', 'warn',
]); // prettier-ignore

/** Who is asked to do a thing need not want it: the aim is his who asks. */
function withHolder({
  ground,
  marked,
  match,
  base,
}: FoundFrame<GoalGives>): Pick<GoalClaim, 'actors' | 'targets'> {
  const { marks, tree, lemma, lower } = ground;
  const above = marks.head[match.anchor];
  const isAsked =
    above >= 0 &&
    ASKING.has(lemma[above]) &&
    listDependents(tree, match.anchor, 'mark').some((at) => lower[at] === 'to');
  if (!isAsked) return base;
  const actors = subjectsOf(ground, above).flatMap((at) => partiesAtToken(marked, ground, at));
  return { actors: [...new Set(actors)], targets: [...new Set([...base.actors, ...base.targets])] };
}

/** Whoever does this has said what he wants. */
const DECLARING: ReadonlySet<string> = new Set([
  'demand',
  'urge',
  'call',
  'request',
  'appeal',
  'plea',
  'ask',
  'propose',
  'recommend',
]);

/** Declared where the one who wants it is quoted for it, or speaks of "we" and "our". */
function basisOf({ base, gives, ground, match }: FoundFrame<GoalGives>): GoalClaim['basis'] {
  if (DECLARING.has(ground.lemma[match.anchor])) return 'declared';
  const speaker = base.attribution.at(-1)?.speaker;
  if (speaker === undefined) return gives.basis;
  const own = base.actors.some((actor) => actor.sideId !== undefined && actor.sideId === speaker.sideId);
  if (base.actors.length === 0) return gives.basis;
  return own ? 'declared' : 'ascribed';
}

/** Aims, wishes and preferences, declared by a side or ascribed to it. */
export function findGoals(marked: MarkedReport, knowledge: AssertionKnowledge): readonly GoalClaim[] {
  const index = indexed(knowledge.assertions.goals);
  return findFrames(marked, knowledge, { kind: 'goal', index }).map((found) =>
    withFields(found.base, {
      ...withHolder(found),
      kind: 'goal',
      aim: aimOf(found),
      basis: basisOf(found),
    }),
  );
}
