import type { Deprel, Marks, Upos } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';

/** Dependents of every token, in text order, as compressed rows: `dependents[row[t] .. row[t + 1])`. */
export interface Tree {
  readonly marks: Marks;
  readonly row: Int32Array;
  readonly dependents: Int32Array;
  /** First and last token (inclusive) of each token's subtree. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function countRows(marks: Marks): Int32Array {
  const row = new Int32Array(marks.tokenCount + 1);
  for (let t = 0; t < marks.tokenCount; t++) if (marks.head[t] >= 0) row[marks.head[t] + 1]++;
  for (let t = 0; t < marks.tokenCount; t++) row[t + 1] += row[t];
  return row;
}

/** Widens each governor by its dependents, deepest first, so that no recursion is needed on long sentences. */
function spread(marks: Marks, first: Int32Array, last: Int32Array): void {
  const depth = new Int32Array(marks.tokenCount).fill(-1);
  const order: number[] = [];
  const path: number[] = [];
  for (let t = 0; t < marks.tokenCount; t++) {
    let at = t;
    while (at >= 0 && depth[at] < 0) {
      path.push(at);
      at = marks.head[at];
    }
    let base = at < 0 ? 0 : depth[at] + 1;
    for (let up = path.pop(); up !== undefined; up = path.pop()) {
      depth[up] = base++;
      order.push(up);
    }
  }
  order.sort((a, b) => depth[b] - depth[a]);
  for (const t of order) {
    const head = marks.head[t];
    if (head < 0) continue;
    if (first[t] < first[head]) first[head] = first[t];
    if (last[t] > last[head]) last[head] = last[t];
  }
}

/** Indexes the dependency tree once, in linear time (but for a sort by depth). */
export function toTree(marks: Marks): Tree {
  const row = countRows(marks);
  const dependents = new Int32Array(marks.tokenCount);
  const next = row.slice();
  for (let t = 0; t < marks.tokenCount; t++) if (marks.head[t] >= 0) dependents[next[marks.head[t]]++] = t;
  const first = Int32Array.from({ length: marks.tokenCount }, (_, t) => t);
  const last = first.slice();
  spread(marks, first, last);
  return { marks, row, dependents, first, last };
}

export const dependentsOf = (tree: Tree, token: number): Int32Array =>
  tree.dependents.subarray(tree.row[token], tree.row[token + 1]);

/** The first dependent with one of these relations. */
export function findDependent(tree: Tree, token: number, ...labels: readonly Deprel[]): number | undefined {
  for (let i = tree.row[token]; i < tree.row[token + 1]; i++) {
    if (labels.includes(deprelOf(tree.marks, tree.dependents[i]))) return tree.dependents[i];
  }
  return undefined;
}

export function listDependents(tree: Tree, token: number, ...labels: readonly Deprel[]): number[] {
  const found: number[] = [];
  for (let i = tree.row[token]; i < tree.row[token + 1]; i++) {
    if (labels.includes(deprelOf(tree.marks, tree.dependents[i]))) found.push(tree.dependents[i]);
  }
  return found;
}

/** The words of a token's whole subtree (its hull, also where the tree is not projective). */
export const subtreeSpan = (tree: Tree, token: number): Span => ({
  start: tree.marks.start[tree.first[token]],
  end: tree.marks.end[tree.last[token]],
});

export const tokenSpan = (marks: Marks, token: number): Span => ({
  start: marks.start[token],
  end: marks.end[token],
});

const CLAUSAL: ReadonlySet<Deprel> = new Set([
  'root', 'ccomp', 'advcl', 'advcl:relcl', 'acl', 'acl:relcl', 'csubj', 'csubj:pass', 'csubj:outer', 'parataxis',
]); // prettier-ignore

const VERBAL: ReadonlySet<Upos> = new Set(['VERB', 'AUX']);

/** Head token of the smallest clause that holds `token`. */
export function clauseHead(marks: Marks, token: number): number {
  let at = token;
  for (let steps = 0; steps < marks.tokenCount; steps++) {
    const label = deprelOf(marks, at);
    if (marks.head[at] < 0 || CLAUSAL.has(label)) return at;
    if ((label === 'conj' || label === 'xcomp') && VERBAL.has(uposOf(marks, at)) && at !== token) return at;
    at = marks.head[at];
  }
  return at;
}

/** The smallest clause that holds `token`. */
export const clauseSpan = (tree: Tree, token: number): Span =>
  subtreeSpan(tree, clauseHead(tree.marks, token));

/** The token that covers or first follows a text offset; `tokenCount` when none does. Binary search. */
export function tokenAt(marks: Marks, offset: number): number {
  let low = 0;
  let high = marks.tokenCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks.end[middle] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
