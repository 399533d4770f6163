import type { ClaimBase } from '../../../model/claim.ts';
import { contentId } from '../../../model/content-id.ts';
import type { ActorKnowledge } from '../../../model/actor.ts';
import type { AssertionLexicon } from '../../../model/lexicon-assertions.ts';
import type { HedgeLexicon } from '../../../model/lexicon-hedges.ts';
import type { StatusLexicon } from '../../../model/lexicon-status.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Party } from '../../../model/party.ts';
import { hull } from '../../../model/span.ts';
import type { Span } from '../../../model/span.ts';
import { hedgeAt } from '../hedges/hedge-at.ts';
import { attributionAt } from '../statements/attribution.ts';
import type { Status } from '../../../model/move-type.ts';
import { isDecidedOn } from '../moves/arguments.ts';
import { isGoingOn, isStanding } from '../status/standing.ts';
import { statusAt } from '../status/status-at.ts';
import { clauseSpan } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';
import { whenOf } from '../times/when-of.ts';
import { groundOfReport } from './ground.ts';

/** Words of other finders that every claim needs: what weakens it, and what makes it planned, denied or asked for. */
export interface AssertionKnowledge {
  readonly assertions: AssertionLexicon;
  readonly status: StatusLexicon;
  readonly hedges?: HedgeLexicon;
  /** Classes of weapons and other things; without it capabilities have only the class their entry gives. */
  readonly actors?: ActorKnowledge;
}

/** What a finder found, before who, when and on whose word are filled in. */
export interface Found {
  readonly kind: string;
  readonly entry: string;
  /** Token at which status, hedge and time are read. */
  readonly token: number;
  readonly span: Span;
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  readonly confidence: number;
  /** Whether a "no" is part of what the entry says ("has no control"): then it denies nothing. */
  readonly saysNo?: boolean;
}

function covered(marked: MarkedReport, span: Span): readonly string[] {
  return marked.repairs
    .filter((repair) => repair.span.start < span.end && span.start < repair.span.end)
    .map((repair) => repair.id);
}

/** Kinds that tell of a thing or state, which is there whatever becomes of the deed that it is named with. */
const OF_THINGS: ReadonlySet<string> = new Set(['capability', 'relation', 'process']);

/** The status as read, but for what is taken for granted, and for what is still to be decided on. */
function statusOf(tree: Tree, { kind, token, saysNo }: Found, read: Status): Status {
  if (saysNo && read === 'denied') return 'actual';
  if (read === 'actual') return isUndecided(tree, token) ? 'planned' : read;
  const standing = (OF_THINGS.has(kind) && isStanding(tree, token)) || isGoingOn(tree, token);
  return standing ? 'actual' : read;
}

const STEPS = 3;

/** Does the word stand below a deed that somebody watches others for before deciding on it himself? */
function isUndecided(tree: Tree, token: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < STEPS; at = tree.marks.head[at], steps++)
    if (isDecidedOn(tree, at)) return true;
  return false;
}

/** The parts that every kind of claim has. */
export function toClaimBase(marked: MarkedReport, knowledge: AssertionKnowledge, found: Found): ClaimBase {
  const { marks } = marked;
  const { tree } = groundOfReport(marked);
  const clause = hull(clauseSpan(tree, found.token), found.span);
  const repairs = covered(marked, clause);
  const { status, time } = statusAt(marked, tree, found.token, knowledge.status);
  const when = whenOf(marked, tree, found.token);
  const hedge =
    knowledge.hedges === undefined ? undefined : hedgeAt(marked, tree, found.token, knowledge.hedges);
  return {
    id: contentId('claim', marked.report.id, found.kind, found.span.start, found.span.end, found.entry),
    reportId: marked.report.id,
    span: found.span,
    clause,
    sentence: marks.sentenceOf[found.token],
    actors: found.actors,
    targets: found.targets,
    status: statusOf(tree, found, status),
    time,
    ...(when === undefined ? {} : { when }),
    attribution: attributionAt(marked.statements, found.span),
    ...(hedge === undefined ? {} : { hedge }),
    entry: found.entry,
    confidence: found.confidence,
    ...(repairs.length > 0 ? { repairs } : {}),
    notes: [],
  };
}
