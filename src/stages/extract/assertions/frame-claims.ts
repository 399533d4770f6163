import type { ClaimBase } from '../../../model/claim.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Party } from '../../../model/party.ts';
import { contains } from '../../../model/span.ts';
import { findDependent, listDependents } from '../syntax/tree.ts';
import { toClaimBase } from './base-claim.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { groundOfReport } from './ground.ts';
import type { Ground } from './ground.ts';
import { fillerOf, matchFrames } from './match.ts';
import type { FrameIndex, Match } from './match.ts';
import { partiesAtToken } from './parties.ts';
import { matchSpan } from './reach.ts';
import { objectsOf, subjectsOf } from './roles.ts';

/** A match with the parts every claim has, ready for what its kind adds. */
export interface FoundFrame<Gives> {
  readonly marked: MarkedReport;
  readonly ground: Ground;
  readonly match: Match<Gives>;
  readonly gives: Gives;
  readonly base: ClaimBase;
}

const TARGET_ROLES = [
  'obj', 'against', 'on', 'to', 'with', 'over', 'toward', 'towards', 'between', 'of', 'for', 'from',
] as const; // prettier-ignore

const APPEARING: ReadonlySet<string> = new Set(['seem', 'appear', 'remain', 'become']);

/** Is this the "it" of "it is unclear whether", "it appears that", which stands for nobody? */
function isEmpty({ marks, tree, lower, lemma }: Ground, token: number): boolean {
  if (lower[token] !== 'it') return false;
  const head = marks.head[token];
  if (deprelOf(marks, token) === 'expl' || head < 0) return true;
  const hasClause = findDependent(tree, head, 'ccomp', 'csubj', 'xcomp', 'advcl') !== undefined;
  return hasClause && (uposOf(marks, head) === 'ADJ' || APPEARING.has(lemma[head]));
}

const isNoun = ({ marks }: Ground, token: number): boolean =>
  uposOf(marks, token) === 'NOUN' || uposOf(marks, token) === 'PROPN';

const TRAVELS: ReadonlySet<string> = new Set([
  'trip',
  'visit',
  'tour',
  'call',
  'letter',
  'message',
  'request',
  'offer',
]);

const AIMS: ReadonlySet<string> = new Set([
  'goal',
  'aim',
  'objective',
  'ambition',
  'intention',
  'attempt',
  'effort',
]);

/** "attempts by X", "the goal of X", "a visit from X": who does what a noun tells. */
function agentOf<Gives>(ground: Ground, { anchor }: Match<Gives>): number | undefined {
  if (!isNoun(ground, anchor)) return undefined;
  return listDependents(ground.tree, anchor, 'nmod').find((at) => {
    const lead = findDependent(ground.tree, at, 'case');
    if (lead === undefined) return false;
    if (ground.lower[lead] === 'of') return AIMS.has(ground.lemma[anchor]);
    return (
      ground.lower[lead] === 'by' || (ground.lower[lead] === 'from' && TRAVELS.has(ground.lemma[anchor]))
    );
  });
}

const CARRYING: ReadonlySet<string> = new Set([
  'conduct', 'hold', 'make', 'stage', 'launch', 'carry', 'run', 'issue', 'impose', 'take', 'give', 'mount', 'perform', 'undertake',
]); // prettier-ignore

/** "the drills that X conducted with Y": the subject of the light verb in the clause that follows the noun. */
function carrierOf({ marks, tree, lemma, lower }: Ground, noun: number): number | undefined {
  const clause = listDependents(tree, noun, 'acl:relcl', 'ccomp').find(
    (at) => at > noun && CARRYING.has(lemma[at]),
  );
  if (clause === undefined || uposOf(marks, clause) !== 'VERB') return undefined;
  return listDependents(tree, clause, 'nsubj').find((at) => !['that', 'which', 'who'].includes(lower[at]));
}

/** Verbs with whose object "its", "his" and "their" can only be the subject's own. */
const OF_ONESELF: ReadonlySet<string> = new Set([
  'regain', 'recover', 'lose', 'keep', 'retain', 'save', 'abandon', 'surrender', 'relinquish', 'give', 'freeze', 'dismantle', 'resume',
  'renounce', 'hand', 'yield', 'cede', 'forgo', 'curtail', 'recall', 'advance', 'expand', 'suspend', 'halt', 'curb', 'scrap',
]); // prettier-ignore

/** Who owns the object of a verb of giving up or winning back: its subject. */
function boundOwners(marked: MarkedReport, ground: Ground, token: number): readonly Party[] {
  const { marks, tree, lemma } = ground;
  const verb = marks.head[token];
  const owner = findDependent(tree, token, 'nmod:poss');
  if (verb < 0 || owner === undefined || deprelOf(marks, token) !== 'obj') return [];
  if (xposOf(marks, owner) !== 'PRP$' || !OF_ONESELF.has(lemma[verb])) return [];
  return subjectsOf(ground, verb).flatMap((at) => partiesAtToken(marked, ground, at));
}

/** Who acts or judges: subject of the anchor, or whoever owns the noun. */
function actorsOf<Gives>(marked: MarkedReport, ground: Ground, match: Match<Gives>): readonly Party[] {
  const agent = fillerOf(match, 'by') ?? agentOf(ground, match);
  const carrier = carrierOf(ground, match.anchor);
  const doers = carrier === undefined ? subjectsOf(ground, match.anchor) : [carrier];
  const subjects = doers.filter((token) => !isEmpty(ground, token));
  const tokens = [...subjects, ...(agent === undefined ? [] : [agent])];
  const found = tokens.flatMap((token) => partiesAtToken(marked, ground, token));
  if (found.length > 0) return [...new Set(found)];
  return ownersOf(marked, ground, match.anchor);
}

function ownersOf(marked: MarkedReport, ground: Ground, token: number): readonly Party[] {
  const { marks, tree } = ground;
  const bound = boundOwners(marked, ground, token);
  if (bound.length > 0) return bound;
  const owners: Party[] = [];
  for (let i = tree.row[token]; i < tree.row[token + 1]; i++) {
    const dependent = tree.dependents[i];
    if (dependent < token && !isEmpty(ground, dependent))
      owners.push(...partiesAtToken(marked, ground, dependent));
  }
  return marks.tokenCount > token ? [...new Set(owners)] : [];
}

function targetsOf<Gives>(
  marked: MarkedReport,
  ground: Ground,
  match: Match<Gives>,
  actors: readonly Party[],
): readonly Party[] {
  const objects = objectsOf(ground, match.anchor);
  const filled = match.fillers.filter((filler) => TARGET_ROLES.some((role) => role === filler.role));
  const tokens = [...objects, ...filled.map((filler) => filler.token)];
  const found = tokens.flatMap((token) => partiesAtToken(marked, ground, token));
  return [...new Set(found)].filter((party) => !actors.includes(party));
}

function toFound<Gives>(
  marked: MarkedReport,
  knowledge: AssertionKnowledge,
  kind: string,
  match: Match<Gives>,
): FoundFrame<Gives> {
  const ground = groundOfReport(marked);
  const actors = actorsOf(marked, ground, match);
  const base = toClaimBase(marked, knowledge, {
    kind,
    entry: match.frame.id,
    token: match.anchor,
    span: matchSpan(ground, match),
    actors,
    targets: targetsOf(marked, ground, match, actors),
    confidence: Math.min(0.9, 0.6 + 0.06 * match.weight),
    saysNo: match.fillers.some(({ role, token }) => role !== 'neg' && ground.lower[token] === 'no'),
  });
  return { marked, ground, match, gives: match.frame.gives, base };
}

/** Drops a find that says the same as another which covers it. */
function withoutRepeats<Gives>(found: readonly FoundFrame<Gives>[]): readonly FoundFrame<Gives>[] {
  return found.filter((one, i) =>
    found.every((other, j) => {
      if (i === j || other.gives !== one.gives) return true;
      const same = other.base.span.start === one.base.span.start && other.base.span.end === one.base.span.end;
      return same ? i < j : !contains(other.base.span, one.base.span);
    }),
  );
}

/** All places of a report where a kind's frames fit. */
export function findFrames<Gives>(
  marked: MarkedReport,
  knowledge: AssertionKnowledge,
  { kind, index }: { readonly kind: string; readonly index: FrameIndex<Gives> },
): readonly FoundFrame<Gives>[] {
  const matches = matchFrames(groundOfReport(marked), index);
  return withoutRepeats(matches.map((match) => toFound(marked, knowledge, kind, match)));
}
