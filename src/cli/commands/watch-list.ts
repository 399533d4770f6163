import type { Command } from 'commander';
import type { WatchItem } from '../../model/situation.ts';
import { watchList } from '../../workflows/watch-list.ts';
import type { SituationQuestion } from '../../workflows/situation.ts';
import type { Door } from '../door.ts';
import { toTable } from '../table.ts';

const HEAD = ['if', 'by', 'to', 'then', 'how it changes'];

const toRow = ({ move, rule, fields }: WatchItem): readonly string[] => [
  `${move.act ?? move.type ?? ''}${move.classId ? ` (${move.classId})` : ''}`,
  move.by.join('+'),
  move.to.join('+'),
  rule,
  fields
    .map(({ name, before, after }) => (before === '' ? `${name} ${after}` : `${name} ${before} → ${after}`))
    .join('; '),
];

/** `demarche watch-list` */
export function registerWatchList(program: Command, door: Door): void {
  program
    .command('watch-list')
    .description(
      'what a single further move would set off: rungs, trigger clauses, moratoria, bargains, outlooks',
    )
    .option('--valid-at <day>', 'from where things stood on this day (default: --known-at)')
    .option('--known-at <day>', 'from what was known by the end of this day (default: the newest report)')
    .option('--part <name>', 'only one part, such as bargains or ladder')
    .addHelpText('after', '\nExample: demarche watch-list --valid-at 2021-03-26 --part bargains')
    .action(({ part, ...question }: SituationQuestion & { readonly part?: string }) =>
      door.within({ mustExist: true }, (session) => {
        const items = watchList(session, question).filter((item) => part === undefined || item.part === part);
        if (door.isJson()) door.json(items);
        else if (items.length === 0) door.terminal.line('No single move would set anything off.');
        else
          for (const line of toTable([HEAD, ...items.map(toRow)], door.terminal.width))
            door.terminal.line(line);
      }),
    );
}
