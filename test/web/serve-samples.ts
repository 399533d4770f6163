import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../src/api/serve.ts';
import type { Serving } from '../../src/api/serve.ts';
import { toBoard } from '../../src/workflows/board.ts';
import { boardPage } from '../../src/workflows/board-page.ts';
import { collectFiles } from '../../src/workflows/collect-files.ts';
import { silent } from '../../src/workflows/effects.ts';
import { readReports } from '../../src/workflows/read-reports.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';
import { newFolder } from '../cli/demarche.ts';

export interface Served {
  readonly session: Session;
  readonly serving: Serving;
  close(): Promise<void>;
}

/** The board over a new ledger with the samples, on a free port; the page is built where it is not. */
export async function serveSamples(): Promise<Served> {
  if (!existsSync(join(boardPage(), 'index.html')))
    execFileSync('npx', ['vite', 'build', 'web', '--logLevel', 'error']);
  const session = openSession({ ledger: join(newFolder(), 'board.ledger') });
  const effects = silent(() => new Date().toISOString());
  const files = await collectFiles(['samples/korea-2021'], () => new Uint8Array());
  await readReports(files, { ledger: session.ledger, reader: session.reader(), effects });
  const serving = await serve(toBoard(session), { host: '127.0.0.1', port: 0, page: boardPage() });
  return {
    session,
    serving,
    close: async () => {
      await serving.close();
      await session.close();
    },
  };
}
