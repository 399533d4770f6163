import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, openBrowser } from './browser.ts';
import { serveSamples } from './serve-samples.ts';
import type { Served } from './serve-samples.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS = [
  'situation', 'timeline', 'actors', 'statements', 'reports', 'scenarios', 'review', 'brief',
] as const; // prettier-ignore
const SERIOUS = `axe.run().then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes[0].html))`;
/** What the browsers' makers call good is below 0.1. */
const MOST_SHIFT = 0.05;

let served: Served;
let browser: Browser;

async function open(context: BrowserContext, view: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(`window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });`);
  await page.goto(`${served.serving.url}#/${view}`);
  await page.waitForSelector('main section, main article');
  return page;
}

describe.skipIf(browserPath === undefined)('every page of the board', () => {
  beforeAll(async () => {
    served = await serveSamples();
    browser = await openBrowser();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  it.each([
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const)('in %s, %d wide, stands still, fits and can be read', async (colorScheme, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    for (const view of VIEWS) {
      const page = await open(context, view);
      await page.waitForTimeout(1500);
      expect([view, Number(await page.evaluate('window.shift')) < MOST_SHIFT]).toEqual([view, true]);
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([view, over]).toEqual([view, 0]);
      await page.evaluate(readFileSync(axe, 'utf8'));
      expect([view, await page.evaluate(SERIOUS)]).toEqual([view, []]);
      await page.close();
    }
    await context.close();
  });

  it('says in words whom it does not know and what is not there', async () => {
    const context = await browser.newContext();
    const actor = await open(context, 'actors/no-such-actor');
    await actor.waitForSelector('text=Nobody is known as “no-such-actor”');
    const report = await open(context, 'reports/no-such-report');
    await report.waitForSelector('.reading >> text=No report has the id "no-such-report"');
    await report.getByRole('button', { name: 'Read it' }).click();
    await report.waitForSelector('text=There is nothing to read yet');
    await context.close();
  });

  it('says what to do when the server is gone, and keeps what it showed', async () => {
    const context = await browser.newContext();
    const page = await open(context, 'situation');
    await page.waitForSelector('li[data-pair] button.why');
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('#valid-at').focus();
    await page.keyboard.press('ArrowLeft');
    const trouble = await page.locator('p[role="alert"]').innerText();
    expect(trouble).toContain('demarche serve');
    expect(trouble).not.toContain('fetch');
    expect(await page.locator('li[data-pair] button.why').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('leads from a citation to its evidence, and prints all evidence', async () => {
    const context = await browser.newContext();
    const page = await open(context, 'brief');
    await page.waitForSelector('.cite');
    expect(await page.locator('#evidence').getAttribute('open')).toBeNull();
    const number = await page.locator('.cite').first().innerText();
    await page.locator('.cite').first().click();
    await page.waitForFunction(
      (id) => document.activeElement?.id === id && document.querySelector('#evidence[open]') !== null,
      `evidence-${number}`,
    );
    await page.locator('#evidence summary').click();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForSelector('#evidence[open] li');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').isVisible()).toBe(false);
    expect(await page.locator('#evidence li').last().isVisible()).toBe(true);
    await context.close();
  });
});
