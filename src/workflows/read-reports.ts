import { contentId } from '../model/content-id.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import { UserError } from '../model/user-error.ts';
import { readFile } from '../stages/read/read.ts';
import type { ReadSettings } from '../stages/read/report-draft.ts';
import type { Ledger } from '../store/ledger.ts';
import type { SourceFile } from './collect-files.ts';
import type { Effects } from './effects.ts';

/** Reads reports, one or many at a time; `version` changes when the same report might be read differently. */
export interface Reader {
  readonly version: string;
  /** In the order of the reports. */
  read(reports: readonly Report[]): AsyncIterable<Reading>;
  close(): Promise<void>;
}

export interface Failure {
  readonly where: string;
  readonly message: string;
  readonly hint?: string;
}

export interface ReadSummary {
  readonly done: readonly Reading[];
  /** Reports that stood in the ledger already, read by the same version. */
  readonly known: number;
  readonly failed: readonly Failure[];
  readonly interrupted: boolean;
}

/** Readings that go into the ledger together: an append is a wait for the disk. */
const BATCH = 64;

/** Id of the entry that a reading of this report by this version of the reader has. */
const entryIdOf = (report: Report, version: string): string =>
  contentId(
    'entry',
    report.id,
    report.publishedAt?.basis === 'text' ? '' : (report.publishedAt?.at ?? ''),
    version,
  );

/** Publication, where known: from then on the world could know. Otherwise the day it was recorded. */
export function knownFromOf(report: Report, recordedAt: Instant): Instant {
  const at = report.publishedAt?.at;
  if (at === undefined) return recordedAt;
  return /^\d{4}-\d{2}-\d{2}$/u.test(at) ? `${at}T00:00:00.000Z` : at;
}

export function toReadingEntry(
  reading: Reading,
  given: Report,
  version: string,
  recordedAt: Instant,
): LedgerEntry {
  return {
    id: entryIdOf(given, version),
    madeBy: { kind: 'reader', name: 'demarche', version },
    recordedAt,
    knownFrom: knownFromOf(reading.report, recordedAt),
    subject: reading.report.id,
    body: { kind: 'reading', reading },
  };
}

interface Opened {
  readonly reports: readonly Report[];
  readonly failed: readonly Failure[];
}

function openOne(file: SourceFile, settings: ReadSettings): Opened {
  try {
    const { done, failed } = readFile(file.bytes(), file.where, settings);
    return { reports: done, failed };
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    const { message, where, hint } = cause;
    return {
      reports: [],
      failed: [{ where: where ?? file.where, message, ...(hint === undefined ? {} : { hint }) }],
    };
  }
}

interface Work {
  readonly ledger: Ledger | undefined;
  readonly reader: Reader;
  readonly effects: Effects;
}

/** Keeps a batch and its place in the ledger: acknowledged only when it is on disk. */
function keep(batch: readonly { readonly reading: Reading; readonly given: Report }[], work: Work): void {
  const recordedAt = work.effects.now();
  work.ledger?.append(
    batch.map(({ reading, given }) => toReadingEntry(reading, given, work.reader.version, recordedAt)),
  );
}

async function readBatch(reports: readonly Report[], work: Work): Promise<readonly Reading[]> {
  const batch: { reading: Reading; given: Report }[] = [];
  for await (const reading of work.reader.read(reports))
    batch.push({ reading, given: reports[batch.length] });
  keep(batch, work);
  return batch.map(({ reading }) => reading);
}

/** Running tally of one read. */
class Tally {
  readonly done: Reading[] = [];
  readonly failed: Failure[] = [];
  readonly waiting: Report[] = [];
  readonly seen = new Set<string>();
  known = 0;

  /** Sets a report down for reading, unless it stands already. */
  take(report: Report, work: Work): void {
    const id = entryIdOf(report, work.reader.version);
    if (this.seen.has(id) || work.ledger?.has(id) === true) this.known++;
    else this.waiting.push(report);
    this.seen.add(id);
  }

  async flush(work: Work, least: number): Promise<void> {
    while (this.waiting.length >= least && this.waiting.length > 0 && !work.effects.signal.aborted) {
      this.done.push(...(await readBatch(this.waiting.splice(0, BATCH), work)));
    }
  }
}

/**
 * Reads files into the ledger (or, without one, only reads). Reports that stand there already, read by the same
 * version, are passed over, so that an interrupted read goes on where it stopped. A file that cannot be read is
 * reported and the others go on.
 */
export async function readReports(
  files: readonly SourceFile[],
  work: Work,
  settings: ReadSettings = {},
): Promise<ReadSummary> {
  const tally = new Tally();
  let opened = 0;
  for (const file of files) {
    if (work.effects.signal.aborted) break;
    const { reports, failed } = openOne(file, settings);
    tally.failed.push(...failed);
    for (const report of reports) tally.take(report, work);
    await tally.flush(work, BATCH);
    opened++;
    work.effects.progress({ done: opened, total: files.length, what: 'files read' });
  }
  await tally.flush(work, 1);
  const { done, known, failed } = tally;
  return { done, known, failed, interrupted: work.effects.signal.aborted };
}
