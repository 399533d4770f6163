import type { MovePattern } from '../../model/move-pattern.ts';
import { matchesMove } from '../../model/matches-move.ts';
import type { MoveTraits } from '../../model/matches-move.ts';
import { once } from '../../model/once.ts';
import { byDay } from './place-moves.ts';
import type { Placed, PlacedChange } from './place-moves.ts';
import { changeSorted } from '../../model/sorted-list.ts';

/** Moves by act, type and side, so that a pattern looks at the fewest. */
interface Buckets {
  readonly byAct: ReadonlyMap<string, readonly number[]>;
  readonly byType: ReadonlyMap<string, readonly number[]>;
  readonly bySide: ReadonlyMap<string, readonly number[]>;
}

function push(map: Map<string, number[]>, key: string, position: number): void {
  const list = map.get(key);
  if (list) list.push(position);
  else map.set(key, [position]);
}

function toBuckets(placed: readonly Placed[]): Buckets {
  const byAct = new Map<string, number[]>();
  const byType = new Map<string, number[]>();
  const bySide = new Map<string, number[]>();
  for (let i = 0; i < placed.length; i++) {
    const { act, type, sideIds, actorIds } = placed[i].move;
    if (act !== undefined) push(byAct, act, i);
    push(byType, type, i);
    for (const side of sideIds) push(bySide, side, i);
    for (const actor of actorIds) if (!sideIds.includes(actor)) push(bySide, actor, i);
  }
  return { byAct, byType, bySide };
}

type Positions = ReadonlyMap<string, readonly number[]>;

const sizeOf = (lists: Positions, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (lists.get(key)?.length ?? 0), 0);

function gather(lists: Positions, keys: readonly string[]): readonly number[] {
  if (keys.length === 1) return lists.get(keys[0]) ?? [];
  const all = keys.flatMap((key) => lists.get(key) ?? []).sort((a, b) => a - b);
  return all.filter((position, i) => position !== all[i - 1]);
}

function candidates({ act, type, by }: MovePattern, buckets: Buckets, count: number): Iterable<number> {
  const ways: readonly (readonly [Positions, readonly string[] | undefined])[] = [
    [buckets.byAct, act],
    [buckets.byType, type],
    [buckets.bySide, by],
  ];
  const open = ways.flatMap(([lists, keys]) =>
    keys === undefined ? [] : [{ lists, keys, size: sizeOf(lists, keys) }],
  );
  const least = open.sort((a, b) => a.size - b.size).at(0);
  return least === undefined ? Array.from({ length: count }, (_, i) => i) : gather(least.lists, least.keys);
}

/** Moves, with the buckets that they fall into. */
interface Sorted {
  readonly placed: readonly Placed[];
  readonly buckets: () => Buckets;
}

const intoBuckets = (placed: readonly Placed[]): Sorted => ({
  placed,
  buckets: once(() => toBuckets(placed)),
});

/** Those that match, in the order in which they are given. */
function select(pattern: MovePattern, { placed, buckets }: Sorted, traits: MoveTraits): readonly Placed[] {
  const found: Placed[] = [];
  for (const i of candidates(pattern, buckets(), placed.length))
    if (matchesMove(placed[i].move, pattern, traits)) found.push(placed[i]);
  return found;
}

type Lists = ReadonlyMap<MovePattern, readonly Placed[]>;

/** The moves that patterns mean, found once per pattern. */
export class PatternLists {
  private readonly all: Sorted;
  private readonly traits: MoveTraits;
  private readonly lists: Map<MovePattern, readonly Placed[]>;

  /** `placed` in the order of their days. */
  constructor(placed: readonly Placed[], traits: MoveTraits, lists: Lists = new Map()) {
    this.all = intoBuckets(placed);
    this.traits = traits;
    this.lists = new Map(lists);
  }

  /** All moves that match, in order. */
  find(pattern: MovePattern): readonly Placed[] {
    const list = this.lists.get(pattern) ?? select(pattern, this.all, this.traits);
    this.lists.set(pattern, list);
    return list;
  }

  /** The lists of other moves; where more come and go than there are, they are found anew. */
  change({ gone, come }: Pick<PlacedChange, 'gone' | 'come'>, traits: MoveTraits): PatternLists {
    const placed = changeSorted(this.all.placed, { gone, come }, byDay);
    if (gone.length + come.length > placed.length) return new PatternLists(placed, traits);
    const [out, into] = [intoBuckets(gone), intoBuckets(come)];
    const lists = [...this.lists].map(([pattern, list]) => {
      const change = { gone: select(pattern, out, this.traits), come: select(pattern, into, traits) };
      return [pattern, changeSorted(list, change, byDay)] as const;
    });
    return new PatternLists(placed, traits, new Map(lists));
  }
}
