/** A decision tree over terms: inner nodes ask `term > bound`, leaves give points. */
export interface Tree {
  /** Term asked for, or -1 at a leaf. */
  readonly term: Int16Array;
  readonly bound: Float32Array;
  /** Node for "no"; "yes" is the next one. */
  readonly no: Int16Array;
  readonly points: Float32Array;
}

/** Points that the trees give to a row of terms. */
export function treePoints(trees: readonly Tree[], terms: Float32Array, at: number): number {
  let sum = 0;
  for (const tree of trees) {
    const { term, bound, no } = tree;
    let node = 0;
    while (term[node] >= 0) node = terms[at + term[node]] > bound[node] ? no[node] + 1 : no[node];
    sum += tree.points[node];
  }
  return sum;
}
