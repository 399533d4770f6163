import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Board } from '../workflows/board.ts';
import { json } from './json-answer.ts';
import type { WritingRoutes } from './routes-writing.ts';
import {
  CoursesSchema, IdSchema, PlayJobSchema, ReplayQuestionSchema, ReplaySchema, ScenarioMenuSchema, TroubleSchema,
} from './schemas.ts'; // prettier-ignore

const trouble = json(TroubleSchema, 'It cannot be played as it was put.');

const menu = createRoute({
  method: 'get',
  path: '/api/scenarios',
  responses: { 200: json(ScenarioMenuSchema, 'Courses that come with the playbook, and what a course is made of.'), 400: trouble },
}); // prettier-ignore

const start = createRoute({
  method: 'post',
  path: '/api/scenarios/runs',
  request: { body: { required: true, content: { 'application/json': { schema: CoursesSchema } } } },
  responses: { 200: json(PlayJobSchema, 'The order, being played.'), 400: trouble },
});

const find = createRoute({
  method: 'get',
  path: '/api/scenarios/runs/{id}',
  request: { params: IdSchema },
  responses: { 200: json(PlayJobSchema, 'The order, with its result once it is done.'), 400: trouble },
});

const cancel = createRoute({
  method: 'delete',
  path: '/api/scenarios/runs/{id}',
  request: { params: IdSchema },
  responses: { 200: json(PlayJobSchema, 'The order; it ends at the next safe place.'), 400: trouble },
});

const replay = createRoute({
  method: 'post',
  path: '/api/scenarios/replay',
  request: { body: { required: true, content: { 'application/json': { schema: ReplayQuestionSchema } } } },
  responses: { 200: json(ReplaySchema, 'One run, day by day.'), 400: trouble },
});

/** How often the stream looks at the order, in milliseconds. */
const LOOK_EVERY = 200;

/** Courses of levers: what there is to choose, playing them, and one run of them. */
export function addScenarios(app: WritingRoutes, board: Board) {
  const { scenarios } = board;
  app.get('/api/scenarios/runs/:id/events', (c) =>
    streamSSE(c, async (stream) => {
      const id = c.req.param('id');
      let told = '';
      while (!stream.aborted && !stream.closed) {
        const { state, progress } = scenarios.get(id);
        const data = JSON.stringify({ state, progress });
        if (data !== told) await stream.writeSSE({ event: 'progress', data });
        told = data;
        if (state !== 'running') return;
        await stream.sleep(LOOK_EVERY);
      }
    }),
  );
  return app
    .openapi(menu, (c) => c.json(board.scenarioMenu(), 200))
    .openapi(start, (c) => c.json(scenarios.start(c.req.valid('json').courses), 200))
    .openapi(find, (c) => c.json(scenarios.get(c.req.valid('param').id), 200))
    .openapi(cancel, (c) => c.json(scenarios.cancel(c.req.valid('param').id), 200))
    .openapi(replay, async (c) => {
      const { course, run } = c.req.valid('json');
      return c.json([...(await board.replay(course, run))], 200);
    });
}
