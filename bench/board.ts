import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { LedgerEntry } from '../src/model/ledger.ts';
import { serve } from '../src/api/serve.ts';
import { openLedger } from '../src/store/open-ledger.ts';
import { boardPage } from '../src/workflows/board-page.ts';
import { toBoard } from '../src/workflows/board.ts';
import { openSession } from '../src/workflows/session.ts';
import { browserPath, openBrowser } from '../test/web/browser.ts';
import type { Page } from 'playwright-core';
import { toEntries } from './ledger-of-moves.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, reports: { type: 'string' }, claims: { type: 'string' } },
});
const reports = Number(values.reports ?? 10_000);
const claims = Number(values.claims ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-board-'));

function fill(file: string): void {
  const ledger = openLedger(file);
  let batch: LedgerEntry[] = [];
  for (const entry of toEntries(claims, Math.round(claims / reports))) {
    batch.push(entry);
    if (batch.length === 1000) {
      ledger.append(batch);
      batch = [];
    }
  }
  ledger.append(batch);
  ledger.close();
}

/** Gzip size of what the first page loads, in kilobytes. */
function weigh(): number {
  const assets = join(boardPage(), 'assets');
  const files = [join(boardPage(), 'index.html'), ...readdirSync(assets).map((name) => join(assets, name))];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Wall time of one step of a slider, from the key to the second frame after the answer. */
async function measureSteps(page: Page, slider: string): Promise<number> {
  const steps: number[] = [];
  for (let i = 0; i < 11; i++) {
    const before = performance.now();
    const answered = page.waitForResponse((response) => response.url().includes('/api/situation'));
    await page.locator(slider).press('ArrowLeft');
    await answered;
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    steps.push(performance.now() - before);
    await page.waitForTimeout(100);
  }
  return Math.round(median(steps));
}

/** Sixty times between frames; as text, because it runs in the page. */
const FRAMES = `new Promise((done) => {
  const gaps = [];
  let last = performance.now();
  requestAnimationFrame(function look(now) {
    gaps.push(now - last);
    last = now;
    if (gaps.length < 61) requestAnimationFrame(look);
    else done(gaps.slice(1));
  });
})`;

/** Median and 95th percentile of the time between frames while the timeline is zoomed and moved with the wheel. */
async function measureTimeline(page: Page): Promise<{ timelineFrameMs: number; timelineFrame95Ms: number }> {
  await page.locator('a[href="#/timeline"]').click();
  await page.waitForSelector('rect.item', { state: 'attached' });
  const box = await page.locator('svg[role="img"]').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 600, (box?.y ?? 0) + 60);
  const frames = page.evaluate<number[]>(FRAMES);
  for (let i = 0; i < 30; i++) await page.mouse.wheel(0, i % 2 === 0 ? -120 : 60);
  const sorted = (await frames).sort((a, b) => a - b);
  return {
    timelineFrameMs: Math.round(sorted[sorted.length >> 1]),
    timelineFrame95Ms: Math.round(sorted[Math.floor(sorted.length * 0.95)]),
  };
}

async function measure(url: string): Promise<Record<string, number>> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(300_000);
  await page.goto(url);
  await page.waitForSelector('li[data-pair]');
  const paints: number[] = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await page.goto('about:blank');
    await page.goto(url);
    await page.waitForSelector('li[data-pair]');
    paints.push(performance.now() - start);
  }
  await page.waitForTimeout(3000);
  const sliderMs = await measureSteps(page, '#valid-at');
  const knownSliderMs = await measureSteps(page, '#known-at');
  const timeline = await measureTimeline(page);
  await browser.close();
  return { firstPaintMs: Math.round(median(paints)), sliderMs, knownSliderMs, ...timeline };
}

async function main(): Promise<void> {
  if (browserPath === undefined) throw new Error('no Chromium on this machine');
  if (!existsSync(boardPage())) execFileSync('npx', ['vite', 'build', 'web', '--logLevel', 'error']);
  const file = join(folder, 'board.ledger');
  fill(file);
  const session = openSession({ ledger: file });
  const board = toBoard(session);
  const [start, before] = [performance.now(), process.cpuUsage()];
  board.warmUp();
  const warmUpMs = Math.round(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  const warmUpCpuMs = Math.round((user + system) / 1000);
  const serving = await serve(board, { host: '127.0.0.1', port: 0, page: boardPage() });
  const figures: Record<string, number> = {
    ...(await measure(serving.url)),
    gzipKb: Math.round(weigh()),
    warmUpMs,
    warmUpCpuMs,
  };
  await serving.close();
  await session.close();
  console.log(
    `${reports} reports, ${claims} claims. warmUpMs passes once, with progress, before serve opens the page; firstPaintMs is from opening the page to the ladder.`,
  );
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(18)} ${value}`);
  if (values.json) console.log(JSON.stringify(figures));
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
