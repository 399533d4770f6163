import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { UserError } from '../model/user-error.ts';
import type { Board } from '../workflows/board.ts';
import { toApp } from './app.ts';

export interface ServeSettings {
  /** Address to bind to; loopback unless told otherwise. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built page. */
  readonly page: string;
}

export interface Serving {
  /** Where a browser opens it, token included where one is asked for. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

function toListenTrouble(error: Error & { readonly code?: string }, { host, port }: ServeSettings): Error {
  if (error.code === 'EADDRINUSE') {
    return new UserError(`port ${port} is taken`, {
      where: host,
      hint: 'Choose another with --port, or 0 for any free one.',
    });
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new UserError('the server cannot listen there', {
      where: `${host}:${port}`,
      hint: 'Choose another --host or --port.',
    });
  }
  return error;
}

/**
 * Serves the API and the page. Bound to loopback it answers to loopback names only; bound elsewhere it asks for a
 * token made anew at each start.
 * @throws UserError when the port is taken or the address is not ours.
 */
export async function serve(board: Board, settings: ServeSettings): Promise<Serving> {
  const token = isLoopback(settings.host) ? undefined : randomBytes(18).toString('base64url');
  const app = toApp(board, { hosts: [...LOOPBACK, settings.host], ...(token && { token }) });
  if (existsSync(settings.page))
    app.use('/*', serveStatic({ root: relative(process.cwd(), settings.page) || '.' }));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error & { readonly code?: string }) =>
      reject(toListenTrouble(error, settings)),
    );
    server.listen(settings.port, settings.host, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    url: `http://${host}:${port}/${token === undefined ? '' : `?token=${token}`}`,
    close: async () => {
      await board.scenarios.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
