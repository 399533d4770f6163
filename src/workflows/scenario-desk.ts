import { contentId } from '../model/content-id.ts';
import { UserError } from '../model/user-error.ts';
import type { RawScenario } from '../playbook/scenario-schema.ts';
import type { ToldScenarios } from '../stages/brief/tell-scenarios.ts';
import type { Effects, Progress } from './effects.ts';
import { silent } from './effects.ts';

/** Courses that are being played, or have been. */
export interface PlayJob {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: Progress;
  readonly told?: ToldScenarios;
  readonly trouble?: { readonly what: string; readonly where?: string; readonly hint?: string };
}

/** Plays courses for a server: one order at a time, in worker threads, so that the server goes on answering. */
export interface ScenarioDesk {
  /** @throws UserError while another order is being played. */
  start(courses: readonly RawScenario[]): PlayJob;
  /** @throws UserError for an unknown id. */
  get(id: string): PlayJob;
  cancel(id: string): PlayJob;
  /** Stops what is being played, and waits until its workers are gone. */
  close(): Promise<void>;
}

/** Plays courses; undefined when it was stopped before the end. */
export type PlayCourses = (
  courses: readonly RawScenario[],
  effects: Effects,
) => Promise<ToldScenarios | undefined>;

/** Orders that can be looked at again; the oldest is forgotten first. */
const KEPT = 8;

function toTrouble(error: unknown): NonNullable<PlayJob['trouble']> {
  if (!(error instanceof UserError)) return { what: 'something broke inside; the terminal says more' };
  const { message: what, where, hint } = error;
  return { what, ...(where === undefined ? {} : { where }), ...(hint === undefined ? {} : { hint }) };
}

class Desk implements ScenarioDesk {
  readonly #play: PlayCourses;
  readonly #now: () => string;
  readonly #jobs = new Map<string, PlayJob>();
  #running:
    { readonly id: string; readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  #count = 0;

  constructor(play: PlayCourses, now: () => string) {
    this.#play = play;
    this.#now = now;
  }

  start(courses: readonly RawScenario[]): PlayJob {
    if (this.#running !== undefined)
      throw new UserError('courses are being played already', {
        hint: 'Wait until they are done, or stop them first.',
      });
    const id = contentId('order', ++this.#count, this.#now(), JSON.stringify(courses));
    const job: PlayJob = { id, state: 'running', progress: { done: 0, total: 0, what: 'runs' } };
    this.#keep(job);
    const stop = new AbortController();
    this.#running = { id, stop, ended: this.#work(job, courses, stop.signal) };
    return job;
  }

  get(id: string): PlayJob {
    const job = this.#jobs.get(id);
    if (job === undefined)
      throw new UserError(`no order has the id "${id}"`, { hint: 'It may have been forgotten: play the courses again.' }); // prettier-ignore
    return job;
  }

  cancel(id: string): PlayJob {
    const job = this.get(id);
    if (this.#running?.id === id) this.#running.stop.abort();
    return job;
  }

  async close(): Promise<void> {
    this.#running?.stop.abort();
    await this.#running?.ended;
  }

  async #work(job: PlayJob, courses: readonly RawScenario[], signal: AbortSignal): Promise<void> {
    const effects: Effects = {
      ...silent(this.#now, signal),
      progress: (progress) => this.#keep({ ...job, progress }),
    };
    // A moment for the answer that gives the order's id.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      const told = await this.#play(courses, effects);
      const { progress } = this.get(job.id);
      this.#keep(told === undefined ? { ...job, progress, state: 'cancelled' } : { ...job, progress, state: 'done', told }); // prettier-ignore
    } catch (error) {
      if (!(error instanceof UserError)) process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`); // prettier-ignore
      this.#keep({ ...this.get(job.id), state: 'failed', trouble: toTrouble(error) });
    } finally {
      this.#running = undefined;
    }
  }

  #keep(job: PlayJob): void {
    this.#jobs.set(job.id, job);
    for (const id of [...this.#jobs.keys()].slice(0, Math.max(0, this.#jobs.size - KEPT))) this.#jobs.delete(id); // prettier-ignore
  }
}

export const toScenarioDesk = (play: PlayCourses, now: () => string): ScenarioDesk => new Desk(play, now);
