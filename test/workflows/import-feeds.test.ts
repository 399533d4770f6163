import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countEvents, findEvents, segmentFolder } from '../../src/store/event-segments.ts';
import { silent } from '../../src/workflows/effects.ts';
import { explainRow } from '../../src/workflows/explain-row.ts';
import { importEvents } from '../../src/workflows/import-events.ts';
import type { Session } from '../../src/workflows/session.ts';
import { openSession } from '../../src/workflows/session.ts';

type Cells = Readonly<Record<string, string>>;

interface MadeFeed {
  readonly format: string;
  /** In the order of the file; the columns that nothing is taken from have made-up names. */
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly good: readonly Cells[];
  readonly bad: readonly (readonly [cells: Cells, why: RegExp])[];
}

const fill = (names: readonly string[], width: number): readonly string[] => [
  ...names,
  ...Array.from({ length: width - names.length }, (_, i) => `Further ${i}`),
];

const POLECAT: MadeFeed = {
  format: 'polecat',
  columns: fill(['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Actor Country', 'Recipient Country'], 40), // prettier-ignore
  delimiter: '\t',
  good: [
    { 'Event ID': 'p-1', 'Event Date': '2021-03-25', 'Event Type': 'MOBILIZE', 'Event Mode': 'Weapons', Intensity: '-7', 'Actor Country': 'PRK', 'Recipient Country': 'USA' }, // prettier-ignore
    { 'Event ID': 'p-2', 'Event Date': '2021-03-26', 'Event Type': 'CONSULT', 'Actor Country': 'KOR' },
  ],
  bad: [
    [{ 'Event ID': 'p-3', 'Event Date': '2021-02-30', 'Event Type': 'CONSULT' }, /"2021-02-30" is no day/u],
    [{ 'Event ID': 'p-4', 'Event Date': '2021-03-26', 'Event Type': 'DANCE' }, /"DANCE" is no known code/u],
    [{ 'Event Date': '2021-03-26', 'Event Type': 'CONSULT' }, /no id/u],
  ],
};

const ACLED: MadeFeed = {
  format: 'acled',
  columns: fill(['event_id_cnty', 'event_date', 'event_type', 'sub_event_type', 'actor1', 'actor2', 'fatalities', 'notes'], 31), // prettier-ignore
  delimiter: ',',
  good: [
    { event_id_cnty: 'a-1', event_date: '2021-03-25', event_type: 'Protests', sub_event_type: 'Peaceful protest', fatalities: '0', notes: '"A crowd, with ""signs"",\nin two streets"' }, // prettier-ignore
    { event_id_cnty: 'a-2', event_date: '2021-03-26', event_type: 'Battles', fatalities: '2' },
  ],
  bad: [
    [{ event_id_cnty: 'a-3', event_date: 'yesterday', event_type: 'Riots' }, /"yesterday" is no day/u],
    [
      { event_id_cnty: 'a-4', event_date: '2021-03-26', event_type: 'Parades' },
      /"Parades" is no known code/u,
    ],
  ],
};

const lineOf = ({ columns, delimiter }: MadeFeed, cells: Cells): string =>
  columns.map((column) => cells[column] ?? '').join(delimiter);

const fileOf = (feed: MadeFeed, rows: readonly Cells[]): string =>
  [feed.columns.join(feed.delimiter), ...rows.map((cells) => lineOf(feed, cells)), ''].join('\n');

const effects = silent(() => '2021-04-01T00:00:00.000Z');
const FACTS = '../shared/facts';

let folder: string;
let session: Session;
const put = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const segments = (): string => segmentFolder(session.ledger.file);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  session = openSession({ theatre: 'korea', ledger: join(folder, 'a.ledger') });
});
afterEach(() => session.close());

describe.each([POLECAT, ACLED])('importing $format', (feed) => {
  const good = fileOf(feed, feed.good);

  it('takes good rows, and the same file a second time changes nothing', async () => {
    const file = put('good.txt', good);
    expect(await importEvents(session, file, feed.format, effects)).toMatchObject({ imported: 2, bad: 0 });
    const again = await importEvents(session, file, feed.format, effects);
    expect(again).toMatchObject({ imported: 0, known: 2, bad: 0 });
    expect(await countEvents(segments())).toEqual({ [feed.format]: 2 });
  });

  it('puts bad rows with their line numbers and reasons into a file', async () => {
    const wrong = [...feed.bad.map(([cells]) => lineOf(feed, cells)), `short${feed.delimiter}row`];
    const summary = await importEvents(
      session,
      put('mixed.txt', good + wrong.join('\n')),
      feed.format,
      effects,
    );
    expect(summary).toMatchObject({ imported: 2, bad: wrong.length });
    const told = readFileSync(summary.badFile ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    const first = good.split('\n').length;
    expect(told.map((line) => Number(line.split('\t')[0]))).toEqual(wrong.map((_, i) => first + i));
    for (const [i, [, why]] of feed.bad.entries()) expect(told[i]).toMatch(why);
    expect(told.at(-1)).toContain(`2 columns instead of ${feed.columns.length}`);
  });

  it('refuses a file in which a column is missing, and says which', async () => {
    const [, day] = feed.columns;
    const file = put('missing.txt', good.replace(day, 'When'));
    await expect(importEvents(session, file, feed.format, effects)).rejects.toMatchObject({
      where: `${file}:1`,
      hint: `The column "${day}" is missing.`,
    });
    expect(await countEvents(segments())).toEqual({});
  });
});

describe('an imported row', () => {
  it('is explained as a claim whose evidence is the row itself', async () => {
    await importEvents(session, put('events.tsv', fileOf(POLECAT, POLECAT.good)), 'polecat', effects);
    const node = await explainRow(session, 'polecat:p-1');
    expect(node).toMatchObject({
      kind: 'claim',
      id: 'polecat:p-1',
      evidence: { sentence: lineOf(POLECAT, POLECAT.good[0]), foundAt: 'events.tsv:2' },
      row: { line: 2, file: 'events.tsv', recordedAt: '2021-04-01T00:00:00.000Z', event: { intensity: -7 } },
      claim: {
        type: 'mobilize',
        mode: 'weapons',
        actors: [{ actorId: 'prk' }],
        targets: [{ actorId: 'usa' }],
      },
    });
    expect(node?.says).toContain('on 2021-03-25; line 2 of events.tsv');
    expect(await explainRow(session, 'p-1')).toEqual(node);
  });

  it('keeps words in quotes with commas and line breaks as they stand', async () => {
    await importEvents(session, put('events.csv', fileOf(ACLED, ACLED.good)), 'acled', effects);
    const node = await explainRow(session, 'a-1');
    expect(node?.evidence?.sentence).toBe(lineOf(ACLED, ACLED.good[0]));
    expect((await explainRow(session, 'a-2'))?.row?.line).toBe(4);
  });

  it('is not known before its day, and nothing has an id that no row has', async () => {
    await importEvents(session, put('events.tsv', fileOf(POLECAT, POLECAT.good)), 'polecat', effects);
    expect(await explainRow(session, 'p-1', { knownAt: '2021-03-24' })).toBeUndefined();
    expect(await explainRow(session, 'p-1', { knownAt: '2021-03-25' })).toBeDefined();
    expect(await explainRow(session, 'p')).toBeUndefined();
  });

  it('of two files is shown once, the earlier below; of two feeds the feed must be named', async () => {
    const rows = fileOf(POLECAT, POLECAT.good);
    await importEvents(session, put('one.tsv', rows), 'polecat', effects);
    await importEvents(session, put('two.tsv', `${rows}\n`), 'polecat', silent(() => '2021-04-02T00:00:00.000Z')); // prettier-ignore
    const node = await explainRow(session, 'p-2');
    expect([node?.row?.file, node?.below.map(({ row }) => row?.file)]).toEqual(['two.tsv', ['one.tsv']]);
    const other = fileOf(ACLED, [{ ...ACLED.good[1], event_id_cnty: 'p-2' }]);
    await importEvents(session, put('other.csv', other), 'acled', effects);
    await expect(explainRow(session, 'p-2')).rejects.toMatchObject({
      hint: 'Write acled:p-2 or polecat:p-2.',
    });
    expect((await explainRow(session, 'acled:p-2'))?.row?.event.type).toBe('assault');
  });
});

describe.skipIf(!existsSync(FACTS))('the columns of the feeds (needs ../shared/facts)', () => {
  it('are those that POLECAT publishes', async () => {
    const names = readFileSync(join(FACTS, 'polecat-plover/polecat_columns_40.txt'), 'utf8');
    const feed = { ...POLECAT, columns: names.trim().split(/\r?\n/u) };
    const file = put('real.tsv', fileOf(feed, feed.good));
    expect(await importEvents(session, file, 'polecat', effects)).toMatchObject({ imported: 2, bad: 0 });
  });

  it('are those of the rows of ACLED’s own sample', async () => {
    const text = readFileSync(join(FACTS, 'acled-format/acled_sample_30rows.csv'), 'utf8');
    const summary = await importEvents(session, put('real.csv', text), 'acled', effects);
    expect(summary).toMatchObject({ imported: 30, bad: 0 });
    const [first] = await findEvents(segments(), 'ARG10607');
    expect(first).toMatchObject({ line: 2, event: { happenedOn: '2022-06-30', type: 'protest' } });
  });
});
