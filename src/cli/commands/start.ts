import type { Command } from 'commander';
import { briefOf, renderBrief } from '../../workflows/brief.ts';
import { collectFiles } from '../../workflows/collect-files.ts';
import { readReports } from '../../workflows/read-reports.ts';
import { loadDefaultTheatre } from '../../workflows/session.ts';
import { writeOut } from '../../workflows/write-out.ts';
import type { Door } from '../door.ts';
import { showBrief } from '../show-brief.ts';
import { showFailures, showFound } from './read.ts';

const PAGE = 'brief.html';

async function start(paths: readonly string[], door: Door): Promise<void> {
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
    showFound(summary, session.state().reconciled.origins.length, door);
    showFailures(summary, door);
    if (summary.interrupted) return;
    const page = briefOf(session);
    terminal.line('');
    showBrief(page, terminal);
    writeOut(PAGE, renderBrief(page, 'html'));
    terminal.line('');
    terminal.line(`The same as a page: ${PAGE}`);
  });
}

/** `demarche start`: the main job in one command. */
export function registerStart(program: Command, door: Door): void {
  program
    .command('start')
    .description('read reports (the samples, if none are named), show the situation, write brief.html')
    .argument('[path...]', 'files, folders or patterns')
    .action((paths: readonly string[]) => start(paths, door));
}
