import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../src/model/reading.ts';
import { packageFolder } from '../../src/playbook/data-folder.ts';
import { loadActors } from '../../src/playbook/load-actors.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { readFile } from '../../src/stages/read/read.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import type { SituationInput } from '../../src/stages/situate/situate.ts';
import { collectFiles } from '../../src/workflows/collect-files.ts';
import { knownFromOf } from '../../src/workflows/read-reports.ts';
import { toReader } from '../../src/workflows/reader.ts';

export interface Given {
  readonly path: string;
  readonly publishedAt?: string;
}

/** Recorded when the test runs; a report without any date counts as known from then. */
const NOW = '2026-01-01T00:00:00.000Z';

const SHARED = join(packageFolder(), '../shared/seeds');

/** The two seed reports with the days they were published, where they lie beside the project. */
export const SEEDS: readonly Given[] = [
  { path: join(SHARED, '000_939518b04ab2deaa.txt'), publishedAt: '2021-03-18' },
  { path: join(SHARED, '004_7678e6c8c459e421.txt'), publishedAt: '2021-03-26' },
];

export const hasSeeds = (): boolean => SEEDS.every(({ path }) => existsSync(path));

export const SAMPLES: Given = { path: join(packageFolder(), 'samples/korea-2021') };

interface Opened {
  readonly where: string;
  readonly publishedAt?: string;
}

async function openAll(
  given: readonly Given[],
): Promise<readonly (Opened & { readonly bytes: Uint8Array })[]> {
  const found: (Opened & { readonly bytes: Uint8Array })[] = [];
  for (const { path, publishedAt } of given) {
    for (const file of await collectFiles([path], () => new Uint8Array())) {
      const bytes = file.bytes();
      found.push({ where: file.where, bytes, ...(publishedAt === undefined ? {} : { publishedAt }) });
    }
  }
  return found;
}

/** A text that stands in no file. */
export interface GivenText {
  readonly text: string;
  readonly publishedAt: string;
}

/** Reads reports in memory, through every stage that a ledger's readings go through. */
export async function readState(
  theatre: string,
  given: readonly Given[],
  texts: readonly GivenText[] = [],
): Promise<SituationInput> {
  const reader = toReader({ theatre, playbook: loadPlaybook(theatre), actors: loadActors(), threads: 1 });
  const readings: { reading: Reading; knownFrom: string }[] = [];
  const encoder = new TextEncoder();
  const files = [
    ...(await openAll(given)),
    ...texts.map(({ text, publishedAt }, i) => ({
      where: `text-${i}.txt`,
      bytes: encoder.encode(text),
      publishedAt,
    })),
  ];
  for (const { where, bytes, publishedAt } of files) {
    const { done } = readFile(bytes, where, publishedAt === undefined ? {} : { published: publishedAt });
    for await (const reading of reader.read(done)) {
      readings.push({ reading, knownFrom: knownFromOf(reading.report, NOW) });
    }
  }
  await reader.close();
  return { readings, reconciled: reconcile(readings) };
}
