import { once } from 'node:events';
import type { Command } from 'commander';
import { serve } from '../../api/serve.ts';
import type { Serving } from '../../api/serve.ts';
import { UserError } from '../../model/user-error.ts';
import { toBoard } from '../../workflows/board.ts';
import { openInBrowser } from '../../workflows/open-in-browser.ts';
import { checkNotServed, lockServing } from '../../workflows/serving-lock.ts';
import { boardPage } from '../../workflows/board-page.ts';
import type { Session } from '../../workflows/session.ts';
import type { Door } from '../door.ts';

export interface ServeOptions {
  readonly host: string;
  readonly port: string;
  readonly open: boolean;
}

function toPort(words: string): number {
  const port = Number(words);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UserError(`--port: "${words}" is no port`, { hint: 'A number from 0 (any free one) to 65535.' });
}

async function untilStopped(serving: Serving, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  await serving.close();
}

/** Serves the board of an open ledger until Ctrl-C. */
export async function serveBoard(session: Session, options: ServeOptions, door: Door): Promise<void> {
  checkNotServed(session.ledger.file);
  const { terminal } = door;
  const board = toBoard(session);
  board.warmUp((progress) => terminal.showProgress(progress));
  terminal.endProgress();
  const serving = await serve(board, {
    host: options.host,
    port: toPort(options.port),
    page: boardPage(),
  });
  const unlock = lockServing(session.ledger.file, serving.url);
  try {
    terminal.line(`The board: ${serving.url}   (Ctrl-C stops it)`);
    if (options.host !== 'localhost' && options.host !== '127.0.0.1') {
      terminal.error(
        'Open to other machines: whoever has the address above with its token can read and correct this ledger.',
      );
    }
    if (options.open && terminal.isInteractive) openInBrowser(serving.url);
    await untilStopped(serving, terminal.signal);
  } finally {
    unlock();
  }
}

/** `demarche serve` */
export function registerServe(program: Command, door: Door): void {
  program
    .command('serve')
    .description('the board: a local page with the situation, kept up to date while reports are read')
    .option('--host <address>', 'address to bind to; another than loopback asks for a token', '127.0.0.1')
    .option('--port <number>', 'port; 0 takes any free one', '4717')
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', '\nExample: demarche serve --port 0 --no-open')
    .action((options: ServeOptions) => door.within({}, (session) => serveBoard(session, options, door)));
}
