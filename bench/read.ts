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

/** Reports a second by so many worker threads, workers warm. */
async function byThreads(threads: number): Promise<number> {
  const reports = lines.flatMap((line) => readFile(line, 'bench.jsonl').done);
  const reader = toReader({ theatre: session.theatre, playbook, actors, threads });
  const drain = async (readings: AsyncIterable<Reading>): Promise<number> => {
    let done = 0;
    for await (const reading of readings) done += reading.claims.length > 0 ? 1 : 0;
    return done;
  };
  await drain(reader.read(reports.slice(0, 80)));
  const start = performance.now();
  await drain(reader.read(reports));
  const seconds = (performance.now() - start) / 1000;
  await reader.close();
  return count / seconds;
}

readAll();
const wallStart = performance.now();
const cpuStart = cpuSeconds();
const claims = readAll();
const cpu = cpuSeconds() - cpuStart;
const wall = (performance.now() - wallStart) / 1000;
const one = await byThreads(2);
const round = (n: number): number => Math.round(n * 10) / 10;
const figures = {
  reportsPerSecondPerCore: round(count / cpu),
  reportsPerSecondWall: round(count / wall),
  reportsPerSecondTwoThreads: round(one),
  wordsPerReport: Math.round(words),
  claimsPerReport: round(claims / count),
};
console.log(
  'read → mark → extract in full; per core: reports per second of processor time, one thread, warm',
);
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value}`);
if (values.json) console.log(JSON.stringify(figures));
await session.close();
