import type { BlockFile } from './block-file.ts';

/** Runs that are played and kept together: a stopped order loses at most so many for each thread. */
const BLOCK = 500;

/** One block of runs: which, from which run on, and how many. */
export interface Block {
  readonly number: number;
  readonly from: number;
  readonly count: number;
}

export interface BlockWork<T> {
  readonly runs: number;
  readonly play: (block: Block) => Promise<T>;
  readonly kept: BlockFile<T>;
  /** How many blocks are played at once. */
  readonly atOnce: number;
  readonly signal: AbortSignal;
  /** Told after each block, with the runs done so far. */
  readonly onDone: (runs: number) => void;
}

/** The blocks of an order; the same for any number of threads. */
export const toBlocks = (runs: number): readonly Block[] =>
  Array.from({ length: Math.ceil(runs / BLOCK) }, (_, number) => ({
    number,
    from: number * BLOCK,
    count: Math.min(BLOCK, runs - number * BLOCK),
  }));

/**
 * Plays what is not kept yet, several blocks at once, and gives all in their order; undefined when it was stopped.
 */
export async function playBlocks<T>(work: BlockWork<T>): Promise<readonly T[] | undefined> {
  const { kept, signal } = work;
  const blocks = toBlocks(work.runs);
  const waiting = blocks.filter(({ number }) => kept.find(number) === undefined);
  const left = new Map(waiting.map(({ number, count }) => [number, count]));
  const tell = (): void => work.onDone(work.runs - [...left.values()].reduce((sum, count) => sum + count, 0));
  tell();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < waiting.length && !signal.aborted) {
      const block = waiting[next++];
      kept.add(block.number, await work.play(block));
      left.delete(block.number);
      tell();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, work.atOnce) }, lane));
  if (left.size > 0) return undefined;
  return blocks.flatMap(({ number }) => kept.find(number) ?? []);
}
