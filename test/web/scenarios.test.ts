import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve } from '../../src/api/serve.ts';
import type { Serving } from '../../src/api/serve.ts';
import { boardPage } from '../../src/workflows/board-page.ts';
import { toBoard } from '../../src/workflows/board.ts';
import { collectFiles } from '../../src/workflows/collect-files.ts';
import { silent } from '../../src/workflows/effects.ts';
import { readReports } from '../../src/workflows/read-reports.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';
import { newFolder } from '../cli/demarche.ts';
import { browserPath, openBrowser } from './browser.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const Course = z.looseObject({ id: z.string(), course: z.array(z.unknown()) });
const Menu = z.object({ shipped: z.array(z.object({ raw: Course })), levers: z.array(z.looseObject({})) });
const Job = z.object({
  id: z.string(),
  state: z.string(),
  told: z.object({ limits: z.array(z.string()), courses: z.array(z.object({ id: z.string() })) }).optional(),
});

let session: Session;
let serving: Serving;

const ask = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
  const answer = await fetch(`${serving.url}api/scenarios${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const json: unknown = await answer.json();
  return { status: answer.status, json };
}; // prettier-ignore

/** A shipped course, cut to 30 days and few runs. */
async function shortCourse(id: string): Promise<Record<string, unknown>> {
  const { shipped } = Menu.parse((await ask('')).json);
  const found = shipped.find(({ raw }) => raw.id === id);
  return { ...found?.raw, 'horizon-days': 30, runs: 600 };
}

async function ended(id: string): Promise<z.infer<typeof Job>> {
  for (;;) {
    const job = Job.parse((await ask(`/runs/${id}`)).json);
    if (job.state !== 'running') return job;
    await pause(100);
  }
}

beforeAll(async () => {
  if (!existsSync(join(boardPage(), 'index.html')))
    execFileSync('npx', ['vite', 'build', 'web', '--logLevel', 'error']);
  session = openSession({ ledger: join(newFolder(), 'scenarios.ledger') });
  const files = await collectFiles(['samples/korea-2021/09-ballistic-launch.md'], () => new Uint8Array());
  const effects = silent(() => new Date().toISOString());
  await readReports(files, { ledger: session.ledger, reader: session.reader(), effects });
  serving = await serve(toBoard(session), { host: '127.0.0.1', port: 0, page: boardPage() });
}, 300_000);

afterAll(async () => {
  await serving?.close();
  await session?.close();
});

describe('scenarios over HTTP', () => {
  it('offer the courses of the playbook and what a course is made of', async () => {
    const { shipped, levers } = Menu.parse((await ask('')).json);
    expect(shipped.map(({ raw }) => raw.id)).toContain('freeze-for-freeze');
    expect(levers.length).toBeGreaterThan(5);
  }, 120_000);

  it('refuse what is no course, and too many of them', async () => {
    expect((await ask('/runs', { courses: [{ id: 'x' }] })).status).toBe(400);
    const course = await shortCourse('enforce');
    expect((await ask('/runs', { courses: Array.from({ length: 5 }, () => course) })).status).toBe(400);
    expect((await ask('/runs', { courses: [{ ...course, runs: 1_000_000 }] })).status).toBe(400);
    expect((await ask('/runs/order-none')).status).toBe(400);
  }, 120_000);

  it('play one order at a time, answer meanwhile, and can be stopped', async () => {
    const course = await shortCourse('enforce');
    const { id } = Job.parse((await ask('/runs', { courses: [{ ...course, runs: 100_000 }] })).json);
    const second = await ask('/runs', { courses: [course] });
    expect(second.status).toBe(400);
    expect(JSON.stringify(second.json)).toContain('played already');
    expect((await fetch(`${serving.url}api/overview`)).status).toBe(200);
    await ask(`/runs/${id}`, undefined, 'DELETE');
    expect((await ended(id)).state).toBe('cancelled');
  }, 300_000);

  it('say what is wrong with a course, and where', async () => {
    const course = { ...(await shortCourse('enforce')), name: 'mine', course: [{ lever: 'lever.enforze', on: '2021-04-06', suspends: ['friction'] }] }; // prettier-ignore
    const { id } = Job.parse((await ask('/runs', { courses: [course] })).json);
    const { json } = await ask(`/runs/${id}`).then(async () => {
      await ended(id);
      return ask(`/runs/${id}`);
    });
    expect(json).toMatchObject({ state: 'failed', trouble: { where: 'mine, step 1', hint: 'Did you mean lever.enforce?' } }); // prettier-ignore
  }, 120_000);

  it('tell how far an order has come, and give its result with its limits', async () => {
    const { id } = Job.parse((await ask('/runs', { courses: [await shortCourse('enforce')] })).json);
    const events = await (await fetch(`${serving.url}api/scenarios/runs/${id}/events`)).text();
    expect(events).toContain('event: progress');
    expect(events).toContain('"state":"done"');
    const { told } = await ended(id);
    expect(told?.courses.map((one) => one.id)).toEqual(['baseline', 'enforce']);
    expect(told?.limits.length).toBeGreaterThan(2);
  }, 300_000);

  it('show one run of a course day by day', async () => {
    const { json, status } = await ask('/replay', { course: await shortCourse('enforce'), run: 3 });
    expect(status).toBe(200);
    expect(JSON.stringify(json)).toContain('step 1 of the course');
  }, 120_000);
});

describe.skipIf(browserPath === undefined)('the page of scenarios in a real browser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(240_000);
    await page.goto(`${serving.url}#/scenarios`);
    await page.getByRole('button', { name: 'Play the courses' }).waitFor();
  }, 300_000);

  afterAll(async () => browser?.close());

  it('asks for weights that make a hundred', async () => {
    await page.locator('summary').click();
    await page.getByLabel('Days', { exact: true }).fill('30');
    await page.getByLabel('Runs', { exact: true }).fill('600');
    const weight = page.getByLabel(/attention, %/u);
    await weight.fill('90');
    await weight.blur();
    expect(await page.locator('.unbalanced').innerText()).toContain('must make 100');
    await weight.fill('20');
    await weight.blur();
    await page.locator('.unbalanced').waitFor({ state: 'detached' });
  }, 300_000);

  it('plays two courses beside none, limits first, and opens any figure down to why', async () => {
    await page.getByRole('button', { name: 'Play the courses' }).click();
    await page.waitForSelector('[data-figure]');
    expect(await page.locator('section[aria-labelledby="limits"] li').count()).toBeGreaterThan(2);
    const heads = await page.locator('section[aria-labelledby="figures"] th').allInnerTexts();
    expect(heads).toHaveLength(5);
    await page.waitForSelector('section[aria-labelledby="outcomes"] svg[role="img"]');
    await page.waitForSelector('section[aria-labelledby="fans"] svg[role="img"]');
    let opened = false;
    for (const figure of await page.locator('[data-figure]').all()) {
      await figure.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('#behind');
      const why = page.locator('.behind button.why').first();
      if ((await why.count()) === 0) continue;
      await why.click();
      await page.waitForSelector('aside[aria-label="Why"] .node');
      opened = true;
      await page.keyboard.press('Escape');
      await page.waitForSelector('aside[aria-label="Why"]', { state: 'detached' });
      break;
    }
    expect(opened).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#behind', { state: 'detached' });
  }, 300_000);

  it('shows another run when asked for it by number', async () => {
    await page.getByLabel('Run', { exact: true }).fill('17');
    const answered = page.waitForResponse((response) => response.url().includes('/replay'));
    await page.getByRole('button', { name: 'Show this run' }).click();
    expect((await answered).status()).toBe(200);
  }, 300_000);

  it('has no serious finding of axe-core, in light and in dark, with steps and figures open', async () => {
    await page.getByRole('button', { name: 'Change the steps' }).first().click();
    await page.locator('[data-figure]').nth(1).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      await page.evaluate(readFileSync(axe, 'utf8'));
      const serious: unknown = await page.evaluate(
        `axe.run().then(({ violations }) => violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      expect(serious).toEqual([]);
    }
  }, 300_000);

  it('fits a small screen without a horizontal scroll bar', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(500);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth); // prettier-ignore
    expect(over).toBe(0);
  }, 300_000);

  it('says when a course cannot be played, beside the courses', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Days', { exact: true }).fill('5');
    await page.getByRole('button', { name: 'Play the courses' }).click();
    const told = page.locator('section[aria-labelledby="courses"] [role="alert"]');
    await told.waitFor();
    expect(await told.innerText()).toContain('after the horizon ends');
  }, 300_000);
});
