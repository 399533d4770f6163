import type { Move } from '../../model/fact.ts';
import { once } from '../../model/once.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import { kinship, listRecorded, toFactFinder } from './fit-facts.ts';
import type { Classes, Recorded } from './fit-facts.ts';
import { compareSorted, countBefore } from '../../model/sorted-list.ts';

/** What a report leaves out, the chronicle fills in; what both say, the chronicle dates and puts on its sides. */
function joinOne(move: Move, { move: recorded }: Recorded, classes: Classes): Move {
  const classId = recorded.classId ?? move.classId;
  const differ =
    move.classId !== undefined &&
    recorded.classId !== undefined &&
    kinship(move.classId, recorded.classId, classes) < 2;
  const disagreements = differ
    ? {
        ...move.disagreements,
        classId: [
          { value: move.classId, claimIds: move.claimIds },
          { value: recorded.classId, claimIds: [] },
        ],
      }
    : move.disagreements;
  return {
    ...recorded,
    ...move,
    disagreements,
    happenedOn: recorded.happenedOn,
    ...(classId === undefined ? {} : { classId }),
    actorIds: recorded.actorIds.every((id) => recorded.sideIds.includes(id))
      ? [...new Set([...recorded.actorIds, ...move.actorIds])]
      : recorded.actorIds,
    sideIds: recorded.sideIds,
    targetIds: recorded.targetIds,
    targetSideIds: recorded.targetSideIds,
    knownFrom: recorded.knownFrom < move.knownFrom ? recorded.knownFrom : move.knownFrom,
  };
}

/** A reported move that retells one fact alone, or one of several. */
interface Retelling {
  readonly move: Move;
  readonly isAlone: boolean;
}

/** The move of a fact with all that reports add to it; the reports in the order of their ids. */
function joinAll(recorded: Recorded, retellings: readonly Retelling[], classes: Classes): Move {
  const [first, ...more] = retellings;
  if (retellings.length === 0) return recorded.move;
  const joined = first.isAlone
    ? joinOne(first.move, recorded, classes)
    : mergeClaims(recorded.move, first.move);
  return more.reduce((all, { move }) => mergeClaims(all, move), joined);
}

/** A deed: reported, recorded, or both. */
export interface Joined {
  readonly move: Move;
  readonly facts: readonly ChronicleFact[];
  /** Orders deeds: by the id of the first report of them, then those that no report tells of as they are recorded. */
  readonly rank: string;
}

interface Retold {
  readonly retellings: readonly Retelling[];
  readonly joined: Joined;
}

const NO_FACTS: readonly ChronicleFact[] = [];

/** What is the same for all that is joined with one chronicle. */
class Chronicle {
  readonly recorded: readonly Recorded[];
  readonly factsOf: (move: Move) => readonly Recorded[];
  private readonly classes: Classes;
  private readonly alone = new WeakMap<Move, Joined>();

  constructor(playbook: Playbook) {
    this.recorded = listRecorded(playbook);
    this.factsOf = toFactFinder(this.recorded, playbook.classes);
    this.classes = playbook.classes;
  }

  /** A move that retells no fact. */
  reportedOnly(move: Move): Joined {
    const joined = this.alone.get(move) ?? { move, facts: NO_FACTS, rank: move.id };
    this.alone.set(move, joined);
    return joined;
  }

  retold(recorded: Recorded, retellings: readonly Retelling[]): Retold {
    const first = retellings.at(0)?.move;
    const place = String(recorded.place).padStart(8, '0');
    const nth = first === undefined ? 0 : this.factsOf(first).indexOf(recorded);
    const rank = first === undefined ? `~${place}` : `${first.id} ${nth}`;
    const move = joinAll(recorded, retellings, this.classes);
    return { retellings, joined: { move, facts: [recorded.fact], rank } };
  }
}

const byId = (a: Move, b: Move): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export interface JoinedChange {
  readonly joined: JoinedMoves;
  readonly gone: readonly Joined[];
  readonly come: readonly Joined[];
}

/**
 * Reported moves beside the chronicle's facts; a fact and a reported move that are one deed become one.
 * Where two facts fit a reported day equally well, the move stands alone.
 */
export class JoinedMoves {
  private readonly chronicle: Chronicle;
  /** By id. */
  private readonly reported: readonly Move[];
  private readonly retold: ReadonlyMap<Recorded, Retold>;
  private readonly recorded = once(
    () => new Map([...this.retold.values()].map(({ joined }) => [joined.move.id, joined])),
  );

  private constructor(
    chronicle: Chronicle,
    reported: readonly Move[],
    retold: ReadonlyMap<Recorded, Retold>,
  ) {
    this.chronicle = chronicle;
    this.reported = reported;
    this.retold = retold;
  }

  /** The chronicle alone. */
  static of(playbook: Playbook): JoinedMoves {
    const chronicle = new Chronicle(playbook);
    return new JoinedMoves(
      chronicle,
      [],
      new Map(chronicle.recorded.map((one) => [one, chronicle.retold(one, [])])),
    );
  }

  /** Goes on to other reported moves; the work is that of the moves that differ. */
  change(reported: readonly Move[]): JoinedChange {
    const { onlyLeft, onlyRight, isInOrder } = compareSorted(this.reported, reported, byId);
    if (!isInOrder) return this.change(reported.toSorted(byId));
    const touched = new Map<Recorded, Retelling[]>();
    const listOf = (fact: Recorded): Retelling[] => {
      const list = touched.get(fact) ?? [...(this.retold.get(fact)?.retellings ?? [])];
      touched.set(fact, list);
      return list;
    };
    for (const move of onlyLeft)
      for (const fact of this.chronicle.factsOf(move)) {
        const list = listOf(fact);
        const at = list.findIndex((one) => one.move === move);
        list.splice(at, 1);
      }
    for (const move of onlyRight) {
      const facts = this.chronicle.factsOf(move);
      for (const fact of facts) listOf(fact).push({ move, isAlone: facts.length === 1 });
    }
    const changed = [...touched].map(([fact, list]) => {
      list.sort((a, b) => byId(a.move, b.move));
      return [fact, this.chronicle.retold(fact, list)] as const;
    });
    const alone = (list: readonly Move[]): readonly Joined[] =>
      list
        .filter((move) => this.chronicle.factsOf(move).length === 0)
        .map((move) => this.chronicle.reportedOnly(move));
    return {
      joined: new JoinedMoves(this.chronicle, reported, new Map([...this.retold, ...changed])),
      gone: [...alone(onlyLeft), ...changed.flatMap(([fact]) => this.retold.get(fact)?.joined ?? [])],
      come: [...alone(onlyRight), ...changed.map(([, { joined }]) => joined)],
    };
  }

  /** The deeds that the chronicle records, whether reports tell of them or not. */
  ofRecord(): readonly Joined[] {
    return [...this.retold.values()].map(({ joined }) => joined);
  }

  /** All deeds, each once. */
  all(): readonly Joined[] {
    const alone = this.reported.filter((move) => this.chronicle.factsOf(move).length === 0);
    return [...alone.map((move) => this.chronicle.reportedOnly(move)), ...this.ofRecord()];
  }

  find(moveId: string): Joined | undefined {
    const recorded = this.recorded().get(moveId);
    if (recorded) return recorded;
    const move = this.reported.at(countBefore(this.reported, ({ id }) => id < moveId));
    return move?.id !== moveId || this.chronicle.factsOf(move).length > 0
      ? undefined
      : this.chronicle.reportedOnly(move);
  }

  /** The facts that record a move. */
  factsOf = (moveId: string): readonly ChronicleFact[] => this.recorded().get(moveId)?.facts ?? NO_FACTS;
}

function mergeClaims(into: Move, more: Move): Move {
  return {
    ...into,
    claimIds: [...new Set([...into.claimIds, ...more.claimIds])],
    originIds: [...new Set([...into.originIds, ...more.originIds])],
    knownFrom: more.knownFrom < into.knownFrom ? more.knownFrom : into.knownFrom,
  };
}
