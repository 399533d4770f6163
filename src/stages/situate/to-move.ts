import type { Move } from '../../model/fact.ts';
import type { ChronicleFact, GivenMove } from '../../model/playbook.ts';

/** `<side>.<office>` stands for the side; a plain id for itself. */
const sideOf = (id: string): string => id.split('.')[0];

/** The sides among these ids; a person beside his side is no side of his own. */
function sidesOf(ids: readonly string[], sides: readonly string[]): readonly string[] {
  const all = [...new Set(ids.map(sideOf))];
  const known = all.filter((id) => sides.includes(id));
  return known.length > 0 ? known : all;
}

/** The id of the move that a chronicle fact records. */
export const factMoveId = (factId: string): string => `fact:${factId}`;

export function toMove(
  given: GivenMove,
  id: string,
  named: { readonly knownFrom: string; readonly sides: readonly string[] },
): Move {
  return {
    id,
    type: given.type,
    ...(given.mode === undefined ? {} : { mode: given.mode }),
    ...(given.act === undefined ? {} : { act: given.act }),
    actorIds: given.by,
    targetIds: given.to,
    sideIds: sidesOf(given.by, named.sides),
    targetSideIds: sidesOf(given.to, named.sides),
    status: given.status,
    time: 'current',
    happenedOn: { from: given.on, until: given.until ?? given.on, certainty: 'certain' },
    ...(given.class === undefined ? {} : { classId: given.class }),
    ...(given.count === undefined ? {} : { count: given.count }),
    claimIds: [],
    originIds: [],
    disagreements: {},
    knownFrom: named.knownFrom,
  };
}

/** The move that a fact records; undefined for a milestone. */
export function moveOfFact(fact: ChronicleFact, sides: readonly string[]): Move | undefined {
  if (fact.move === undefined) return undefined;
  const move = toMove(fact.move, factMoveId(fact.id), {
    knownFrom: fact.knownFrom ?? fact.until ?? fact.on,
    sides,
  });
  return fact.place === undefined ? move : { ...move, place: fact.place };
}
