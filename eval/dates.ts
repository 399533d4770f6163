/**
 * Accuracy of time expressions, TempEval-3 manner (UzZaman et al. 2013): strict F1 (same span), relaxed F1 (spans
 * overlap), value F1 (overlap and the same days). See docs/accuracy/dates.md for what counts.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TimeExpression } from '../src/model/reading.ts';
import { UserError } from '../src/model/user-error.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import type { Marker } from '../src/playbook/marker.ts';
import { findTimes } from '../src/stages/extract/times/find-times.ts';
import { mark } from '../src/stages/mark/mark.ts';
import { loadGum, loadTimeMl } from './dates/gold.ts';
import type { GoldDocument } from './dates/gold.ts';
import { f1, pair, tally } from './dates/score.ts';
import type { Pair } from './dates/score.ts';

function readTimes(document: GoldDocument, marker: Marker): readonly TimeExpression[] {
  const { text, published } = document;
  const dated = /^\d{4}-\d{2}-\d{2}/.test(published)
    ? { publishedAt: { at: published, certainty: 'certain', basis: 'metadata' } as const }
    : {};
  const report = { id: document.id, text, ...dated, foundAt: document.id, notes: [] };
  return findTimes({
    report,
    marks: mark(text, marker),
    repairs: [],
    mentions: [],
    times: [],
    quantities: [],
    statements: [],
  });
}

/** GUM marks only what covers certain days or gives an hour: open references, sets and loose durations are left out. */
const coversDays = (time: TimeExpression): boolean =>
  time.when !== undefined || time.type === 'time' || /^XXXX-(?:\d\d|SP|SU|FA|WI)/.test(time.value);

/** Fixed by the name of the document: a third is held out, the rest is for tuning. */
export function isHeldOut(id: string): boolean {
  let sum = 0;
  for (const letter of path.basename(id, '.tml')) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return sum % 3 === 0;
}

function run(
  documents: readonly GoldDocument[],
  marker: Marker,
  keep: (time: TimeExpression) => boolean,
): Pair[] {
  return documents.flatMap((document) => pair(document, readTimes(document, marker).filter(keep)));
}

const round = (n: number): number => Math.round(n * 10) / 10;

function show(name: string, pairs: readonly Pair[], figures: Map<string, number>): void {
  const counts = tally(pairs);
  if (counts.gold === 0) return;
  const [strict, relaxed, value] = [counts.strict, counts.relaxed, counts.value].map((n) =>
    round(f1(n, counts)),
  );
  figures.set(`${name}.strictF1`, strict);
  figures.set(`${name}.relaxedF1`, relaxed);
  figures.set(`${name}.valueF1`, value);
  console.log(
    `${name.padEnd(18)} gold ${String(counts.gold).padStart(5)}  found ${String(counts.found).padStart(5)}  strict ${strict.toFixed(1)}  relaxed ${relaxed.toFixed(1)}  value ${value.toFixed(1)}`,
  );
}

function showMisses(pairs: readonly Pair[]): void {
  for (const { document, gold, found, valueRight } of pairs) {
    if (valueRight) continue;
    const at = gold?.start ?? found?.span.start ?? 0;
    const words = (from: number, until: number): string =>
      document.text.slice(from, until).replaceAll('\n', '|');
    const wanted = gold === undefined ? '-' : `[${words(gold.start, gold.end)}] ${gold.value}`;
    const got =
      found === undefined
        ? '-'
        : `[${words(found.span.start, found.span.end)}] ${found.value} ${found.when?.from ?? ''}..${found.when?.until ?? ''} (${found.entry})`;
    console.log(
      `${path.basename(document.id)} ${document.published} | …${words(Math.max(0, at - 40), at)} | ${wanted} | ${got}`,
    );
  }
}

function main(): void {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, data: { type: 'string' }, misses: { type: 'string' } },
  });
  const folder = values.data ?? '../shared/gold/dates';
  if (!existsSync(folder))
    throw new UserError('There is no gold data for dates.', {
      where: folder,
      hint: 'Name a folder with --data.',
    });
  const marker = loadMarker();
  const figures = new Map<string, number>();
  const gum = run(loadGum(folder), marker, coversDays);
  const news = gum.filter(({ document }) => document.genre === 'news');
  const timeMl =
    news.length > 0 ? [] : run(loadTimeMl(path.join(folder, 'gum-news-tml')), marker, coversDays);
  const wars = run(loadTimeMl(path.join(folder, 'wikiwars')), marker, () => true);
  const sets: readonly (readonly [string, readonly Pair[]])[] = [
    ['gumNews', [...news, ...timeMl]],
    ['gumAll', gum],
    ['wikiwars', wars],
  ];
  for (const [name, pairs] of sets) {
    show(name, pairs, figures);
    show(
      `${name}.dev`,
      pairs.filter(({ document }) => !isHeldOut(document.id)),
      figures,
    );
    show(
      `${name}.heldOut`,
      pairs.filter(({ document }) => isHeldOut(document.id)),
      figures,
    );
    if (values.misses === name) showMisses(pairs.filter(({ document }) => !isHeldOut(document.id)));
  }
  if (values.json === true) console.log(JSON.stringify(Object.fromEntries(figures)));
}

main();
