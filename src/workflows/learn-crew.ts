import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { DeedExamples } from '../stages/foresee/learn-deeds.ts';
import { collectDeeds } from '../stages/foresee/learn-deeds.ts';
import type { MoveBook } from '../stages/foresee/move-book.ts';

/** What one worker is asked for: examples of some heads (move types) for one window. */
export interface Share {
  readonly length: number;
  readonly before: number;
  readonly heads: readonly string[];
}

/** Up to so many moves are learned from faster than workers are started. */
const FEW = 5000;

const isExamples = (value: unknown): value is readonly DeedExamples[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'held' in one);

/** Compiled code runs as it is; from source, workers need the TypeScript loader first. */
function openPool(book: MoveBook, threads: number): Tinypool {
  const worker = import.meta.url.endsWith('.ts') ? 'learn-worker-from-source.mjs' : 'learn-worker.js';
  return new Tinypool({
    filename: fileURLToPath(new URL(worker, import.meta.url)),
    name: 'collectShare',
    minThreads: threads,
    maxThreads: threads,
    workerData: { moves: book.moves },
  });
}

/** Worker threads that collect examples, each of heads of its own; the result is the same for any number. */
export class LearnCrew {
  readonly #book: MoveBook;
  readonly #threads: number;
  #pool: Tinypool | undefined;

  /** `threads`: 1 works in this thread; without it, one a core where there are many moves. */
  constructor(book: MoveBook, threads?: number) {
    this.#book = book;
    const most = threads ?? (book.moves.length > FEW ? availableParallelism() : 1);
    this.#threads = Math.max(1, Math.min(most, book.types.length));
  }

  /** Examples of all heads, in the order of the book's types. */
  async collect(length: number, before: number): Promise<readonly DeedExamples[]> {
    if (this.#threads === 1) return collectDeeds(this.#book, before, { length });
    this.#pool ??= openPool(this.#book, this.#threads);
    const pool = this.#pool;
    const shares = Array.from({ length: this.#threads }, (_, part) =>
      this.#book.types.filter((__, i) => i % this.#threads === part),
    );
    const found = await Promise.all(
      shares.map(async (heads): Promise<readonly DeedExamples[]> => {
        const done: unknown = await pool.run({ length, before, heads });
        if (!isExamples(done)) throw new TypeError('a worker gave back something else than examples');
        return done;
      }),
    );
    const byHead = new Map(shares.flatMap((heads, part) => heads.map((head, i) => [head, found[part][i]])));
    return this.#book.types.flatMap((head) => byHead.get(head) ?? []);
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}
