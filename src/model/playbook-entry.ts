import type { Act, MoveType, Status } from './move-type.ts';

/** A move as a case gives it, or a chronicle records it. */
export interface GivenMove {
  readonly type: MoveType;
  readonly mode?: string;
  readonly act?: Act;
  readonly on: string;
  readonly until?: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly class?: string;
  readonly count?: number;
  readonly novelty?: 'new' | 'improved' | 'known';
  readonly status: Status;
  readonly tags: readonly string[];
}

/** What an entry must say of some given moves; the cases of an entry run as tests. */
export interface PlaybookCase {
  readonly given: readonly GivenMove[];
  /** Day asked about; without it, the last given move's day. */
  readonly at?: string;
  /** Day whose law is applied, for clauses. */
  readonly lawAt?: string;
  /** The word the entry must give then: an outcome, a condition of things, `holds` or `does-not-hold`. */
  readonly expect: string;
}

/** What every entry has. */
export interface Entry {
  readonly id: string;
  readonly why: string;
  readonly source?: string;
  /** Whether somebody has checked it against the source. */
  readonly checked?: boolean;
  readonly cases: readonly PlaybookCase[];
}
