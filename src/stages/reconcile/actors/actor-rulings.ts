import { standingCorrections } from '../apply-corrections.ts';
import type { RecordedCorrection } from '../apply-corrections.ts';
import { NEW } from './meet-strangers.ts';
import type { ActorRulings } from './settle-persons.ts';

type Pair = readonly [string, string];

/** The first of the ids with each of the others, where they are of persons. */
function toPairs([first, ...others]: readonly string[]): readonly Pair[] {
  const isOfPersons = [first, ...others].some((id) => id.startsWith(NEW));
  return isOfPersons ? others.map((other) => [first, other] as const) : [];
}

/**
 * What analysts said of persons. A merge that the program recorded itself is no ruling, since it is made anew from the
 * reports; whoever undoes or rejects it rules that the two are apart.
 */
export function actorRulingsOf(recorded: readonly RecordedCorrection[]): ActorRulings {
  const byProgram = new Map(recorded.filter((one) => one.isProgram === true).map((one) => [one.id, one]));
  const standing = standingCorrections(recorded.filter((one) => one.isProgram !== true));
  const pairsOfEntry = (id: string): readonly Pair[] => {
    const correction = byProgram.get(id)?.correction;
    return correction?.act === 'merge' ? toPairs(correction.targetIds) : [];
  };
  return {
    together: standing.flatMap((one) => (one.act === 'merge' ? toPairs(one.targetIds) : [])),
    apart: standing.flatMap((one) =>
      one.act === 'split'
        ? toPairs(one.targetIds)
        : one.act === 'undo'
          ? pairsOfEntry(one.entryId)
          : one.act === 'reject'
            ? pairsOfEntry(one.targetId)
            : [],
    ),
  };
}
