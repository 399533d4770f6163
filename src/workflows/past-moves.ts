import type { Move } from '../model/fact.ts';
import type { PastMove } from '../model/forecast.ts';
import { moveOfFact } from '../stages/situate/to-move.ts';
import type { Session } from './session.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** One row per actor, target, and both type and finer act: `weapons-test` can be asked about as `mobilize` can. */
function toPastMoves(move: Move): readonly PastMove[] {
  const on = move.happenedOn?.from;
  if (on === undefined || !DAY.test(on) || move.status !== 'actual') return [];
  const targets = move.targetSideIds.filter((side) => !move.sideIds.includes(side));
  const types = move.act === undefined ? [move.type] : [move.type, move.act];
  return move.sideIds.flatMap((actor) =>
    (targets.length === 0 ? ['*'] : [...targets, '*']).flatMap((target) =>
      types.map((type) => ({ actor, target, type, happenedOn: on.slice(0, 10), id: move.id })),
    ),
  );
}

/**
 * Everything known by the end of a day that somebody did: reported moves, the chronicle's, and imported rows.
 * Each stands towards its target and, as target `*`, towards anybody.
 */
export function pastMoves(session: Session, knownAt?: string): readonly PastMove[] {
  const asOf = knownAt === undefined ? {} : { knownAt };
  const { sides, chronicle } = session.playbook();
  const facts = chronicle.flatMap((fact) => moveOfFact(fact, sides) ?? []);
  const known = facts.filter(({ knownFrom }) => knownAt === undefined || knownFrom <= knownAt);
  const reported = session.state(asOf).reconciled.moves;
  const rows: PastMove[] = [...known, ...reported].flatMap(toPastMoves);
  for (const { id, body } of session.ledger.entries({ ...asOf, kind: 'event' })) {
    if (body.kind !== 'event' || body.event.source === 'chronicle' || !DAY.test(body.event.happenedOn))
      continue;
    const { actorId, targetId, type, happenedOn } = body.event;
    const on = happenedOn.slice(0, 10);
    rows.push({ actor: actorId, target: targetId || '*', type, happenedOn: on, id });
  }
  return rows.filter(({ happenedOn }) => knownAt === undefined || happenedOn <= knownAt);
}
