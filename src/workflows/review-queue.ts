import type { Claim } from '../model/claim.ts';
import { PARTS } from '../model/situation.ts';
import type { Situation } from '../model/situation.ts';
import { evidenceFinder } from './find-evidence.ts';
import type { Evidence } from './find-evidence.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { sayKnown } from './timeline.ts';

/** A claim that waits for an analyst, with what rests on it. */
export interface QueueRow {
  readonly claim: Claim;
  readonly evidence: Evidence;
  /** Lines of the situation that rest on it. */
  readonly rests: number;
  /** The move or utterance that it is part of, with its other claims. */
  readonly part?: {
    readonly id: string;
    readonly says: string;
    readonly others: readonly { readonly id: string; readonly words: string; readonly source: string }[];
  };
}

export interface ReviewQueue {
  readonly total: number;
  readonly rows: readonly QueueRow[];
}

const MOST = 60;
const OTHERS = 8;

const WEIGHT: Readonly<Partial<Record<Claim['kind'], number>>> = {
  move: 3,
  condition: 3,
  legal: 2,
  contact: 2,
  capability: 1.5,
  outlook: 1.5,
};

/** How many lines of a situation rest on each claim, directly or by a move. */
function countRests(situation: Situation): ReadonlyMap<string, number> {
  const ofMove = new Map(situation.moves.map(({ id, claimIds }) => [id, claimIds]));
  const rests = new Map<string, number>();
  for (const part of PARTS.filter((one) => one !== 'information'))
    for (const { because } of situation[part])
      for (const id of new Set([...because.claimIds, ...because.moveIds.flatMap((move) => ofMove.get(move) ?? [])]))
        rests.set(id, (rests.get(id) ?? 0) + 1);
  return rests;
} // prettier-ignore

/** Much rests on it, and it is unsure: that comes first. */
const weigh = (claim: Claim, rests: number): number =>
  (1 + rests) *
  (WEIGHT[claim.kind] ?? 1) *
  (1 - Math.abs(claim.confidence - 0.5)) *
  (claim.time === 'current' ? 1.5 : 1);

type Whole = Omit<NonNullable<QueueRow['part']>, 'others'> & { readonly claimIds: readonly string[] };

function listWholes(session: Session, state: State, wanted: ReadonlySet<string>): ReadonlyMap<string, Whole> {
  const names = namesOf(session);
  const wholes = new Map<string, Whole>();
  for (const move of state.reconciled.moves)
    for (const id of move.claimIds)
      if (wanted.has(id)) wholes.set(id, { id: move.id, says: sayKnown(move, names, state), claimIds: move.claimIds });
  for (const { id, wordings, best } of state.reconciled.utterances)
    for (const { claimId } of wordings)
      if (wanted.has(claimId))
        wholes.set(claimId, { id, says: `“${wordings.at(best)?.words ?? ''}”`, claimIds: wordings.map((one) => one.claimId) });
  return wholes;
} // prettier-ignore

/** Claims nobody has accepted yet, ordered by how much rests on them and how unsure they are. */
export function reviewQueueOf(session: Session, state: State, situation: Situation): ReviewQueue {
  const rests = countRests(situation);
  const waiting = [...state.claims.values()]
    .filter(({ confidence }) => confidence < 1)
    .map((claim) => ({ claim, weight: weigh(claim, rests.get(claim.id) ?? 0) }))
    .sort((a, b) => b.weight - a.weight);
  const first = waiting.slice(0, MOST).map(({ claim }) => claim);
  const wholes = listWholes(session, state, new Set(first.map(({ id }) => id)));
  const find = evidenceFinder(session, state);
  const other = (id: string): readonly { id: string; words: string; source: string }[] => {
    const evidence = find(id);
    return evidence === undefined ? [] : [{ id, words: evidence.sentence.slice(evidence.words.start, evidence.words.end), source: evidence.source }];
  };
  const rows = first.flatMap((claim): readonly QueueRow[] => {
    const evidence = find(claim.id);
    const whole = wholes.get(claim.id);
    if (evidence === undefined) return [];
    const others = whole?.claimIds.filter((id) => id !== claim.id).slice(0, OTHERS).flatMap(other);
    return [{ claim, evidence, rests: rests.get(claim.id) ?? 0, ...(whole && others && { part: { id: whole.id, says: whole.says, others } }) }];
  });
  return { total: waiting.length, rows };
} // prettier-ignore
