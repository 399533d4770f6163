import { createRoute, z } from '@hono/zod-openapi';
import { UserError } from '../model/user-error.ts';
import type { Board } from '../workflows/board.ts';
import { placesOfMoves } from '../workflows/places-of-moves.ts';
import { completeQuestion } from '../workflows/situation.ts';
import { reportsOf } from '../workflows/list-reports.ts';
import type { SituationRoutes } from './routes-situation.ts';
import { ActorSchema, PlacesSchema, QuestionSchema, ClaimFilterSchema, ClaimsSchema, IdSchema, ReadingSchema, ReconciledSchema, ReportsSchema, TroubleSchema } from './schemas.ts'; // prettier-ignore

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const trouble = json(TroubleSchema, 'The question cannot be answered as it was put.');
const known = z.object({ knownAt: ClaimFilterSchema.shape.knownAt });

const reports = createRoute({
  method: 'get',
  path: '/api/reports',
  request: { query: known },
  responses: { 200: json(ReportsSchema, 'Reports in the order of publication.'), 400: trouble },
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
  request: { params: IdSchema },
  responses: { 200: json(ActorSchema, 'An actor with offices over time.'), 400: trouble },
});

const places = createRoute({
  method: 'get',
  path: '/api/places',
  request: { query: QuestionSchema },
  responses: { 200: json(PlacesSchema, 'Places of recent moves.'), 400: trouble },
});

/** What was read, and what reconciling made of it. */
export function addReading(app: SituationRoutes, board: Board) {
  return app
    .openapi(reports, (c) => c.json([...reportsOf(board.state(c.req.valid('query').knownAt))], 200))
    .openapi(report, (c) => {
      const { id } = c.req.valid('param');
      const reading = board.findReading(id);
      if (reading === undefined)
        throw new UserError(`no report has the id "${id}"`, { hint: 'See /api/reports.' });
      return c.json(reading, 200);
    })
    .openapi(actor, (c) => {
      const { id } = c.req.valid('param');
      const found = board.session.actors().actors.get(id);
      if (found === undefined)
        throw new UserError(`no actor has the id "${id}"`, { hint: 'Ids stand in data/actors.' });
      return c.json(found, 200);
    })
    .openapi(places, (c) => {
      const state = board.state(c.req.valid('query').knownAt);
      const { validAt } = completeQuestion(state, c.req.valid('query'));
      return c.json([...placesOfMoves(board.session, state, validAt)], 200);
    })
    .openapi(claims, (c) => c.json([...board.claims(c.req.valid('query'))], 200))
    .openapi(reconciled, (c) => c.json(board.state(c.req.valid('query').knownAt).reconciled, 200));
}

export type ReadingRoutes = ReturnType<typeof addReading>;
