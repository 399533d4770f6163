import { readFileSync, readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadMarker } from '../../../src/playbook/load-marker.ts';
import { extract } from '../../../src/stages/extract/extract.ts';
import { mark } from '../../../src/stages/mark/mark.ts';
import { readFile } from '../../../src/stages/read/read.ts';
import { loadReadingKnowledge } from '../../../src/workflows/reading-knowledge.ts';
import { openSession } from '../../../src/workflows/session.ts';

const FOLDER = 'samples/korea-2021';

type Compare = (a: object, b: object) => unknown;
const isCompare = (value: unknown): value is Compare => typeof value === 'function';

/** The engine's own test of whether two objects share a hidden class. */
function loadComparison(): Compare {
  setFlagsFromString('--allow-natives-syntax');
  const compare: unknown = runInThisContext('(a, b) => %HaveSameMap(a, b)');
  if (!isCompare(compare)) throw new TypeError('the engine compares no hidden classes');
  return compare;
}

function countClasses(objects: readonly object[], isSame: Compare): number {
  const kinds: object[] = [];
  for (const one of objects) if (!kinds.some((kind) => isSame(kind, one) === true)) kinds.push(one);
  return kinds.length;
}

const fieldsOf = (one: object): string => Object.keys(one).join();

test('claims and mentions with the same fields share a hidden class, so that whatever reads them is fast', async () => {
  const isSame = loadComparison();
  const session = openSession({ ledger: ':memory:' });
  const knowledge = loadReadingKnowledge(session.playbook(), session.actors());
  const marker = loadMarker();
  const reports = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .flatMap((name) => readFile(readFileSync(`${FOLDER}/${name}`), name).done);
  const readings = reports.map((report) => extract(report, mark(report.text, marker), knowledge));
  await session.close();
  const found = readings.flatMap(({ claims, mentions, times }) => [...claims, ...mentions, ...times]);
  expect(found.length).toBeGreaterThan(500);
  const classes = [...new Set(found.map(fieldsOf))].map((fields) => {
    const alike = found.filter((one) => fieldsOf(one) === fields);
    return { fields, count: countClasses(alike, isSame) };
  });
  expect(classes.filter(({ count }) => count > 3)).toEqual([]);
});
