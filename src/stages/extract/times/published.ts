import type { MarkedReport } from '../../../model/marked-report.ts';
import type { PublishedAt } from '../../../model/time.ts';
import { addMonths, dayText, daysInMonth, parsePrefix, toDay, toNumber } from './calendar.ts';
import { isDay } from './context.ts';
import { listClues, readClue } from './clues.ts';
import type { Clue, Days } from './clues.ts';
import { findFullDate } from './dateline.ts';

/** Something known to have happened, from a chronicle: days and the words by which a text may speak of it. */
export interface DatedFact {
  readonly id: string;
  /** Inclusive day prefixes. */
  readonly from: string;
  readonly until: string;
  /** Lower-case words: names, places, deeds, things; actor ids. */
  readonly words: readonly string[];
}

/** A publication time that the text itself gives away. */
export interface ImpliedPublication extends PublishedAt {
  readonly certainty: 'implied';
  readonly basis: 'text';
  /** For people: which words met which facts. */
  readonly because: readonly string[];
}

interface Known {
  readonly fact: DatedFact;
  readonly days: Days;
}

interface Meeting {
  readonly clue: Clue;
  readonly known: Known;
  readonly weight: number;
}

interface Candidate {
  readonly number: number;
  readonly score: number;
  readonly meetings: readonly Meeting[];
}

const DAYS_BEFORE = 10;
const DAYS_AFTER = 35;
/** A clue meets a fact only when this much of the fact's rarer words stands in its sentence. */
const LEAST_WEIGHT = 2.5;
/** Rewards for the distance between the publication and the last weekday named; counted on GUM news. */
const LAG = [0.2, 0.3, 0.25, 0.15, 0.1, 0.1, 0.05] as const;

function toDays(fact: DatedFact): Days | undefined {
  const [from, until] = [parsePrefix(fact.from), parsePrefix(fact.until)];
  if (from === undefined || until === undefined) return undefined;
  const start = isDay(from) ? from : { year: from.year, month: from.month ?? 1, day: 1 };
  const month = until.month ?? 12;
  const end = isDay(until) ? until : { year: until.year, month, day: daysInMonth(until.year, month) };
  return { from: toNumber(start), until: toNumber(end) };
}

function listKnown(dated: readonly DatedFact[]): Known[] {
  return dated.flatMap((fact) => {
    const days = toDays(fact);
    return days === undefined || days.until - days.from > 45 ? [] : [{ fact, days }];
  });
}

/** How rare each word is among the facts; common words weigh nothing. */
function weighWords(dated: readonly DatedFact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of dated)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log((dated.length + 8) / count)]));
}

/** What a clue's sentence and a fact have in common. */
function weigh(clue: Clue, { fact }: Known, rarity: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const word of new Set(fact.words)) if (clue.words.has(word)) weight += rarity.get(word) ?? 0;
  return weight;
}

/** Facts that a clue's sentence may speak of, the likeliest first. */
function listMeetings(clue: Clue, known: readonly Known[], rarity: ReadonlyMap<string, number>): Meeting[] {
  return known
    .map((one) => ({ clue, known: one, weight: weigh(clue, one, rarity) }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 40);
}

/** The days overlap, and what is told as past had begun by the day after publication (news runs ahead of the date line). */
function meets(days: Days, { known, clue }: Meeting, number: number): boolean {
  if (days.from > known.days.until || known.days.from > days.until) return false;
  return clue.direction > 0 || days.from > number || known.days.from <= number + 1;
}

/** A day said exactly is worth more than a week or a month. */
const sharpness = (days: Days): number => 1 / Math.sqrt(days.until - days.from + 1);

/** What speaks for one day of publication. */
function judge(number: number, table: readonly (readonly Meeting[])[]): Candidate {
  const now = toDay(number);
  const meetings: Meeting[] = [];
  let score = 0;
  let nearest = 7;
  for (const row of table) {
    const clue = row[0]?.clue;
    const days = clue === undefined ? undefined : readClue(clue, now);
    if (days === undefined) continue;
    const met = row.find((one) => meets(days, one, number));
    if (met === undefined) continue;
    meetings.push(met);
    score += Math.min(met.weight, 12) * sharpness(days);
    if (met.clue.match.phrase.kind === 'weekday' && days.from <= number)
      nearest = Math.min(nearest, number - days.from);
  }
  return { number, score: score + (LAG[nearest] ?? 0), meetings };
}

function listCandidates(table: readonly (readonly Meeting[])[], least: number): number[] {
  const days = new Set<number>();
  for (const row of table) {
    for (const { known, clue } of row) {
      if (clue.match.phrase.kind === 'calendar') continue;
      for (let day = known.days.from - DAYS_BEFORE; day <= known.days.until + DAYS_AFTER; day++)
        if (day >= least) days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** The first day on which every year the text names as past had begun. */
function leastDay(clues: readonly Clue[]): number {
  const years = clues.flatMap(({ match, direction }) =>
    match.phrase.kind === 'calendar' && match.phrase.year !== undefined && direction <= 0
      ? [match.phrase.year]
      : [],
  );
  return years.length === 0
    ? Number.NEGATIVE_INFINITY
    : toNumber({ year: Math.max(...years), month: 1, day: 1 });
}

const DAY_CLUES: ReadonlySet<string> = new Set(['weekday']);
const isSharp = ({ clue }: Meeting): boolean =>
  DAY_CLUES.has(clue.match.phrase.kind) ||
  (clue.match.phrase.kind === 'relative' && ['day', 'weekend'].includes(clue.match.phrase.unit));

/** True where two facts at least are met, one of them to the day, and no other week does nearly as well. */
function isDecided(best: Candidate, others: readonly Candidate[]): boolean {
  const facts = new Set(best.meetings.map(({ known }) => known.fact.id));
  if (facts.size < 2 || !best.meetings.some(isSharp)) return false;
  return others.every(({ number, score }) => Math.abs(number - best.number) < 7 || score < best.score * 0.8);
}

function inferFromFacts(marked: MarkedReport, dated: readonly DatedFact[]): ImpliedPublication | undefined {
  const clues = listClues(marked);
  const rarity = weighWords(dated);
  const known = listKnown(dated);
  const table = clues.map((clue) => listMeetings(clue, known, rarity)).filter((row) => row.length > 0);
  const judged = listCandidates(table, leastDay(clues)).map((number) => judge(number, table));
  let best: Candidate | undefined;
  for (const candidate of judged) if (best === undefined || candidate.score > best.score) best = candidate;
  if (best === undefined || !isDecided(best, judged)) return undefined;
  const { number: at, score } = best;
  const rivals = judged.filter((one) => one.number !== at && score - one.score < 0.3);
  const close =
    rivals.length === 0 ? [] : ['other days of that week fit as well; papers name yesterday most often'];
  const because = best.meetings.map(
    ({ clue, known: { fact } }) => `“${clue.quote}” meets ${fact.id} (${fact.from})`,
  );
  return {
    at: dayText(toDay(best.number)),
    certainty: 'implied',
    basis: 'text',
    because: [...because, ...close],
  };
}

/** A dateline without a year: the year in which the facts or the years named in the text put it. */
function yearForDateline(marked: MarkedReport, month: number, day: number): string | undefined {
  const years = listClues(marked).flatMap(({ match }) =>
    match.phrase.kind === 'calendar' && match.phrase.year !== undefined ? [match.phrase.year] : [],
  );
  if (years.length === 0) return undefined;
  const year = Math.max(...years);
  return addMonths({ year, month, day }, 0).day === day ? dayText({ year, month, day }) : undefined;
}

/**
 * When a report without a date was published, from what its text gives away: a full date on a line or dateline of its
 * own, or relative times ("Thursday", "last weekend") that meet facts of a chronicle in the words of their sentence. Each
 * day near those facts is tried; the day under which most times meet their facts wins. Undefined where the evidence
 * does not decide; never today's date.
 */
export function inferPublished(
  marked: MarkedReport,
  dated: readonly DatedFact[],
): ImpliedPublication | undefined {
  const full = findFullDate(marked.report.text);
  if (full?.year !== undefined)
    return {
      at: dayText({ year: full.year, month: full.month, day: full.day }),
      certainty: 'implied',
      basis: 'text',
      because: [`dated “${full.quote}” in its head`],
    };
  const found = inferFromFacts(marked, dated);
  if (full === undefined) return found;
  if (found !== undefined && Number(found.at.slice(5, 7)) === full.month) return found;
  const at = yearForDateline(marked, full.month, full.day);
  return at === undefined
    ? found
    : {
        at,
        certainty: 'implied',
        basis: 'text',
        because: [`dateline “${full.quote}”, latest year named in the text`],
      };
}
