import type { Sex } from './actor.ts';

/** A person met in reports whom data/actors does not list, under one name and side. */
export interface Stranger {
  /**
   * `new:<slug>@<side>`, without the side where none is told. A family name alone tells little: there it is
   * `new:<slug>@<office>`, or `new:<slug>@<report id>` where no office is told either.
   */
  readonly id: string;
  /** Folded words of the name, in the order of the reports. */
  readonly name: readonly string[];
  readonly sideId?: string;
  readonly officeIds: readonly string[];
  /** As the reports tell it; more than one where they differ. */
  readonly sexes: readonly Sex[];
  /** First and last day from which a report that names him counts as known. */
  readonly from: string;
  readonly until: string;
  readonly reportIds: readonly string[];
}

/** Why two names are taken for one person's. */
export type MergeRule = 'same-words' | 'alike-words' | 'same-office' | 'analyst';

/** Two names of one person: a stranger, and a listed actor or the stranger met first. */
export interface ActorMerge {
  readonly strangerId: string;
  readonly personId: string;
  readonly rule: MergeRule;
  /** Likeness of the names, 0 to 1. */
  readonly likeness: number;
}

/** What persons of several reports are one. */
export interface ActorGroups {
  /** By id. */
  readonly strangers: ReadonlyMap<string, Stranger>;
  readonly merges: readonly ActorMerge[];
  /** Perhaps one person: an analyst decides. */
  readonly doubts: readonly ActorMerge[];
}
