import type { Instant } from '../model/time.ts';

/** How far a long piece of work has come. */
export interface Progress {
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
  readonly what: string;
}

/** What a workflow may do to the world outside, handed in by its door. */
export interface Effects {
  now(): Instant;
  progress(progress: Progress): void;
  /** Aborted by Ctrl-C: work ends at the next safe place. */
  readonly signal: AbortSignal;
}

export const silent = (now: () => Instant, signal = new AbortController().signal): Effects => ({
  now,
  progress: () => undefined,
  signal,
});
