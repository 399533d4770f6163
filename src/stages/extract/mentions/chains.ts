/** Sets of mentions that are joined one by one (union-find with path halving). */
export class Chains {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i);
    this.#size = new Int32Array(count).fill(1);
  }

  rootOf(index: number): number {
    let at = index;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]];
      at = this.#parent[at];
    }
    return at;
  }

  join(a: number, b: number): void {
    const left = this.rootOf(a);
    const right = this.rootOf(b);
    if (left === right) return;
    const [small, big] = this.#size[left] < this.#size[right] ? [left, right] : [right, left];
    this.#parent[small] = big;
    this.#size[big] += this.#size[small];
  }

  sizeOf(index: number): number {
    return this.#size[this.rootOf(index)];
  }
}
