import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../src/stages/foresee/chance.ts';
import type { HistoryRow } from '../../../src/stages/foresee/gather-history.ts';
import {
  gatherHistory,
  HistoryGatherer,
  withoutRepeats,
} from '../../../src/stages/foresee/gather-history.ts';

const ROWS: readonly HistoryRow[] = [
  [2, 0, 1, 30],
  [0, 1, 1, 10],
  [1, 1, 0, 30],
  [0, 1, 1, 10],
  [0, 0, 2, 10],
];

async function* slowly(rows: readonly HistoryRow[]): AsyncGenerator<HistoryRow> {
  for (const row of rows) yield await Promise.resolve(row);
}

describe('gathering a history from a stream', () => {
  it('orders by day and keeps the order within a day', async () => {
    const { count, actorCount, relationCount, subject, day } = await gatherHistory(ROWS);
    expect({ count, actorCount, relationCount }).toEqual({ count: 5, actorCount: 3, relationCount: 2 });
    expect(Array.from(day)).toEqual([10, 10, 10, 30, 30]);
    expect(Array.from(subject)).toEqual([0, 0, 0, 2, 1]);
  });

  it('gives the same from a stream that makes one wait', async () => {
    expect(await gatherHistory(slowly(ROWS))).toEqual(await gatherHistory(ROWS));
  });

  it('drops what says the same of one day', async () => {
    const once = withoutRepeats(await gatherHistory(ROWS));
    expect(once.count).toBe(4);
    expect(Array.from(once.relation)).toEqual([1, 0, 0, 1]);
  });

  it('is empty where nothing came', async () => {
    expect((await gatherHistory([])).count).toBe(0);
  });

  it('holds two million rows in at most 48 bytes each, however far the collector lags behind', () => {
    const count = 2_000_000;
    const chance = chanceFrom(5);
    const row: [number, number, number, number] = [0, 0, 0, 0];
    const before = process.memoryUsage();
    const gatherer = new HistoryGatherer();
    for (let i = 0; i < count; i++) {
      row[0] = Math.floor(chance() * 20_000);
      row[1] = Math.floor(chance() * 250);
      row[2] = Math.floor(chance() * 20_000);
      row[3] = Math.floor(chance() * 9000);
      gatherer.add(row);
    }
    const grown = process.memoryUsage().arrayBuffers - before.arrayBuffers;
    expect(grown / count).toBeLessThan(17);
    const history = gatherer.finish();
    const after = process.memoryUsage();
    expect(history.count).toBe(count);
    expect((after.arrayBuffers - before.arrayBuffers) / count).toBeLessThan(48);
    expect((after.heapUsed - before.heapUsed) / count).toBeLessThan(32);
    expect(history.day.every((day, i) => i === 0 || history.day[i - 1] <= day)).toBe(true);
  });
});
