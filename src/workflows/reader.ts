import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
}

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
export function readerVersion(playbook: Playbook): string {
  const hash = createHash('sha256');
  for (const file of listKnowledgeFiles()) hash.update(readFileSync(file));
  return `${loadVersion()}+${hash.update(playbook.version).digest('hex').slice(0, 12)}`;
}

/** Reads one report after the other in this thread. */
export function toReader({ playbook, actors }: ReaderSettings): Reader {
  const marker = loadMarker();
  const knowledge = loadReadingKnowledge(playbook, actors);
  const readOne = (report: Report): Reading => extract(report, mark(report.text, marker), knowledge);
  return {
    version: readerVersion(playbook),
    async *read(reports) {
      for (const report of reports) yield await Promise.resolve(readOne(report));
    },
    close: () => Promise.resolve(),
  };
}
