type Order<T> = (a: T, b: T) => number;

/** How many elements of a list in order come before a point: those of which `isBefore` holds, which stand first. */
export function countBefore<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Compared<T> {
  readonly onlyLeft: readonly T[];
  readonly onlyRight: readonly T[];
  /** Whether the right list is in order at all; if not, the rest says nothing. */
  readonly isInOrder: boolean;
}

/**
 * What only one of two lists holds; both are in order, and the same elements are the same objects. Where the right list
 * runs along the left one, it is in order as that is.
 */
export function compareSorted<T>(left: readonly T[], right: readonly T[], order: Order<T>): Compared<T> {
  const onlyLeft: T[] = [];
  const onlyRight: T[] = [];
  let isInOrder = true;
  let [l, r] = [0, 0];
  const takeRight = (): void => {
    isInOrder &&= r === 0 || order(right[r - 1], right[r]) <= 0;
    onlyRight.push(right[r++]);
    isInOrder &&= r === right.length || order(right[r - 1], right[r]) <= 0;
  };
  while (l < left.length && r < right.length) {
    if (left[l] === right[r]) {
      l++;
      r++;
      continue;
    }
    const sign = order(left[l], right[r]);
    if (sign <= 0) onlyLeft.push(left[l++]);
    if (sign >= 0) takeRight();
  }
  for (; l < left.length; l++) onlyLeft.push(left[l]);
  while (r < right.length) takeRight();
  return { onlyLeft, onlyRight, isInOrder };
}

interface ListChange<T> {
  readonly gone: readonly T[];
  /** In order. */
  readonly come: readonly T[];
}

/** Each place is found by halving; what lies between is copied. */
function changeFew<T>(list: readonly T[], { gone, come }: ListChange<T>, order: Order<T>): readonly T[] {
  const without = new Set(gone);
  const placeOf = (one: T): number => countBefore(list, (other) => order(other, one) < 0);
  const steps = [
    ...gone.map((one) => ({ at: placeOf(one), added: undefined })),
    ...come.map((one) => ({ at: placeOf(one), added: one })),
  ].sort((a, b) => a.at - b.at);
  const changed: T[] = [];
  let next = 0;
  for (const { at, added } of steps) {
    while (next < at) changed.push(list[next++]);
    if (added !== undefined) changed.push(added);
    else while (next < list.length && without.delete(list[next])) next++;
  }
  while (next < list.length) changed.push(list[next++]);
  return changed;
}

/** Both lists are walked side by side. */
function changeMany<T>(list: readonly T[], { gone, come }: ListChange<T>, order: Order<T>): readonly T[] {
  const without = new Set(gone);
  const changed: T[] = [];
  let next = 0;
  for (const one of list) {
    if (without.has(one)) continue;
    while (next < come.length && order(come[next], one) < 0) changed.push(come[next++]);
    changed.push(one);
  }
  while (next < come.length) changed.push(come[next++]);
  return changed;
}

/** Of longer lists, changes fewer than one in so many are few. */
const FEW = 16;

/** A list in order without some of its elements and with others; the list itself stays as it is. */
export function changeSorted<T>(list: readonly T[], change: ListChange<T>, order: Order<T>): readonly T[] {
  const count = change.gone.length + change.come.length;
  if (count === 0) return list;
  return count * FEW < list.length ? changeFew(list, change, order) : changeMany(list, change, order);
}
