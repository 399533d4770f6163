import type { Command } from 'commander';
import { diffKnown } from '../../workflows/diff.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly from: string;
  readonly to: string;
}

/** `demarche diff --from K1 --to K2` */
export function registerDiff(program: Command, door: Door): void {
  program
    .command('diff')
    .description('what changed in what was known between two moments, with the reports that brought it')
    .requiredOption('--from <day>', 'as known by the end of this day')
    .requiredOption('--to <day>', 'and by the end of this one')
    .addHelpText('after', '\nExample: demarche diff --from 2021-03-23 --to 2021-03-25 --json')
    .action(({ from, to }: Options) =>
      door.within({ mustExist: true }, (session) => {
        const differences = diffKnown(session, from, to);
        if (door.isJson()) {
          differences.forEach((difference) => door.json(difference));
          return;
        }
        const { terminal } = door;
        if (differences.length === 0) terminal.line('Nothing changed.');
        const marks = { added: '+', removed: '-', changed: '~' } as const;
        for (const { how, what, id, sources } of differences)
          terminal.line(`${marks[how]} ${what} ${id}  ${terminal.paint.dim(sources.join(' '))}`);
      }),
    );
}
