import type { Command } from 'commander';
import { importChronicle } from '../../workflows/import-chronicle.ts';
import { importEvents } from '../../workflows/import-events.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly format: string;
}

/** `demarche import FILE --format gdelt` */
export function registerImport(program: Command, door: Door): void {
  program
    .command('import')
    .description('import a coded event feed or a chronicle; each row is kept as the evidence of its event')
    .argument('<file>', 'file of the feed')
    .requiredOption(
      '--format <name>',
      'gdelt, icews, polecat, acled, or chronicle (YAML as in data/playbooks)',
    )
    .addHelpText(
      'after',
      '\nBad rows go, with line number and reason, into FILE.bad; the others are imported.\nExamples:\n  demarche import 20170701234500.export.CSV --format gdelt\n  demarche import my-facts.yml --format chronicle',
    )
    .action((file: string, { format }: Options) =>
      door.within({}, async (session) => {
        const summary = await (format === 'chronicle'
          ? importChronicle(session, file, door.effects)
          : importEvents(session, file, format, door.effects));
        door.terminal.endProgress();
        if (door.isJson()) door.json(summary);
        else {
          const { imported, known, bad, badFile } = summary;
          door.terminal.line(
            `${imported} events imported${known > 0 ? `, ${known} stood there already` : ''}`,
          );
          if (bad > 0) door.terminal.error(`${bad} rows are bad; see ${badFile ?? ''}`);
        }
        if (summary.interrupted)
          door.terminal.error('Stopped. Whole segments are kept; the same command goes on.');
        if (summary.bad > 0) process.exitCode = summary.imported + summary.known > 0 ? 2 : 1;
      }),
    );
}
