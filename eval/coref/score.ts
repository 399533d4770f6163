/**
 * Coreference scores as the CoNLL-2012 shared task counts them (Pradhan et al. 2014, "Scoring Coreference Partitions of
 * Predicted Mentions"): sums over documents, then F1 of each; `conll` is the mean of MUC, B³ and CEAF-e.
 * A mention is a key (its document and span) equal in both partitions when it is the same words.
 */
export interface Counts {
  readonly recallTop: number;
  readonly recallBottom: number;
  readonly precisionTop: number;
  readonly precisionBottom: number;
}

export interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}

export interface CorefScore {
  readonly mentions: Score;
  readonly muc: Score;
  readonly bCubed: Score;
  readonly ceafE: Score;
  readonly conll: number;
}

export type Clusters = readonly (readonly string[])[];

const NONE: Counts = { recallTop: 0, recallBottom: 0, precisionTop: 0, precisionBottom: 0 };

const add = (a: Counts, b: Counts): Counts => ({
  recallTop: a.recallTop + b.recallTop,
  recallBottom: a.recallBottom + b.recallBottom,
  precisionTop: a.precisionTop + b.precisionTop,
  precisionBottom: a.precisionBottom + b.precisionBottom,
});

function toScore(counts: Counts): Score {
  const recall = counts.recallBottom === 0 ? 0 : counts.recallTop / counts.recallBottom;
  const precision = counts.precisionBottom === 0 ? 0 : counts.precisionTop / counts.precisionBottom;
  return {
    recall,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
  };
}

const clusterOf = (clusters: Clusters): ReadonlyMap<string, number> =>
  new Map(clusters.flatMap((cluster, i) => cluster.map((mention): [string, number] => [mention, i])));

/** How the mentions of one cluster fall into the clusters of the other side; each unknown mention is alone. */
function partsOf(
  cluster: readonly string[],
  other: ReadonlyMap<string, number>,
): { sizes: number[]; alone: number } {
  const sizes = new Map<number, number>();
  let alone = 0;
  for (const mention of cluster) {
    const at = other.get(mention);
    if (at === undefined) alone++;
    else sizes.set(at, (sizes.get(at) ?? 0) + 1);
  }
  return { sizes: [...sizes.values()], alone };
}

function mucHalf(clusters: Clusters, other: ReadonlyMap<string, number>): readonly [number, number] {
  let top = 0;
  let bottom = 0;
  for (const cluster of clusters) {
    const { sizes, alone } = partsOf(cluster, other);
    top += cluster.length - sizes.length - alone;
    bottom += cluster.length - 1;
  }
  return [top, bottom];
}

function bCubedHalf(clusters: Clusters, other: ReadonlyMap<string, number>): readonly [number, number] {
  let top = 0;
  let bottom = 0;
  for (const cluster of clusters) {
    const { sizes } = partsOf(cluster, other);
    top += sizes.reduce((sum, size) => sum + (size * size) / cluster.length, 0);
    bottom += cluster.length;
  }
  return [top, bottom];
}

function mentionHalf(clusters: Clusters, other: ReadonlyMap<string, number>): readonly [number, number] {
  const mentions = clusters.flat();
  return [mentions.filter((mention) => other.has(mention)).length, mentions.length];
}

type Half = (clusters: Clusters, other: ReadonlyMap<string, number>) => readonly [number, number];

function both(half: Half, gold: Clusters, found: Clusters): Counts {
  const [recallTop, recallBottom] = half(gold, clusterOf(found));
  const [precisionTop, precisionBottom] = half(found, clusterOf(gold));
  return { recallTop, recallBottom, precisionTop, precisionBottom };
}

/** Likeness of two clusters, phi-4: twice the shared mentions over all mentions. */
function likeness(gold: Clusters, found: Clusters): number[][] {
  const at = clusterOf(found);
  return gold.map((cluster) => {
    const row = found.map(() => 0);
    for (const mention of cluster) {
      const i = at.get(mention);
      if (i !== undefined) row[i]++;
    }
    return row.map((shared, i) => (2 * shared) / (cluster.length + found[i].length));
  });
}

/**
 * Greatest total of a one-to-one pairing of rows with columns (Hungarian method with potentials, O(n³)); rows ≤ columns.
 */
function bestPairing(values: readonly (readonly number[])[]): number {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) addRow(values, { u, v, rowOf, columns }, row);
  let total = 0;
  for (let column = 1; column <= columns; column++) {
    if (rowOf[column] > 0) total += values[rowOf[column] - 1][column - 1];
  }
  return total;
}

interface Pairing {
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly rowOf: Int32Array;
  readonly columns: number;
}

function addRow(values: readonly (readonly number[])[], pairing: Pairing, row: number): void {
  const { u, v, rowOf, columns } = pairing;
  const slack = new Float64Array(columns + 1).fill(Infinity);
  const way = new Int32Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  rowOf[0] = row;
  let column = 0;
  do {
    used[column] = 1;
    const at = rowOf[column];
    let delta = Infinity;
    let next = 0;
    for (let j = 1; j <= columns; j++) {
      if (used[j] === 1) continue;
      const cost = -values[at - 1][j - 1] - u[at] - v[j];
      if (cost < slack[j]) {
        slack[j] = cost;
        way[j] = column;
      }
      if (slack[j] < delta) {
        delta = slack[j];
        next = j;
      }
    }
    for (let j = 0; j <= columns; j++) {
      if (used[j] === 1) {
        u[rowOf[j]] += delta;
        v[j] -= delta;
      } else slack[j] -= delta;
    }
    column = next;
  } while (rowOf[column] !== 0);
  while (column !== 0) {
    rowOf[column] = rowOf[way[column]];
    column = way[column];
  }
}

function ceafE(gold: Clusters, found: Clusters): Counts {
  const [small, big] = gold.length <= found.length ? [gold, found] : [found, gold];
  const top = small.length === 0 ? 0 : bestPairing(likeness(small, big));
  return { recallTop: top, recallBottom: gold.length, precisionTop: top, precisionBottom: found.length };
}

/** Scores documents together; clusters of one mention must be left out by the caller where the gold has none. */
export function scoreCoreference(
  documents: readonly { readonly gold: Clusters; readonly found: Clusters }[],
): CorefScore {
  let [mentions, muc, bCubed, ceaf] = [NONE, NONE, NONE, NONE];
  for (const { gold, found } of documents) {
    mentions = add(mentions, both(mentionHalf, gold, found));
    muc = add(muc, both(mucHalf, gold, found));
    bCubed = add(bCubed, both(bCubedHalf, gold, found));
    ceaf = add(ceaf, ceafE(gold, found));
  }
  const scores = {
    mentions: toScore(mentions),
    muc: toScore(muc),
    bCubed: toScore(bCubed),
    ceafE: toScore(ceaf),
  };
  return { ...scores, conll: (scores.muc.f1 + scores.bCubed.f1 + scores.ceafE.f1) / 3 };
}
