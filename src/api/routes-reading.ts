import { createRoute, z } from '@hono/zod-openapi';
import { UserError } from '../model/user-error.ts';
import { json } from './json-answer.ts';
import type { Board } from '../workflows/board.ts';
import { placesOfMoves } from '../workflows/places-of-moves.ts';
import { completeQuestion } from '../workflows/situation.ts';
import { copiesOf, selectReports } from '../workflows/list-reports.ts';
import { selectUtterances } from '../workflows/list-utterances.ts';
import { doingsOf, networkOf } from '../workflows/network.ts';
import { timelineOf } from '../workflows/timeline.ts';
import type { SituationRoutes } from './routes-situation.ts';
import {
  ClaimFilterSchema, ClaimsSchema, CopiesSchema, DoingsSchema, IdSchema, NetworkQuestionSchema, NetworkSchema, PlacesSchema,
  PlacesQuestionSchema, ReadingSchema, ReconciledSchema, ReportQuestionSchema, ReportsSchema, TimelineQuestionSchema, TimelineSchema,
  TroubleSchema, UtteranceQuestionSchema, UtterancesSchema,
} from './schemas.ts'; // prettier-ignore

const trouble = json(TroubleSchema, 'The question cannot be answered as it was put.');
const known = z.object({ knownAt: ClaimFilterSchema.shape.knownAt });

const reports = createRoute({
  method: 'get',
  path: '/api/reports',
  request: { query: ReportQuestionSchema },
  responses: { 200: json(ReportsSchema, 'The newest reports.'), 400: trouble },
});

const copies = createRoute({
  method: 'get',
  path: '/api/reports/{id}/copies',
  request: { params: IdSchema },
  responses: { 200: json(CopiesSchema, 'Reports of the same origin, the first one first.'), 400: trouble },
});

const timeline = createRoute({
  method: 'get',
  path: '/api/timeline',
  request: { query: TimelineQuestionSchema },
  responses: { 200: json(TimelineSchema, 'Moves and utterances, the newest ones.'), 400: trouble },
});

const utterances = createRoute({
  method: 'get',
  path: '/api/utterances',
  request: { query: UtteranceQuestionSchema },
  responses: { 200: json(UtterancesSchema, 'Utterances that fit.'), 400: trouble },
});

const network = createRoute({
  method: 'get',
  path: '/api/network',
  request: { query: NetworkQuestionSchema },
  responses: { 200: json(NetworkSchema, 'Deeds between sides.'), 400: trouble },
});

const report = createRoute({
  method: 'get',
  path: '/api/reports/{id}',
  request: { params: IdSchema },
  responses: { 200: json(ReadingSchema, 'A report with everything read from it.'), 400: trouble },
});

const claims = createRoute({
  method: 'get',
  path: '/api/claims',
  request: { query: ClaimFilterSchema },
  responses: { 200: json(ClaimsSchema, 'Claims that fit.'), 400: trouble },
});

const reconciled = createRoute({
  method: 'get',
  path: '/api/reconciled',
  request: { query: known },
  responses: { 200: json(ReconciledSchema, 'Origins, moves, utterances and links.'), 400: trouble },
});

const actor = createRoute({
  method: 'get',
  path: '/api/actors/{id}',
  request: { params: IdSchema, query: NetworkQuestionSchema },
  responses: { 200: json(DoingsSchema, 'An actor with offices, moves and words.'), 400: trouble },
});

const places = createRoute({
  method: 'get',
  path: '/api/places',
  request: { query: PlacesQuestionSchema },
  responses: { 200: json(PlacesSchema, 'Places of recent moves.'), 400: trouble },
});

/** What was read, and what reconciling made of it. */
export function addReading(app: SituationRoutes, board: Board) {
  return app
    .openapi(reports, (c) => {
      const { knownAt, sought } = c.req.valid('query');
      return c.json(selectReports(board.state(knownAt), sought), 200);
    })
    .openapi(copies, (c) => c.json([...copiesOf(board.state(), c.req.valid('param').id)], 200))
    .openapi(timeline, (c) => {
      const { knownAt, ...period } = c.req.valid('query');
      return c.json(timelineOf(board.session, board.state(knownAt), period), 200);
    })
    .openapi(utterances, (c) => {
      const { knownAt, ...filter } = c.req.valid('query');
      return c.json(selectUtterances(board.session, board.state(knownAt), filter), 200);
    })
    .openapi(network, (c) => {
      const period = c.req.valid('query');
      return c.json([...networkOf(board.session, board.state(period.knownAt), period)], 200);
    })
    .openapi(report, (c) => {
      const { id } = c.req.valid('param');
      const reading = board.findReading(id);
      if (reading === undefined)
        throw new UserError(`no report has the id "${id}"`, {
          hint: 'It may stand in another ledger. GET /api/reports lists those of this one.',
        });
      return c.json(reading, 200);
    })
    .openapi(actor, (c) => {
      const question = c.req.valid('query');
      const doings = doingsOf(
        board.session,
        board.state(question.knownAt),
        c.req.valid('param').id,
        question,
      );
      return c.json(doings, 200);
    })
    .openapi(places, (c) => {
      const { from, ...question } = c.req.valid('query');
      const state = board.state(question.knownAt);
      const { validAt } = completeQuestion(state, question);
      return c.json([...placesOfMoves(board.session, state, { from, until: validAt })], 200);
    })
    .openapi(claims, (c) => c.json([...board.claims(c.req.valid('query'))], 200))
    .openapi(reconciled, (c) => c.json(board.state(c.req.valid('query').knownAt).reconciled, 200));
}

export type ReadingRoutes = ReturnType<typeof addReading>;
