import type { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { collectFiles } from '../../workflows/collect-files.ts';
import { countFound } from '../../workflows/count-found.ts';
import { isPublished } from '../../workflows/is-published.ts';
import { readReports } from '../../workflows/read-reports.ts';
import { READING_SCHEMA } from '../../workflows/reading-schema.ts';
import { recordMerges } from '../../workflows/record-merges.ts';
import type { ReadSummary } from '../../workflows/read-reports.ts';
import type { Session } from '../../workflows/session.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly published?: string;
  readonly outlet?: string;
}

const HELP = `
Reads .txt, .md (with front matter), .html, .json, .jsonl, RSS and Atom; a folder is searched deep.
A report that stands in the ledger already is passed over, so an interrupted read goes on where it stopped.

Examples:
  demarche read samples/korea-2021
  demarche read "news/**/*.html" --outlet "Harbour Times"
  cat report.txt | demarche read - --published 2021-03-26 --json`;

export function showFailures(summary: ReadSummary, door: Door): void {
  const { red, dim } = door.terminal.paintError;
  for (const { where, message, hint } of summary.failed) {
    door.terminal.error(red(`${where}: ${message}`));
    if (hint !== undefined) door.terminal.error(dim(hint));
  }
  if (summary.failed.length > 0) process.exitCode = summary.done.length + summary.known > 0 ? 2 : 1;
  if (summary.interrupted)
    door.terminal.error('Stopped. What was read is kept; the same command goes on from here.');
}

export function showFound(summary: ReadSummary, origins: number, door: Door): void {
  const found = countFound(summary.done);
  const { bold, dim } = door.terminal.paint;
  const known = summary.known > 0 ? dim(` (${summary.known} stood in the ledger already)`) : '';
  door.terminal.line(
    `${bold(String(summary.done.length))} reports read${known}; the ledger holds ${origins} origins`,
  );
  for (const [name, count] of found)
    if (count > 0) door.terminal.line(`  ${String(count).padStart(6)} ${name}`);
}

/** Says who of the new reports is whom in the others; gives the number of origins. */
export function takeDownMerges(session: Session, { done }: ReadSummary, door: Door): number {
  const state = session.state();
  if (done.length > 0) recordMerges(session, state, door.effects.now());
  return state.reconciled.origins.length;
}

async function read(paths: readonly string[], options: Options, door: Door): Promise<void> {
  const { published, outlet } = options;
  if (published !== undefined && !isPublished(published)) {
    throw new UserError(`--published: "${published}" is no date`, {
      hint: 'Write 2021-03-26 or 2021-03-26T08:00:00+09:00.',
    });
  }
  const files = await collectFiles(paths, () => door.terminal.readStandardInput());
  await door.within({}, async (session) => {
    const work = { ledger: session.ledger, reader: session.reader(), effects: door.effects };
    const settings = { ...(published && { published }), ...(outlet && { outlet }) };
    const summary = await readReports(files, work, settings);
    door.terminal.endProgress();
    const origins = takeDownMerges(session, summary, door);
    if (door.isJson()) summary.done.forEach((reading) => door.json({ schema: READING_SCHEMA, ...reading }));
    else showFound(summary, origins, door);
    showFailures(summary, door);
  });
}

/** `demarche read PATH…` */
export function registerRead(program: Command, door: Door): void {
  program
    .command('read')
    .description('read reports into the ledger')
    .argument('<path...>', 'files, folders, patterns, or - for standard input')
    .option('--published <date>', 'when they were published, if the files do not say')
    .option('--outlet <name>', 'who published them, if the files do not say')
    .addHelpText('after', HELP)
    .action((paths: readonly string[], options: Options) => read(paths, options, door));
}
