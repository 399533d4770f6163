import type { Command } from 'commander';
import { readingJsonSchema } from '../../workflows/reading-schema.ts';
import type { Door } from '../door.ts';

/** `demarche schema` */
export function registerSchema(program: Command, door: Door): void {
  program
    .command('schema')
    .description('JSON Schema of what demarche read --json prints, one object a report')
    .addHelpText('after', '\nExample: demarche schema > reading.schema.json')
    .action(() => door.terminal.line(JSON.stringify(readingJsonSchema(), null, 2)));
}
