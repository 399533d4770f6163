import type { z } from '@hono/zod-openapi';

/** An answer in JSON, as a route of the OpenAPI document describes it. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
