import type { Tree } from './trees.ts';

export const BINS = 64;

/** Terms of all rows as bin numbers, one column a term. */
export interface Binned {
  readonly rows: number;
  readonly columns: readonly Uint8Array[];
  /** Upper bound of each bin but the last, per term. */
  readonly bounds: readonly Float32Array[];
}

/** Weight of the pull of leaf points to zero, and the least curvature a leaf must hold. */
const CALM = 2;
const LEAST_BEND = 2;

interface Rows {
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  /** Raised by the tree's points, once it is grown. */
  readonly score: Float64Array;
}

interface Growth {
  readonly asked: readonly number[];
  readonly leaves: number;
  readonly rate: number;
}

interface Split {
  readonly gain: number;
  readonly term: number;
  readonly bin: number;
}

interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly until: number;
  readonly histogram: Float64Array;
  readonly split: Split;
}

/** A tree while it grows; `bin` says the same as `bound`, for rows already put into bins. */
interface Nodes {
  readonly term: number[];
  readonly bin: number[];
  readonly bound: number[];
  readonly no: number[];
  readonly points: number[];
}

/** Grows one tree on the rows of `order`, best leaf first, by gain in the second-order approximation of the loss. */
export function growTree(binned: Binned, rows: Rows, order: Int32Array, growth: Growth): Tree {
  const nodes: Nodes = { term: [-1], bin: [0], bound: [0], no: [0], points: [0] };
  let open: Leaf[] = [leafOf(binned, rows, growth, order, { node: 0, from: 0, until: order.length })];
  const closed: Leaf[] = [];
  while (open.length + closed.length < growth.leaves && open.length > 0) {
    const best = open.reduce((a, b) => (b.split.gain > a.split.gain ? b : a));
    open = open.filter((leaf) => leaf !== best);
    if (best.split.gain <= 1e-6) closed.push(best);
    else open.push(...splitLeaf(binned, rows, growth, order, best, nodes));
  }
  for (const leaf of [...open, ...closed])
    nodes.points[leaf.node] = growth.rate * leafPoints(rows, order, leaf);
  raiseScores(binned, nodes, rows.score);
  return {
    term: Int16Array.from(nodes.term),
    bound: Float32Array.from(nodes.bound),
    no: Int16Array.from(nodes.no),
    points: Float32Array.from(nodes.points),
  };
}

function splitLeaf(
  binned: Binned,
  rows: Rows,
  growth: Growth,
  order: Int32Array,
  leaf: Leaf,
  nodes: Nodes,
): readonly Leaf[] {
  // prettier-ignore
  const { term, bin } = leaf.split;
  const middle = partition(binned.columns[term], bin, order, leaf.from, leaf.until);
  const no = nodes.term.length;
  nodes.term[leaf.node] = term;
  nodes.bin[leaf.node] = bin;
  nodes.bound[leaf.node] = binned.bounds[term][bin];
  nodes.no[leaf.node] = no;
  nodes.term.push(-1, -1);
  for (const list of [nodes.bin, nodes.bound, nodes.no, nodes.points]) list.push(0, 0);
  return children(binned, rows, growth, order, leaf, middle, no);
}

function raiseScores(binned: Binned, nodes: Nodes, score: Float64Array): void {
  const term = Int16Array.from(nodes.term);
  const bin = Int16Array.from(nodes.bin);
  const no = Int16Array.from(nodes.no);
  const { columns } = binned;
  for (let row = 0; row < score.length; row++) {
    let node = 0;
    while (term[node] >= 0) node = columns[term[node]][row] > bin[node] ? no[node] + 1 : no[node];
    score[row] += nodes.points[node];
  }
}

interface Stretch {
  readonly node: number;
  readonly from: number;
  readonly until: number;
}

function leafOf(binned: Binned, rows: Rows, growth: Growth, order: Int32Array, stretch: Stretch): Leaf {
  const histogram = histogramOf(binned, rows, growth.asked, order, stretch);
  return { ...stretch, histogram, split: bestSplit(histogram, growth.asked, binned) };
}

/** Counts only the smaller child; the larger is the parent less the smaller. */
function children(
  binned: Binned,
  rows: Rows,
  growth: Growth,
  order: Int32Array,
  parent: Leaf,
  middle: number,
  no: number,
): readonly Leaf[] {
  // prettier-ignore
  const noStretch = { node: no, from: parent.from, until: middle };
  const yesStretch = { node: no + 1, from: middle, until: parent.until };
  const noSmaller = middle - parent.from < parent.until - middle;
  const small = leafOf(binned, rows, growth, order, noSmaller ? noStretch : yesStretch);
  const histogram = parent.histogram;
  for (let i = 0; i < histogram.length; i++) histogram[i] -= small.histogram[i];
  const large = {
    ...(noSmaller ? yesStretch : noStretch),
    histogram,
    split: bestSplit(histogram, growth.asked, binned),
  };
  return [small, large];
}

let pulls = new Float64Array(0);

function histogramOf(
  binned: Binned,
  rows: Rows,
  asked: readonly number[],
  order: Int32Array,
  s: Stretch,
): Float64Array {
  const { slope, bend } = rows;
  const size = s.until - s.from;
  if (pulls.length < 2 * size) pulls = new Float64Array(2 * size);
  for (let i = 0; i < size; i++) {
    pulls[2 * i] = slope[order[s.from + i]];
    pulls[2 * i + 1] = bend[order[s.from + i]];
  }
  const histogram = new Float64Array(asked.length * BINS * 2);
  asked.forEach((term, k) =>
    addColumn(binned.columns[term], order, s, histogram.subarray(k * BINS * 2, (k + 1) * BINS * 2)),
  );
  return histogram;
}

function addColumn(column: Uint8Array, order: Int32Array, s: Stretch, into: Float64Array): void {
  const gathered = pulls;
  const { from } = s;
  const size = s.until - from;
  for (let i = 0; i < size; i++) {
    const at = 2 * column[order[from + i]];
    into[at] += gathered[2 * i];
    into[at + 1] += gathered[2 * i + 1];
  }
}

function bestSplit(histogram: Float64Array, asked: readonly number[], binned: Binned): Split {
  let best: Split = { gain: 0, term: -1, bin: 0 };
  asked.forEach((term, k) => {
    const base = k * BINS * 2;
    let slopeAll = 0;
    let bendAll = 0;
    for (let bin = 0; bin < BINS; bin++) {
      slopeAll += histogram[base + 2 * bin];
      bendAll += histogram[base + 2 * bin + 1];
    }
    const whole = (slopeAll * slopeAll) / (bendAll + CALM);
    let slope = 0;
    let bend = 0;
    for (let bin = 0; bin < binned.bounds[term].length; bin++) {
      slope += histogram[base + 2 * bin];
      bend += histogram[base + 2 * bin + 1];
      if (bend < LEAST_BEND || bendAll - bend < LEAST_BEND) continue;
      const gain =
        (slope * slope) / (bend + CALM) + (slopeAll - slope) ** 2 / (bendAll - bend + CALM) - whole;
      if (gain > best.gain) best = { gain, term, bin };
    }
  });
  return best;
}

/** Puts the rows that answer "no" first, keeping their order; gives where "yes" begins. */
function partition(column: Uint8Array, bin: number, order: Int32Array, from: number, until: number): number {
  const yes = new Int32Array(until - from);
  let yesCount = 0;
  let at = from;
  for (let i = from; i < until; i++) {
    const row = order[i];
    if (column[row] > bin) yes[yesCount++] = row;
    else order[at++] = row;
  }
  order.set(yes.subarray(0, yesCount), at);
  return at;
}

function leafPoints(rows: Rows, order: Int32Array, leaf: Leaf): number {
  let slope = 0;
  let bend = 0;
  for (let i = leaf.from; i < leaf.until; i++) {
    slope += rows.slope[order[i]];
    bend += rows.bend[order[i]];
  }
  return -slope / (bend + CALM);
}
