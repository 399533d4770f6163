import type { Dynamics, ResponseEntry } from '../../../model/dynamics.ts';
import type { Move } from '../../../model/fact.ts';
import { toExampleMove } from '../../../model/example-move.ts';
import { matchesMove, traitsBy } from '../../../model/matches-move.ts';
import type { MovePattern } from '../../../model/move-pattern.ts';
import type { Playbook } from '../../../model/playbook.ts';
import type { CourseStep, Scenario } from '../../../model/scenario.ts';
import { chanceFrom, mixSeeds } from '../chance.ts';
import { toDayNumber } from '../move-book.ts';
import { drawStream, fittedStream } from './draw-parameters.ts';
import type { DrawnStream } from './draw-parameters.ts';
import type { FittedDynamics, FittedHypothesis } from './fit-dynamics.ts';
import { streamsReaching, toPairs } from './ladder-slots.ts';
import { seasonDays, toPastTerms } from './past-terms.ts';
import type {
  Lowering,
  PreparedHypothesis,
  PreparedOutcome,
  PreparedPlay,
  PreparedProcess,
  PreparedResponse,
  PreparedStep,
} from './prepared-play.ts';
import { restraintDays, toRestraintRule } from './restraint-days.ts';
import { drawGamma } from './seeded.ts';
import type { StreamHistory } from './stream-history.ts';

/** Where a course begins: the record to the start, by streams and as the moves themselves. */
export interface PlayStart {
  readonly history: StreamHistory;
  readonly moves: readonly Move[];
}

/** Sets of parameters that stand for their doubt; run `r` takes set `r` modulo this. */
const DRAWS = 40;

export interface PlaySettings {
  /** `none`: every run takes the fitted parameters themselves; for tests of the sampler. */
  readonly doubt?: 'drawn' | 'none';
}

type At = ReadonlyMap<string, number>;

const positions = (ids: readonly string[], at: At): readonly number[] =>
  ids.flatMap((id) => at.get(id) ?? []);

interface Lowered {
  readonly by: number;
  readonly target: number;
  readonly values: readonly number[];
}

function toLowering(found: readonly Lowered[]): Lowering {
  const logs = new Float64Array(DRAWS * found.length);
  found.forEach(({ values }, n) => values.forEach((value, d) => (logs[d * found.length + n] = value)));
  return {
    by: Int32Array.from(found, ({ by }) => by),
    target: Int32Array.from(found, ({ target }) => target),
    logs,
  };
}

const column = (values: Float64Array, width: number, i: number): readonly number[] =>
  Array.from({ length: DRAWS }, (_, d) => values[d * width + i]);

interface DrawnTarget {
  readonly target: number;
  readonly drawn: DrawnStream;
  readonly terms: NonNullable<FittedHypothesis['streams'][number]>['terms'];
}

/** Who excites whom, sorted by source. */
function toEdges(targets: readonly DrawnTarget[], count: number) {
  const edges = targets
    .flatMap(({ target, drawn, terms }) =>
      terms.excitations.map(({ from, kernel }, a) => ({
        from,
        target,
        kernel,
        values: column(drawn.alphas, terms.excitations.length, a),
      })),
    )
    .sort((a, b) => a.from - b.from);
  const alphas = new Float64Array(DRAWS * edges.length);
  edges.forEach(({ values }, e) => values.forEach((value, d) => (alphas[d * edges.length + e] = value)));
  return {
    edgeStart: Int32Array.from({ length: count + 1 }, (_, j) => edges.filter(({ from }) => from < j).length),
    edgeTarget: Int32Array.from(edges, ({ target }) => target),
    edgeKernel: Int32Array.from(edges, ({ kernel }) => kernel),
    alphas,
  };
}

function toHypothesis(
  fitted: FittedHypothesis,
  weight: number,
  { seed, doubt }: { readonly seed: number; readonly doubt: 'drawn' | 'none' },
): PreparedHypothesis {
  const count = fitted.streams.length;
  const draw = doubt === 'none' ? fittedStream : drawStream;
  const targets = fitted.streams.flatMap((stream, target): DrawnTarget[] =>
    stream === undefined ? [] : [{ target, drawn: draw(stream, DRAWS, seed), terms: stream.terms }],
  );
  const base = new Float64Array(DRAWS * count);
  const season = new Float64Array(DRAWS * count);
  for (const { target, drawn } of targets) {
    for (let d = 0; d < DRAWS; d++) {
      base[d * count + target] = drawn.base[d];
      season[d * count + target] = drawn.season[d];
    }
  }
  const restrained = targets.flatMap(({ target, drawn, terms }) =>
    terms.restraints.map((by, n) => ({
      by,
      target,
      values: column(drawn.restraints, terms.restraints.length, n),
    })),
  );
  const calmed = targets.flatMap(({ target, drawn, terms }) =>
    terms.calmers.map((by, n) => ({ by, target, values: column(drawn.calms, terms.calmers.length, n) })),
  );
  const lowering = { restrained: toLowering(restrained), calmed: toLowering(calmed) };
  return { id: fitted.hypothesis, weight, base, season, ...toEdges(targets, count), ...lowering };
}

/** Half a case for each answer and for none, so that what the record lacks stays possible. */
const UNSEEN_CASE = 0.5;

function toResponse(entry: ResponseEntry, start: PlayStart, at: At, seed: number): PreparedResponse {
  const { lastDay, streams } = start.history;
  const closed = entry.record.filter(
    ({ on, afterDays }) => toDayNumber(on) + (afterDays ?? entry.withinDays) <= lastDay,
  );
  const names = [...new Set(entry.record.flatMap(({ came }) => came ?? []))];
  const answers = positions(names, at);
  const counts = [...names, undefined].map(
    (name) => closed.filter(({ came }) => came === name).length + UNSEEN_CASE,
  );
  const shares = new Float64Array(DRAWS * counts.length);
  for (let d = 0; d < DRAWS; d++) {
    const chance = chanceFrom(mixSeeds(seed, d, 7919));
    const drawn = counts.map((count) => drawGamma(count, chance));
    const total = drawn.reduce((sum, one) => sum + one, 0);
    let sum = 0;
    drawn.forEach((one, a) => (shares[d * counts.length + a] = sum += one / total));
  }
  const when = positions(entry.when, at);
  const cause = Math.max(...when.map((i) => streams[i].days.at(-1) ?? -Infinity));
  const answered = Math.max(...answers.map((i) => streams[i].days.at(-1) ?? -Infinity));
  const isOpen = lastDay - cause < entry.withinDays && answered < cause;
  const delaysOf = (name: string): readonly number[] =>
    closed.flatMap(({ came, afterDays }) => (came === name && afterDays !== undefined ? [afterDays] : []));
  return {
    id: entry.id,
    when,
    answers,
    delays: names.map(delaysOf),
    withinDays: entry.withinDays,
    shares,
    ...(isOpen ? { openSince: cause - lastDay } : {}),
  };
}

/** Streams whose example a pattern means. */
function streamsOf(
  patterns: readonly MovePattern[],
  playbook: Playbook,
  dynamics: Dynamics,
): readonly number[] {
  const traits = traitsBy(playbook.classes);
  return dynamics.streams.flatMap((stream, i) =>
    patterns.some((pattern) => matchesMove(toExampleMove(stream, playbook.sides), pattern, traits))
      ? [i]
      : [],
  );
}

/** Processes with a clock that streams begin and complete. */
function clockedProcesses(playbook: Playbook, dynamics: Dynamics) {
  return playbook.processes.flatMap(({ id, begun, completed, dueAfterDays }) => {
    const done = streamsOf(completed, playbook, dynamics).at(0);
    const begins = streamsOf(begun, playbook, dynamics);
    return done === undefined || begins.length === 0 || dueAfterDays === undefined
      ? []
      : [{ id, begun: begins, completed: done, dueAfterDays }];
  });
}

/** Streams that happen only as a process falls due: they have no rate of their own. */
export const mutedStreams = (playbook: Playbook, dynamics: Dynamics): readonly number[] =>
  clockedProcesses(playbook, dynamics).map(({ completed }) => completed);

function toProcesses(
  playbook: Playbook,
  dynamics: Dynamics,
  { streams, lastDay }: StreamHistory,
): readonly PreparedProcess[] {
  return clockedProcesses(playbook, dynamics).map((process) => {
    const began = Math.max(...process.begun.map((i) => streams[i].days.at(-1) ?? -Infinity));
    const done = streams[process.completed].days.at(-1) ?? -Infinity;
    return { ...process, ...(began > done ? { began: began - lastDay } : {}) };
  });
}

function daysOf(step: CourseStep, startDay: number, horizonDays: number): readonly number[] {
  if (step.when !== undefined) return [];
  const first = Math.max(1, step.on === undefined ? 1 : toDayNumber(step.on) - startDay);
  const last = lastDayOf(step, startDay, horizonDays);
  if (step.everyDays === undefined) return first <= horizonDays ? [first] : [];
  const { everyDays } = step;
  const count = Math.max(0, Math.floor((last - first) / everyDays) + 1);
  return Array.from({ length: count }, (_, i) => first + i * everyDays);
}

const lastDayOf = (step: CourseStep, startDay: number, horizonDays: number): number =>
  step.until === undefined ? horizonDays : Math.min(horizonDays, toDayNumber(step.until) - startDay);

function toStep(step: CourseStep, at: At, startDay: number, horizonDays: number): PreparedStep {
  const effects = (step.judgement?.effects ?? []).flatMap(({ stream, factor: [low, high], forDays }) =>
    positions([stream], at).map((target) => ({ stream: target, low, high, forDays })),
  );
  return {
    lever: step.lever,
    stream: step.stream === undefined ? -1 : (at.get(step.stream) ?? -1),
    days: daysOf(step, startDay, horizonDays),
    ...(step.when === undefined
      ? {}
      : { trigger: { ...step.when, streams: positions(step.when.streams, at) } }),
    suspends: positions(step.suspends, at),
    until: lastDayOf(step, startDay, horizonDays),
    effects,
  };
}

function restraintsAt(dynamics: Dynamics, history: StreamHistory, at: At): PreparedPlay['restraints'] {
  const days = history.streams.map((stream) => stream.days);
  return dynamics.restraints.map((entry) => {
    const rule = toRestraintRule(entry, at);
    const stands = restraintDays(rule, days, [history.firstDay, history.lastDay + 1]);
    const began = Math.max(...rule.begins.map((i) => days[i].at(-1) ?? -Infinity));
    return { id: entry.id, ...rule, began: stands.at(-1) === 1 ? began - history.lastDay : -Infinity };
  });
}

function toOutcomes(
  playbook: Playbook,
  dynamics: Dynamics,
  ids: readonly string[],
  { at, pairs }: { readonly at: At; readonly pairs: PreparedPlay['pairs'] },
): readonly PreparedOutcome[] {
  return dynamics.outcomes
    .filter(({ id }) => ids.includes(id))
    .map((entry) => {
      const pair = pairs.find(({ id }) => id === entry.pair);
      const level = playbook.ladder.rungs.find(({ id }) => id === entry.rung)?.level ?? Infinity;
      const reaching = pair === undefined ? [] : streamsReaching(pair, level);
      const streams = entry.kind === 'rung' ? reaching : positions(entry.streams, at);
      return { id: entry.id, counts: entry.kind === 'count', streams };
    });
}

function pastState({ dynamics, history }: FittedDynamics) {
  const past = toPastTerms(history, dynamics);
  const last = past.dayCount - 1;
  return {
    kernelState: Float64Array.from(past.kernels.flatMap((kernels) => kernels.map((values) => values[last]))),
    lastMoves: Float64Array.from(history.streams, ({ days }) => (days.at(-1) ?? -Infinity) - history.lastDay),
  };
}

function toSeasons(dynamics: Dynamics, startDay: number, horizonDays: number): Uint8Array {
  const count = dynamics.streams.length;
  const seasons = new Uint8Array(count * horizonDays);
  dynamics.streams.forEach(({ months }, i) => {
    if (months === undefined) return;
    seasonDays(months, startDay + 1, horizonDays).forEach((inside, d) => (seasons[d * count + i] = inside));
  });
  return seasons;
}

/** Compiles a course for playing from a start. Pure; the result is plain data for workers. */
export function preparePlay(
  fitted: FittedDynamics,
  playbook: Playbook,
  start: PlayStart,
  scenario: Scenario,
  settings: PlaySettings = {},
): PreparedPlay {
  const { dynamics } = fitted;
  const startDay = toDayNumber(scenario.validAt);
  const { horizonDays, seed } = scenario;
  const at = new Map(dynamics.streams.map(({ id }, i) => [id, i]));
  const pairs = toPairs(playbook, dynamics, start.moves, startDay);
  const levels = playbook.ladder.rungs.map(({ level }) => level);
  const least = Math.min(...levels);
  return {
    scenario,
    startDay,
    horizonDays,
    streamCount: dynamics.streams.length,
    draws: DRAWS,
    hypotheses: fitted.hypotheses.flatMap((one) => {
      const weight = scenario.hypotheses[one.hypothesis] ?? 0;
      return weight > 0 ? [toHypothesis(one, weight, { seed, doubt: settings.doubt ?? 'drawn' })] : [];
    }),
    ...pastState({ ...fitted, history: start.history }),
    seasons: toSeasons(dynamics, startDay, horizonDays),
    restraints: restraintsAt(dynamics, start.history, at),
    responses: dynamics.responses.map((entry) => toResponse(entry, start, at, seed)),
    processes: toProcesses(playbook, dynamics, start.history),
    steps: scenario.course.map((step) => toStep(step, at, startDay, horizonDays)),
    pairs,
    levels: { least, count: Math.max(...levels) - least + 1 },
    outcomes: toOutcomes(playbook, dynamics, scenario.outcomes, { at, pairs }),
  };
}
