/** What was worked out lately, so many at most; the one worked out longest ago goes first. */
export class Remembered<K, V> {
  private readonly values = new Map<K, V>();
  private readonly most: number;
  private readonly make: (key: K) => V;

  constructor(most: number, make: (key: K) => V) {
    this.most = most;
    this.make = make;
  }

  get(key: K): V {
    const known = this.values.get(key);
    if (known !== undefined) return known;
    const value = this.make(key);
    this.values.set(key, value);
    if (this.values.size > this.most)
      for (const oldest of this.values.keys()) return this.forget(oldest, value);
    return value;
  }

  private forget(key: K, value: V): V {
    this.values.delete(key);
    return value;
  }
}
