import { appendFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BlockFile } from '../../src/workflows/block-file.ts';
import { playBlocks } from '../../src/workflows/play-blocks.ts';
import { newFolder } from '../cli/demarche.ts';

const isSum = (value: unknown): value is Int32Array => value instanceof Int32Array;
const file = (name: string): string => join(newFolder(), `${name}.part`);

interface Order {
  readonly path: string;
  readonly atOnce?: number;
  readonly stopAfter?: number;
}

/** Plays 2,300 runs that each add their number; counts how many blocks were really played. */
async function play({ path, atOnce = 1, stopAfter = Infinity }: Order) {
  const stop = new AbortController();
  const seen: number[] = [];
  let played = 0;
  const blocks = await playBlocks<Int32Array>({
    runs: 2300,
    kept: new BlockFile(path, isSum),
    atOnce,
    signal: stop.signal,
    onDone: (runs) => seen.push(runs),
    play: async ({ from, count }) => {
      await new Promise((resolve) => setTimeout(resolve, (7 * from) % 5));
      if (++played >= stopAfter) stop.abort();
      return Int32Array.from({ length: count }, (_, i) => from + i);
    },
  });
  return { blocks, played, seen };
}

describe('playing in blocks', () => {
  it('gives every run once and in order for any number of blocks at once', async () => {
    const whole = Array.from({ length: 2300 }, (_, i) => i);
    for (const atOnce of [1, 2, 7]) {
      const { blocks } = await play({ path: file('order'), atOnce });
      expect(blocks?.flatMap((block) => [...block])).toEqual(whole);
    }
  });

  it('goes on where it was stopped, to the same result', async () => {
    const path = file('stopped');
    const first = await play({ path, stopAfter: 2 });
    expect(first.blocks).toBeUndefined();
    expect(first.seen.at(-1)).toBe(1000);
    const second = await play({ path });
    expect(second.played).toBe(3);
    expect(second.seen[0]).toBe(1000);
    const whole = await play({ path: file('whole') });
    expect(second.blocks).toEqual(whole.blocks);
  });

  it('plays again a block that was half written when the machine stopped', async () => {
    const path = file('torn');
    await play({ path, stopAfter: 2 });
    const size = statSync(path).size;
    appendFileSync(path, Buffer.from([2, 0, 0, 0, 255, 7, 0, 0, 1, 2, 3]));
    const kept = new BlockFile(path, isSum);
    expect(kept.count).toBe(2);
    expect(statSync(path).size).toBe(size);
    expect((await play({ path })).played).toBe(3);
    kept.remove();
    expect(existsSync(path)).toBe(false);
  });
});
