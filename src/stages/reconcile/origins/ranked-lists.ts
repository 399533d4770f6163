/** Anything that stands in a fixed order. */
export interface Ordered {
  /** Place in the order; no two have the same. */
  readonly order: string;
}

/** Lists by number, each in order. */
export class RankedLists<T extends Ordered> {
  private readonly lists = new Map<number, T[]>();

  /** How many of the list stand before this one. */
  rank(key: number, one: T): number {
    const list = this.lists.get(key) ?? [];
    let [low, high] = [0, list.length];
    if (high > 0 && list[high - 1].order < one.order) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].order < one.order) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts one in its place; gives its rank. */
  put(key: number, one: T): number {
    const rank = this.rank(key, one);
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [one]);
    else list.splice(rank, 0, one);
    return rank;
  }

  /** Takes one out; gives the rank it had. */
  take(key: number, one: T): number {
    const rank = this.rank(key, one);
    const list = this.lists.get(key);
    list?.splice(rank, 1);
    if (list?.length === 0) this.lists.delete(key);
    return rank;
  }

  at(key: number, rank: number): T | undefined {
    return this.lists.get(key)?.at(rank);
  }

  /** Those of the list from one rank up to (not with) another. */
  slice(key: number, from: number, until: number): readonly T[] {
    return this.lists.get(key)?.slice(from, until) ?? [];
  }
}
