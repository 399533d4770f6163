import type { SourceScore } from './score.ts';

const SIZE = 420;
const MARGIN = 56;
const LEGEND = 240;
const COLOURS = [
  '#1b6ca8', '#b3541e', '#3f7d3b', '#7b4b94', '#666666', '#a1862a', '#0f7f7f', '#a3285a', '#5a4a2f', '#2b3f73',
] as const; // prettier-ignore
/** Lines are dashed from the second round of colours on, so that no two look the same. */
const DASHES = ['none', '6 3', '2 3'] as const;
const ROW = 16;

const x = (share: number): string => (MARGIN + share * SIZE).toFixed(1);
const y = (share: number): string => (MARGIN / 2 + (1 - share) * SIZE).toFixed(1);
const escaped = (words: string): string =>
  words.replace(/[&<>"]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);

function axes(): string {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const marks = ticks.map(
    (tick) =>
      `<text x="${x(tick)}" y="${(SIZE + MARGIN / 2 + 18).toFixed(0)}" text-anchor="middle">${tick}</text>` +
      `<text x="${(MARGIN - 8).toFixed(0)}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${tick}</text>`,
  );
  return (
    `<rect x="${x(0)}" y="${y(1)}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#999"/>` +
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#bbb" stroke-dasharray="4 4"/>` +
    marks.join('') +
    `<text x="${x(0.5)}" y="${(SIZE + MARGIN / 2 + 38).toFixed(0)}" text-anchor="middle">probability given</text>` +
    `<text x="14" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 14 ${y(0.5)})">share that came about</text>`
  );
}

/** One source's bins: a dot each, as large as the count, which stands beside it. */
function series({ kind, name, score }: SourceScore, index: number): string {
  const colour = COLOURS[index % COLOURS.length];
  const dashes = DASHES[Math.floor(index / COLOURS.length) % DASHES.length];
  const dots = score.bins.map(({ meanProbability, share, count }) => {
    const radius = (2 + Math.sqrt(count) / 2).toFixed(1);
    // Counts of several sources may stand on one spot: each has a line of its own, below a dot at the upper edge.
    const down = share > 0.9 ? 6 + ROW * (index + 1) * 0.7 : -6;
    return (
      `<circle cx="${x(meanProbability)}" cy="${y(share)}" r="${radius}" fill="${colour}" fill-opacity="0.6"/>` +
      `<text x="${x(meanProbability)}" y="${y(share)}" dx="7" dy="${down.toFixed(0)}" fill="${colour}">${count}</text>`
    );
  });
  const line = score.bins.map(({ meanProbability, share }) => `${x(meanProbability)},${y(share)}`).join(' ');
  const row = (MARGIN / 2 + 16 + index * ROW).toFixed(0);
  return (
    `<polyline points="${line}" fill="none" stroke="${colour}" stroke-dasharray="${dashes}"/>${dots.join('')}` +
    `<text x="${x(1.05)}" y="${row}" fill="${colour}">${escaped(`${kind} ${name}`)} (${score.count})</text>`
  );
}

/** Reliability diagram with counts, as an SVG file's text; sources without a settled forecast are left out. */
export function drawReliability(sources: readonly SourceScore[]): string {
  const shown = sources.filter(({ score }) => score.count > 0);
  const width = SIZE + 2 * MARGIN + LEGEND;
  const height = Math.max(SIZE + 2 * MARGIN, MARGIN + ROW * (shown.length + 1));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="sans-serif" font-size="12" role="img"><title>Reliability of forecasts</title>` +
    `<rect width="${width}" height="${height}" fill="white"/>${axes()}${shown.map(series).join('')}</svg>\n`
  );
}
