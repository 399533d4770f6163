import type { Party } from '../../../model/party.ts';
import { deprelOf, xposOf } from '../../../model/marks.ts';
import { dependentsOf, findDependent, tokenAt } from '../syntax/tree.ts';
import { caseOf, complementOf, obliques, surfaceSubject } from './arguments.ts';
import type { FrameMatch } from './frame-match.ts';
import type { Scene } from './match-frames.ts';
import { lemmaAt } from './phrase.ts';
import { isParty, originBefore, partiesAt, partiesWithin } from './parties-of.ts';
import type { PartySense } from './parties-of.ts';

export interface Roles {
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  /** Tokens from which the parties were read, for callers that want words where no party is known. */
  readonly actorToken?: number;
  readonly targetToken?: number;
}

interface Place {
  readonly token: number;
  readonly parties: readonly Party[];
}

function place(sense: PartySense, token: number | undefined): Place | undefined {
  return token === undefined ? undefined : { token, parties: partiesAt(sense, token) };
}

/** The doer of a deed that a noun names: its owner, "by", a name before it, or "of" where the target stands elsewhere. */
function nounActor(scene: Scene, sense: PartySense, match: FrameMatch): Place | undefined {
  const { tree, marks } = scene;
  if (match.subject !== undefined) return place(sense, match.subject);
  const owner = findDependent(tree, match.token, 'nmod:poss');
  if (owner !== undefined && isParty(sense, owner)) return place(sense, owner);
  const by = obliques(tree, match.token, ['by']).at(0);
  if (by !== undefined) return place(sense, by);
  for (const at of dependentsOf(tree, match.token)) {
    const label = deprelOf(marks, at);
    if ((label === 'compound' || label === 'amod') && isParty(sense, at)) return place(sense, at);
  }
  for (let at = tree.first[match.token]; at < match.token; at++)
    if (sense.mentions.has(at)) return place(sense, at);
  const origin = originBefore(sense, match.token);
  if (origin !== undefined) return { token: match.token, parties: [origin] };
  const led = match.frame.targets.includes('of') ? ['from'] : ['of', 'from'];
  const of = obliques(tree, match.token, led).find((at) => partiesAt(sense, at).length > 0);
  if (of !== undefined) return place(sense, of);
  const between = obliques(tree, match.token, ['between', 'among']).at(0);
  return between === undefined ? undefined : { token: between, parties: partiesWithin(sense, between) };
}

/** Nouns from which a preposition may hang instead of the verb: "imposed [sanctions on …]". */
function hosts(match: FrameMatch): number[] {
  return [match.token, match.light, match.object, match.undergoer].filter((at) => at !== undefined);
}

function ledIn(scene: Scene, match: FrameMatch, preposition: string): number | undefined {
  const except = new Set([match.subject, match.object, match.undergoer]);
  const times = scene.lexicon.classes.get('temporal');
  for (const host of hosts(match)) {
    const found = obliques(scene.tree, host, [preposition]).find(
      (at) => !except.has(at) && times?.has(lemmaAt(scene.marks, at)) !== true,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The one an embedded demand speaks to: the subject of the clause that completes the verb. */
function subjectOfComplement(scene: Scene, match: FrameMatch): number | undefined {
  const complement = complementOf(scene.tree, match.token);
  return complement === undefined ? undefined : surfaceSubject(scene.tree, complement);
}

function atTarget(scene: Scene, match: FrameMatch, target: string): number | undefined {
  if (target === 'obj') {
    if (match.undergoer !== undefined) return match.undergoer;
    return match.kind === 'noun' ? findDependent(scene.tree, match.token, 'nmod:poss') : undefined;
  }
  if (target === 'subj') return match.subject;
  if (target === 'that') return subjectOfComplement(scene, match);
  return ledIn(scene, match, target);
}

const sameSpan = (a: readonly Party[], b: readonly Party[]): boolean =>
  a.some((one) => b.some((other) => one.span.start === other.span.start));

/** Classes of words for others who may stand to the doer as "its neighbour", "his counterpart" do. */
export const NEIGHBOURS = ['party', 'person', 'human'] as const;

/** "its" of "its weapons": the doer's own side, or nobody told apart, is not whom a deed is done to. */
function isOwn({ marks, lexicon: { classes } }: Scene, target: Place, actor: Place | undefined): boolean {
  if (actor === undefined || target.parties.length === 0) return false;
  if (NEIGHBOURS.some((kind) => classes.get(kind)?.has(lemmaAt(marks, target.token)) === true)) return false;
  const sides = actor.parties.map((party) => party.sideId ?? party.actorId);
  return target.parties.every((party) => {
    const tag = xposOf(marks, tokenAt(marks, party.span.start));
    if (tag === 'PRP') return party.sideId !== undefined && sides.includes(party.sideId);
    if (tag !== 'PRP$') return false;
    const side = party.sideId ?? party.actorId;
    return side === undefined || sides.includes(side);
  });
}

function findTarget(
  scene: Scene,
  sense: PartySense,
  match: FrameMatch,
  actor: Place | undefined,
): Place | undefined {
  const places: Place[] = [];
  for (const target of match.frame.targets) {
    const found = place(sense, atTarget(scene, match, target));
    if (
      found !== undefined &&
      found.token !== actor?.token &&
      !sameSpan(found.parties, actor?.parties ?? []) &&
      !isOwn(scene, found, actor)
    )
      places.push(found);
  }
  if (match.undergoer !== undefined && match.undergoer !== actor?.token) {
    const found = place(sense, match.undergoer);
    if (found !== undefined && !isOwn(scene, found, actor)) places.push(found);
  }
  return places.find((each) => each.parties.length > 0) ?? places.at(0);
}

const POLICIES: ReadonlySet<string> = new Set([
  'policy',
  'approach',
  'strategy',
  'stance',
  'posture',
  'position',
]);

/** "The review of the government's policy": a government reviews its own. */
function ownReviewer({ marks, tree, lexicon }: Scene, target: Place | undefined): number | undefined {
  if (target === undefined || !POLICIES.has(lemmaAt(marks, target.token))) return undefined;
  const owner = findDependent(tree, target.token, 'nmod:poss');
  if (owner === undefined) return undefined;
  return lexicon.classes.get('party')?.has(lemmaAt(marks, owner)) === true ? owner : undefined;
}

const MUTUAL: ReadonlySet<string> = new Set(['between', 'among']);

/** Who does it and to whom. Joint actors stand together; where "between" leads both in, both act. */
export function rolesOf(scene: Scene, sense: PartySense, match: FrameMatch): Roles {
  const actor = match.kind === 'noun' ? nounActor(scene, sense, match) : place(sense, match.subject);
  const target = findTarget(scene, sense, match, actor);
  const mutual =
    target !== undefined &&
    MUTUAL.has(caseOf(scene.tree, target.token)) &&
    (actor === undefined || actor.parties.length === 0);
  if (mutual) return { actors: target.parties, targets: [], actorToken: target.token };
  const reviewer = match.frame.act?.startsWith('review') === true ? ownReviewer(scene, target) : undefined;
  if (reviewer !== undefined && target !== undefined && (actor === undefined || actor.parties.length === 0))
    return { actors: target.parties, targets: [], actorToken: target.token };
  const only = match.kind === 'noun' && target !== undefined && actor?.token === target.token;
  return {
    actors: actor?.parties ?? [],
    targets: only ? [] : (target?.parties ?? []),
    ...(actor === undefined ? {} : { actorToken: actor.token }),
    ...(target === undefined || only ? {} : { targetToken: target.token }),
  };
}
