import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Serving } from '../../src/api/serve.ts';
import type { Session } from '../../src/workflows/session.ts';
import { browserPath, openBrowser } from './browser.ts';
import { serveSamples } from './serve-samples.ts';
import type { Served } from './serve-samples.ts';

if (browserPath === undefined)
  process.stderr.write('no Chromium on this machine: the tests of the board are skipped\n');

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let served: Served;
let session: Session;
let serving: Serving;
let browser: Browser;
let page: Page;

async function visit(view: string): Promise<void> {
  await page.goto(`${serving.url}#/${view}`);
  await page.reload();
  await page.waitForSelector('main section, main article');
}

/** Sets a slider to a day and waits for the situation of that day. */
async function slide(id: 'valid-at' | 'known-at', day: string): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.url().includes('/api/situation') && response.url().includes(day),
  );
  await page.locator(`#${id}`).evaluate((slider, wanted) => {
    if (!(slider instanceof HTMLInputElement)) return;
    slider.value = String(Math.round(Date.parse(`${wanted}T00:00:00Z`) / 86_400_000));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, day);
  await answered;
  await page.waitForTimeout(150);
}

const textOf = (selector: string): Promise<string> => page.locator(selector).first().innerText();

describe.skipIf(browserPath === undefined)('the board, over a real ledger in a real browser', () => {
  beforeAll(async () => {
    served = await serveSamples();
    ({ session, serving } = served);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  it('moves ladder, tests and channels when the sliders pass 21 and 25 March', async () => {
    await visit('situation');
    await slide('known-at', '2021-03-20');
    await slide('valid-at', '2021-03-20');
    const before = {
      ladder: await textOf('li[data-pair="prk-usa"]'),
      tests: await textOf('section[aria-labelledby="tests"]'),
    };
    const channelThen = await textOf('section[aria-labelledby="channels"]');
    await slide('known-at', '2021-03-27');
    await slide('valid-at', '2021-03-27');
    expect(before.tests).not.toContain('25 Mar 2021');
    const tests = await textOf('section[aria-labelledby="tests"]');
    expect(tests).toContain('21 Mar 2021');
    expect(tests).toContain('25 Mar 2021');
    expect(await textOf('li[data-pair="prk-usa"]')).not.toBe(before.ladder);
    await slide('valid-at', '2021-03-16');
    expect(await textOf('section[aria-labelledby="channels"]')).not.toBe(channelThen);
  });

  it.each([
    ['a weapons act', 'tr[data-verdict] button.why'],
    ['a channel', 'li[data-channel] button.why'],
    ['a rung', 'li[data-pair] button.why'],
  ])('opens Why from %s and marks words that stand in the sentence', async (_, selector) => {
    await visit('situation');
    await slide('known-at', '2021-03-27');
    await slide('valid-at', '2021-03-27');
    const count = await page.locator(selector).count();
    let marked = '';
    for (let i = 0; i < count && marked === ''; i++) {
      await page.locator(selector).nth(i).click();
      await page.waitForSelector('aside[aria-label="Why"] .node');
      const marks = page.locator('aside mark');
      if ((await marks.count()) > 0) {
        marked = await marks.first().innerText();
        expect(await page.locator('aside blockquote').first().innerText()).toContain(marked);
      }
      await page.keyboard.press('Escape');
    }
    expect(marked.trim().length).toBeGreaterThan(2);
  });

  it('reads a pasted report, and its markup stays text', async () => {
    await visit('reports');
    const hostile =
      'Marania <script>window.hacked = true</script> fires\n\nMarania fired two missiles on Friday, <img src=x onerror="window.hacked=true"> its ministry said. “We will not stop,” the minister said.';
    await page.getByLabel('Text of a report').fill(hostile);
    await page.getByLabel('Published').fill('2021-03-27');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.waitForSelector('.text:has-text("We will not stop")');
    expect(await textOf('.text')).toContain('<script>window.hacked = true</script>');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('.text .claim').count()).toBeGreaterThan(0);
  });

  it('shows a copy beside its original, what differs marked', async () => {
    await visit('reports');
    const copy = page.locator('li', { hasText: 'Copyfast News' }).locator('a').first();
    await copy.click();
    await page.waitForSelector('section[aria-label="Its original"]');
    expect(await textOf('section[aria-label="Its original"]')).toContain('Halyard Press Agency');
    const marked = page.locator('section[aria-label="Its original"]').locator('.text ins, .text del');
    expect(await marked.count()).toBeGreaterThan(0);
  });

  it('reads a dropped file in another encoding than UTF-8', async () => {
    await visit('reports');
    const words =
      'Zürich: Marania rejected the talks on Friday. “Schluss,” said Rolf Müßig of the Foreign Ministry.';
    const buffer = Buffer.from(words.replace('“', '"').replace('”', '"'), 'latin1');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'old.txt', mimeType: 'text/plain', buffer });
    await page.waitForSelector('.text:has-text("Marania rejected")');
    expect(await textOf('.text')).toContain('Zürich: Marania rejected');
    expect(await textOf('.text')).toContain('Müßig');
  });

  it('says what changed in names, never in ids or raw lists', async () => {
    await visit('situation');
    await slide('known-at', '2021-03-27');
    await slide('valid-at', '2021-03-27');
    await page.waitForSelector('.changes li .tag');
    const changes = await textOf('.changes');
    expect(changes).toContain('short-range ballistic tests');
    expect(changes).not.toMatch(/[[\]{}]|short-range-|undefined/u);
  });

  it('keeps the days chosen on the timeline on every page until they are let go', async () => {
    await visit('timeline');
    await page.waitForSelector('svg .item');
    await page.getByLabel('From', { exact: true }).fill('2021-03-25');
    await page.getByLabel('Until', { exact: true }).fill('2021-03-26');
    await page.waitForSelector('.period');
    const days = await page.locator('.list .when').allInnerTexts();
    expect(days.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Situation' }).click();
    await page.waitForSelector('section[aria-labelledby="tests"]');
    const tests = await textOf('section[aria-labelledby="tests"] table');
    expect(tests).toContain('25 Mar 2021');
    expect(tests).not.toContain('21 Mar 2021');
    await page.getByRole('button', { name: 'Show all days' }).click();
    await page.waitForSelector('.period', { state: 'detached' });
    expect(await textOf('section[aria-labelledby="tests"] table')).toContain('21 Mar 2021');
  });

  it('takes a correction by keyboard and derives the situation anew', async () => {
    await visit('review');
    await page.waitForSelector('article[data-claim]');
    const id = await page.locator('article[data-claim]').getAttribute('data-claim');
    const derived = page.waitForResponse((response) => response.url().includes('/api/situation'));
    await page.keyboard.press('r');
    await derived;
    await page.waitForFunction(
      (was) => document.querySelector('article[data-claim]')?.getAttribute('data-claim') !== was,
      id,
    );
    expect(session.state().claims.has(id ?? '')).toBe(false);
    await page.keyboard.press('u');
    await page.waitForFunction(() => document.querySelector('.told')?.textContent === 'Undone.');
    expect(session.state().claims.has(id ?? '')).toBe(true);
  });

  it('splits a claim off its deed and makes two deeds one, each undone again', async () => {
    const moveOf = (claimId: string) =>
      session.state().reconciled.moves.find(({ claimIds }) => claimIds.includes(claimId));
    const told = (words: string) =>
      page.waitForFunction((said) => document.querySelector('.told')?.textContent.startsWith(said), words);
    await visit('review');
    await page.waitForSelector('article[data-claim]');
    const id = (await page.locator('article[data-claim]').getAttribute('data-claim')) ?? '';
    const whole = moveOf(id)?.claimIds ?? [];
    expect(whole.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Split this one off' }).click();
    await told('Split off');
    expect(moveOf(id)?.claimIds).toEqual([id]);
    await page.keyboard.press('u');
    await told('Undone');
    expect(moveOf(id)?.claimIds).toEqual(whole);

    const rest = page.locator('ol li', { has: page.getByRole('button', { name: 'Same as above' }) });
    const others = await rest.evaluateAll((items) =>
      items.map((item) => item.getAttribute('data-claim') ?? ''),
    );
    const at = others.findIndex(
      (other) => moveOf(other) !== undefined && moveOf(other)?.id !== moveOf(id)?.id,
    );
    expect(at).toBeGreaterThanOrEqual(0);
    await rest.nth(at).getByRole('button', { name: 'Same as above' }).click();
    await told('They are one');
    expect(moveOf(others[at])?.claimIds).toContain(id);
    await page.keyboard.press('u');
    await told('Undone');
    expect(moveOf(others[at])?.claimIds).not.toContain(id);
  });

  it('can be walked by keyboard alone', async () => {
    await visit('situation');
    const reached = new Set<string>();
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(
          () =>
            document.activeElement?.id ||
            document.activeElement?.className ||
            document.activeElement?.tagName ||
            '',
        ),
      );
    }
    expect([...reached].join(' ')).toContain('valid-at');
    expect([...reached].join(' ')).toContain('why');
    await page.locator('li[data-pair] button.why').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('aside[aria-label="Why"]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('aside[aria-label="Why"]', { state: 'detached' });
  });

  it.each(['situation', 'timeline', 'actors', 'statements', 'reports', 'review', 'brief'])(
    'has no serious finding of axe-core on %s',
    async (view) => {
      await visit(view);
      await page.waitForTimeout(800);
      await page.evaluate(readFileSync(axe, 'utf8'));
      const serious: unknown = await page.evaluate(
        `axe.run().then(({ violations }) => violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      expect(serious).toEqual([]);
    },
  );

  it('fits a small screen without a horizontal scroll bar', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const view of ['situation', 'timeline', 'reports', 'brief']) {
      await visit(view);
      await page.waitForTimeout(500);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(`${view} ${over}`).toBe(`${view} 0`);
    }
  });
});
