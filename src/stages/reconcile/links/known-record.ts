import type { ChronicleFact, Clause } from '../../../model/playbook.ts';

/** What claims may be held against besides each other: dated facts and clauses of law, as far as they are known. */
export interface KnownRecord {
  readonly chronicle: readonly ChronicleFact[];
  readonly clauses: readonly Clause[];
}

/** The record as known by the end of a day (or an instant): facts learnt of later are left out. */
export const recordKnownBy = (record: KnownRecord, day: string): KnownRecord => ({
  clauses: record.clauses.filter(({ from }) => from.slice(0, 10) <= day.slice(0, 10)),
  chronicle: record.chronicle.filter(({ on, knownFrom = on }) => knownFrom.slice(0, 10) <= day.slice(0, 10)),
});
