import type { Rung } from '../../model/playbook.ts';
import type { OutcomeResult, RungFan, ScenarioResult } from '../../model/scenario.ts';
import { escapeHtml } from './render-html.ts';
import { sayEnds, sayValue } from './say-scenario.ts';
import { sayDay } from './words.ts';

const WIDTH = 640;
const LEFT = 190;
const RIGHT = 24;
const ROW = 26;
const FAN_HEIGHT = 220;

const svg = (height: number, label: string, body: string): string =>
  `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(label)}">${body}</svg>`;

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;

const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  `<line class="${kind}" x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}"/>`;

interface Row {
  readonly name: string;
  readonly outcome: OutcomeResult;
}

/** One outcome over several courses: a dot each, a thick bar for the parameters' doubt, a thin one for the hypotheses'. */
export function drawOutcome(rows: readonly Row[]): string {
  const [{ outcome: first }] = rows;
  const ends = rows.flatMap(({ outcome: { estimate, history } }) => [
    ...estimate.fromParameters,
    ...estimate.fromHypotheses,
    estimate.value,
    ...(history.windows === 0 ? [] : history.interval),
  ]);
  const most = first.kind === 'count' ? Math.max(1, ...ends) * 1.05 : 1;
  const x = (value: number): number => LEFT + (Math.max(0, value) / most) * (WIDTH - LEFT - RIGHT);
  const height = rows.length * ROW + 40;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * most);
  const [low, high] = first.history.interval;
  const band =
    first.history.windows === 0
      ? ''
      : `<rect class="record" x="${x(low).toFixed(1)}" y="6" width="${Math.max(1, x(high) - x(low)).toFixed(1)}" height="${rows.length * ROW}"/>${line(x(first.history.value), 6, x(first.history.value), rows.length * ROW + 6, 'record-value')}`;
  const axis = ticks.map((tick) => line(x(tick), 6, x(tick), height - 30, 'grid') + text(x(tick), height - 12, sayValue(first.kind, tick), 'middle')); // prettier-ignore
  const marks = rows.map(({ name, outcome: { estimate, kind } }, i) => {
    const y = 6 + (i + 0.5) * ROW;
    const [pLow, pHigh] = estimate.fromParameters;
    const [hLow, hHigh] = estimate.fromHypotheses;
    return (
      text(LEFT - 10, y + 4, name.length > 26 ? `${name.slice(0, 25)}…` : name, 'end') +
      line(x(hLow), y, x(hHigh), y, 'hypotheses') +
      line(x(pLow), y, x(pHigh), y, 'parameters') +
      `<circle class="value" cx="${x(estimate.value).toFixed(1)}" cy="${y.toFixed(1)}" r="5"><title>${escapeHtml(`${name}: ${sayValue(kind, estimate.value)}, ${sayEnds(kind, estimate.fromParameters)}`)}</title></circle>`
    );
  });
  const label = `${first.name}: ${rows.map(({ name, outcome }) => `${name} ${sayValue(outcome.kind, outcome.estimate.value)}`).join('; ')}`;
  return svg(height, label, band + axis.join('') + marks.join(''));
}

/** Bands of a fan from outer to inner: positions of the lower and the upper quantile. */
const BANDS: readonly (readonly [number, number, string])[] = [
  [0, 4, 'fan-wide'],
  [1, 3, 'fan-narrow'],
];

/** The rung of a pair over time: the middle half and eight in ten of the runs, and the median. */
export function drawFan(fan: RungFan, rungs: readonly Rung[], { scenario }: ScenarioResult): string {
  const levels = fan.days.flat();
  const low = Math.floor(Math.min(0, ...levels));
  const high = Math.ceil(Math.max(1, ...levels));
  const bottom = FAN_HEIGHT - 30;
  const x = (day: number): number => LEFT + (day / Math.max(1, fan.days.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (level: number): number => bottom - ((level - low) / (high - low)) * (bottom - 12);
  const shown = rungs.filter(({ level }) => level >= low && level <= high);
  const axis = shown.map(
    ({ level, name }) =>
      line(LEFT, y(level), WIDTH - RIGHT, y(level), 'grid') + text(LEFT - 8, y(level) + 4, name.length > 28 ? `${name.slice(0, 27)}…` : name, 'end'),
  ); // prettier-ignore
  const bands = BANDS.map(([from, to, kind]) => {
    const upper = fan.days.map((row, day) => `${x(day).toFixed(1)},${y(row[to]).toFixed(1)}`);
    const lower = fan.days.map((row, day) => `${x(day).toFixed(1)},${y(row[from]).toFixed(1)}`).reverse();
    return `<polygon class="${kind}" points="${[...upper, ...lower].join(' ')}"/>`;
  });
  const median = fan.days.map((row, day) => `${x(day).toFixed(1)},${y(row[2]).toFixed(1)}`).join(' ');
  const start = Date.parse(`${scenario.validAt}T00:00:00Z`);
  const dayOf = (day: number): string => new Date(start + (day + 1) * 86_400_000).toISOString().slice(0, 10);
  const last = fan.days.length - 1;
  const days = [0, Math.floor(last / 2), last].map((day, i) => text(x(day), FAN_HEIGHT - 8, sayDay(dayOf(day)), (['start', 'middle', 'end'] as const)[i])); // prettier-ignore
  const label = `Rung of ${fan.pair} over ${fan.days.length} days: median level ${fan.days.at(0)?.[2] ?? 0} at the start, ${fan.days.at(-1)?.[2] ?? 0} at the end`;
  return svg(
    FAN_HEIGHT,
    label,
    `${axis.join('')}${bands.join('')}<polyline class="median" points="${median}"/>${days.join('')}`,
  );
}
