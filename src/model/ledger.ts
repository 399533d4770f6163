import type { Reading } from './reading.ts';
import type { Instant } from './time.ts';

/** Who made an entry: a version of the reader and its lexicon, an analyst, an import, a forecaster. */
export interface Maker {
  readonly kind: 'reader' | 'analyst' | 'import' | 'forecaster';
  /** Reader version, analyst's name, file name … */
  readonly name: string;
  /** Version of the lexicon, weights or format used. */
  readonly version: string;
}

/** An analyst's decision about a claim, move, utterance, origin or actor; the record only grows. */
export type Correction =
  | { readonly act: 'accept'; readonly targetId: string; readonly reason?: string }
  | { readonly act: 'reject'; readonly targetId: string; readonly reason?: string }
  | {
      readonly act: 'correct';
      readonly targetId: string;
      /** Field path → new value, e.g. `status` → `denied`. */
      readonly changes: Readonly<Record<string, unknown>>;
      readonly reason?: string;
    }
  | { readonly act: 'merge'; readonly targetIds: readonly string[]; readonly reason?: string }
  | { readonly act: 'split'; readonly targetIds: readonly string[]; readonly reason?: string }
  | { readonly act: 'undo'; readonly entryId: string; readonly reason?: string };

/** Whence rows are imported. */
export const EVENT_SOURCES = ['gdelt', 'icews', 'polecat', 'acled', 'chronicle'] as const;

/** One event row imported from a coded feed: its evidence is the row itself. */
export interface ImportedEvent {
  readonly source: (typeof EVENT_SOURCES)[number];
  readonly rowId: string;
  readonly happenedOn: string;
  readonly actorId: string;
  readonly targetId: string;
  readonly type: string;
  readonly mode?: string;
  readonly code?: string;
  readonly intensity?: number;
  readonly row: string;
}

export type EntryBody =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'event'; readonly event: ImportedEvent }
  | { readonly kind: 'forecast'; readonly forecast: unknown }
  | { readonly kind: 'resolution'; readonly resolution: unknown };

export type EntryKind = EntryBody['kind'];

/** One line of the ledger. Never changed, never deleted; a later entry may supersede it. */
export interface LedgerEntry {
  /** From content, so that recording the same thing twice changes nothing. */
  readonly id: string;
  readonly madeBy: Maker;
  /** When it was appended here (machine time). */
  readonly recordedAt: Instant;
  /**
   * From when it counts as known: a report's time of publication, where known; else `recordedAt`.
   * `knownAt` questions compare with this.
   */
  readonly knownFrom: Instant;
  /** What it is about: a report id for readings, the target for corrections. */
  readonly subject: string;
  readonly supersedes?: string;
  readonly body: EntryBody;
}

/** What an as-of question asks: from what was known by then. */
export interface AsOf {
  readonly knownAt?: Instant;
  /** Only what this ledger had itself recorded by then (audit of our own past answers). */
  readonly recordedBy?: Instant;
}
