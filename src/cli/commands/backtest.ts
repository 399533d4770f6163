import type { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { backtest } from '../../workflows/backtest.ts';
import type { BacktestRow } from '../../workflows/backtest.ts';
import type { Door } from '../door.ts';
import { toTable } from '../table.ts';

interface Options {
  readonly from?: string;
  readonly until?: string;
}

const HEAD = ['window', 'stratum', 'asked', 'held', 'Brier', 'climatology', 'skill', 'calibration error'];

function toRow({ window, stratum, score, climatology, skill }: BacktestRow): readonly string[] {
  const share = score.bins.reduce((sum, bin) => sum + bin.count * bin.share, 0);
  return [
    `${window}d`,
    stratum,
    String(score.count),
    share.toFixed(0),
    score.brier.toFixed(4),
    climatology.toFixed(4),
    `${(100 * skill).toFixed(1)} %`,
    score.calibrationError.toFixed(4),
  ];
}

function checkDay(flag: string, day: string | undefined): void {
  if (day === undefined || /^\d{4}-\d{2}-\d{2}$/u.test(day)) return;
  throw new UserError(`${flag}: "${day}" is no day`, { hint: 'Write it as 2021-03-25.' });
}

/** `demarche backtest` */
export function registerBacktest(program: Command, door: Door): void {
  program
    .command('backtest')
    .description('asks the past day by day with frozen weights, and scores the answers')
    .option(
      '--from <day>',
      'first day asked; what lies before it is learned from (default: after 70 % of the record)',
    )
    .option('--until <day>', 'last day asked (default: the end of the record)')
    .addHelpText('after', '\nExample: demarche backtest --from 2020-01-01')
    .action((options: Options) => {
      checkDay('--from', options.from);
      checkDay('--until', options.until);
      return door.within({}, (session) => {
        const found = backtest(session, door.effects, options);
        if (door.isJson()) door.json(found);
        else {
          door.terminal.line(`Asked from ${found.from} to ${found.until}; rules and weights frozen before.`);
          for (const line of toTable([HEAD, ...found.rows.map(toRow)], door.terminal.width))
            door.terminal.line(line);
        }
      });
    });
}
