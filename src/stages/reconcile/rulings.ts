/** What analysts said of groups: ids of groups or of members, which belong together or apart. */
export interface Rulings {
  readonly merged: readonly (readonly string[])[];
  readonly split: readonly (readonly string[])[];
}

export const NO_RULINGS: Rulings = { merged: [], split: [] };

interface Naming<T> {
  memberId(member: T): string;
  groupId(group: readonly T[]): string;
}

const isMeant = <T>(group: readonly T[], ids: readonly string[], naming: Naming<T>): boolean =>
  ids.includes(naming.groupId(group)) || group.some((member) => ids.includes(naming.memberId(member)));

/**
 * Splits first, then merges. A split names the members to be taken out, each to stand alone; one that names nothing but
 * the group takes every member apart.
 */
export function applyRulings<T>(
  groups: readonly (readonly T[])[],
  rulings: Rulings,
  naming: Naming<T>,
): readonly (readonly T[])[] {
  if (rulings.merged.length + rulings.split.length === 0) return groups;
  let standing = groups;
  for (const ids of rulings.split) standing = standing.flatMap((group) => splitOne(group, ids, naming));
  for (const ids of rulings.merged) {
    const meant = standing.filter((group) => isMeant(group, ids, naming));
    if (meant.length < 2) continue;
    standing = [...standing.filter((group) => !meant.includes(group)), meant.flat()];
  }
  return standing;
}

function splitOne<T>(
  group: readonly T[],
  ids: readonly string[],
  naming: Naming<T>,
): readonly (readonly T[])[] {
  if (!isMeant(group, ids, naming)) return [group];
  const named = group.filter((member) => ids.includes(naming.memberId(member)));
  const apart = named.length === 0 ? group.slice(1) : named;
  const rest = group.filter((member) => !apart.includes(member));
  return [rest, ...apart.map((member) => [member])].filter((one) => one.length > 0);
}
