/** Display width, good enough for names and dates. */
const width = (cell: string): number => Array.from(cell).length;

const fit = (cell: string, size: number): string =>
  width(cell) > size
    ? `${Array.from(cell)
        .slice(0, Math.max(size - 1, 0))
        .join('')}…`
    : cell + ' '.repeat(size - width(cell));

/** Column widths: as wide as needed, the last one takes what is left. */
function widthsOf(rows: readonly (readonly string[])[], total: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const needed = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => width(row[i] ?? ''))),
  );
  const used = needed.slice(0, -1).reduce((sum, n) => sum + Math.min(n, 36) + 2, 0);
  return needed.map((n, i) => (i === columns - 1 ? Math.max(20, total - used) : Math.min(n, 36)));
}

/** Rows as aligned text; the first row is the head. */
export function toTable(rows: readonly (readonly string[])[], total: number): readonly string[] {
  const widths = widthsOf(rows, total);
  return rows.map((row) =>
    row
      .map((cell, i) => fit(cell.replace(/\s+/gu, ' '), widths[i]))
      .join('  ')
      .trimEnd(),
  );
}
