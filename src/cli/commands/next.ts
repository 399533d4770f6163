import type { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { rankNext } from '../../workflows/rank-next.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly actor?: string;
  readonly target?: string;
  readonly type: string;
  readonly knownAt?: string;
  readonly limit: string;
}

/** `demarche next --actor A --type T` */
export function registerNext(program: Command, door: Door): void {
  program
    .command('next')
    .description(
      'ranks whom an actor does something to next, or who does it to a target, with the terms behind it',
    )
    .option('--actor <id>', 'who acts; whom it acts on is ranked')
    .option('--target <id>', 'who is acted on; who acts is ranked')
    .requiredOption('--type <type>', 'move type or finer act')
    .option('--known-at <day>', 'use only what was known by the end of this day (default: everything)')
    .option('--limit <count>', 'how many to give', '10')
    .addHelpText('after', '\nExample: demarche next --actor prk --type accuse --known-at 2021-03-24')
    .action(({ limit, ...options }: Options) =>
      door.within({}, async (session) => {
        if (!/^[1-9]\d*$/u.test(limit))
          throw new UserError(`--limit: "${limit}" is no count`, { hint: 'Write it as 10.' });
        const found = await rankNext(session, { ...options, limit: Number(limit) });
        if (door.isJson()) door.json(found);
        else {
          door.terminal.line(
            `From ${found.moves} moves known by ${found.knownAt}; shares if it happens at all:`,
          );
          for (const { actor, share, terms } of found.candidates) {
            const because = terms.slice(0, 4).map(({ name, points }) => `${name} ${points.toFixed(2)}`);
            door.terminal.line(
              `${(100 * share).toFixed(0).padStart(4)} %  ${actor}  (${because.join(', ')})`,
            );
          }
        }
      }),
    );
}
