/** What the text says is `certain`; what we filled in is `implied`. */
export type Certainty = 'certain' | 'implied';

/** ISO 8601 date prefix: `2021`, `2021-03` or `2021-03-25`. A prefix stands for the whole year, month or day. */
export type DayPrefix = string;

/** ISO 8601 instant in UTC with milliseconds, e.g. `2021-03-26T08:00:00.000Z`. */
export type Instant = string;

/**
 * When something happened or will: local day of the place where it happened.
 * `from` and `until` are both inclusive; a single day or prefix has them equal.
 */
export interface When {
  readonly from?: DayPrefix;
  readonly until?: DayPrefix;
  readonly certainty: Certainty;
}

/** When a report was published, and how we know. */
export interface PublishedAt {
  /** `2021-03-26` or an instant. */
  readonly at: string;
  readonly certainty: Certainty;
  readonly basis: 'metadata' | 'front-matter' | 'flag' | 'text';
}
