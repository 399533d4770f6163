import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demarche, newFolder, startDemarche } from './demarche.ts';

const ledger = join(newFolder(), 'served.ledger');
let server: ChildProcess;
let url = '';

async function untilPrinted(child: ChildProcess, pattern: RegExp): Promise<string> {
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  for (let i = 0; i < 600; i++) {
    const found = pattern.exec(out);
    if (found) return found[0];
    await wait(100);
  }
  throw new Error(`never printed: ${out}`);
}

const ask = async (
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string; headers: Headers }> => {
  const answer = await fetch(`${url}${path}`, { headers: { connection: 'close', ...headers } });
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
};

beforeAll(async () => {
  server = startDemarche(['--ledger', ledger, 'serve', '--port', '0', '--no-open']);
  url = await untilPrinted(server, /http:\/\/127\.0\.0\.1:\d+\//u);
});

afterAll(() => {
  server.kill('SIGKILL');
});

describe('demarche serve', () => {
  it('sends headers that keep text from reports text', async () => {
    const { headers } = await ask('api/overview');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses requests that come from pages of other sites', async () => {
    expect((await ask('api/overview', { origin: 'http://evil.example' })).status).toBe(403);
  });

  it('answers a question it does not understand with what is wrong', async () => {
    const { status, body } = await ask('api/situation?validAt=soon');
    expect(status).toBe(400);
    expect(body).toContain('validAt');
  });

  it('describes itself by an OpenAPI document', async () => {
    const { body } = await ask('api/openapi.json');
    expect(body).toContain('"openapi":"3.1.0"');
    expect(body).toContain('/api/situation');
  });

  it('refuses a second server on the same ledger and says where the first is', () => {
    const { code, err } = demarche(['--ledger', ledger, 'serve', '--port', '0', '--no-open']);
    expect(code).toBe(1);
    expect(err).toContain('served already');
    expect(err).toContain(url);
  });

  it('shows what is read beside it', async () => {
    const { code } = demarche(
      ['--ledger', ledger, 'read', '-', '--published', '2021-03-26'],
      'Marania rejected the talks on Friday.',
    );
    expect(code).toBe(0);
    expect((await ask('api/reports')).body).toContain('Marania rejected the talks');
  });

  it('gives its lock back when it is stopped', async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
    expect(existsSync(`${ledger}.serving`)).toBe(false);
  });
});
