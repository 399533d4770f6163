import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from '@hono/zod-openapi';
import { explainIn } from '../workflows/why.ts';
import type { Board } from '../workflows/board.ts';
import { overviewOf } from '../workflows/overview.ts';
import { BriefSchema, ChangesSchema, IdSchema, OverviewSchema, QuestionSchema, SinceSchema, SituationSchema, TroubleSchema, WatchSchema, WhySchema } from './schemas.ts'; // prettier-ignore

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const trouble = json(TroubleSchema, 'The question cannot be answered as it was put.');

const overview = createRoute({
  method: 'get',
  path: '/api/overview',
  responses: { 200: json(OverviewSchema, 'Before anything else.') },
});

const situation = createRoute({
  method: 'get',
  path: '/api/situation',
  request: { query: QuestionSchema },
  responses: { 200: json(SituationSchema, 'The situation.'), 400: trouble },
});

const changes = createRoute({
  method: 'get',
  path: '/api/changes',
  request: { query: SinceSchema },
  responses: { 200: json(ChangesSchema, 'What changed since a day.'), 400: trouble },
});

const watch = createRoute({
  method: 'get',
  path: '/api/watch-list',
  request: { query: QuestionSchema },
  responses: { 200: json(WatchSchema, 'What a single further move would set off.'), 400: trouble },
});

const brief = createRoute({
  method: 'get',
  path: '/api/brief',
  request: { query: QuestionSchema },
  responses: { 200: json(BriefSchema, 'The situation in sentences.'), 400: trouble },
});

const why = createRoute({
  method: 'get',
  path: '/api/why/{id}',
  request: { params: IdSchema, query: QuestionSchema },
  responses: { 200: json(WhySchema, 'The chain down to the words.'), 400: trouble },
});

/** Questions about the situation. */
export function addSituation(app: OpenAPIHono, board: Board) {
  return app
    .openapi(overview, (c) => c.json(overviewOf(board.session, board.state()), 200))
    .openapi(situation, (c) => c.json(board.situation(c.req.valid('query')), 200))
    .openapi(changes, (c) => c.json([...board.changes(c.req.valid('query'))], 200))
    .openapi(watch, (c) => c.json([...board.watchList(c.req.valid('query'))], 200))
    .openapi(brief, (c) => c.json(board.brief(c.req.valid('query')), 200))
    .openapi(why, (c) => {
      const question = c.req.valid('query');
      return c.json(
        explainIn(board.session, board.state(question.knownAt), c.req.valid('param').id, question),
        200,
      );
    });
}

export type SituationRoutes = ReturnType<typeof addSituation>;
