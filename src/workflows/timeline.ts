import type { Move, Utterance } from '../model/fact.ts';
import type { KnownMove } from '../model/situation.ts';
import { sayMove } from '../stages/brief/say-move.ts';
import type { Names } from '../stages/brief/words.ts';
import { capitalised } from '../stages/brief/words.ts';
import { namesOf } from './names.ts';
import { doerOf, sayWording, speakerOf } from './say-speaker.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** A move or an utterance as one bar on an axis of days. */
export interface TimelineItem {
  readonly id: string;
  readonly kind: 'move' | 'statement';
  /** First and last day on which it may have been; the same where the day is certain. */
  readonly from: string;
  readonly until: string;
  readonly sides: readonly string[];
  readonly targets: readonly string[];
  /** Move type, or `statement`. */
  readonly type: string;
  readonly says: string;
  readonly isBackground: boolean;
}

export interface Timeline {
  /** How many there are; the newest of them are given. */
  readonly total: number;
  readonly items: readonly TimelineItem[];
}

/** Days inclusive. */
export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const MOST = 1500;
/** Letters of a statement shown on the axis. */
const LONGEST = 240;

export const isWithin = (when: { readonly from?: string; readonly until?: string } | undefined, { from, until }: Period): boolean => {
  const first = when?.from;
  if (from === undefined && until === undefined) return true;
  if (first === undefined) return false;
  return (from === undefined || `${when?.until ?? first}~` >= from) && (until === undefined || first <= `${until}~`);
}; // prettier-ignore

function toKnownMove(move: Move): KnownMove {
  const on = move.happenedOn?.from ?? '';
  return {
    id: move.id,
    type: move.type,
    ...(move.act && { act: move.act }),
    by: move.actorIds,
    to: move.targetIds,
    on,
    until: move.happenedOn?.until ?? on,
    ...(move.classId && { classId: move.classId }),
    ...(move.count !== undefined && { count: move.count }),
    status: move.status,
    claimIds: move.claimIds,
    factIds: [],
  };
}

/** A move in words; without its date where none is known. */
export const sayKnown = (move: Move, names: Names, state: State): string =>
  sayMove(toKnownMove(move), names, doerOf(move, state)).replace(/, $/u, ', day unknown');

const moveItem = (move: Move, state: State, names: Names): TimelineItem => ({
  id: move.id,
  kind: 'move',
  from: move.happenedOn?.from ?? '',
  until: move.happenedOn?.until ?? move.happenedOn?.from ?? '',
  sides: move.sideIds,
  targets: move.targetSideIds,
  type: move.type,
  says: sayKnown(move, names, state).replace(/, [^,]*$/u, ''),
  isBackground: move.time === 'background',
});

function sayUtterance(one: Utterance, state: State, names: Names): string {
  const best = one.wordings.at(one.best);
  const words = best === undefined ? '' : sayWording(best, LONGEST);
  return `${capitalised(speakerOf(one, state, names))}: ${words}`;
}

const wordsItem = (one: Utterance, state: State, names: Names): TimelineItem => ({
  id: one.id,
  kind: 'statement',
  from: one.saidOn?.from ?? one.knownFrom.slice(0, 10),
  until: one.saidOn?.until ?? one.saidOn?.from ?? one.knownFrom.slice(0, 10),
  sides: one.sideIds,
  targets: [],
  type: 'statement',
  says: sayUtterance(one, state, names),
  isBackground: false,
});

/** Moves and utterances of a state on one axis, the newest ones. */
export function timelineOf(session: Session, state: State, period: Period & { readonly background?: boolean | undefined }): Timeline {
  const names = namesOf(session);
  const moves = state.reconciled.moves.filter(
    ({ happenedOn, time }) =>
      happenedOn?.from !== undefined && (period.background === true || time !== 'background') && isWithin(happenedOn, period),
  );
  const said = state.reconciled.utterances.filter(({ saidOn, knownFrom }) =>
    isWithin(saidOn?.from === undefined ? { from: knownFrom.slice(0, 10) } : saidOn, period),
  );
  const day = (one: Move | Utterance): string => ('happenedOn' in one ? one.happenedOn?.from : 'saidOn' in one ? one.saidOn?.from : undefined) ?? one.knownFrom;
  const all = [...moves, ...said].sort((a, b) => (day(a) < day(b) ? 1 : -1));
  const items = all.slice(0, MOST).map((one) => ('wordings' in one ? wordsItem(one, state, names) : moveItem(one, state, names)));
  return { total: all.length, items };
} // prettier-ignore
