/** Number of letters to change, add, leave out or swap with their neighbour to make one word of another. */
function slips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const least = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(least, rows[i - 2][j - 2] + 1) : least);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** What stands behind the first dot of an id: people forget the part before it. */
const bare = (id: string): string => id.slice(id.indexOf('.') + 1);

/** The known name that was probably meant: the same without its first part, a part of it, or few slips away. */
export function findNearest(name: string, known: readonly string[]): string | undefined {
  const same = known.find((one) => bare(one) === name || bare(one) === bare(name));
  if (same !== undefined) return same;
  const [nearest] = known
    .map((one) => ({ one, far: Math.min(slips(name, one), slips(bare(name), bare(one))) }))
    .sort((a, b) => a.far - b.far);
  if (nearest !== undefined && nearest.far <= Math.max(2, bare(name).length / 3)) return nearest.one;
  return bare(name).length >= 4 ? known.find((one) => one.includes(bare(name))) : undefined;
}

/** A hint for an unknown name: the one that was probably meant, or all there are. */
export function hintFor(name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  if (nearest !== undefined) return `Did you mean ${nearest}?`;
  return known.length === 0 ? 'There is none to choose from.' : `One of: ${known.join(', ')}.`;
}
