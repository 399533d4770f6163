import type { Trap } from './trap.ts';
import { TRAPS_OF_RECORD } from './traps-of-record.ts';
import { TRAPS_OF_WORDS } from './traps-of-words.ts';

/** The seventeen traps of the two reports, from their text to the situation. */
export const TRAPS: readonly Trap[] = [...TRAPS_OF_RECORD, ...TRAPS_OF_WORDS].sort(
  (a, b) => a.number - b.number,
);
