import type { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { learn } from '../../workflows/learn.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly knownAt?: string;
  readonly out?: string;
  readonly threads?: string;
}

function countOf(threads: string): number {
  if (!/^[1-9]\d*$/u.test(threads))
    throw new UserError(`--threads: "${threads}" is no count`, { hint: 'Write it as 4.' });
  return Number(threads);
}

/** `demarche learn` */
export function registerLearn(program: Command, door: Door): void {
  program
    .command('learn')
    .description('learns from the past moves how likely the next ones are, and writes a weights file')
    .option('--known-at <day>', 'use only what was known by the end of this day (default: everything)')
    .option('--out <file>', 'weights file to write (default: .demarche/<theatre>.forecast.json)')
    .option(
      '--threads <count>',
      'worker threads; the result is the same for any count (default: by the number of moves)',
    )
    .addHelpText('after', '\nExample: demarche learn --known-at 2021-03-24 --out weights.json')
    .action(({ threads, ...options }: Options) =>
      door.within({}, async (session) => {
        const count = threads === undefined ? {} : { threads: countOf(threads) };
        const { file, weights, resumed } = await learn(session, door.effects, { ...options, ...count });
        const { card, id, models } = weights;
        if (door.isJson())
          door.json({ file, id, card, resumed, windows: models.map(({ length }) => length) });
        else {
          if (resumed > 0) door.terminal.line(`Went on where a stopped run had learned ${resumed} windows.`);
          door.terminal.line(`Learned from ${card.moves} moves, ${card.firstDay} to ${card.lastDay}.`);
          door.terminal.line(`Wrote ${file} (${id}).`);
        }
      }),
    );
}
