import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSeedKnowledge, parseReport, readAll } from './seeds/report.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';

import { mark } from '../src/stages/mark/mark.ts';
import { ANSWERS } from './seeds/categories.ts';
import { readSeeds } from './seeds/rows.ts';
import type { Row } from './seeds/rows.ts';
import { listFindings, scoreRows } from './seeds/score.ts';
import type { Finding } from './seeds/score.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared') },
    json: { type: 'boolean', default: false },
    missed: { type: 'boolean', default: false },
    unmatched: { type: 'boolean', default: true },
    kind: { type: 'string' },
  },
  allowNegative: true,
});

const marker = loadMarker();
const knowledge = loadSeedKnowledge();
const found: Row[] = [];
const missed: Row[] = [];
const unmatched: { readonly seed: string; readonly words: string; readonly finding: Finding }[] = [];

for (const seed of readSeeds(values.data)) {
  const report = parseReport(seed.text, seed.name);
  const findings = listFindings(readAll(report, mark(report.text, marker), knowledge));
  const score = scoreRows(seed.rows, findings, report.text);
  found.push(...score.found);
  missed.push(...score.missed);
  for (const finding of score.unmatched) {
    const [span] = finding.spans;
    unmatched.push({ seed: seed.number, words: report.text.slice(span.start, span.end), finding });
  }
}

for (const { seed, words, finding } of values.unmatched ? unmatched : []) {
  if (values.kind === undefined || values.kind === finding.kind) {
    console.log(`unmatched ${seed} ${finding.kind} ${finding.entry}: ${words.replace(/\s+/gu, ' ')}`);
  }
}
for (const row of missed) console.log(`missed ${row.id} [${row.seed}] ${row.quote} — ${row.reading}`);

console.log('\ncategory              found  rows  recall  answered by');
for (const [category, { title, claims, others }] of ANSWERS) {
  const hits = found.filter((row) => row.category === category).length;
  const rows = hits + missed.filter((row) => row.category === category).length;
  if (rows === 0) continue;
  const name = `${category} ${title}`.padEnd(20);
  const recall = (hits / rows).toFixed(3);
  console.log(
    `${name} ${String(hits).padStart(6)} ${String(rows).padStart(5)}   ${recall}  ${[...claims, ...others].join(', ')}`,
  );
}
const rows = found.length + missed.length;
const recall = rows === 0 ? 0 : found.length / rows;
console.log(
  `all                  ${String(found.length).padStart(6)} ${String(rows).padStart(5)}   ${recall.toFixed(3)}`,
);
console.log(`claims that match no row: ${unmatched.length}`);
if (values.json) {
  console.log(JSON.stringify({ recall, found: found.length, rows, unmatched: unmatched.length }));
}
