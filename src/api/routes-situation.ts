import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { explainRow } from '../workflows/explain-row.ts';
import { explainIn } from '../workflows/why.ts';
import { json } from './json-answer.ts';
import type { Board } from '../workflows/board.ts';
import { renderBrief, withoutSections } from '../workflows/brief.ts';
import type { BriefFormat } from '../workflows/brief.ts';
import { overviewOf } from '../workflows/overview.ts';
import { BriefQuestionSchema, BriefSchema, ChangesSchema, GlanceSchema, HistoryQuestionSchema, HistorySchema, IdSchema, OverviewSchema, QueueSchema, QuestionSchema, SinceSchema, SituationSchema, TroubleSchema, WatchSchema, WhySchema } from './schemas.ts'; // prettier-ignore

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

const glance = createRoute({
  method: 'get',
  path: '/api/situation/glance',
  request: { query: QuestionSchema },
  responses: { 200: json(GlanceSchema, 'What the first page shows.'), 400: trouble },
});

const queue = createRoute({
  method: 'get',
  path: '/api/queue',
  request: { query: QuestionSchema },
  responses: { 200: json(QueueSchema, 'Claims by how much rests on them.'), 400: trouble },
});

const changes = createRoute({
  method: 'get',
  path: '/api/changes',
  request: { query: SinceSchema },
  responses: { 200: json(ChangesSchema, 'What changed since a day.'), 400: trouble },
});

const history = createRoute({
  method: 'get',
  path: '/api/history',
  request: { query: HistoryQuestionSchema },
  responses: { 200: json(HistorySchema, 'Rungs and channels over the last days.'), 400: trouble },
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
  request: { query: BriefQuestionSchema },
  responses: { 200: json(BriefSchema, 'The situation in sentences.'), 400: trouble },
});

const why = createRoute({
  method: 'get',
  path: '/api/why/{id}',
  request: { params: IdSchema, query: QuestionSchema },
  responses: { 200: json(WhySchema, 'The chain down to the words.'), 400: trouble },
});

const FILES: readonly (readonly [ending: string, format: BriefFormat, type: string])[] = [
  ['md', 'markdown', 'text/markdown; charset=utf-8'],
  ['html', 'html', 'text/html; charset=utf-8'],
];

/** The brief as a file to keep. */
function addFiles(app: OpenAPIHono, board: Board): void {
  for (const [ending, format, type] of FILES) {
    app.get(`/api/brief.${ending}`, (c) => {
      const { without = '', ...question } = BriefQuestionSchema.parse(c.req.query());
      const page = withoutSections(board.brief(question), without.split(','));
      c.header('Content-Type', type);
      c.header('Content-Disposition', `attachment; filename="brief.${ending}"`);
      return c.body(renderBrief(page, format));
    });
  }
}

/** Questions about the situation. */
export function addSituation(app: OpenAPIHono, board: Board) {
  addFiles(app, board);
  return app
    .openapi(overview, (c) => c.json(overviewOf(board.session, board.state()), 200))
    .openapi(situation, (c) => c.json(board.situation(c.req.valid('query')), 200))
    .openapi(changes, async (c) =>
      c.json([...(await board.changes(c.req.valid('query'), c.req.raw.signal))], 200),
    )
    .openapi(glance, (c) => c.json(board.glance(c.req.valid('query')), 200))
    .openapi(queue, (c) => c.json(board.queue(c.req.valid('query')), 200))
    .openapi(history, async (c) => {
      const { days, ...question } = c.req.valid('query');
      return c.json([...(await board.history(question, days, c.req.raw.signal))], 200);
    })
    .openapi(watch, (c) => c.json([...board.watchList(c.req.valid('query'))], 200))
    .openapi(brief, (c) => {
      const { without = '', ...question } = c.req.valid('query');
      return c.json(withoutSections(board.brief(question), without.split(',')), 200);
    })
    .openapi(why, async (c) => {
      const question = c.req.valid('query');
      const { id } = c.req.valid('param');
      const row = await explainRow(board.session, id, question);
      return c.json(row ?? explainIn(board.session, board.state(question.knownAt), id, question), 200);
    });
}

export type SituationRoutes = ReturnType<typeof addSituation>;
