/** Groups of things joined pair by pair (union-find); the outcome does not depend on the order of the pairs. */
export class JoinedSets<T> {
  private readonly parents = new Map<T, T>();

  add(one: T): void {
    if (!this.parents.has(one)) this.parents.set(one, one);
  }

  find(one: T): T {
    let root = one;
    for (let up = this.parents.get(root); up !== undefined && up !== root; up = this.parents.get(root))
      root = up;
    this.parents.set(one, root);
    return root;
  }

  join(a: T, b: T): void {
    this.add(a);
    this.add(b);
    this.parents.set(this.find(a), this.find(b));
  }

  /** Groups in the order in which their first members were added. */
  groups(): readonly (readonly T[])[] {
    const groups = new Map<T, T[]>();
    for (const one of this.parents.keys()) {
      const root = this.find(one);
      const group = groups.get(root);
      if (group) group.push(one);
      else groups.set(root, [one]);
    }
    return [...groups.values()];
  }
}
