import type { ActorKnowledge } from '../../../model/actor.ts';
import type { MoveClaim, ObjectRef } from '../../../model/claim.ts';
import { contentId } from '../../../model/content-id.ts';
import type { MoveLexicon } from '../../../model/lexicon-moves.ts';
import type { StatusLexicon } from '../../../model/lexicon-status.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, wordOf } from '../../../model/marks.ts';
import type { Status } from '../../../model/move-type.ts';
import type { Span } from '../../../model/span.ts';
import { hull } from '../../../model/span.ts';
import { isGoingOn } from '../status/standing.ts';
import { statusAt } from '../status/status-at.ts';
import { clauseSpan, findDependent, listDependents, subtreeSpan, toTree } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';
import { whenOfDeed } from './when-of-deed.ts';
import { isDecidedOn } from './arguments.ts';
import { confidenceOf } from './confidence.ts';
import { deedSpan } from './deed-span.ts';
import { matchFrames } from './match-frames.ts';
import type { FrameMatch } from './frame-match.ts';
import type { Scene } from './match-frames.ts';
import { objectAt } from './object-ref.ts';
import { canAct, isParty, mentionOfToken } from './parties-of.ts';
import type { PartySense } from './parties-of.ts';
import { isOfDoer } from './of-doer.ts';
import { rolesOf } from './roles.ts';
import type { Roles } from './roles.ts';

/** What finding moves needs to know. */
export interface MoveKnowledge {
  readonly moves: MoveLexicon;
  readonly status: StatusLexicon;
  readonly actors?: ActorKnowledge;
}

/** A frame found, with who takes part: what a claim is made of. */
export interface FoundMove {
  readonly match: FrameMatch;
  readonly roles: Roles;
}

interface Stand {
  readonly marked: MarkedReport;
  readonly scene: Scene;
  readonly sense: PartySense;
  readonly knowledge: MoveKnowledge;
}

/** Asks once a token. */
function remembered(tree: Tree, ask: (token: number) => boolean): (token: number) => boolean {
  const known = new Int8Array(tree.marks.tokenCount);
  return (token) => {
    if (known[token] === 0) known[token] = ask(token) ? 1 : -1;
    return known[token] > 0;
  };
}

function toStand(marked: MarkedReport, knowledge: MoveKnowledge, known?: Tree): Stand {
  const tree = known ?? toTree(marked.marks);
  const sense: PartySense = {
    tree,
    mentions: mentionOfToken(marked),
    classes: knowledge.moves.classes,
    ...(knowledge.actors === undefined ? {} : { names: knowledge.actors.names }),
  };
  const scene: Scene = {
    marks: marked.marks,
    tree,
    lexicon: knowledge.moves,
    isParty: remembered(tree, (token) => isParty(sense, token)),
    canAct: remembered(tree, (token) => canAct(sense, token)),
  };
  return { marked, scene, sense, knowledge };
}

/** A frame that needs a target and finds none is no move; "both of them met" has its target among its actors. */
function isWhole(stand: Stand, { match, roles }: FoundMove): boolean {
  if (match.frame.needs === undefined) return true;
  const { targetToken } = roles;
  return roles.targets.length > 0 || (targetToken !== undefined && stand.scene.isParty(targetToken));
}

const toFound = (stand: Stand): FoundMove[] =>
  matchFrames(stand.scene)
    .map((match) => ({ match, roles: rolesOf(stand.scene, stand.sense, match) }))
    .filter((found) => isWhole(stand, found));

/** Every frame of the report with its roles, before claims are made of them. */
export const findFrames = (marked: MarkedReport, knowledge: MoveKnowledge, tree?: Tree): FoundMove[] =>
  toFound(toStand(marked, knowledge, tree));

/** A noun's deed is told by its phrase, a verb's by its clause. */
function clauseOf(stand: Stand, match: FrameMatch): Span {
  const { tree } = stand.scene;
  const trigger = deedSpan(stand.scene.tree, match);
  const own =
    match.kind === 'noun' && match.light === undefined
      ? subtreeSpan(tree, match.token)
      : clauseSpan(tree, match.light ?? match.token);
  return hull(own, trigger);
}

function objectOf(stand: Stand, match: FrameMatch): ObjectRef | undefined {
  const { actors } = stand.knowledge;
  if (actors === undefined) return undefined;
  const at = match.kind === 'noun' ? match.token : (match.object ?? match.undergoer);
  return at === undefined ? undefined : objectAt(stand.scene.tree, at, actors, stand.marked.quantities);
}

/** "will become clearer after negotiations": talks without an article, under a verb of the future. */
function isTalksToCome({ scene: { tree, marks } }: Stand, { frame, kind, token }: FrameMatch): boolean {
  if (frame.type !== 'consult' || kind !== 'noun' || deprelOf(marks, token) !== 'obl') return false;
  const lead = findDependent(tree, token, 'case');
  const isTimed =
    lead !== undefined && /^(?:after|before|during|following|until)$/iu.test(wordOf(marks, lead));
  const isBare = findDependent(tree, token, 'det', 'nmod:poss', 'amod', 'nmod') === undefined;
  const above = marks.head[token];
  const verb = deprelOf(marks, above) === 'xcomp' ? marks.head[above] : above;
  const will = listDependents(tree, verb, 'aux').some((at) => /^(?:will|’ll|'ll)$/iu.test(wordOf(marks, at)));
  return isTimed && isBare && will;
}

/** A refusal told by "not" is itself a fact; a deed still to be decided on is none yet. */
function statusOfDeed(stand: Stand, match: FrameMatch, read: Status): Status {
  if (match.frame.negated === true && read === 'denied') return 'actual';
  const { tree } = stand.scene;
  if (match.kind === 'noun' && isGoingOn(tree, match.token)) return 'actual';
  if (isDecidedOn(tree, match.token)) return 'planned';
  return read === 'actual' && isTalksToCome(stand, match) ? 'planned' : read;
}

function toClaim(stand: Stand, { match, roles }: FoundMove): MoveClaim {
  const { marked, scene, knowledge } = stand;
  const { frame } = match;
  const span = deedSpan(stand.scene.tree, match);
  const deed = match.light ?? match.token;
  const read = statusAt(marked, scene.tree, match.kind === 'noun' ? match.token : deed, knowledge.status);
  const status = statusOfDeed(stand, match, read.status);
  const when = whenOfDeed(marked, scene.tree, match, status);
  const object = objectOf(stand, match);
  return {
    id: contentId('claim', marked.report.id, 'move', span.start, span.end, frame.id),
    reportId: marked.report.id,
    kind: 'move',
    type: frame.type,
    ...(frame.mode === undefined ? {} : { mode: frame.mode }),
    ...(frame.act === undefined ? {} : { act: frame.act }),
    ...(object === undefined ? {} : { object }),
    span,
    clause: clauseOf(stand, match),
    sentence: scene.marks.sentenceOf[match.token],
    actors: roles.actors,
    targets: roles.targets.filter((party) => !isOfDoer(scene, match, party)),
    status,
    time: status === 'actual' && isGoingOn(scene.tree, match.token) ? 'background' : read.time,
    ...(when === undefined ? {} : { when }),
    attribution: [],
    entry: frame.id,
    confidence: confidenceOf(scene.marks, match, roles),
    notes: [],
  };
}

/**
 * The moves that a report tells, asks for, denies or threatens: one claim per deed, from frames in data/lexicon/moves-*.yml
 * over the dependency tree. An embedded deed is a claim of its own with its own status ("urged X to withdraw": the
 * urging is actual, the withdrawal requested).
 */
export function findMoves(marked: MarkedReport, knowledge: MoveKnowledge): readonly MoveClaim[] {
  const stand = toStand(marked, knowledge);
  return toFound(stand).map((found) => toClaim(stand, found));
}
