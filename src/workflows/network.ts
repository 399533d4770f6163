import type { Actor } from '../model/actor.ts';
import type { Move, Utterance } from '../model/fact.ts';
import type { MoveType } from '../model/move-type.ts';
import { selectClaims } from './list-claims.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { isWithin, sayKnown } from './timeline.ts';
import type { Period } from './timeline.ts';

/** What two sides did to each other in a window, by sign. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly good: number;
  readonly bad: number;
}

/** An actor's page. */
export interface Doings {
  readonly actor?: Actor;
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

/** Deeds between two named sides in a period, the most frequent pairs first. */
export function networkOf({ reconciled }: State, period: Period): readonly Edge[] {
  const found = new Map<string, { a: string; b: string; good: number; bad: number }>();
  for (const move of reconciled.moves) {
    if (move.status !== 'actual' || move.happenedOn?.from === undefined || !isWithin(move.happenedOn, period)) continue;
    for (const from of move.sideIds) for (const to of move.targetSideIds) {
      if (from === to) continue;
      const [a, b] = [from, to].sort();
      const edge = found.get(`${a}|${b}`) ?? { a, b, good: 0, bad: 0 };
      if (GOOD.has(move.type)) edge.good++;
      else edge.bad++;
      found.set(`${a}|${b}`, edge);
    }
  }
  return [...found.values()].sort((x, y) => y.good + y.bad - x.good - x.bad).slice(0, MOST_EDGES);
} // prettier-ignore

const lines = <T>(all: readonly T[], most: number, say: (one: T) => Doing): Doings['moves'] => ({
  total: all.length,
  lines: all.slice(0, most).map(say),
});

/** Moves, words and what is said of an actor, the newest first. */
export function doingsOf(session: Session, state: State, id: string, period: Period & { readonly knownAt?: string | undefined }): Doings {
  const names = namesOf(session);
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
    moves: lines(moves, 40, (move) => ({ id: move.id, says: sayKnown(move, names), ...(move.happenedOn?.from && { on: move.happenedOn.from }) })),
    words: lines(words, 30, (one) => ({ id: one.id, says: one.wordings.at(one.best)?.words ?? '', on: said(one) })),
    saidOf: selectClaims(state, { target: id, kind: 'statement' }).slice(-20).reverse().map(({ claim, words: says, publishedAt }) => ({ id: claim.id, says, ...(publishedAt && { on: publishedAt.slice(0, 10) }) })),
  };
} // prettier-ignore
