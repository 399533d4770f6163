/** The partner of each that is likest to it; -1 where it has none. */
function partnerOf(i: number, alive: ReadonlySet<number>, likeness: readonly Float64Array[]): number {
  let best = -1;
  for (const k of alive) if (k !== i && (best < 0 || likeness[i][k] > likeness[i][best])) best = k;
  return best;
}

interface Joining {
  readonly likeness: readonly Float64Array[];
  readonly groups: number[][];
  readonly alive: Set<number>;
  readonly partner: number[];
}

/** Takes group `j` into group `i`; their likeness to others is the mean over all pairs of members. */
function join({ likeness, groups, alive, partner }: Joining, i: number, j: number): void {
  const [own, other] = [groups[i].length, groups[j].length];
  for (const k of alive) {
    if (k === i || k === j) continue;
    const mean = (likeness[i][k] * own + likeness[j][k] * other) / (own + other);
    likeness[i][k] = mean;
    likeness[k][i] = mean;
  }
  groups[i].push(...groups[j]);
  alive.delete(j);
  for (const k of alive)
    if (k === i || partner[k] === i || partner[k] === j) partner[k] = partnerOf(k, alive, likeness);
    else if (likeness[k][i] > likeness[k][partner[k]]) partner[k] = i;
}

/** Joins the two likest groups again and again while their members are alike by `least` on average (average linkage). */
export function joinLikest<T>(
  list: readonly T[],
  likenessOf: (a: T, b: T) => number,
  { least }: { readonly least: number },
): readonly (readonly T[])[] {
  const likeness = list.map(() => new Float64Array(list.length));
  for (const [i, a] of list.entries())
    for (let j = 0; j < i; j++) likeness[i][j] = likeness[j][i] = likenessOf(list[j], a);
  const alive = new Set(list.keys());
  const joining = { likeness, alive, groups: list.map((_, i) => [i]), partner: [...list.keys()] };
  for (const i of alive) joining.partner[i] = partnerOf(i, alive, likeness);
  while (alive.size > 1) {
    let i = -1;
    for (const k of alive)
      if (i < 0 || likeness[k][joining.partner[k]] > likeness[i][joining.partner[i]]) i = k;
    if (likeness[i][joining.partner[i]] < least) break;
    join(joining, i, joining.partner[i]);
  }
  return [...alive].map((i) => joining.groups[i].map((at) => list[at]));
}
