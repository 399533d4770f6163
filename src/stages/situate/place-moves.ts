import type { Move } from '../../model/fact.ts';
import type { ChronicleFact } from '../../model/playbook.ts';
import { claimsTold } from './claim-index.ts';
import type { ClaimIndex } from './claim-index.ts';
import { firstDay, lastDay } from './day-number.ts';
import type { Joined, JoinedChange } from './join-facts.ts';

/** Vaguer than this, a month or a year counts as its last possible day. */
const VAGUE_DAYS = 31;
const DAY_LENGTH = '2021-03-25'.length;

/** A move with its days, as numbers. */
export interface Seen {
  readonly move: Move;
  /** Day on which the move counts. */
  readonly at: number;
  /** Last day that it may have happened. */
  readonly until: number;
}

/** A move among others, in the order of their days. */
export interface Placed extends Seen {
  readonly known: number;
  /** Orders moves of one day. */
  readonly rank: string;
}

export const byDay = (a: Placed, b: Placed): number =>
  a.at - b.at || (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0);

function dayOf(move: Move): { readonly at: number; readonly until: number } {
  const when = move.happenedOn;
  const from = when?.from ?? when?.until;
  if (from === undefined) {
    const known = firstDay(move.knownFrom);
    return { at: known, until: known };
  }
  const first = firstDay(from);
  const last = lastDay(when?.until ?? from);
  const vague = from.length < DAY_LENGTH && last - first > VAGUE_DAYS;
  return { at: vague ? last : first, until: last };
}

/**
 * A deed without a day fires no rule: it is not known when it happened, and often not whether it is news. Plans, wishes
 * and denials stand from the day they were told.
 */
const isPlaced = (move: Move): boolean =>
  move.status !== 'actual' || (move.happenedOn?.from ?? move.happenedOn?.until) !== undefined;

const toPlaced = (move: Move, rank: string): readonly Placed[] =>
  isPlaced(move) ? [{ move, ...dayOf(move), known: firstDay(move.knownFrom), rank }] : [];

/** How long reports go on to retell a deed without its day. */
const RETOLD_DAYS = 31;

const toldOf = ({ facts }: Joined): ChronicleFact | undefined => facts.find(({ told }) => told !== undefined);

/** Adds the claims by which reports retell a fact in words that its entry names. */
function addRetold(move: Move, { told, on }: ChronicleFact, claims: ClaimIndex): Move {
  const from = firstDay(on);
  const retold = claimsTold(claims, told, from + RETOLD_DAYS).filter(({ known }) => known >= from);
  const claimIds = [...new Set([...move.claimIds, ...retold.map(({ claim }) => claim.id)])];
  return retold.length === 0 ? move : { ...move, claimIds };
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

interface Retold {
  readonly joined: Joined;
  readonly claimIds: readonly string[];
  readonly placed: readonly Placed[];
}

export interface PlacedChange {
  readonly places: Places;
  readonly gone: readonly Placed[];
  /** In the order of their days. */
  readonly come: readonly Placed[];
}

/** Where deeds stand in time; a deed that stays as it is stays the same object. */
export class Places {
  /** Of deeds that stand as they are joined; a deed without a place has none. */
  private readonly plain: WeakMap<Joined, readonly Placed[]>;
  /** Of deeds to which claims are added, by their facts. */
  private readonly retold: ReadonlyMap<ChronicleFact, Retold>;

  constructor(
    plain: WeakMap<Joined, readonly Placed[]> = new WeakMap(),
    retold: ReadonlyMap<ChronicleFact, Retold> = new Map(),
  ) {
    this.plain = plain;
    this.retold = retold;
  }

  of(joined: Joined): readonly Placed[] {
    const fact = toldOf(joined);
    if (fact) return this.retold.get(fact)?.placed ?? [];
    const placed = this.plain.get(joined) ?? toPlaced(joined.move, joined.rank);
    this.plain.set(joined, placed);
    return placed;
  }

  /** Goes on to other deeds and to other claims that may retell them. */
  change({ joined, gone, come }: JoinedChange, claims: ClaimIndex): PlacedChange {
    const retold = new Map<ChronicleFact, Retold>();
    for (const one of joined.ofRecord()) {
      const fact = toldOf(one);
      if (fact) retold.set(fact, this.retell(one, fact, claims));
    }
    const places = new Places(this.plain, retold);
    const isPlain = (one: Joined): boolean => toldOf(one) === undefined;
    const stirred = [...retold].filter(([fact, one]) => this.retold.get(fact) !== one);
    return {
      places,
      gone: [
        ...gone.filter(isPlain).flatMap((one) => this.of(one)),
        ...stirred.flatMap(([fact]) => this.retold.get(fact)?.placed ?? []),
      ],
      come: [
        ...come.filter(isPlain).flatMap((one) => this.of(one)),
        ...stirred.flatMap(([, { placed }]) => placed),
      ].sort(byDay),
    };
  }

  private retell(joined: Joined, fact: ChronicleFact, claims: ClaimIndex): Retold {
    const before = this.retold.get(fact);
    const move = addRetold(joined.move, fact, claims);
    if (before?.joined === joined && sameIds(before.claimIds, move.claimIds)) return before;
    return { joined, claimIds: move.claimIds, placed: toPlaced(move, joined.rank) };
  }
}
