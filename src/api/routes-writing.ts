import { createRoute } from '@hono/zod-openapi';
import type { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { json } from './json-answer.ts';
import type { Board } from '../workflows/board.ts';
import { silent } from '../workflows/effects.ts';
import type { ReadingRoutes } from './routes-reading.ts';
import { CorrectionSchema, EntrySchema, PasteSchema, ReadResultSchema, TroubleSchema } from './schemas.ts';

const trouble = json(TroubleSchema, 'It cannot be taken down as it was put.');
const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const paste = createRoute({
  method: 'post',
  path: '/api/reports',
  request: { body: body(PasteSchema) },
  responses: { 200: json(ReadResultSchema, 'What was read from the text.'), 400: trouble },
});

const correct = createRoute({
  method: 'post',
  path: '/api/corrections',
  request: { body: body(CorrectionSchema) },
  responses: { 200: json(EntrySchema, 'The entry taken down.'), 400: trouble },
});

/** How often the stream looks whether the ledger has grown, in milliseconds. */
const LOOK_EVERY = 1000;

const now = (): string => new Date().toISOString();

/** What changes the ledger, and the stream that tells of changes (by this or any other process). */
export function addWriting(app: ReadingRoutes, board: Board) {
  app.get('/api/events', (c) =>
    streamSSE(c, async (stream) => {
      let told = -1;
      while (!stream.aborted && !stream.closed) {
        const version = board.session.ledger.lastSequence();
        if (version !== told) await stream.writeSSE({ event: 'ledger', data: JSON.stringify({ version }) });
        told = version;
        await stream.sleep(LOOK_EVERY);
      }
    }),
  );
  return app
    .openapi(paste, async (c) => {
      const { done, known, failed } = await board.paste(c.req.valid('json'), silent(now, c.req.raw.signal));
      return c.json({ readings: [...done], known, failed: [...failed] }, 200);
    })
    .openapi(correct, (c) => c.json(board.correct(c.req.valid('json'), 'analyst', now()), 200));
}

export type WritingRoutes = ReturnType<typeof addWriting>;
