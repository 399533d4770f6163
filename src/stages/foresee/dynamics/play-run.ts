import { mixSeeds } from '../chance.ts';
import type { PreparedHypothesis, PreparedPlay } from './prepared-play.ts';
import { drawOf, hypothesisOf, KEEP, KERNELS, NORM } from './run-state.ts';
import type { RunState } from './run-state.ts';
import { chanceOf } from './seeded.ts';
import { CALM_DAYS } from './settings.ts';

/** One run's place among all: which hypothesis, which draw of parameters, and its own seed. */
interface Lot {
  readonly hypothesis: PreparedHypothesis;
  readonly draw: number;
  readonly seed: number;
}

const COURSE = 1;
const RESPONSE = 2;
const PROCESS = 3;

/** All rates together are not above this many a day. */
const MOST_RATE = 3;

function note(state: RunState, day: number, stream: number, cause: number, which: number): void {
  const { log } = state;
  log.day[log.count] = day;
  log.stream[log.count] = stream;
  log.cause[log.count] = cause;
  log.which[log.count] = which;
  log.count++;
}

/** Chooses whether and when a response comes; `since` is the day of its cause. */
function setResponse(play: PreparedPlay, state: RunState, lot: Lot, r: number, since: number): void {
  const { answers, delays, shares, withinDays } = play.responses[r];
  const width = answers.length + 1;
  const draw = chanceOf(lot.seed, 101 + r, since + 1000);
  let answer = 0;
  while (answer < width - 1 && draw >= shares[lot.draw * width + answer]) answer++;
  const pick = chanceOf(lot.seed, 211 + r, since + 1000);
  const known = answer < answers.length ? delays[answer] : [];
  const delay = known.length > 0 ? known[Math.floor(pick * known.length)] : 1 + Math.floor(pick * withinDays);
  const isLate = since + delay <= 0;
  state.responseDue[r] = isLate ? 0 : since + (answer < answers.length ? delay : withinDays);
  state.responseStream[r] = answer < answers.length ? answers[answer] : -1;
}

/** Runs finish early or late by so much of their time. */
const SLACK = 0.15;
const OVERDUE_DAYS = 30;

function setProcess(play: PreparedPlay, state: RunState, lot: Lot, p: number, since: number): void {
  const { dueAfterDays } = play.processes[p];
  const draw = chanceOf(lot.seed, 307 + p, since + 1000);
  const due = Math.round(since + dueAfterDays * (1 + SLACK * (2 * draw - 1)));
  state.processDue[p] = due >= 1 ? due : 1 + Math.floor(draw * OVERDUE_DAYS);
}

function begin(play: PreparedPlay, state: RunState, lot: Lot, h: number): void {
  const width = play.streamCount * KERNELS;
  state.log.count = 0;
  state.excitation.set(state.begin[h].subarray(lot.draw * width, (lot.draw + 1) * width));
  state.lastMoves.set(play.lastMoves);
  state.suspendedUntil.fill(0);
  state.nextUse.fill(0);
  state.uses.fill(0);
  state.look = 1;
  state.excitedAt = 1;
  for (let r = 0; r < play.restraints.length; r++) state.began[r] = play.restraints[r].began;
  for (let r = 0; r < play.responses.length; r++) {
    const { openSince } = play.responses[r];
    state.responseDue[r] = 0;
    if (openSince !== undefined) setResponse(play, state, lot, r, openSince);
  }
  for (let p = 0; p < play.processes.length; p++) {
    const { began } = play.processes[p];
    state.processDue[p] = 0;
    if (began !== undefined) setProcess(play, state, lot, p, began);
  }
  for (let s = 0; s < play.steps.length; s++) beginStep(play, state, lot, s);
}

function beginStep(play: PreparedPlay, state: RunState, lot: Lot, s: number): void {
  const { effects } = play.steps[s];
  state.triggered[s].length = 0;
  for (let e = 0; e < effects.length; e++) {
    const low = Math.log(effects[e].low);
    const draw = chanceOf(lot.seed, 401 + s, e);
    state.judgedLogs[s][e] = low + draw * (Math.log(effects[e].high) - low);
    state.judgedUntil[s][e] = 0;
  }
}

/** Uses a step: its move goes on record, its suspensions and judged effects begin. */
function useStep(play: PreparedPlay, state: RunState, s: number, day: number): void {
  const step = play.steps[s];
  if (step.stream >= 0) note(state, day, step.stream, COURSE, s);
  for (const stream of step.suspends)
    state.suspendedUntil[stream] = Math.max(state.suspendedUntil[stream], step.until);
  for (let e = 0; e < step.effects.length; e++) state.judgedUntil[s][e] = day + step.effects[e].forDays;
  state.look = day;
}

function takeCourse(play: PreparedPlay, state: RunState, day: number): void {
  for (let s = 0; s < play.steps.length; s++) {
    const { days } = play.steps[s];
    if (state.nextUse[s] < days.length && days[state.nextUse[s]] === day) {
      state.nextUse[s]++;
      useStep(play, state, s, day);
    }
    const waiting = state.triggered[s];
    if (waiting.length > 0 && waiting[0] <= day) {
      waiting.shift();
      useStep(play, state, s, day);
    }
  }
}

function takeRules(play: PreparedPlay, state: RunState, day: number): void {
  for (let r = 0; r < play.responses.length; r++) {
    if (state.responseDue[r] !== day) continue;
    state.responseDue[r] = 0;
    const stream = state.responseStream[r];
    if (stream >= 0 && state.suspendedUntil[stream] < day) note(state, day, stream, RESPONSE, r);
  }
  for (let p = 0; p < play.processes.length; p++) {
    if (state.processDue[p] !== day) continue;
    state.processDue[p] = 0;
    note(state, day, play.processes[p].completed, PROCESS, p);
  }
}

/** Factors of all rates: season, restraints, calms and judged effects; 0 while suspended. Sets the day to look again. */
function setFactors(play: PreparedPlay, state: RunState, lot: Lot, day: number): void {
  const { factors } = state;
  const count = play.streamCount;
  state.look = play.horizonDays + 1;
  for (let i = 0; i < count; i++)
    factors[i] = play.seasons[(day - 1) * count + i] === 1 ? lot.hypothesis.season[lot.draw * count + i] : 0;
  lower(play, state, lot, day);
  for (let s = 0; s < play.steps.length; s++) {
    const { effects } = play.steps[s];
    for (let e = 0; e < effects.length; e++)
      if (works(state, state.judgedUntil[s][e], day)) factors[effects[e].stream] += state.judgedLogs[s][e];
  }
  for (let i = 0; i < count; i++)
    factors[i] = works(state, state.suspendedUntil[i], day) ? 0 : factors[i] === 0 ? 1 : Math.exp(factors[i]);
}

/** Whether something still works; if so, rates are looked at again on the day after its last. */
function works(state: RunState, until: number, day: number): boolean {
  if (until < day) return false;
  state.look = Math.min(state.look, until + 1);
  return true;
}

function lower(play: PreparedPlay, state: RunState, lot: Lot, day: number): void {
  const { restrained, calmed } = lot.hypothesis;
  const width = restrained.by.length;
  for (let n = 0; n < width; n++) {
    const r = restrained.by[n];
    if (works(state, state.began[r] + play.restraints[r].holdsDays, day))
      state.factors[restrained.target[n]] -= restrained.logs[lot.draw * width + n];
  }
  const calms = calmed.by.length;
  for (let n = 0; n < calms; n++)
    if (works(state, state.lastMoves[calmed.by[n]] + CALM_DAYS, day))
      state.factors[calmed.target[n]] -= calmed.logs[lot.draw * calms + n];
}

/** What a move changes: excitation, calms, restraints, answers, clocks, triggers. */
function apply(play: PreparedPlay, state: RunState, lot: Lot, day: number, stream: number): void {
  const { edgeStart, edgeTarget, edgeKernel, alphas } = lot.hypothesis;
  const first = lot.draw * edgeTarget.length;
  for (let e = edgeStart[stream]; e < edgeStart[stream + 1]; e++) {
    const k = edgeKernel[e];
    state.excitation[edgeTarget[e] * KERNELS + k] += alphas[first + e] * NORM[k];
  }
  state.lastMoves[stream] = day;
  for (let r = 0; r < play.responses.length; r++)
    if (state.responseDue[r] === 0 && play.responses[r].when.includes(stream))
      setResponse(play, state, lot, r, day);
  for (let p = 0; p < play.processes.length; p++)
    if (play.processes[p].begun.includes(stream)) setProcess(play, state, lot, p, day);
  for (let s = 0; s < play.steps.length; s++) {
    const { trigger } = play.steps[s];
    if (trigger === undefined || state.uses[s] >= trigger.atMost || !trigger.streams.includes(stream))
      continue;
    state.uses[s]++;
    state.triggered[s].push(day + Math.max(1, trigger.afterDays));
  }
}

function turnRestraints(play: PreparedPlay, state: RunState, from: number): void {
  const { log } = state;
  for (let r = 0; r < play.restraints.length; r++) {
    const { begins, ends } = play.restraints[r];
    let turn = 0;
    for (let n = from; n < log.count; n++) {
      if (ends.includes(log.stream[n])) turn = -1;
      else if (turn === 0 && begins.includes(log.stream[n])) turn = 1;
    }
    if (turn !== 0) state.began[r] = turn === 1 ? log.day[log.count - 1] : -Infinity;
  }
}

/** Brings the excitation forward to the beginning of a day. */
function decayTo(state: RunState, day: number): void {
  const days = day - state.excitedAt;
  state.excitedAt = day;
  if (days <= 0) return;
  const { excitation } = state;
  for (let k = 0; k < KERNELS; k++) {
    const keep = days === 1 ? KEEP[k] : KEEP[k] ** days;
    for (let at = k; at < excitation.length; at += KERNELS) excitation[at] *= keep;
  }
}

/** Sums the rates of all streams, by time constant, so that quiet days need no look at single streams. */
function sumRates(play: PreparedPlay, state: RunState, lot: Lot): void {
  const { excitation, factors, sums } = state;
  const { base } = lot.hypothesis;
  const first = lot.draw * play.streamCount;
  sums.fill(0);
  for (let i = 0; i < play.streamCount; i++) {
    sums[KERNELS] += factors[i] * base[first + i];
    for (let k = 0; k < KERNELS; k++) sums[k] += factors[i] * excitation[i * KERNELS + k];
  }
}

/** The rate of any move at all, on a day after the sums were made. */
function totalRate({ sums, excitedAt }: RunState, day: number): number {
  let total = sums[KERNELS];
  for (let k = 0; k < KERNELS; k++) {
    total += sums[k];
    sums[k] *= KEEP[k];
  }
  return excitedAt <= day ? total : 0;
}

/**
 * Which streams moved on a day on which some did: the first by its share, the later ones each by their own chance.
 * Numbers of chance hang on run, day and stream, so that courses share them as far as their rates agree.
 */
function drawMoved(play: PreparedPlay, state: RunState, lot: Lot, day: number, total: number): void {
  decayTo(state, day);
  const { excitation, factors } = state;
  const first = lot.draw * play.streamCount;
  let mark = -Math.log1p(chanceOf(lot.seed, 503, day) * Math.expm1(-total));
  let found = false;
  for (let i = 0; i < play.streamCount; i++) {
    let rate = lot.hypothesis.base[first + i];
    for (let k = 0; k < KERNELS; k++) rate += excitation[i * KERNELS + k];
    rate *= factors[i];
    if (found) {
      const drawn = chanceOf(lot.seed, 601 + i, day);
      if (drawn < rate && drawn < -Math.expm1(-rate)) note(state, day, i, 0, 0);
    } else if (mark < rate) {
      found = true;
      note(state, day, i, 0, 0);
    } else mark -= rate;
  }
}

/** Days on which some season begins or ends; made once for many runs. */
export const seasonTurns = (play: PreparedPlay): Uint8Array =>
  Uint8Array.from({ length: play.horizonDays + 1 }, (_, day) => Number(day > 1 && monthTurns(play, day)));

function monthTurns(play: PreparedPlay, day: number): boolean {
  const count = play.streamCount;
  for (let i = 0; i < count; i++)
    if (play.seasons[(day - 1) * count + i] !== play.seasons[(day - 2) * count + i]) return true;
  return false;
}

/** Takes down what the moves of a day change. */
function settleDay(play: PreparedPlay, state: RunState, lot: Lot, day: number, from: number): void {
  dropTwice(state, from);
  decayTo(state, day);
  for (let n = from; n < state.log.count; n++) apply(play, state, lot, day, state.log.stream[n]);
  turnRestraints(play, state, from);
  decayTo(state, day + 1);
  state.look = day + 1;
}

/** Plays one run; its moves stand in the state's log, in order. Depends on the scenario's seed and the run's number alone. */
export function playRun(play: PreparedPlay, state: RunState, turns: Uint8Array, run: number): number {
  const h = hypothesisOf(play, run);
  const seed = mixSeeds(play.scenario.seed, run);
  const lot: Lot = { hypothesis: play.hypotheses[h], draw: drawOf(play, run), seed };
  begin(play, state, lot, h);
  const { log } = state;
  for (let day = 1; day <= play.horizonDays; day++) {
    const from = log.count;
    takeCourse(play, state, day);
    takeRules(play, state, day);
    if (day >= state.look || turns[day] === 1) {
      decayTo(state, day);
      setFactors(play, state, lot, day);
      sumRates(play, state, lot);
    }
    const total = totalRate(state, day);
    const drawn = chanceOf(seed, 7, day);
    if (drawn < total && drawn < -Math.expm1(-Math.min(MOST_RATE, total)))
      drawMoved(play, state, lot, day, total);
    if (log.count > from) settleDay(play, state, lot, day, from);
  }
  return h;
}

/** A stream has at most one move a day: what a course or rule put on record stands before chance. */
function dropTwice(state: RunState, from: number): void {
  const { log } = state;
  let kept = from;
  for (let n = from; n < log.count; n++) {
    let known = false;
    for (let m = from; m < kept; m++) known ||= log.stream[m] === log.stream[n];
    if (known) continue;
    log.day[kept] = log.day[n];
    log.stream[kept] = log.stream[n];
    log.cause[kept] = log.cause[n];
    log.which[kept] = log.which[n];
    kept++;
  }
  log.count = kept;
}
