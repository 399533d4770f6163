import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { ScenarioResult } from '../model/scenario.ts';
import type { FittedDynamics } from '../stages/foresee/dynamics/fit-dynamics.ts';
import type { RunTally } from '../stages/foresee/dynamics/play-runs.ts';
import type { PreparedPlay } from '../stages/foresee/dynamics/prepared-play.ts';
import type { Block } from './play-blocks.ts';
import { fitShare, playShare, prepareShare, resultShare } from './scenario-worker.ts';
import type { FitShare, PrepareShare, ResultShare } from './scenario-worker.ts';

type Guard<T> = (value: unknown) => value is T;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether something that was kept, or came back from a worker, is what we put there; its inside is trusted as ours. */
export const isTally: Guard<RunTally> = (value): value is RunTally =>
  isObject(value) && 'sums' in value && value.sums instanceof Float64Array;
export const isFitted: Guard<FittedDynamics> = (value): value is FittedDynamics =>
  isObject(value) && 'hypotheses' in value && 'history' in value;
export const isResult: Guard<ScenarioResult> = (value): value is ScenarioResult =>
  isObject(value) && 'outcomes' in value && 'limits' in value;
const isPlay: Guard<PreparedPlay> = (value): value is PreparedPlay =>
  isObject(value) && 'kernelState' in value && 'steps' in value;

/** Compiled code runs as it is; from source, workers need the TypeScript loader first. */
function openPool(threads: number): Tinypool {
  const worker = import.meta.url.endsWith('.ts') ? 'scenario-worker-from-source.mjs' : 'scenario-worker.js';
  const filename = fileURLToPath(new URL(worker, import.meta.url));
  return new Tinypool({ filename, minThreads: threads, maxThreads: threads });
}

/** Worker threads that fit and play; what they give is the same for any number of them. */
export class ScenarioCrew {
  readonly threads: number;
  #pool: Tinypool | undefined;

  /** `threads`: 1 works in this thread; without it, one worker a core, and two at least. */
  constructor(threads?: number) {
    this.threads = threads ?? Math.max(2, availableParallelism());
  }

  fit(share: FitShare): Promise<FittedDynamics> {
    return this.#work('fitShare', fitShare, share, isFitted);
  }

  prepare(share: PrepareShare): Promise<PreparedPlay> {
    return this.#work('prepareShare', prepareShare, share, isPlay);
  }

  play(play: PreparedPlay, { from, count }: Block): Promise<RunTally> {
    return this.#work('playShare', playShare, { play, from, count }, isTally);
  }

  result(share: ResultShare): Promise<ScenarioResult> {
    return this.#work('resultShare', resultShare, share, isResult);
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }

  async #work<S, T>(name: string, work: (share: S) => T, share: S, isOurs: Guard<T>): Promise<T> {
    if (this.threads === 1) {
      // Lets a Ctrl-C through between two pieces of work.
      await new Promise((resolve) => setImmediate(resolve));
      return work(share);
    }
    this.#pool ??= openPool(this.threads);
    const done: unknown = await this.#pool.run(share, { name });
    if (!isOurs(done)) throw new TypeError(`a worker gave back something else than ${name} gives`);
    return done;
  }
}
