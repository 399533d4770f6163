import type { Command } from 'commander';
import { briefOf, renderBrief } from '../../workflows/brief.ts';
import { collectFiles } from '../../workflows/collect-files.ts';
import { readReports } from '../../workflows/read-reports.ts';
import { loadDefaultTheatre } from '../../workflows/session.ts';
import { writeOut } from '../../workflows/write-out.ts';
import type { Door } from '../door.ts';
import { showBrief } from '../show-brief.ts';
import { showFailures, showFound, takeDownMerges } from './read.ts';
import { serveBoard } from './serve.ts';

const PAGE = 'brief.html';

interface Options {
  readonly board: boolean;
  readonly port: string;
}

async function start(paths: readonly string[], { board, port }: Options, door: Door): Promise<void> {
  const { terminal } = door;
  const chosen = paths.length > 0 ? paths : [loadDefaultTheatre().samples];
  const files = await collectFiles(chosen, () => terminal.readStandardInput());
  await door.within({}, async (session) => {
    const summary = await readReports(files, {
      ledger: session.ledger,
      reader: session.reader(),
      effects: door.effects,
    });
    terminal.endProgress();
    showFound(summary, takeDownMerges(session, summary, door), door);
    showFailures(summary, door);
    if (summary.interrupted) return;
    const page = briefOf(session);
    terminal.line('');
    showBrief(page, terminal);
    writeOut(PAGE, renderBrief(page, 'html'));
    terminal.line('');
    terminal.line(`The same as a page: ${PAGE}`);
    if (board && terminal.isInteractive)
      await serveBoard(session, { host: '127.0.0.1', port, open: true }, door);
    else terminal.line('The board: demarche serve');
  });
}

/** `demarche start`: the main job in one command. */
export function registerStart(program: Command, door: Door): void {
  program
    .command('start')
    .description(
      'read reports (the samples, if none are named), show the situation, write brief.html, open the board',
    )
    .argument('[path...]', 'files, folders or patterns')
    .option('--port <number>', 'port of the board; 0 takes any free one', '4717')
    .option('--no-board', 'end after the page; the board opens only in a terminal anyway')
    .action((paths: readonly string[], options: Options) => start(paths, options, door));
}
