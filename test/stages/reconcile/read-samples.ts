import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadActors } from '../../../src/playbook/load-actors.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { readFile } from '../../../src/stages/read/read.ts';
import type { KnownReading } from '../../../src/stages/reconcile/reconcile.ts';
import { toReader } from '../../../src/workflows/reader.ts';

const FOLDER = 'samples/korea-2021';

/** The samples, each with the name of its file. */
export async function readSamples(): Promise<ReadonlyMap<string, KnownReading>> {
  const names = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .sort();
  const reports = names.flatMap((name) =>
    readFile(readFileSync(join(FOLDER, name)), name).done.map((report, i) => ({
      name: `${name.slice(0, 2)}${i > 0 ? `.${i}` : ''}`,
      report,
    })),
  );
  const reader = toReader({
    theatre: 'korea',
    playbook: loadPlaybook('korea'),
    actors: loadActors(),
    threads: 1,
  });
  const readings = new Map<string, KnownReading>();
  let i = 0;
  for await (const reading of reader.read(reports.map(({ report }) => report)))
    readings.set(reports[i++].name, {
      reading,
      knownFrom: reading.report.publishedAt?.at ?? '2021-04-01T00:00:00.000Z',
    });
  return readings;
}
