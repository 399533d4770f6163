import { parseArgs } from 'node:util';
import type { Move } from '../src/model/fact.ts';
import { ACTS, MOVE_TYPES } from '../src/model/move-type.ts';
import { loadPlaybook } from '../src/playbook/load-playbook.ts';
import { prepare, situate } from '../src/stages/situate/situate.ts';
import { pick, toRandom } from './seeded-random.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const say = (line: string): void => {
  console.log(line);
};

const playbook = loadPlaybook('korea');
const SIDES = [...playbook.sides, 'gbr', 'fra', 'deu', 'ind', 'irn', 'tur', 'sau', 'isr'];
const CLASSES = ['srbm', 'mrbm', 'cruise-missile', 'artillery', 'joint-exercise', 'icbm'];
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2010, 0, 1);
const SPAN_DAYS = 4748;

function makeMoves(count: number): readonly Move[] {
  const chance = toRandom(7);
  return Array.from({ length: count }, (_, i): Move => {
    const day = new Date(FIRST + Math.floor(chance() * SPAN_DAYS) * DAY_MS).toISOString().slice(0, 10);
    const actor = [pick(SIDES, chance)];
    const target = [pick(SIDES, chance)];
    return {
      id: `m${i}`,
      type: pick(MOVE_TYPES, chance),
      ...(chance() < 0.4 ? { act: pick(ACTS, chance), classId: pick(CLASSES, chance) } : {}),
      actorIds: actor,
      targetIds: target,
      sideIds: actor,
      targetSideIds: target,
      status: chance() < 0.9 ? 'actual' : 'planned',
      time: 'current',
      happenedOn: { from: day, until: day, certainty: 'certain' },
      claimIds: [],
      originIds: [],
      disagreements: {},
      knownFrom: day,
    };
  });
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

interface Measured {
  readonly count: number;
  readonly prepareMs: number;
  readonly firstMs: number;
  readonly asOfMs: number;
  readonly againMs: number;
}

/** Index once; then ask for days never asked before, and once more for one of them. */
function measure(count: number): Measured {
  const input = {
    readings: [],
    reconciled: { origins: [], moves: makeMoves(count), utterances: [], links: [] },
  };
  const time = (work: () => void): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const ask = (validAt: string) => (): void => void situate(input, playbook, { validAt });
  const prepareMs = time(() => void prepare(input, playbook));
  const firstMs = time(ask('2021-01-01'));
  const days = Array.from({ length: 15 }, (_, i) =>
    new Date(Date.UTC(2014, i * 7, 3 + i)).toISOString().slice(0, 10),
  );
  const asOfMs = median(days.map((day) => time(ask(day))));
  return { count, prepareMs, firstMs, asOfMs, againMs: time(ask(days[3])) };
}

const rows = [1_000, 10_000, 100_000, 1_000_000].map(measure);
say('moves      index once   first answer   as of a new day   the same day again   (ms)');
for (const { count, prepareMs, firstMs, asOfMs, againMs } of rows) {
  say(
    [
      String(count).padEnd(10),
      prepareMs.toFixed(0).padStart(10),
      firstMs.toFixed(0).padStart(14),
      asOfMs.toFixed(1).padStart(17),
      againMs.toFixed(2).padStart(20),
    ].join(' '),
  );
}
const figures = { asOf10kMs: Number(rows[1].asOfMs.toFixed(1)), asOf1mMs: Number(rows[3].asOfMs.toFixed(1)) };
if (values.json) say(JSON.stringify(figures));
