import type { MarkedReport } from '../../../model/marked-report.ts';
import type { PublishedAt } from '../../../model/time.ts';
import { dayText, toDay, toNumber } from './calendar.ts';
import { listClues } from './clues.ts';
import type { Clue } from './clues.ts';
import { findFullDate } from './dateline.ts';
import type { HeadDate } from './dateline.ts';
import { isSharp, judgeAll, listCandidates, toTable } from './evidence.ts';
import type { Candidate, DatedFact } from './evidence.ts';

export type { DatedFact } from './evidence.ts';

/** A publication time that the text itself gives away. */
export interface ImpliedPublication extends PublishedAt {
  readonly certainty: 'implied';
  readonly basis: 'text';
  /** For people: which words met which facts. */
  readonly because: readonly string[];
}

const implied = (at: string, because: readonly string[]): ImpliedPublication => ({
  at,
  certainty: 'implied',
  basis: 'text',
  because,
});

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

/** How many facts must be met, how many of them to the day, and how many by rare words. */
const ENOUGH = { facts: 4, sharp: 2, strong: 4, weight: 6 } as const;
/** A dateline gives the day itself; fewer facts then tell the year. */
const ENOUGH_WITH_DATELINE = { facts: 2, sharp: 1, strong: 1, weight: 6 } as const;

/** True where the evidence is enough, and no other week does nearly as well. */
function isDecided(
  best: Candidate,
  others: readonly Candidate[],
  enough: typeof ENOUGH | typeof ENOUGH_WITH_DATELINE,
): boolean {
  const { meetings } = best;
  if (meetings.length < enough.facts || meetings.filter(isSharp).length < enough.sharp) return false;
  if (meetings.filter(({ weight }) => weight >= enough.weight).length < enough.strong) return false;
  return others.every(({ number, score }) => Math.abs(number - best.number) < 7 || score < best.score * 0.8);
}

const isHeadDay = (number: number, head: HeadDate): boolean => {
  const { month, day } = toDay(number);
  return month === head.month && day === head.day;
};

function inferFromFacts(
  marked: MarkedReport,
  dated: readonly DatedFact[],
  head: HeadDate | undefined,
): ImpliedPublication | undefined {
  const clues = listClues(marked);
  const table = toTable(clues, dated);
  const days = listCandidates(table, leastDay(clues), head === undefined ? 2 : 1).filter(
    (number) => head === undefined || isHeadDay(number, head),
  );
  const judged = judgeAll(days, table);
  let best: Candidate | undefined;
  for (const candidate of judged) if (best === undefined || candidate.score > best.score) best = candidate;
  if (best === undefined || !isDecided(best, judged, head === undefined ? ENOUGH : ENOUGH_WITH_DATELINE))
    return undefined;
  const { number, score, meetings } = best;
  const because = meetings.map(
    ({ clue, known: { fact } }) => `“${clue.quote}” meets ${fact.id} (${fact.from})`,
  );
  const alike = judged.some((one) => one.number !== number && score - one.score < 0.3);
  const close = alike ? ['other days of that week fit as well; papers name yesterday most often'] : [];
  return implied(dayText(toDay(number)), [...because, ...close]);
}

/**
 * When a report without a date was published, from what its text gives away: a full date on a line or dateline of its
 * own, or relative times ("Thursday", "last weekend") that meet facts of a chronicle in the words of their sentence. Each
 * day near those facts is tried; the day under which most facts are met wins; a dateline without a year leaves its day in
 * each year to try. Undefined where the evidence does not decide; never today's date.
 */
export function inferPublished(
  marked: MarkedReport,
  dated: readonly DatedFact[],
): ImpliedPublication | undefined {
  const head = findFullDate(marked.report.text);
  if (head?.year === undefined) return inferFromFacts(marked, dated, head);
  return implied(dayText({ year: head.year, month: head.month, day: head.day }), [
    `dated “${head.quote}” in its head`,
  ]);
}
