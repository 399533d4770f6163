import { changeSorted } from '../../model/sorted-list.ts';

interface Named {
  readonly id: string;
}

export const byFactId = (a: Named, b: Named): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A list sorted by id, without some facts and with others; the list itself stays as it is. */
export const mergeSorted = <F extends Named>(
  sorted: readonly F[],
  without: Iterable<F>,
  added: Iterable<F>,
): readonly F[] => changeSorted(sorted, { gone: [...without], come: [...added].sort(byFactId) }, byFactId);

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
