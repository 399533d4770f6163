/** The three transitions of the arc-hybrid system (Kuhlmann et al. 2011): the stack's top is attached left or right. */
export const SHIFT = 0;
/** The stack's top becomes a dependent of the buffer's first. */
export const LEFT = 1;
/** The stack's top becomes a dependent of the one beneath it. */
export const RIGHT = 2;

/**
 * A parser configuration over one sentence of `length` tokens. The root stands behind the last token, so that it is
 * the buffer's last: index `length`. Grows with the longest sentence it has met; `reset` begins a new one.
 */
export class Configuration {
  length = 0;
  /** First token of the buffer. */
  next = 0;
  depth = 0;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);

  reset(length: number): void {
    if (this.head.length < length + 1) {
      const room = 2 * length + 16;
      this.stack = new Int32Array(room);
      this.head = new Int32Array(room);
      this.leftCount = new Int32Array(room);
      this.rightCount = new Int32Array(room);
    }
    this.length = length;
    this.next = 0;
    this.depth = 0;
    this.head.fill(-1, 0, length + 1);
    this.leftCount.fill(0, 0, length + 1);
    this.rightCount.fill(0, 0, length + 1);
  }

  isDone(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  /** Token at `below` places under the stack's top, -1 where there is none. */
  stacked(below: number): number {
    return this.depth > below ? this.stack[this.depth - 1 - below] : -1;
  }

  /** Only one token may hang from the root: at the end of the sentence the stack is first reduced to one. */
  allows(action: number): boolean {
    if (this.next === this.length) return this.depth === 1 ? action === LEFT : action === RIGHT;
    if (action === SHIFT) return true;
    return action === LEFT ? this.depth > 0 : this.depth > 1;
  }

  /** The only transition allowed, or -1 where there is a choice. */
  forced(): number {
    if (this.next === this.length) return this.depth === 1 ? LEFT : RIGHT;
    return this.depth === 0 ? SHIFT : -1;
  }

  /** Head that the stack's top would get. */
  headBy(action: number): number {
    return action === LEFT ? this.next : this.stack[this.depth - 2];
  }

  apply(action: number): void {
    if (action === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const head = this.headBy(action);
    this.depth--;
    const dependent = this.stack[this.depth];
    this.head[dependent] = head;
    if (head > dependent) this.leftCount[head]++;
    else this.rightCount[head]++;
  }
}
