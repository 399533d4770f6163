import { readFileSync } from 'node:fs';
import { fitLogistic, oddsOf } from '../../src/stages/foresee/fit-logistic.ts';
import type { Logistic } from '../../src/stages/foresee/fit-logistic.ts';
import { fromDayNumber, happenedIn, toDayNumber } from '../../src/stages/foresee/move-book.ts';
import type { FactRecord } from '../../src/stages/foresee/move-book.ts';
import { scoreForecasts } from '../../src/stages/foresee/score-forecasts.ts';
import type { ForecastScore } from '../../src/stages/foresee/score-forecasts.ts';

/* "At least one launch in the next 30 days": weekly, walk-forward. The terms, ridge and forgetting were chosen on 2013–2016. */

const LENGTH = 30;
const TERMS = ['gap', 'in.last.window', 'in.last.three'] as const;
const LEARN_FROM = toDayNumber('2005-01-01');
const HALF_LIFE = 4 * 365;
const REFIT_EVERY = 4;
/** Korea's clock is nine hours ahead of UTC: a launch late in the UTC day belongs to the next one there. */
const HOURS_AHEAD = 9;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** One row of the CNS table: local day and type; rows that name no day are left out. */
export interface LaunchRow {
  readonly day: number;
  readonly type: string;
}

export function launchRows(text: string): readonly LaunchRow[] {
  const rows: LaunchRow[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const found =
      /^[^,]*,(\d{1,2})-([A-Z][a-z]{2})-(\d{2}),[^,]*,\s*(?:(\d{1,2}):\d{2}:\d{2} ([AP])M|[^,]*),[^,]*,([^,]*)/u.exec(
        line,
      );
    if (found === null) continue;
    const [, day, month, year, hour, half, type] = found;
    const full = Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year);
    const utc = Date.UTC(full, MONTHS.indexOf(month), Number(day)) / 86_400_000;
    const hours = hour === undefined ? 0 : (Number(hour) % 12) + (half === 'P' ? 12 : 0);
    rows.push({ day: hour !== undefined && hours + HOURS_AHEAD >= 24 ? utc + 1 : utc, type });
  }
  return rows;
}

/** Local days with a launch. */
export function launchDays(file: string): FactRecord {
  const days = new Set(launchRows(readFileSync(file, 'latin1')).map(({ day }) => day));
  const sorted = [...days].sort((a, b) => a - b);
  return { days: sorted, ids: sorted.map(String) };
}

const held = (record: FactRecord, day: number): boolean => happenedIn(record, day + 1, day + 1 + LENGTH);

function valuesOn(record: FactRecord, day: number): readonly number[] {
  const last = record.days.findLast((each) => each <= day) ?? day - 4000;
  return [
    Math.log1p(day - last),
    Number(happenedIn(record, day - LENGTH + 1, day + 1)),
    Number(happenedIn(record, day - 3 * LENGTH + 1, day + 1)),
  ];
}

function learn(record: FactRecord, day: number): Logistic {
  const days: number[] = [];
  for (let each = LEARN_FROM; each + LENGTH <= day; each += 7) days.push(each);
  return fitLogistic({
    terms: TERMS,
    values: Float64Array.from(days.flatMap((each) => valuesOn(record, each))),
    held: Uint8Array.from(days, (each) => Number(held(record, each))),
    counts: Float64Array.from(days, (each) => 2 ** ((each - day) / HALF_LIFE)),
  });
}

export interface LaunchFigures {
  readonly ours: ForecastScore;
  readonly references: Readonly<Record<string, ForecastScore>>;
  readonly from: string;
  readonly until: string;
}

/** Asks `count` weekly questions from `from` on, each from a model that has seen closed windows alone. */
export function askLaunches(record: FactRecord, from: string, count: number): LaunchFigures {
  const days = Array.from({ length: count }, (_, week) => toDayNumber(from) + 7 * week);
  let model = learn(record, days[0]);
  const ours = days.map((day, week) => {
    if (week % REFIT_EVERY === 0) model = learn(record, day);
    const { odds } = oddsOf(model, valuesOn(record, day));
    return { probability: 1 / (1 + Math.exp(-odds)), held: held(record, day) };
  });
  const by = (probability: (day: number) => number): ForecastScore =>
    scoreForecasts(days.map((day) => ({ probability: probability(day), held: held(record, day) })));
  return {
    ours: scoreForecasts(ours),
    references: {
      coin: by(() => 0.5),
      persistence: by((day) => Number(happenedIn(record, day - LENGTH + 1, day + 1))),
    },
    from,
    until: fromDayNumber(days.at(-1) ?? 0),
  };
}
