import type { Reading } from '../../model/reading.ts';

/** A reading with the instant from which it counts as known. */
export interface KnownReading {
  readonly reading: Reading;
  readonly knownFrom: string;
}
