import type { MiddlewareHandler } from 'hono';

/** Who may knock: names the server answers to, and the token asked for when it is open to other machines. */
export interface GuardSettings {
  /** Host names (without port) that requests may be addressed to. */
  readonly hosts: readonly string[];
  readonly token?: string;
}

const nameOf = (host: string): string => host.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');

function isForeign(origin: string | undefined, hosts: readonly string[]): boolean {
  if (origin === undefined || origin === 'null') return origin === 'null';
  return !URL.canParse(origin) || !hosts.includes(nameOf(new URL(origin).host));
}

const hasToken = (header: string | undefined, query: string | undefined, token: string): boolean =>
  header === `Bearer ${token}` || query === token;

/**
 * Against DNS rebinding and pages of other sites: the Host must be ours, an Origin (where a browser sends one) too;
 * when bound to another address, an access token is asked for.
 */
export function guard({ hosts, token }: GuardSettings): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host');
    if (host === undefined || !hosts.includes(nameOf(host))) {
      return c.json(
        { error: { what: 'this server does not answer to that name', hint: 'Use the address it printed.' } },
        403,
      );
    }
    if (isForeign(c.req.header('origin'), hosts)) {
      return c.json({ error: { what: 'requests from other sites are refused' } }, 403);
    }
    if (token !== undefined && !hasToken(c.req.header('authorization'), c.req.query('token'), token)) {
      return c.json(
        { error: { what: 'an access token is needed', hint: 'It was printed when the server started.' } },
        401,
      );
    }
    await next();
    return undefined;
  };
}

const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; '); // prettier-ignore

/** Headers that keep text from reports from ever becoming more than text. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', CSP);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'DENY');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
};
