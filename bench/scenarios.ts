/* How fast courses are played: npm run bench:scenarios -- [--json] [--threads N] */
import { cpuUsage, resourceUsage } from 'node:process';
import { parseArgs } from 'node:util';
import { toDayNumber } from '../src/stages/foresee/move-book.ts';
import { fitAt, toNullPlay } from '../eval/scenarios/play-from.ts';
import { loadTheatre } from '../eval/scenarios/theatre-record.ts';
import { mergeTallies } from '../src/stages/foresee/dynamics/play-runs.ts';
import { ScenarioCrew } from '../src/workflows/scenario-crew.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, threads: { type: 'string', default: '2' } },
});

const RUNS = 10_000;
const BLOCK = 500;
const theatre = loadTheatre('');
const day = toDayNumber('2021-03-26');
const fitFrom = performance.now();
const fitted = fitAt(theatre, day);
const fitMs = performance.now() - fitFrom;
const play = toNullPlay(theatre, fitted, { day, horizonDays: 180, runs: RUNS });
const crew = new ScenarioCrew(Number(values.threads));
// Workers load the program first; that is paid once a session.
await Promise.all([0, 1].map((number) => crew.play(play, { number, from: number, count: 50 })));
const cpuFrom = cpuUsage();
const from = performance.now();
const blocks = Array.from({ length: RUNS / BLOCK }, (_, number) =>
  crew.play(play, { number, from: number * BLOCK, count: BLOCK }),
);
const tally = mergeTallies(await Promise.all(blocks));
const runs10kMs = performance.now() - from;
const cpu = cpuUsage(cpuFrom);
await crew.close();
const peakMb = resourceUsage().maxRSS / 1024;
console.log(`fit                          ${fitMs.toFixed(0)} ms`);
console.log(
  `${tally.runs} runs of 180 days, ${crew.threads} threads: ${runs10kMs.toFixed(0)} ms wall, ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms CPU`,
);
console.log(`peak memory                  ${peakMb.toFixed(0)} MB`);
if (values.json)
  console.log(JSON.stringify({ runs10kMs: Math.round(runs10kMs), peakMb: Math.round(peakMb) }));
process.exit(0);
