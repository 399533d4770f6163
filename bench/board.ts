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

async function measure(url: string): Promise<{ firstPaintMs: number; sliderMs: number }> {
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
  const steps: number[] = [];
  for (let i = 0; i < 11; i++) {
    const before = performance.now();
    const answered = page.waitForResponse((response) => response.url().includes('/api/situation'));
    await page.locator('#valid-at').press('ArrowLeft');
    await answered;
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    steps.push(performance.now() - before);
    await page.waitForTimeout(100);
  }
  await browser.close();
  return { firstPaintMs: Math.round(median(paints)), sliderMs: Math.round(median(steps)) };
}

async function main(): Promise<void> {
  if (browserPath === undefined) throw new Error('no Chromium on this machine');
  if (!existsSync(boardPage())) execFileSync('npx', ['vite', 'build', 'web', '--logLevel', 'error']);
  const file = join(folder, 'board.ledger');
  fill(file);
  const session = openSession({ ledger: file });
  const board = toBoard(session);
  const start = performance.now();
  board.warmUp();
  const warmUpMs = Math.round(performance.now() - start);
  const serving = await serve(board, { host: '127.0.0.1', port: 0, page: boardPage() });
  const figures = { ...(await measure(serving.url)), gzipKb: Math.round(weigh()), warmUpMs };
  await serving.close();
  await session.close();
  console.log(`${reports} reports, ${claims} claims; state loaded once, then kept`);
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(14)} ${value}`);
  if (values.json) console.log(JSON.stringify(figures));
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
