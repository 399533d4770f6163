import { describe, expect, it } from 'vitest';
import type { Move } from '../../../../src/model/fact.ts';
import { rescaleTest } from '../../../../eval/scenarios/rescale.ts';
import { dayRates } from '../../../../src/stages/foresee/dynamics/day-rates.ts';
import { valueOf } from '../../../../src/stages/foresee/dynamics/estimate.ts';
import { pairLevel } from '../../../../src/stages/foresee/dynamics/ladder-slots.ts';
import { toPastTerms } from '../../../../src/stages/foresee/dynamics/past-terms.ts';
import { playRun, seasonTurns } from '../../../../src/stages/foresee/dynamics/play-run.ts';
import { mergeTallies, playRuns } from '../../../../src/stages/foresee/dynamics/play-runs.ts';
import { playSample } from '../../../../src/stages/foresee/dynamics/play-sample.ts';
import { preparePlay } from '../../../../src/stages/foresee/dynamics/prepare-play.ts';
import type { PreparedPlay } from '../../../../src/stages/foresee/dynamics/prepared-play.ts';
import { toRunState } from '../../../../src/stages/foresee/dynamics/run-state.ts';
import { toStreamHistory } from '../../../../src/stages/foresee/dynamics/stream-history.ts';
import { toScenarioResult } from '../../../../src/stages/foresee/dynamics/to-result.ts';
import { fromDayNumber, toDayNumber } from '../../../../src/stages/foresee/move-book.ts';
import { situate } from '../../../../src/stages/situate/situate.ts';
import { DYNAMICS, fitted, moveOn, MOVES, PLAYBOOK, SCENARIO, START, toPlay } from './made-up-theatre.ts';

const RUNS = 600;
const mean = (play: PreparedPlay, outcome: string): number => {
  const at = play.outcomes.findIndex(({ id }) => id === outcome);
  return valueOf(play, playRuns(play, 0, RUNS), at);
};

/** Offsets and streams of a run's moves. */
function movesOf(
  play: PreparedPlay,
  run: number,
): readonly { readonly day: number; readonly stream: string }[] {
  const state = toRunState(play);
  playRun(play, state, seasonTurns(play), run);
  const { log } = state;
  return Array.from({ length: log.count }, (_, n) => ({
    day: log.day[n],
    stream: DYNAMICS.streams[log.stream[n]].id,
  }));
}

describe('runs of a course', () => {
  it('are the same for any partition, byte for byte', () => {
    const play = toPlay();
    const whole = playRuns(play, 0, RUNS);
    const parts = [
      [400, 600],
      [0, 13],
      [13, 400],
    ].map(([from, until]) => playRuns(play, from, until));
    expect(mergeTallies(parts)).toEqual(whole);
  });

  it('are others under another seed', () => {
    expect(playRuns(toPlay({ seed: 8 }), 0, RUNS)).not.toEqual(playRuns(toPlay(), 0, RUNS));
  });

  it('have as many moves as the record in stretches of that length', () => {
    expect(mean(toPlay(), 'tests')).toBeGreaterThan(2.2);
    expect(mean(toPlay(), 'tests')).toBeLessThan(3.8);
  });

  it('agree with the rates of the law they are drawn from (time rescaling)', () => {
    const history = toStreamHistory(MOVES, DYNAMICS, {}, START);
    const scenario = { ...SCENARIO, horizonDays: 20_000, hypotheses: { answer: 1 } };
    const play = preparePlay(fitted, PLAYBOOK, { history, moves: MOVES }, scenario, { doubt: 'none' });
    const found = movesOf(play, 5).map(({ day, stream }) =>
      moveOn(stream, fromDayNumber(play.startDay + day)),
    );
    const until = fromDayNumber(play.startDay + 20_000);
    const past = toPastTerms(toStreamHistory([...MOVES, ...found], DYNAMICS, {}, until), DYNAMICS);
    const [test] = fitted.hypotheses[0].streams;
    if (test === undefined) throw new Error('the stream is fitted');
    const from = play.startDay + 1 - past.firstDay;
    const { p, moves } = rescaleTest(dayRates(past, test).subarray(from), past.happened[0].subarray(from), 1);
    expect(moves).toBeGreaterThan(200);
    expect(p).toBeGreaterThan(0.01);
  });
});

describe('a course', () => {
  const exercise = { lever: 'lever.exercise', stream: 'exercise', suspends: [] };

  it('puts its moves on record on their days, repeated until the day it ends', () => {
    const course = [{ ...exercise, on: '2010-01-11', everyDays: 10, until: '2010-02-05' }];
    const days = movesOf(toPlay({ course }), 1).filter(
      ({ day, stream }) => stream === 'exercise' && day <= 36,
    );
    expect(days.map(({ day }) => day)).toEqual(expect.arrayContaining([10, 20, 30]));
  });

  it('answers a move so many days later, and so often at most', () => {
    const when = { streams: ['test'], afterDays: 3, atMost: 1 };
    const play = toPlay({ course: [{ lever: 'lever.talk', stream: 'talks', suspends: [], when }] });
    for (let run = 0; run < 40; run++) {
      const moves = movesOf(play, run);
      const first = moves.find(({ stream }) => stream === 'test')?.day ?? 999;
      if (first + 3 > play.horizonDays) continue;
      expect(moves).toContainEqual({ day: first + 3, stream: 'talks' });
    }
  });

  it('suspends a stream while it holds', () => {
    const course = [{ lever: 'lever.pause', suspends: ['test'], on: '2010-01-02', until: '2010-03-02' }];
    const play = toPlay({ course });
    const days = Array.from({ length: 60 }, (_, run) => movesOf(play, run)).flat();
    const tests = days.filter(({ stream }) => stream === 'test').map(({ day }) => day);
    expect(Math.min(...tests)).toBeGreaterThan(60);
  });

  it('multiplies a rate by what the analyst judges, and for so long', () => {
    const judgement = {
      says: 'ten times fewer',
      effects: [{ stream: 'test', factor: [0.1, 0.1] as const, forDays: 365 }],
    };
    const course = [{ lever: 'lever.guess', suspends: [], on: '2010-01-02', judgement }];
    expect(mean(toPlay({ course }), 'tests')).toBeLessThan(0.3 * mean(toPlay(), 'tests'));
  });

  it('changes nothing before its first day', () => {
    const plain = movesOf(toPlay(), 4).filter(({ day }) => day < 60);
    const later = movesOf(toPlay({ course: [{ ...exercise, on: '2010-03-02' }] }), 4).filter(
      ({ day }) => day < 60,
    );
    expect(later).toEqual(plain);
  });
});

describe('rules in a run', () => {
  it('a pledge in force lowers the rate, and the partner who breaks the bargain frees its holder', () => {
    const pledged = [moveOn('pledge', '2009-12-30')];
    const freed = [...pledged, moveOn('exercise', '2009-12-31')];
    const [plain, held, broken] = [[], pledged, freed].map((moves) => {
      const play = toPlay({}, moves);
      return play.restraints[0].began > -Infinity ? 'stands' : 'does not';
    });
    expect([plain, held, broken]).toEqual(['does not', 'stands', 'does not']);
  });

  it('a test brings the penalty as often as its record has it, and at the same distance', () => {
    const play = toPlay();
    const moves = Array.from({ length: 50 }, (_, run) => movesOf(play, run));
    const after = moves.flatMap((run) => {
      const first = run.find(({ stream }) => stream === 'test');
      return first === undefined || first.day > 100
        ? []
        : [run.some(({ day, stream }) => stream === 'penalty' && day === first.day + 10)];
    });
    expect(after.filter(Boolean).length / after.length).toBeGreaterThan(0.5);
  });

  it('puts a pair on the rung that the situation gives for the same moves', () => {
    const play = toPlay();
    for (const run of [0, 1, 2, 3]) {
      const played = movesOf(play, run).map(({ day, stream }): Move =>
        moveOn(stream, fromDayNumber(play.startDay + day)),
      );
      const moves = [...MOVES, ...played];
      for (const offset of [1, 17, 40, 77, 120]) {
        const validAt = fromDayNumber(toDayNumber(START) + offset);
        const input = { readings: [], reconciled: { origins: [], moves, utterances: [], links: [] } };
        const { level } = situate(input, PLAYBOOK, { validAt }).ladder[0];
        const [pair] = play.pairs;
        const lasts = Float64Array.from(pair.slots, ({ last, streams }) =>
          movesOf(play, run).reduce(
            (found, { day, stream }) =>
              day <= offset && streams.some((i) => DYNAMICS.streams[i].id === stream) ? day : found,
            last,
          ),
        );
        expect(pairLevel(pair, lasts, offset)).toBe(level);
      }
    }
  });
});

describe('a result', () => {
  const course = [
    { lever: 'lever.exercise', stream: 'exercise', suspends: [], on: '2010-01-02', everyDays: 20 },
  ];
  const play = toPlay({ course });
  const knowledge = { fitted, playbook: PLAYBOOK, weightsId: 'made-up' };
  const result = toScenarioResult(play, playRuns(play, 0, RUNS), knowledge, { explainRuns: 100 });

  it('tells both doubts of every estimate, and what it cannot tell', () => {
    for (const { estimate } of result.outcomes) {
      expect(estimate.fromParameters[0]).toBeLessThanOrEqual(estimate.value);
      expect(estimate.fromHypotheses[1]).toBeGreaterThanOrEqual(estimate.value - 1e-9);
    }
    expect(result.limits.some((line) => line.includes('never measured'))).toBe(true);
  });

  it('says in words where there is no skill', () => {
    const skill = { tests: { overClimatology: -0.1, overBestSimple: -0.2, starts: 50 } };
    const told = toScenarioResult(play, playRuns(play, 0, 50), { ...knowledge, skill }, { explainRuns: 20 });
    expect(told.limits.join(' ')).toContain(
      'No skill over the plain share of past windows was found for: tests',
    );
  });

  it('names the step of the course as what moved the exercises most', () => {
    const exercises = result.outcomes.find(({ outcome }) => outcome === 'exercises');
    expect(exercises?.reasons[0].id).toBe('course:1:lever.exercise');
    expect(exercises?.reasons[0].effect).toBeGreaterThan(4);
  });

  it('has a fan of as many days as the horizon, its levels in order', () => {
    expect(result.fans[0].days).toHaveLength(120);
    for (const levels of result.fans[0].days) expect([...levels]).toEqual([...levels].sort((a, b) => a - b));
  });

  it('tells a run day by day, with a reason for each move', () => {
    for (const { moves } of playSample(play, 3, knowledge))
      for (const { reasons } of moves) expect(reasons.length).toBeGreaterThan(0);
    expect(result.sample.at(0)?.moves[0].reasons).toEqual(['step 1 of the course: lever.exercise']);
  });
});
