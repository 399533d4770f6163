import type { Origin } from '../../../model/fact.ts';

/**
 * The origins that stand on their own among these: one that cites another of them ("an agency reported") adds nothing to
 * it. Of origins that cite each other, the first by id stays.
 */
export function independentOrigins(ids: readonly string[], origins: readonly Origin[]): readonly string[] {
  const leansOn = new Map(origins.map((origin) => [origin.id, origin.leansOn]));
  const leans = (id: string, other: string): boolean => leansOn.get(id)?.includes(other) ?? false;
  const sorted = [...new Set(ids)].sort();
  return sorted.filter(
    (id) => !sorted.some((other) => other !== id && leans(id, other) && (!leans(other, id) || other < id)),
  );
}
