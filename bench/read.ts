import { parseArgs } from 'node:util';
import type { Reading } from '../src/model/reading.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { extract } from '../src/stages/extract/extract.ts';
import { mark } from '../src/stages/mark/mark.ts';
import { readFile } from '../src/stages/read/read.ts';
import { loadReadingKnowledge } from '../src/workflows/reading-knowledge.ts';
import { openSession } from '../src/workflows/session.ts';
import { toReader } from '../src/workflows/reader.ts';
import { varyReports } from './vary-reports.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, reports: { type: 'string' } } });
const count = Number(values.reports ?? 300);
const session = openSession({ ledger: ':memory:' });
const playbook = session.playbook();
const actors = session.actors();

/** Seconds of processor time that this process has used. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const lines = [...varyReports(count)].map((report) => new TextEncoder().encode(JSON.stringify(report)));
const words = [...varyReports(count)].reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0) / count;
const marker = loadMarker();
const knowledge = loadReadingKnowledge(playbook, actors);

function readAll(): number {
  let claims = 0;
  for (const line of lines) {
    for (const report of readFile(line, 'bench.jsonl').done)
      claims += extract(report, mark(report.text, marker), knowledge).claims.length;
  }
  return claims;
}

/** Seconds on the clock and of processor time that so many worker threads take for all reports, workers warm. */
async function byThreads(threads: number): Promise<{ readonly wall: number; readonly cpu: number }> {
  const reports = lines.flatMap((line) => readFile(line, 'bench.jsonl').done);
  const reader = toReader({ theatre: session.theatre, playbook, actors, threads });
  const drain = async (readings: AsyncIterable<Reading>): Promise<number> => {
    let done = 0;
    for await (const reading of readings) done += reading.claims.length > 0 ? 1 : 0;
    return done;
  };
  await drain(reader.read(reports.slice(0, 80)));
  const [start, before] = [performance.now(), cpuSeconds()];
  await drain(reader.read(reports));
  const spent = { wall: (performance.now() - start) / 1000, cpu: cpuSeconds() - before };
  await reader.close();
  return spent;
}

readAll();
const wallStart = performance.now();
const cpuStart = cpuSeconds();
const claims = readAll();
const cpu = cpuSeconds() - cpuStart;
const wall = (performance.now() - wallStart) / 1000;
const two = await byThreads(2);
const round = (n: number): number => Math.round(n * 10) / 10;
const figures = {
  reportsPerSecondPerCore: round(count / cpu),
  reportsPerSecondWall: round(count / wall),
  reportsPerSecondTwoThreads: round(count / two.wall),
  cpuMsPerReport: round((cpu / count) * 1000),
  cpuMsPerReportTwoThreads: round((two.cpu / count) * 1000),
  wordsPerReport: Math.round(words),
  claimsPerReport: round(claims / count),
};
console.log(
  'read → mark → extract in full; per core: reports per second of processor time, one thread, warm',
);
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value}`);
if (values.json) console.log(JSON.stringify(figures));
await session.close();
