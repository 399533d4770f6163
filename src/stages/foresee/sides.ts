import type { ActorTraits, History } from '../../model/forecast.ts';

/** Side of each actor, and the first day on which it may be used (the day after it was learned). */
export interface Sides {
  readonly side: Int32Array;
  readonly knownFrom: Int32Array;
  readonly sideCount: number;
}

/**
 * Whom each actor belongs to: as its traits say, else the side it dealt with most on the first day on which
 * it dealt with anybody whose side was known. Looks at no later day.
 */
export function learnSides(history: History, traits: ActorTraits): Sides {
  const side = traits.side.slice();
  const knownFrom = new Int32Array(history.actorCount).map((_, actor) =>
    side[actor] < 0 ? 2 ** 30 : -(2 ** 30),
  );
  let from = 0;
  while (from < history.count) {
    const day = history.day[from];
    const votes = new Map<number, Map<number, number>>();
    let until = from;
    for (; until < history.count && history.day[until] === day; until++) {
      const actor = history.subject[until];
      const partnerSide = side[history.object[until]];
      if (side[actor] >= 0 || partnerSide < 0) continue;
      const tally = votes.get(actor) ?? new Map<number, number>();
      votes.set(actor, tally.set(partnerSide, (tally.get(partnerSide) ?? 0) + 1));
    }
    for (const [actor, tally] of votes) {
      side[actor] = mostVoted(tally);
      knownFrom[actor] = day + 1;
    }
    from = until;
  }
  return { side, knownFrom, sideCount: traits.sideCount };
}

function mostVoted(tally: ReadonlyMap<number, number>): number {
  let best = -1;
  let bestVotes = 0;
  for (const [side, votes] of tally) {
    if (votes > bestVotes || (votes === bestVotes && side < best)) {
      best = side;
      bestVotes = votes;
    }
  }
  return best;
}
