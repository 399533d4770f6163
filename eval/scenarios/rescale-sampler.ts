import { dayRates } from '../../src/stages/foresee/dynamics/day-rates.ts';
import { toPastTerms } from '../../src/stages/foresee/dynamics/past-terms.ts';
import type { PastTerms } from '../../src/stages/foresee/dynamics/past-terms.ts';
import { playRun, seasonTurns } from '../../src/stages/foresee/dynamics/play-run.ts';
import { preparePlay } from '../../src/stages/foresee/dynamics/prepare-play.ts';
import { toRunState } from '../../src/stages/foresee/dynamics/run-state.ts';
import type { StreamHistory } from '../../src/stages/foresee/dynamics/stream-history.ts';
import { fitAt, toNullPlay } from './play-from.ts';
import { rescaleTest } from './rescale.ts';
import type { Theatre } from './theatre-record.ts';

const STREAM = 'test.short';
const DAYS = 30_000;

export interface Rescaled {
  /** One long run of the sampler against the law it draws from. */
  readonly sampler: { readonly p: number; readonly moves: number };
  /** The record itself against the law fitted to it, per stream with enough moves. */
  readonly record: readonly { readonly stream: string; readonly p: number; readonly moves: number }[];
}

const ENOUGH = 12;

/** Time rescaling of a long run of the engine, and of the record under the first hypothesis. */
export function rescaleSampler(theatre: Theatre): Rescaled {
  const { playbook, dynamics, history } = theatre;
  const fitted = fitAt(theatre, history.lastDay);
  const [{ hypothesis, streams }] = fitted.hypotheses;
  const asked = { day: history.lastDay, horizonDays: DAYS, runs: 1, hypothesis };
  const { scenario } = toNullPlay(theatre, fitted, asked);
  const play = preparePlay(fitted, playbook, { history, moves: [] }, scenario, { doubt: 'none' });
  const state = toRunState(play);
  playRun(play, state, seasonTurns(play), 3);
  const { log } = state;
  const grown: StreamHistory = {
    firstDay: history.firstDay,
    lastDay: history.lastDay + DAYS,
    streams: history.streams.map(({ days }, i) => {
      const more: number[] = [...days];
      for (let n = 0; n < log.count; n++) if (log.stream[n] === i) more.push(history.lastDay + log.day[n]);
      return { days: Int32Array.from(more), moveIds: more.map(() => []) };
    }),
  };
  const at = dynamics.streams.findIndex(({ id }) => id === STREAM);
  const test = (past: PastTerms, i: number, from: number) => {
    const stream = streams[i];
    if (stream === undefined) return { p: 1, moves: 0 };
    return rescaleTest(
      dayRates(past, stream).subarray(from),
      past.happened[i].subarray(from, past.dayCount - 1),
      1,
    );
  };
  const past = toPastTerms(history, dynamics);
  const record = dynamics.streams.flatMap(({ id, recordFrom }, i) => {
    const from =
      recordFrom === undefined ? 0 : Math.max(0, Date.parse(recordFrom) / 86_400_000 - history.firstDay);
    const found = test(past, i, from);
    return found.moves >= ENOUGH ? [{ stream: id, ...found }] : [];
  });
  const long = toPastTerms(grown, dynamics);
  return { sampler: test(long, at, history.lastDay + 1 - history.firstDay), record };
}
