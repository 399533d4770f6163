import type { StreamEntry } from './dynamics.ts';
import type { Move } from './fact.ts';

const sidesOf = (ids: readonly string[], sides: readonly string[]): readonly string[] => {
  const all = [...new Set(ids.map((id) => id.split('.')[0]))];
  const known = all.filter((id) => sides.includes(id));
  return known.length > 0 ? known : all;
};

/** The move that a stream puts on record, without a day: what patterns of ladder and restraints are held against. */
export function toExampleMove({ id, example }: StreamEntry, sides: readonly string[]): Move {
  return {
    id: `stream:${id}`,
    type: example.type,
    ...(example.mode === undefined ? {} : { mode: example.mode }),
    ...(example.act === undefined ? {} : { act: example.act }),
    actorIds: example.by,
    targetIds: example.to,
    sideIds: sidesOf(example.by, sides),
    targetSideIds: sidesOf(example.to, sides),
    status: example.status,
    time: 'current',
    ...(example.class === undefined ? {} : { classId: example.class }),
    ...(example.count === undefined ? {} : { count: example.count }),
    claimIds: [],
    originIds: [],
    disagreements: {},
    knownFrom: '',
  };
}
