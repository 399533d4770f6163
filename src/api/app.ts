import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UserError } from '../model/user-error.ts';
import type { Board } from '../workflows/board.ts';
import { guard, securityHeaders } from './guard.ts';
import type { GuardSettings } from './guard.ts';
import { addReading } from './routes-reading.ts';
import { addScenarios } from './routes-scenarios.ts';
import { addSituation } from './routes-situation.ts';
import { addWriting } from './routes-writing.ts';

/** Largest request body, in bytes. */
const BODY_LIMIT = 8 * 1024 * 1024;

function toTrouble(error: Error, c: Context): Response {
  if (error instanceof UserError) {
    const { message: what, where, hint } = error;
    return c.json({ error: { what, ...(where && { where }), ...(hint && { hint }) } }, 400);
  }
  process.stderr.write(`${error.stack ?? error.message}\n`);
  return c.json({ error: { what: 'something broke inside Demarche; its terminal says more' } }, 500);
}

/** The HTTP door. Every answer comes from the same workflows as the command line's. */
export function toApp(board: Board, settings: GuardSettings) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      return c.json({ error: { what: `${issue.path.join('.')}: ${issue.message}` } }, 400);
    },
  });
  app.use(securityHeaders);
  app.use(guard(settings));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: BODY_LIMIT,
      onError: (c) => c.json({ error: { what: 'more than 8 MB at a time' } }, 413),
    }),
  );
  app.onError(toTrouble);
  const routes = addScenarios(addWriting(addReading(addSituation(app, board), board), board), board);
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Demarche', version: board.version } });
  app.notFound((c) =>
    c.json({ error: { what: 'there is nothing at this address', hint: 'See /api/openapi.json.' } }, 404),
  );
  return routes;
}

/** What the page's typed client is made from. */
export type Api = ReturnType<typeof toApp>;
