import { daysInMonth, parsePrefix, toNumber } from './calendar.ts';
import { readClue } from './clues.ts';
import type { Clue, Days } from './clues.ts';
import { isDay } from './context.ts';

/** Something known to have happened, from a chronicle: days and the words by which a text may speak of it. */
export interface DatedFact {
  readonly id: string;
  /** Inclusive day prefixes. */
  readonly from: string;
  readonly until: string;
  /** Lower-case words: names, places, deeds, things; actor ids. */
  readonly words: readonly string[];
}

interface Known {
  readonly fact: DatedFact;
  readonly days: Days;
}

/** A time expression and a fact that its sentence may speak of. */
export interface Meeting {
  readonly clue: Clue;
  readonly known: Known;
  /** Sum of the rarities of the words they share. */
  readonly weight: number;
}

/** What speaks for one day of publication. */
export interface Candidate {
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly score: number;
  /** One meeting a fact, the best. */
  readonly meetings: readonly Meeting[];
}

/** Meetings of each clue, the likeliest first. */
export type EvidenceTable = readonly (readonly Meeting[])[];

/** A clue meets a fact only when the words they share are this rare together. */
const LEAST_WEIGHT = 2.5;
const MOST_WEIGHT = 12;
const MOST_MEETINGS = 40;
/** A fact that lasts longer dates nothing. */
const LONGEST = 45;
/** Rewards for the distance between the publication and the last weekday named; after GUM news. */
const LAG = [0.2, 0.3, 0.25, 0.15, 0.1, 0.1, 0.05] as const;

function toDays(fact: DatedFact): Days | undefined {
  const [from, until] = [parsePrefix(fact.from), parsePrefix(fact.until)];
  if (from === undefined || until === undefined) return undefined;
  const start = isDay(from) ? from : { year: from.year, month: from.month ?? 1, day: 1 };
  const month = until.month ?? 12;
  const end = isDay(until) ? until : { year: until.year, month, day: daysInMonth(until.year, month) };
  return { from: toNumber(start), until: toNumber(end) };
}

/** Facts by their words, so that a clue looks at those alone that share one. */
function indexWords(dated: readonly DatedFact[]): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const fact of dated) {
    const days = toDays(fact);
    if (days === undefined || days.until - days.from > LONGEST) continue;
    for (const word of new Set(fact.words)) {
      const list = index.get(word) ?? [];
      list.push({ fact, days });
      index.set(word, list);
    }
  }
  return index;
}

function listMeetings(clue: Clue, index: ReadonlyMap<string, readonly Known[]>, count: number): Meeting[] {
  const weights = new Map<string, Meeting>();
  for (const word of clue.words) {
    const facts = index.get(word);
    if (facts === undefined) continue;
    const rarity = Math.log((count + 8) / facts.length);
    for (const known of facts)
      weights.set(known.fact.id, { clue, known, weight: (weights.get(known.fact.id)?.weight ?? 0) + rarity });
  }
  return [...weights.values()]
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_MEETINGS);
}

/** What each clue's sentence and the facts have in common. */
export function toTable(clues: readonly Clue[], dated: readonly DatedFact[]): EvidenceTable {
  const index = indexWords(dated);
  return clues.map((clue) => listMeetings(clue, index, dated.length)).filter((row) => row.length > 0);
}

/** The days overlap, and what is told as past had begun by the day after publication (zones of time). */
function meets(days: Days, { known, clue }: Meeting, number: number): boolean {
  if (days.from > known.days.until || known.days.from > days.until) return false;
  return clue.direction > 0 || days.from > number || known.days.from <= number + 1;
}

/** A day said exactly is worth more than a week or a month. */
const sharpness = (days: Days): number => 1 / Math.sqrt(days.until - days.from + 1);

/** How well a meeting speaks: rare words, a sharp time, and no other fact of which the sentence speaks rather. */
function worthOf({ weight }: Meeting, days: Days, top: number): number {
  return Math.min(weight, MOST_WEIGHT) * sharpness(days) * (weight / top);
}

/** Weighs one day of publication by the first fact that each clue meets under it. */
export function judge(number: number, table: EvidenceTable): Candidate {
  const best = new Map<string, Meeting>();
  let nearest = 7;
  let score = 0;
  for (const row of table) {
    const [{ clue, weight: top }] = row;
    const days = readClue(clue, number);
    if (days === undefined) continue;
    const met = row.find((one) => meets(days, one, number));
    if (met === undefined) continue;
    score += worthOf(met, days, top);
    if (met.weight > (best.get(met.known.fact.id)?.weight ?? 0)) best.set(met.known.fact.id, met);
    if (clue.match.phrase.kind === 'weekday' && days.from <= number)
      nearest = Math.min(nearest, number - days.from);
  }
  return { number, score: score + (LAG[nearest] ?? 0), meetings: [...best.values()] };
}

/** True for an expression that says a day or a weekend. */
export function isSharp({ clue }: Meeting): boolean {
  const { phrase } = clue.match;
  return (
    phrase.kind === 'weekday' || (phrase.kind === 'relative' && ['day', 'weekend'].includes(phrase.unit))
  );
}

/** A fact is worth trying for a clue when it fits the sentence at least this well beside the best. */
const NEAR_TOP = 0.4;

/** Days on which a clue that says a day or a weekend may speak of one of its facts. */
function listDays(row: readonly Meeting[], least: number, nearTop: boolean): ReadonlySet<number> {
  const days = new Set<number>();
  for (const meeting of row) {
    if (!isSharp(meeting) || (nearTop && meeting.weight < row[0].weight * NEAR_TOP)) continue;
    const { from, until } = meeting.known.days;
    for (let day = Math.max(least, from - 8); day <= until + 8; day++) days.add(day);
  }
  return days;
}

/** The days worth trying: two clues at least may each speak of a fact near them, one of them well. */
export function listCandidates(table: EvidenceTable, least: number, clues: 1 | 2): number[] {
  const counts = new Map<number, number>();
  const well = new Set<number>();
  for (const row of table) {
    for (const day of listDays(row, least, false)) counts.set(day, (counts.get(day) ?? 0) + 1);
    for (const day of listDays(row, least, true)) well.add(day);
  }
  return [...well].filter((day) => (counts.get(day) ?? 0) >= clues).sort((a, b) => a - b);
}

const MOST_CANDIDATES = 60;

/** Judges the days worth trying: all by the clues that say a day, the likeliest of them by every clue. */
export function judgeAll(days: readonly number[], table: EvidenceTable): Candidate[] {
  const sharp = table.filter(([first]) => isSharp(first));
  return days
    .map((number) => judge(number, sharp))
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, MOST_CANDIDATES)
    .map(({ number }) => judge(number, table));
}
