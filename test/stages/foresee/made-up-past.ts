import type { ActorTraits, History, PastMove } from '../../../src/model/forecast.ts';
import { chanceFrom } from '../../../src/stages/foresee/chance.ts';
import { fromDayNumber, toDayNumber } from '../../../src/stages/foresee/move-book.ts';

/** A made-up history of few actors with habits: some pairs repeat themselves, answers follow. */
export function madeUpHistory(
  seed: number,
  days: number,
  settings: { readonly actors?: number; readonly perDay?: number } = {},
): History {
  const { actors = 30, perDay = 8 } = settings;
  const chance = chanceFrom(seed);
  const rows: (readonly [number, number, number, number])[] = [];
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < perDay; i++) {
      const subject = Math.floor(chance() * chance() * actors);
      const relation = (subject + Math.floor(chance() * 2)) % 5;
      const object = (subject + 1 + Math.floor(chance() * chance() * 8)) % actors;
      rows.push([subject, relation, object, day]);
      if (chance() < 0.4) rows.push([object, (relation + 1) % 5, subject, Math.min(days - 1, day + 1)]);
    }
  }
  return toHistory(rows, actors, 5);
}

export function toHistory(
  rows: readonly (readonly [number, number, number, number])[],
  actorCount: number,
  relationCount: number,
): History {
  const sorted = [...new Map(rows.map((row) => [row.join(), row])).values()].sort((a, b) => a[3] - b[3]);
  const column = (k: 0 | 1 | 2 | 3): Int32Array => Int32Array.from(sorted, (row) => row[k]);
  return {
    count: sorted.length,
    actorCount,
    relationCount,
    subject: column(0),
    relation: column(1),
    object: column(2),
    day: column(3),
  };
}

/** Half of the actors have a named side, of three; there are four kinds. */
export const madeUpTraits = (actorCount: number): ActorTraits => ({
  side: Int32Array.from({ length: actorCount }, (_, i) => (i % 2 === 0 ? i % 3 : -1)),
  sideCount: 3,
  kind: Int32Array.from({ length: actorCount }, (_, i) => i % 4),
  kindCount: 4,
});

const TYPES = ['accuse', 'reject', 'threaten', 'consult'] as const;
const ACTORS = ['ardia', 'belonia', 'cestria'] as const;

/** Moves of three made-up sides over `days` days from the start of 2020; an accusation is often rejected. */
export function madeUpMoves(seed: number, days: number): readonly PastMove[] {
  const chance = chanceFrom(seed);
  const start = toDayNumber('2020-01-01');
  const moves: PastMove[] = [];
  const put = (actor: number, target: number, type: string, day: number): void => {
    moves.push({
      actor: ACTORS[actor],
      target: ACTORS[target],
      type,
      happenedOn: fromDayNumber(start + day),
      id: `m${moves.length}`,
    });
  };
  for (let day = 0; day < days; day++) {
    if (chance() > 0.25) continue;
    const actor = Math.floor(chance() * 3);
    const target = (actor + 1 + Math.floor(chance() * 2)) % 3;
    const type = TYPES[Math.floor(chance() * 4)];
    put(actor, target, type, day);
    if (type === 'accuse' && chance() < 0.8) put(target, actor, 'reject', day + 2);
  }
  return moves;
}

/**
 * Every so often one threatens a second; the second accuses a third and assaults nobody in particular; then the
 * first consults the third.
 */
export function chainedMoves(times: number): readonly PastMove[] {
  const start = toDayNumber('2020-01-01');
  return Array.from({ length: times }, (_, i) => {
    const put = (actor: string, target: string, type: string, day: number): PastMove => ({
      actor, target, type, happenedOn: fromDayNumber(start + day + Math.floor((i * 790) / times)), id: `c${i}-${type}`,
    }); // prettier-ignore
    return [
      put(ACTORS[0], ACTORS[1], 'threaten', 0),
      put(ACTORS[1], ACTORS[2], 'accuse', 1),
      put(ACTORS[1], '*', 'assault', 2),
      put(ACTORS[0], ACTORS[2], 'consult', 3),
    ];
  }).flat();
}
