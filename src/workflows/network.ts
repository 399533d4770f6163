import type { Actor } from '../model/actor.ts';
import type { Move, Utterance } from '../model/fact.ts';
import type { MoveType } from '../model/move-type.ts';
import type { ChronicleFact } from '../model/playbook.ts';
import { JoinedMoves } from '../stages/situate/join-facts.ts';
import { selectClaims } from './list-claims.ts';
import type { Stranger } from '../model/stranger.ts';
import { namesMet, personOf } from './list-strangers.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { sayWording } from './say-speaker.ts';
import { isWithin, sayKnown } from './timeline.ts';
import type { Period } from './timeline.ts';

/** What two sides did to each other in a window, by sign. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly good: number;
  readonly bad: number;
  /** Lasting relations between the two that stand: `ally`, `patron`, `rival` … */
  readonly relations: readonly string[];
}

/** An actor's page. */
export interface Doings {
  readonly actor?: Actor;
  /** Names under which reports speak of him and that no list knows. */
  readonly namesMet: readonly Stranger[];
  readonly moves: { readonly total: number; readonly lines: readonly Doing[] };
  readonly words: { readonly total: number; readonly lines: readonly Doing[] };
  /** What others say of it. */
  readonly saidOf: readonly Doing[];
}

interface Doing {
  readonly id: string;
  readonly says: string;
  readonly on?: string;
}

const GOOD: ReadonlySet<MoveType> = new Set(['agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat'] as const); // prettier-ignore
const MOST_EDGES = 60;

interface Counted {
  readonly a: string;
  readonly b: string;
  good: number;
  bad: number;
  readonly relations: string[];
}

/** Reported deeds, each joined with the chronicle's record of it, and what the chronicle alone records. */
function joinMoves(session: Session, state: State, knownAt: string | undefined): readonly Move[] {
  const known = (fact: ChronicleFact): boolean => knownAt === undefined || (fact.knownFrom ?? fact.on) <= knownAt;
  const playbook = session.playbook();
  const chronicle = JoinedMoves.of({ ...playbook, chronicle: playbook.chronicle.filter(known) });
  const moves = chronicle.change(state.reconciled.moves).joined.all().map(({ move }) => move);
  return moves.filter(({ status, happenedOn }) => status === 'actual' && happenedOn?.from !== undefined);
} // prettier-ignore

/** The last ones of each state: the same day is asked about for window after window. */
const joinedBefore = new WeakMap<
  State,
  { readonly knownAt: string | undefined; readonly moves: readonly Move[] }
>();

function allMoves(session: Session, state: State, knownAt: string | undefined): readonly Move[] {
  const before = joinedBefore.get(state);
  if (before?.knownAt === knownAt && before !== undefined) return before.moves;
  const moves = joinMoves(session, state, knownAt);
  joinedBefore.set(state, { knownAt, moves });
  return moves;
}

/** Deeds between two named sides in a period, and their lasting relations, the busiest pairs first. */
export function networkOf(session: Session, state: State, period: Period & { readonly knownAt?: string | undefined }): readonly Edge[] {
  const found = new Map<string, Counted>();
  const between = (from: string, to: string): Counted => {
    const [a, b] = [from, to].sort();
    const edge = found.get(`${a}|${b}`) ?? { a, b, good: 0, bad: 0, relations: [] };
    found.set(`${a}|${b}`, edge);
    return edge;
  };
  for (const move of allMoves(session, state, period.knownAt)) {
    if (!isWithin(move.happenedOn, period)) continue;
    for (const [from, to] of pairsOf(move)) {
      if (GOOD.has(move.type)) between(from, to).good++;
      else between(from, to).bad++;
    }
  }
  const day = period.until ?? period.knownAt ?? '9999';
  for (const { sides, relation, from, until } of session.playbook().relations)
    if (from <= day && (until === undefined || until >= day)) between(sides[0], sides[1]).relations.push(relation);
  return [...found.values()].sort((x, y) => y.good + y.bad - x.good - x.bad).slice(0, MOST_EDGES);
} // prettier-ignore

/** From each side to each target; of a deed done together (a meeting, say), between all who take part. */
function pairsOf({ sideIds, targetSideIds, type }: Move): readonly (readonly [string, string])[] {
  const directed = sideIds.flatMap((from) => targetSideIds.filter((to) => to !== from).map((to) => [from, to] as const));
  if (directed.length > 0 || !GOOD.has(type)) return directed;
  return sideIds.flatMap((from, i) => sideIds.slice(i + 1).map((to) => [from, to] as const));
} // prettier-ignore

const lines = <T>(all: readonly T[], most: number, say: (one: T) => Doing): Doings['moves'] => ({
  total: all.length,
  lines: all.slice(0, most).map(say),
});

/** Moves, words and what is said of an actor, the newest first. */
export function doingsOf(session: Session, state: State, asked: string, period: Period & { readonly knownAt?: string | undefined }): Doings {
  const names = namesOf(session);
  const id = personOf(state, asked);
  const actor = session.actors().actors.get(id);
  const isTheirs = (ids: readonly string[], sides: readonly string[]): boolean => ids.includes(id) || sides.includes(id);
  const on = (move: Move): string => move.happenedOn?.from ?? '';
  const moves = state.reconciled.moves
    .filter((move) => isTheirs(move.actorIds, move.sideIds) && isWithin(move.happenedOn, period))
    .sort((a, b) => (on(a) < on(b) ? 1 : -1));
  const said = (one: Utterance): string => one.saidOn?.from ?? one.knownFrom.slice(0, 10);
  const words = state.reconciled.utterances
    .filter((one) => isTheirs(one.speakerIds, one.sideIds) && isWithin({ from: said(one) }, period))
    .sort((a, b) => (said(a) < said(b) ? 1 : -1));
  return {
    ...(actor && { actor }),
    namesMet: namesMet(state, id),
    moves: lines(moves, 40, (move) => ({ id: move.id, says: sayKnown(move, names, state), ...(move.happenedOn?.from && { on: move.happenedOn.from }) })),
    words: lines(words, 30, (one) => ({ id: one.id, says: one.wordings.slice(one.best, one.best + 1).map((best) => sayWording(best)).join(''), on: said(one) })),
    saidOf: selectClaims(state, { target: id, kind: 'statement' }).slice(-20).reverse().map(({ claim, words: says, publishedAt }) => ({ id: claim.id, says, ...(publishedAt && { on: publishedAt.slice(0, 10) }) })),
  };
} // prettier-ignore
