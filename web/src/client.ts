import { hc } from 'hono/client';
import type { Api } from '../../src/api/app.ts';

/** Kept for the session: the token in the address, where the server asked for one. */
const token = new URLSearchParams(location.search).get('token');

/** The API, typed from its routes. Nothing else of the program is known here. */
export const api = hc<Api>(location.origin, token ? { headers: { Authorization: `Bearer ${token}` } } : {});

export const withToken = (path: string): string =>
  token ? `${path}?token=${encodeURIComponent(token)}` : path;

interface Answer {
  readonly ok: boolean;
  json(): Promise<unknown>;
}

const UNREACHABLE =
  'The server does not answer, so this may be out of date. Is “demarche serve” still running? Start it again and reload the page.';

const isTrouble = (value: unknown): value is { error: { what: string; hint?: string } } =>
  typeof value === 'object' && value !== null && 'error' in value;

/** The body of an answer, or an error in words for people. */
export async function bodyOf<R extends Answer>(
  answer: Promise<R>,
): Promise<Exclude<Awaited<ReturnType<R['json']>>, { error: unknown }>> {
  const got = await answer.catch((error: unknown) => {
    // The browser's own words for a server that is gone ("Failed to fetch") help nobody.
    throw error instanceof TypeError ? new Error(UNREACHABLE) : error;
  });
  const body = (await got.json()) as Awaited<ReturnType<R['json']>>;
  if (got.ok && !isTrouble(body)) return body as Exclude<typeof body, { error: unknown }>;
  const { what, hint } = isTrouble(body)
    ? body.error
    : { what: 'the server gave no answer', hint: undefined };
  const said = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  throw new Error(hint === undefined ? said : `${said}. ${hint}`);
}
