import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { loadPlaybook } from '../playbook/load-playbook.ts';
import { toMarker } from '../playbook/marker.ts';
import { extract } from '../stages/extract/extract.ts';
import { mark } from '../stages/mark/mark.ts';
import { loadReadingKnowledge } from './reading-knowledge.ts';

/** Handed over by the pool: the theatre to read by, and the one shared copy of the weights. */
const Handed = z.object({ theatre: z.string(), weights: z.instanceof(SharedArrayBuffer) });

/** The pool library wraps what it hands over in a list: its own part first, ours second. */
const given: unknown = Array.isArray(workerData) ? workerData[1] : workerData;
const { theatre, weights } = Handed.parse(given);
const marker = toMarker(weights);
const knowledge = loadReadingKnowledge(loadPlaybook(theatre));

/** Reads some reports, in their order. */
export function readAll(reports: readonly Report[]): readonly Reading[] {
  return reports.map((report) => extract(report, mark(report.text, marker), knowledge));
}
