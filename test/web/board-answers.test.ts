import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Serving } from '../../src/api/serve.ts';
import type { Session } from '../../src/workflows/session.ts';
import { serveSamples } from './serve-samples.ts';
import type { Served } from './serve-samples.ts';

const Brief = z.object({
  sections: z.array(z.object({ lines: z.array(z.object({ citations: z.array(z.number()) })) })),
  citations: z.array(
    z.object({
      number: z.number(),
      sentence: z.string(),
      words: z.object({ start: z.number(), end: z.number() }),
    }),
  ),
});

let served: Served;
let session: Session;
let serving: Serving;

describe('the answers of the board, over a real ledger', () => {
  beforeAll(async () => {
    served = await serveSamples();
    ({ session, serving } = served);
  }, 300_000);

  afterAll(async () => {
    await served?.close();
  });

  it('shows what the ledger has learned since the last visit', async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const question = `validAt=2021-03-27&knownAt=2021-03-27&visit=`;
    const later = await fetch(
      `${serving.url}api/changes?${question}${new Date(Date.now() + 60_000).toISOString()}`,
    );
    expect(await later.json()).toEqual([]);
    const all = await fetch(`${serving.url}api/changes?${question}2000-01-01T00:00:00.000Z`);
    expect(z.array(z.unknown()).parse(await all.json()).length).toBeGreaterThan(5);
    expect((await fetch(`${serving.url}api/changes?${question}${since}`)).status).toBe(200);
  });

  it('corrects who did it, and refuses an actor that nobody knows', async () => {
    const claim = [...session.state().claims.values()].find(
      (one) => one.kind === 'move' && one.actors[0]?.actorId === 'prk',
    );
    const correct = (changes: object): Promise<Response> =>
      fetch(`${serving.url}api/corrections`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ act: 'correct', targetId: claim?.id, changes }),
      });
    expect((await correct({ actorIds: ['nobody-at-all'] })).status).toBe(400);
    expect((await correct({ confidence: 'high' })).status).toBe(400);
    const entry = z.object({ id: z.string() }).parse(await (await correct({ actorIds: ['kor'] })).json());
    expect(
      session
        .state()
        .claims.get(claim?.id ?? '')
        ?.actors.map(({ actorId }) => actorId),
    ).toEqual(['kor']);
    await fetch(`${serving.url}api/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'undo', entryId: entry.id }),
    });
    expect(session.state().claims.get(claim?.id ?? '')?.actors[0]?.actorId).toBe('prk');
  });

  it('orders the queue by what rests on a claim', async () => {
    const answer = await fetch(`${serving.url}api/queue?knownAt=2021-03-27`);
    const { rows } = z.object({ rows: z.array(z.object({ rests: z.number() })) }).parse(await answer.json());
    const [first, last] = [rows.slice(0, 10), rows.slice(-10)].map((some) =>
      some.reduce((sum, { rests }) => sum + rests, 0),
    );
    expect(first).toBeGreaterThan(last);
  });

  it('tells only the acts of a chosen period in a brief', async () => {
    const ask = async (from: string): Promise<string> =>
      (await fetch(`${serving.url}api/brief.md?validAt=2021-03-27&knownAt=2021-03-27${from}`)).text();
    const legal = (page: string): string =>
      page.split('## ').find((one) => one.startsWith('What the rules')) ?? '';
    expect(legal(await ask(''))).toContain('21 March 2021');
    expect(legal(await ask('&from=2021-03-25'))).not.toContain('21 March 2021:');
    expect(legal(await ask('&from=2021-03-25'))).toContain('25 March 2021');
  });

  it('exports a brief in which every sentence has evidence', async () => {
    const answer = await fetch(`${serving.url}api/brief?knownAt=2021-03-27`);
    const brief = Brief.parse(await answer.json());
    const numbers = new Set(brief.citations.map(({ number }) => number));
    const lines = brief.sections.flatMap((section) => section.lines);
    expect(lines.length).toBeGreaterThan(10);
    expect(
      lines.every(({ citations }) => citations.length > 0 && citations.every((n) => numbers.has(n))),
    ).toBe(true);
    expect(
      brief.citations.every(({ sentence, words }) => sentence.slice(words.start, words.end).trim() !== ''),
    ).toBe(true);
    const markdown = await (
      await fetch(`${serving.url}api/brief.md?knownAt=2021-03-27&without=ladder`)
    ).text();
    expect(markdown).toContain('## Evidence');
    expect(markdown).not.toContain('## The ladder');
  });
});
