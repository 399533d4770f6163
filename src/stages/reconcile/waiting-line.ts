/** A line in which the least comes first, whenever it joined (binary heap; Williams 1964). */
export class WaitingLine<T> {
  private readonly heap: T[] = [];
  private readonly compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.compare = compare;
  }

  push(one: T): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(one);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.compare(heap[parent], one) <= 0) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = one;
  }

  first(): T | undefined {
    return this.heap.at(0);
  }

  pop(): T | undefined {
    const { heap } = this;
    const first = heap.at(0);
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.compare(heap[child + 1], heap[child]) < 0) child++;
      if (this.compare(last, heap[child]) <= 0) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }
}
