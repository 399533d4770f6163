import type { ClaimBase } from '../../../model/claim.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Party } from '../../../model/party.ts';
import { contains } from '../../../model/span.ts';
import { findDependent } from '../syntax/tree.ts';
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

/** Who acts or judges: subject of the anchor, or whoever owns the noun. */
function actorsOf<Gives>(marked: MarkedReport, ground: Ground, match: Match<Gives>): readonly Party[] {
  const agent = fillerOf(match, 'by');
  const subjects = subjectsOf(ground, match.anchor).filter((token) => !isEmpty(ground, token));
  const tokens = [...subjects, ...(agent === undefined ? [] : [agent])];
  const found = tokens.flatMap((token) => partiesAtToken(marked, ground, token));
  if (found.length > 0) return [...new Set(found)];
  return ownersOf(marked, ground, match.anchor);
}

function ownersOf(marked: MarkedReport, ground: Ground, token: number): readonly Party[] {
  const { marks, tree } = ground;
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
