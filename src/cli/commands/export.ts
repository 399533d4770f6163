import type { Command } from 'commander';
import { EXPORT_FORMATS, exportMoves } from '../../workflows/export-moves.ts';
import type { ExportSettings } from '../../workflows/export-moves.ts';
import type { Door } from '../door.ts';

/** `demarche export --format csv` */
export function registerExport(program: Command, door: Door): void {
  program
    .command('export')
    .description('give the moves to other programs')
    .requiredOption('--format <name>', EXPORT_FORMATS.join(', '))
    .option('--out <file>', 'write to this file instead of standard output')
    .option('--known-at <day>', 'only what was known by the end of this day')
    .addHelpText('after', '\nExample: demarche export --format timelinejs --out timeline.json')
    .action((settings: ExportSettings) =>
      door.within({ mustExist: true }, async (session) => {
        const words = await exportMoves(session, settings);
        if (words !== undefined) door.terminal.line(words.trimEnd());
      }),
    );
}
