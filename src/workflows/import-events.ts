import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { ActorKnowledge } from '../model/actor.ts';
import { UserError } from '../model/user-error.ts';
import { loadFeedCodes, loadFeeds } from '../playbook/load-feeds.ts';
import type { Feed } from '../playbook/load-feeds.ts';
import { openSegments, segmentFolder } from '../store/event-segments.ts';
import type { EventRow, SegmentWriter } from '../store/event-segments.ts';
import { BadRows } from './bad-rows.ts';
import type { Effects } from './effects.ts';
import { cutRow, foldActor, parseFeedRow } from './parse-feed-row.ts';
import type { FeedKnowledge } from './parse-feed-row.ts';
import type { Session } from './session.ts';

export interface ImportSummary {
  readonly imported: number;
  /** Rows of segments that stood beside the ledger already. */
  readonly known: number;
  readonly bad: number;
  /** Where the bad rows went, each with its line number and what is wrong. */
  readonly badFile?: string;
  readonly interrupted: boolean;
}

/** Rows of a segment: enough for Parquet to pack well, few enough to hold in memory. */
const SEGMENT = 100_000;
const PROGRESS = 10_000;

function getFeed(name: string): Feed {
  const feeds = loadFeeds();
  const feed = feeds.find(({ id }) => id === name);
  if (feed === undefined)
    throw new UserError(`--format: "${name}" is none`, {
      hint: `One of: ${feeds.map(({ id }) => id).join(', ')}, chronicle.`,
    });
  return feed;
}

/** Joins the lines of a record whose quotes are still open. */
async function* recordsOf(
  file: string,
  { quoted }: Feed,
): AsyncGenerator<{ readonly record: string; readonly line: number }> {
  let [open, first, line] = ['', 0, 0];
  for await (const words of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line++;
    const record = open === '' ? words : `${open}\n${words}`;
    if (open === '') first = line;
    if (quoted && (record.split('"').length - 1) % 2 === 1) open = record;
    else {
      open = '';
      if (record.trim() !== '') yield { record, line: first };
    }
  }
  if (open !== '') yield { record: open, line: first };
}

const namesOf = ({ actors }: ActorKnowledge): ReadonlyMap<string, string> =>
  new Map([...actors.values()].map(({ id, name }) => [foldActor(name), id]));

function readHeader(record: string, feed: Feed, file: string): ReadonlyMap<string, number> {
  const names = cutRow(record, feed).map((name) => name.trim());
  const wanted = [feed.rowId, feed.happenedOn, ...feed.actor, ...feed.target, feed.code];
  const missing = wanted.find((name) => typeof name === 'string' && !names.includes(name));
  if (missing !== undefined || names.length !== feed.width) {
    throw new UserError(`the columns are not those of ${feed.id}`, {
      where: `${file}:1`,
      hint:
        missing === undefined
          ? `It has ${names.length} columns; ${feed.width} are wanted.`
          : `The column "${missing}" is missing.`,
    });
  }
  return new Map(names.map((name, i) => [name, i]));
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file))
    hash.update(typeof chunk === 'string' ? chunk : new Uint8Array(chunk));
  return hash.digest('hex').slice(0, 16);
}

interface Work {
  readonly writer: SegmentWriter;
  readonly hash: string;
  readonly file: string;
  readonly effects: Effects;
}

class Tally {
  imported = 0;
  known = 0;
  private segment = 0;
  private rows: EventRow[] = [];

  async take(row: EventRow, work: Work): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= SEGMENT) await this.flush(work);
  }

  async flush({ writer, hash, file, effects }: Work): Promise<void> {
    if (this.rows.length === 0) return;
    const name = `${hash}-${String(this.segment++).padStart(5, '0')}`;
    if (writer.has(name)) this.known += this.rows.length;
    else {
      await writer.write(name, this.rows, { file: basename(file), recordedAt: effects.now() });
      this.imported += this.rows.length;
    }
    this.rows = [];
  }
}

/**
 * Imports a coded event feed into Parquet segments beside the ledger, in bounded memory. A bad row is written with its
 * line number into FILE.bad and the others go on; importing the same file again changes nothing.
 * @throws UserError for an unknown format, a missing file, or columns that are not those of the format.
 */
export async function importEvents(
  session: Session,
  file: string,
  format: string,
  effects: Effects,
): Promise<ImportSummary> {
  const feed = getFeed(format);
  if (!existsSync(file))
    throw new UserError('there is no such file', { where: file, hint: 'Check the path.' });
  const total = statSync(file).size;
  const writer = await openSegments(segmentFolder(session.ledger.file));
  const work: Work = { writer, hash: `${feed.id}-${await hashFile(file)}`, file, effects };
  const [tally, bad] = [new Tally(), new BadRows(`${file}.bad`)];
  let knowledge: FeedKnowledge = {
    feed,
    header: new Map(),
    codes: loadFeedCodes(),
    actors: namesOf(session.actors()),
  };
  let [bytes, count] = [0, 0];
  for await (const { record, line } of recordsOf(file, feed)) {
    if (effects.signal.aborted) break;
    bytes += record.length + 1;
    if (++count === 1 && feed.header) {
      knowledge = { ...knowledge, header: readHeader(record, feed, file) };
      continue;
    }
    const parsed = parseFeedRow(record, knowledge);
    if (parsed.ok) await tally.take({ event: parsed.event, line }, work);
    else bad.add(line, parsed.why, record);
    if (count % PROGRESS === 0) effects.progress({ done: bytes, total, what: `${count} rows` });
  }
  if (!effects.signal.aborted) await tally.flush(work);
  await bad.close();
  writer.close();
  const { imported, known } = tally;
  return {
    imported,
    known,
    bad: bad.count,
    ...(bad.count === 0 ? {} : { badFile: bad.file }),
    interrupted: effects.signal.aborted,
  };
}
