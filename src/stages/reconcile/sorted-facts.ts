interface Named {
  readonly id: string;
}

export const byFactId = (a: Named, b: Named): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Up to so many facts are put in or taken out one by one; of more, the whole list is walked. */
const FEW = 48;

/** Index of the first fact whose id is not before this one. */
function firstAt(sorted: readonly Named[], id: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Facts are looked up by halving, the rest is copied as it lies in memory. */
function changeFew<F extends Named>(
  sorted: readonly F[],
  without: ReadonlySet<F>,
  more: readonly F[],
): readonly F[] {
  const changed = sorted.slice();
  for (const fact of without) {
    let at = firstAt(changed, fact.id);
    while (at < changed.length && changed[at] !== fact && changed[at].id === fact.id) at++;
    if (changed[at] === fact) changed.splice(at, 1);
  }
  for (const fact of more) changed.splice(firstAt(changed, fact.id), 0, fact);
  return changed;
}

/** A list sorted by id, without some and with others; the given list stays as it is. */
export function mergeSorted<F extends Named>(
  sorted: readonly F[],
  without: ReadonlySet<F>,
  added: Iterable<F>,
): readonly F[] {
  const more = [...added].sort(byFactId);
  if (without.size === 0 && more.length === 0) return sorted;
  if (sorted.length === 0) return more;
  if (without.size + more.length <= FEW) return changeFew(sorted, without, more);
  const merged: F[] = [];
  let next = 0;
  for (const fact of sorted) {
    while (next < more.length && more[next].id < fact.id) merged.push(more[next++]);
    if (!without.has(fact)) merged.push(fact);
  }
  for (; next < more.length; next++) merged.push(more[next]);
  return merged;
}

/** Facts that come and go, and the sorted list of them, made when it is asked for. */
export class SortedFacts<F extends Named> {
  private sorted: readonly F[] = [];
  private readonly gone = new Set<F>();
  private readonly more = new Set<F>();

  add(fact: F): void {
    this.more.add(fact);
  }

  remove(fact: F): void {
    if (!this.more.delete(fact)) this.gone.add(fact);
  }

  /** By id; the same list as long as nothing came or went. */
  list(): readonly F[] {
    this.sorted = mergeSorted(this.sorted, this.gone, this.more);
    this.gone.clear();
    this.more.clear();
    return this.sorted;
  }
}
