import type { Deprel, Marks, Upos } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';

/** Dependents of every token, in text order, as compressed rows: `dependents[row[t] .. row[t + 1])`. */
export interface Tree {
  readonly marks: Marks;
  readonly row: Int32Array;
  readonly dependents: Int32Array;
  /** The same rows as lists, by token. */
  readonly lists: readonly (readonly number[])[];
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

/** Tokens in an order in which each governor goes before its dependents; no recursion, for long sentences. */
function fromRoots(marks: Marks): Int32Array {
  const order = new Int32Array(marks.tokenCount);
  const isPlaced = new Uint8Array(marks.tokenCount);
  const path: number[] = [];
  let count = 0;
  for (let t = 0; t < marks.tokenCount; t++) {
    for (let at = t; at >= 0 && isPlaced[at] === 0; at = marks.head[at]) path.push(at);
    for (let up = path.pop(); up !== undefined; up = path.pop()) {
      isPlaced[up] = 1;
      order[count++] = up;
    }
  }
  return order;
}

/** Widens each governor by its dependents, the deepest first. */
function spread(marks: Marks, first: Int32Array, last: Int32Array): void {
  const order = fromRoots(marks);
  for (let i = order.length - 1; i >= 0; i--) {
    const t = order[i];
    const head = marks.head[t];
    if (head < 0) continue;
    if (first[t] < first[head]) first[head] = first[t];
    if (last[t] > last[head]) last[head] = last[t];
  }
}

const NONE: readonly number[] = [];

function listAll(row: Int32Array, dependents: Int32Array): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = [];
  for (let t = 0; t + 1 < row.length; t++) {
    const list: number[] = [];
    for (let i = row[t]; i < row[t + 1]; i++) list.push(dependents[i]);
    lists.push(list.length === 0 ? NONE : list);
  }
  return lists;
}

function makeTree(marks: Marks): Tree {
  const row = countRows(marks);
  const dependents = new Int32Array(marks.tokenCount);
  const next = row.slice();
  for (let t = 0; t < marks.tokenCount; t++) if (marks.head[t] >= 0) dependents[next[marks.head[t]]++] = t;
  const first = new Int32Array(marks.tokenCount);
  for (let t = 0; t < marks.tokenCount; t++) first[t] = t;
  const last = first.slice();
  spread(marks, first, last);
  return { marks, row, dependents, lists: listAll(row, dependents), first, last };
}

const made = new WeakMap<Marks, Tree>();

/** Indexes the dependency tree, in linear time; of the same marks once, since every finder asks for it. */
export function toTree(marks: Marks): Tree {
  const tree = made.get(marks) ?? makeTree(marks);
  made.set(marks, tree);
  return tree;
}

export const dependentsOf = (tree: Tree, token: number): readonly number[] => tree.lists[token];

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
