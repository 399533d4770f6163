import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { ActorKnowledge } from '../model/actor.ts';
import type { Playbook } from '../model/playbook.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { dataFolder, modelsFolder } from '../playbook/data-folder.ts';
import { loadMarker } from '../playbook/load-marker.ts';
import { extract } from '../stages/extract/extract.ts';
import { mark } from '../stages/mark/mark.ts';
import type { Reader } from './read-reports.ts';
import { loadReadingKnowledge } from './reading-knowledge.ts';
import { loadVersion } from './version.ts';

export interface ReaderSettings {
  readonly theatre: string;
  readonly playbook: Playbook;
  readonly actors: ActorKnowledge;
  /** Worker threads for many reports; 1 reads in this thread. Default: one a core. */
  readonly threads?: number;
}

/** Reports handed to a worker at a time. */
const SHARE = 8;
/** Up to so many reports are read faster than workers are started. */
const FEW = 40;

/** Files whose content decides how a report is read: lexicons, actors, weights. */
function listKnowledgeFiles(): readonly string[] {
  const folders = [join(dataFolder(), 'lexicon'), join(dataFolder(), 'actors'), modelsFolder()];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
}

/** Changes when the program, a lexicon, an actor or a weight changes: then reports are read anew. */
function readerVersion(playbook: Playbook): string {
  const hash = createHash('sha256');
  for (const file of listKnowledgeFiles()) hash.update(readFileSync(file));
  return `${loadVersion()}+${hash.update(playbook.version).digest('hex').slice(0, 12)}`;
}

function cut<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** Compiled code runs as it is; from source, workers need the TypeScript loader first. */
function openPool(theatre: string, weights: SharedArrayBuffer, threads: number): Tinypool {
  const worker = import.meta.url.endsWith('.ts') ? 'read-worker-from-source.mjs' : 'read-worker.js';
  return new Tinypool({
    filename: fileURLToPath(new URL(worker, import.meta.url)),
    name: 'readAll',
    minThreads: threads,
    maxThreads: threads,
    workerData: { theatre, weights },
  });
}

const isReadings = (value: unknown): value is readonly Reading[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'claims' in one);

/** Workers, each with its own lexicons and all with one copy of the weights; opened at the first need. */
class Crew {
  private pool: Tinypool | undefined;
  private readonly open: () => Tinypool;

  constructor(open: () => Tinypool) {
    this.open = open;
  }

  /** Shares are read side by side and given back in order. */
  async *read(reports: readonly Report[]): AsyncIterable<Reading> {
    this.pool ??= this.open();
    const pool = this.pool;
    const shares = cut(reports, SHARE).map(async (share): Promise<readonly Reading[]> => {
      const done: unknown = await pool.run(share);
      if (!isReadings(done)) throw new TypeError('a worker gave back something else than readings');
      return done;
    });
    for (const share of shares) yield* await share;
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }
}

/** Reads reports: a few in this thread, many by worker threads. The readings are the same either way. */
export function toReader({
  theatre,
  playbook,
  actors,
  threads = availableParallelism(),
}: ReaderSettings): Reader {
  const marker = loadMarker();
  const knowledge = loadReadingKnowledge(playbook, actors);
  const crew = new Crew(() => openPool(theatre, marker.shared, threads));
  let count = 0;
  return {
    version: readerVersion(playbook),
    async *read(reports) {
      count += reports.length;
      if (threads > 1 && count > FEW) yield* crew.read(reports);
      else
        for (const report of reports)
          yield await Promise.resolve(extract(report, mark(report.text, marker), knowledge));
    },
    close: () => crew.close(),
  };
}
