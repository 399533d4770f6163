import type { Playbook } from '../../../model/playbook.ts';
import type { PlayedDay } from '../../../model/scenario.ts';
import { fromDayNumber } from '../move-book.ts';
import type { FittedDynamics } from './fit-dynamics.ts';
import { pairLevel } from './ladder-slots.ts';
import { playRun, seasonTurns } from './play-run.ts';
import type { PreparedPlay } from './prepared-play.ts';
import { CAUSES, drawOf, toRunState } from './run-state.ts';
import type { RunLog } from './run-state.ts';
import { KERNEL_DAYS, kernelNorm } from './settings.ts';

/** What words and record a sample run is told with. */
export interface SampleKnowledge {
  readonly fitted: FittedDynamics;
  readonly playbook: Playbook;
}

interface Share {
  readonly from: number;
  readonly rate: number;
}

/** Rates that the moves before a day add to a stream, by who made them. */
function sharesOf(
  play: PreparedPlay,
  log: RunLog,
  at: { h: number; draw: number; stream: number; day: number },
): readonly Share[] {
  const one = play.hypotheses[at.h];
  const edges = one.edgeTarget.length;
  const kernels = KERNEL_DAYS.length;
  const shares: Share[] = [];
  for (let j = 0; j < play.streamCount; j++) {
    let rate = 0;
    for (let e = one.edgeStart[j]; e < one.edgeStart[j + 1]; e++) {
      if (one.edgeTarget[e] !== at.stream) continue;
      const k = one.edgeKernel[e];
      let weight = play.kernelState[j * kernels + k] * Math.exp(-(at.day - 1) / KERNEL_DAYS[k]);
      for (let n = 0; n < log.count && log.day[n] < at.day; n++)
        if (log.stream[n] === j)
          weight += kernelNorm(KERNEL_DAYS[k]) * Math.exp((log.day[n] - at.day) / KERNEL_DAYS[k]);
      rate += one.alphas[at.draw * edges + e] * weight;
    }
    if (rate > 0) shares.push({ from: j, rate });
  }
  return shares.sort((a, b) => b.rate - a.rate);
}

function lastMove(play: PreparedPlay, log: RunLog, stream: number, day: number): string {
  let last = play.lastMoves[stream];
  for (let n = 0; n < log.count && log.day[n] < day; n++) if (log.stream[n] === stream) last = log.day[n];
  return last === -Infinity ? 'never before' : fromDayNumber(play.startDay + last);
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const nameOf = (entries: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  entries.find((one) => one.id === id)?.name ?? id;

function byChance(
  play: PreparedPlay,
  log: RunLog,
  at: { readonly h: number; readonly draw: number; readonly stream: number; readonly day: number },
  { fitted, playbook }: SampleKnowledge,
): readonly string[] {
  const { id } = play.hypotheses[at.h];
  const hypothesis = nameOf(playbook.hypotheses, id);
  const base = play.hypotheses[at.h].base[at.draw * play.streamCount + at.stream];
  const shares = sharesOf(play, log, at);
  const total = shares.reduce((sum, { rate }) => sum + rate, base);
  const says = shares
    .filter(({ rate }) => rate > 0.1 * total)
    .slice(0, 2)
    .map(({ from, rate }) => {
      const { name } = fitted.dynamics.streams[from];
      return `${percent(rate / total)} of the rate from "${name}", last on ${lastMove(play, log, from, at.day)}`;
    });
  const own = base > 0.1 * total ? [`${percent(base / total)} of the rate is the everyday one`] : [];
  return [`by chance, under “${hypothesis}”`, ...says, ...own];
}

function byRule(
  play: PreparedPlay,
  log: RunLog,
  n: number,
  { fitted, playbook }: SampleKnowledge,
): readonly string[] {
  const which = log.which[n];
  switch (CAUSES[log.cause[n]]) {
    case 'chance':
      return [];
    case 'course': {
      const { lever } = play.steps[which];
      return [`step ${which + 1} of the course: ${nameOf(playbook.levers, lever)}`];
    }
    case 'response':
      return [`answer by the rule “${nameOf(fitted.dynamics.responses, play.responses[which].id)}”`];
    case 'process':
      return [`${nameOf(playbook.processes, play.processes[which].id)} falls due`];
  }
}

function rungsOn(
  play: PreparedPlay,
  log: RunLog,
  day: number,
  playbook: Playbook,
): Readonly<Record<string, string>> {
  const sorted = [...playbook.ladder.rungs].sort((a, b) => a.level - b.level);
  return Object.fromEntries(
    play.pairs.map((pair) => {
      const lasts = Float64Array.from(pair.slots, ({ last, streams }) => {
        let found = last;
        for (let n = 0; n < log.count && log.day[n] <= day; n++)
          if (streams.includes(log.stream[n])) found = log.day[n];
        return found;
      });
      const level = pairLevel(pair, lasts, day);
      return [pair.id, sorted.findLast((rung) => rung.level <= level)?.id ?? sorted[0].id];
    }),
  );
}

/** One run day by day, with the reasons of each move and the rungs where they changed. Days without either are left out. */
export function playSample(
  play: PreparedPlay,
  run: number,
  knowledge: SampleKnowledge,
): readonly PlayedDay[] {
  const state = toRunState(play);
  const h = playRun(play, state, seasonTurns(play), run);
  const { log } = state;
  const draw = drawOf(play, run);
  const days: PlayedDay[] = [];
  let before = rungsOn(play, log, 0, knowledge.playbook);
  for (let day = 1; day <= play.horizonDays; day++) {
    const moves: PlayedDay['moves'][number][] = [];
    for (let n = 0; n < log.count; n++) {
      if (log.day[n] !== day) continue;
      const { id, name } = knowledge.fitted.dynamics.streams[log.stream[n]];
      const at = { h, draw, stream: log.stream[n], day };
      const reasons =
        log.cause[n] === 0 ? byChance(play, log, at, knowledge) : byRule(play, log, n, knowledge);
      moves.push({ stream: id, name, reasons });
    }
    const now = rungsOn(play, log, day, knowledge.playbook);
    const rungs = Object.fromEntries(Object.entries(now).filter(([pair, rung]) => before[pair] !== rung));
    before = now;
    if (moves.length > 0 || Object.keys(rungs).length > 0)
      days.push({ day: fromDayNumber(play.startDay + day), moves, rungs });
  }
  return days;
}
