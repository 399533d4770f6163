import type { Dynamics, StreamEntry } from '../../../../src/model/dynamics.ts';
import type { Move } from '../../../../src/model/fact.ts';
import { toExampleMove } from '../../../../src/model/example-move.ts';
import type { Playbook } from '../../../../src/model/playbook.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { fitDynamics } from '../../../../src/stages/foresee/dynamics/fit-dynamics.ts';
import type { FittedDynamics } from '../../../../src/stages/foresee/dynamics/fit-dynamics.ts';
import { preparePlay } from '../../../../src/stages/foresee/dynamics/prepare-play.ts';
import type { PreparedPlay } from '../../../../src/stages/foresee/dynamics/prepared-play.ts';
import { toStreamHistory } from '../../../../src/stages/foresee/dynamics/stream-history.ts';
import { fromDayNumber, toDayNumber } from '../../../../src/stages/foresee/move-book.ts';

/* Two sides on a coast: one tests, the other exercises; tests may be paused by a pledge. */

const entry = { why: 'made up', cases: [] };

const stream = (id: string, by: string, act: NonNullable<StreamEntry['example']['act']>): StreamEntry => ({
  ...entry,
  id,
  name: id,
  by,
  move: { act: [act], by: [by] },
  example: { type: 'mobilize', act, by: [by], to: by === 'aaa' ? [] : ['aaa'], status: 'actual', tags: [] },
});

export const DYNAMICS: Dynamics = {
  streams: [
    stream('test', 'aaa', 'weapons-test'),
    stream('exercise', 'bbb', 'exercise-held'),
    stream('pledge', 'aaa', 'moratorium-declared'),
    stream('disowned', 'aaa', 'moratorium-ended'),
    stream('talks', 'bbb', 'channel-used'),
    stream('penalty', 'bbb', 'sanction-imposed'),
  ],
  common: [],
  hypotheses: [
    {
      hypothesis: 'answer',
      why: 'tests answer',
      drives: [{ from: ['exercise'], onto: ['test'], sign: 'excites' }],
    },
    { hypothesis: 'plan', why: 'tests follow a plan', drives: [] },
  ],
  restraints: [
    { ...entry, id: 'pause', name: 'pause', holder: 'aaa', entry: 'pause', begins: ['pledge'], covers: ['test'], ends: ['disowned'], freedBy: ['exercise'] }, // prettier-ignore
  ],
  responses: [
    { ...entry, id: 'answer.penalty', name: 'penalty after a test', when: ['test'], withinDays: 20, record: [{ on: '2001-01-01', came: 'penalty', afterDays: 10, says: 'so it went' }] }, // prettier-ignore
  ],
  outcomes: [
    { ...entry, id: 'any-test', name: 'a test', kind: 'any', streams: ['test'] },
    { ...entry, id: 'tests', name: 'tests', kind: 'count', streams: ['test'] },
    { ...entry, id: 'penalties', name: 'penalties', kind: 'count', streams: ['penalty'] },
    { ...entry, id: 'exercises', name: 'exercises', kind: 'count', streams: ['exercise'] },
    { ...entry, id: 'high', name: 'high', kind: 'rung', streams: [], pair: 'aaa-bbb', rung: 'tests' },
  ],
};

const rung = (id: string, level: number) => ({ id, level, name: id, why: 'made up', source: 'made up' });
const ladderEntry = (id: string, to: string, act: 'weapons-test' | 'exercise-held' | 'channel-used', holdsDays: number, lowers = false) =>
  ({ ...entry, id, rung: to, move: { act: [act] }, holdsDays, lowers }); // prettier-ignore

export const PLAYBOOK: Playbook = {
  id: 'coast',
  title: 'A coast',
  why: 'made up',
  version: 'playbook-0',
  sides: ['aaa', 'bbb'],
  ladder: {
    rungs: [rung('talks', -1), rung('calm', 0), rung('show', 1), rung('tests', 3)],
    rest: 'calm',
    decayDays: 15,
    pairs: [{ id: 'aaa-bbb', sides: ['aaa', 'bbb'], untargeted: ['aaa'] }],
    entries: [
      ladderEntry('ladder.test', 'tests', 'weapons-test', 30),
      ladderEntry('ladder.exercise', 'show', 'exercise-held', 14),
      ladderEntry('ladder.talks', 'talks', 'channel-used', 20, true),
    ],
  },
  clauses: [],
  judged: [],
  channels: [],
  exercises: [],
  programmes: [],
  moratoria: [],
  bargains: [],
  levers: [],
  processes: [],
  relations: [],
  thirdParties: [],
  hypotheses: [],
  topics: [],
  tracks: [],
  outlooks: [],
  chronicle: [],
  classes: {},
  dynamics: DYNAMICS,
};

/** A move of a stream on a day. */
export function moveOn(id: string, day: string): Move {
  const found = DYNAMICS.streams.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no stream ${id}`);
  const move = toExampleMove(found, PLAYBOOK.sides);
  return {
    ...move,
    id: `${id}.${day}`,
    happenedOn: { from: day, until: day, certainty: 'certain' },
    knownFrom: day,
  };
}

export const START = '2010-01-01';

/** Ten years with a test every 40 days, an exercise every half year, and talks now and then. */
export const MOVES: readonly Move[] = Array.from({ length: 3600 }, (_, d) => d).flatMap((d) => {
  const day = fromDayNumber(toDayNumber('2000-02-01') + d);
  return [
    ...(d % 40 === 3 ? [moveOn('test', day)] : []),
    ...(d % 180 === 0 ? [moveOn('exercise', day)] : []),
    ...(d % 400 === 7 ? [moveOn('talks', day)] : []),
  ];
});

export const fitted: FittedDynamics = fitDynamics(toStreamHistory(MOVES, DYNAMICS, {}, START), DYNAMICS);

export const SCENARIO: Scenario = {
  id: 'coast',
  name: 'nothing',
  why: 'made up',
  validAt: START,
  knownAt: START,
  course: [],
  horizonDays: 120,
  hypotheses: { answer: 0.5, plan: 0.5 },
  outcomes: DYNAMICS.outcomes.map(({ id }) => id),
  runs: 600,
  seed: 7,
};

/** Compiles a course from the made-up start; `moves` come on top of the record's. */
export function toPlay(change: Partial<Scenario> = {}, moves: readonly Move[] = []): PreparedPlay {
  const all = [...MOVES, ...moves];
  const history = toStreamHistory(all, DYNAMICS, {}, START);
  return preparePlay(fitted, PLAYBOOK, { history, moves: all }, { ...SCENARIO, ...change });
}
