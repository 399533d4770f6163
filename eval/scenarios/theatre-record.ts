import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dynamics } from '../../src/model/dynamics.ts';
import type { Move } from '../../src/model/fact.ts';
import type { Playbook } from '../../src/model/playbook.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import type { StreamHistory } from '../../src/stages/foresee/dynamics/stream-history.ts';
import { toStreamHistory } from '../../src/stages/foresee/dynamics/stream-history.ts';
import { moveOfFact } from '../../src/stages/situate/to-move.ts';
import { launchRows } from '../forecast/launch-question.ts';

export const LAUNCH_FILE = join(
  '..',
  'shared',
  'facts',
  'cns-missile-tests',
  'cns_missile_tests_1984_2023-04.csv',
);

/** A theatre with its record. */
export interface Theatre {
  readonly playbook: Playbook;
  readonly dynamics: Dynamics;
  readonly moves: readonly Move[];
  readonly history: StreamHistory;
  /** Whether launches come from the private table. */
  readonly withTable: boolean;
}

/** Weapon type of the table → stream of the theatre. */
const STREAM_OF: Readonly<Record<string, string>> = {
  SLV: 'test.satellite',
  ICBM: 'test.long',
  IRBM: 'test.intermediate',
};
const LAUNCH_STREAMS = ['test.short', 'test.intermediate', 'test.long', 'test.satellite'];
/** The table's rows that name no type, where the chronicle knows better. */
const LAST_DAY = '2023-03-31';

/** The playbook's own record; launches from the private table instead of the chronicle where the table is at hand. */
export function loadTheatre(file = LAUNCH_FILE): Theatre {
  const playbook = loadPlaybook('korea');
  const { dynamics } = playbook;
  if (dynamics === undefined) throw new Error('the playbook has no dynamics');
  const moves = playbook.chronicle.flatMap((fact) => moveOfFact(fact, playbook.sides) ?? []);
  const own = toStreamHistory(moves, dynamics, playbook.classes, LAST_DAY);
  if (!existsSync(file)) return { playbook, dynamics, moves, history: own, withTable: false };
  return { playbook, dynamics, moves, history: withLaunches(own, dynamics, file), withTable: true };
}

function withLaunches(own: StreamHistory, dynamics: Dynamics, file: string): StreamHistory {
  const found = new Map(LAUNCH_STREAMS.map((id) => [id, new Set<number>()]));
  const chronicled = new Map(
    LAUNCH_STREAMS.flatMap((id) => {
      const i = dynamics.streams.findIndex((stream) => stream.id === id);
      return [...own.streams[i].days].map((day) => [day, id] as const);
    }),
  );
  for (const { day, type } of launchRows(readFileSync(file, 'latin1'))) {
    if (day < own.firstDay || day > own.lastDay) continue;
    const id = STREAM_OF[type] ?? (type === 'Unknown' ? chronicled.get(day) : undefined) ?? 'test.short';
    found.get(id)?.add(day);
  }
  const streams = own.streams.map((stream, i) => {
    const days = found.get(dynamics.streams[i].id);
    if (days === undefined) return stream;
    const sorted = [...days].sort((a, b) => a - b);
    return { days: Int32Array.from(sorted), moveIds: sorted.map((day) => [`table:${day}`]) };
  });
  return { ...own, streams };
}
