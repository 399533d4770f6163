import type { Command } from 'commander';
import { learn } from '../../workflows/learn.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly knownAt?: string;
  readonly out?: string;
}

/** `demarche learn` */
export function registerLearn(program: Command, door: Door): void {
  program
    .command('learn')
    .description('learns from the past moves how likely the next ones are, and writes a weights file')
    .option('--known-at <day>', 'use only what was known by the end of this day (default: everything)')
    .option('--out <file>', 'weights file to write (default: .demarche/<theatre>.forecast.json)')
    .addHelpText('after', '\nExample: demarche learn --known-at 2021-03-24 --out weights.json')
    .action((options: Options) =>
      door.within({}, (session) => {
        const { file, weights } = learn(session, door.effects, options);
        const { card, id, models } = weights;
        if (door.isJson()) door.json({ file, id, card, windows: models.map(({ length }) => length) });
        else {
          door.terminal.line(`Learned from ${card.moves} moves, ${card.firstDay} to ${card.lastDay}.`);
          door.terminal.line(`Wrote ${file} (${id}).`);
        }
      }),
    );
}
