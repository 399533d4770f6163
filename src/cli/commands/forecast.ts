import type { Command } from 'commander';
import type { ForecastTerm, MoveForecast } from '../../model/forecast.ts';
import { UserError } from '../../model/user-error.ts';
import { forecast, forecastOf } from '../../workflows/forecast.ts';
import type { Forecasts } from '../../workflows/forecast.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly actor?: string;
  readonly target?: string;
  readonly type?: string;
  readonly within: string;
  readonly knownAt?: string;
  readonly weights?: string;
  readonly limit: string;
  readonly record: boolean;
}

function daysOf(within: string): number {
  const found = /^(\d+)d?$/u.exec(within);
  if (found === null)
    throw new UserError(`--within: "${within}" is no number of days`, { hint: 'Write it as 30d.' });
  return Number(found[1]);
}

function countOf(limit: string): number {
  if (!/^[1-9]\d*$/u.test(limit))
    throw new UserError(`--limit: "${limit}" is no count`, { hint: 'Write it as 12.' });
  return Number(limit);
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const signed = (points: number): string => `${points > 0 ? '+' : ''}${points.toFixed(2)}`;
const termWords = ({ name, points }: ForecastTerm): string => `${name} ${signed(points)}`;

function lines(each: MoveForecast): readonly string[] {
  const { actor, target, type, probability, interval, climatology, terms, rules } = each;
  const whom = target === '*' ? 'anybody' : target;
  return [
    `${percent(probability).padStart(5)}  ${actor} → ${whom}: ${type}  (${percent(interval[0])} to ${percent(interval[1])}; its own past alone ${percent(climatology)})`,
    `       because ${terms.slice(0, 4).map(termWords).join(', ')}`,
    ...rules.map((rule) => `       ${rule.words}; set off by ${rule.firedBy.join(', ')}`),
  ];
}

function show({ knownAt, weightsId, forecasts }: Forecasts, door: Door): void {
  const first = forecasts.at(0);
  if (first === undefined) {
    door.terminal.line('Nothing recorded answers this question.');
    return;
  }
  door.terminal.line(
    `From ${first.from} to ${first.until}, from what was known by ${knownAt} (${weightsId}):`,
  );
  for (const each of forecasts) for (const line of lines(each)) door.terminal.line(line);
}

/** `demarche forecast --actor A --target B --within 7d|30d|90d` */
export function registerForecast(program: Command, door: Door): void {
  program
    .command('forecast')
    .description(
      'probabilities of the next moves, with the terms, rules and past cases behind them; kept and scored',
    )
    .option('--actor <id>', 'who moves')
    .option('--target <id>', 'towards whom; * for anybody; without it, all are ranked')
    .option('--type <type>', 'move type or finer act; without it, all')
    .option('--within <days>', 'length of the window: 1d, 7d, 30d or 90d', '30d')
    .option(
      '--known-at <day>',
      'use only what was known by the end of this day (default: the last recorded day)',
    )
    .option('--weights <file>', 'weights file (default: your own, else the ones that come with the package)')
    .option('--limit <count>', 'how many to give and keep', '12')
    .option('--no-record', 'keep nothing in the ledger')
    .addHelpText(
      'after',
      '\nExample: demarche forecast --actor prk --target usa --within 30d --known-at 2021-03-24',
    )
    .action(({ within, limit, record, ...rest }: Options) =>
      door.within({}, (session) => {
        const question = { ...rest, within: daysOf(within), limit: countOf(limit) };
        const made = record ? forecast(session, question, door.effects) : forecastOf(session, question);
        if (door.isJson())
          made.forecasts.forEach((each) =>
            door.json({ ...each, knownAt: made.knownAt, weightsId: made.weightsId }),
          );
        else show(made, door);
      }),
    );
}
