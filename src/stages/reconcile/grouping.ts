/** How members of one order find their groups. Keys only save looking at all: what fits is met under some key. */
export interface Grouping<T> {
  readonly idOf: (one: T) => string;
  /** The order in which members choose; no two are equal. */
  readonly compare: (a: T, b: T) => number;
  /** Where a member is met. */
  readonly keysOf: (one: T) => readonly string[];
  /** Where a member looks for a group. */
  readonly soughtBy: (one: T) => readonly string[];
  /** Says quickly of most that do not fit that they do not. */
  readonly mayFit: (founder: T, one: T) => boolean;
  /** Whether a member could be in the group that another founded, as far as these two go. */
  readonly fits: (founder: T, one: T) => boolean;
  /** Which of the groups met it joins, the first founded first; each holds only members that chose before. */
  readonly choose: (one: T, groups: readonly (readonly T[])[]) => readonly T[] | undefined;
  /** Groups are met and judged by their founder alone, and the first that fits is chosen. */
  readonly byFounder: boolean;
}

/** Members in the order in which they chose; the first founded it. */
export interface Group<T> {
  readonly members: readonly T[];
}

/** Groups that ceased or changed, and groups that are new or changed. */
export interface GroupChanges<T> {
  readonly gone: ReadonlySet<Group<T>>;
  readonly now: ReadonlySet<Group<T>>;
}
