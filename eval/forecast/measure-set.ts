import { Candidates } from '../../src/stages/foresee/candidates.ts';
import { learnRanking } from '../../src/stages/foresee/learn-ranking.ts';
import { mirror } from '../../src/stages/foresee/mirror.ts';
import type { DaySlice } from '../../src/stages/foresee/mirror.ts';
import type { Ranks, RankTally, ScoreQuestion } from '../../src/stages/foresee/rank-objects.ts';
import { emptyRanks, rankDay } from '../../src/stages/foresee/rank-objects.ts';
import { ObjectScorer } from '../../src/stages/foresee/score-objects.ts';
import type { Sweep } from '../../src/stages/foresee/sweep.ts';
import { climatology, recurrence } from '../../src/stages/foresee/yardsticks.ts';
import { loadSet } from './load-set.ts';

/** Shares in percent. */
export interface RankFigures {
  readonly count: number;
  readonly mrr: number;
  readonly h1: number;
  readonly h3: number;
  readonly h10: number;
}

export interface SetFigures {
  readonly single: RankFigures;
  readonly strata: Readonly<Record<string, RankFigures>>;
  readonly multi: RankFigures;
  readonly recurrence: RankFigures;
  readonly climatology: RankFigures;
  /** Learning and single-step test; the yardsticks and the multi-step run come after. */
  readonly cpuS: number;
  readonly wallS: number;
  readonly peakMb: number;
}

export interface MeasureSettings {
  readonly part: 'valid' | 'test';
  readonly names: boolean;
}

/** Settings for sets of a few and of very many questions; chosen on the validation parts. */
const SMALL = { treeQuestions: 12_000, trees: 100 } as const;
const LARGE = { treeQuestions: 20_000, trees: 150 } as const;
const LARGE_FROM = 300_000;

/** Learns on what comes before the part, then asks the part's questions day by day. */
export function measureSet(folder: string, settings: MeasureSettings): SetFigures {
  const startCpu = process.cpuUsage();
  const startWall = performance.now();
  const set = loadSet(folder, { names: settings.names });
  const mirrored = mirror(set.history);
  const from = 2 * (settings.part === 'valid' ? set.validFrom : set.testFrom);
  const until = settings.part === 'valid' ? 2 * set.testFrom : mirrored.count;
  const { model, sweep } = learnRanking(
    mirrored,
    set.traits,
    mirrored.day[from],
    from > LARGE_FROM ? LARGE : SMALL,
  );
  const slices = sweep.slices.filter((slice) => slice.from >= from && slice.from < until);
  const candidates = new Candidates(sweep.past, sweep.counts);
  const scorer = new ObjectScorer(candidates, model);
  const asked = { mirrored, slices, sweep };
  const multi = runMulti(asked, scorer);
  const before = process.cpuUsage(startCpu);
  const wallBefore = performance.now() - startWall - multi.wallMs;
  const single = runSingle(asked, scorer);
  const cpu = (before.user + before.system - multi.cpuUs + single.cpuUs) / 1e6;
  return {
    single: figuresOf(single.ranks.all),
    strata: Object.fromEntries(
      Object.entries(single.ranks.strata).map(([name, tally]) => [name, figuresOf(tally)]),
    ),
    multi: figuresOf(multi.ranks.all),
    recurrence: figuresOf(single.recurrence.all),
    climatology: figuresOf(single.climatology.all),
    cpuS: cpu,
    wallS: (wallBefore + single.wallMs) / 1e3,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

interface Asked {
  readonly mirrored: Sweep['past']['history'];
  readonly slices: readonly DaySlice[];
  readonly sweep: Sweep;
}

interface Timed {
  readonly cpuUs: number;
  readonly wallMs: number;
}

/** Every day asked with what was known when the part began. */
function runMulti(
  { mirrored, slices, sweep }: Asked,
  scorer: ObjectScorer,
): Timed & { readonly ranks: Ranks } {
  const ranks = emptyRanks();
  const time = timed(() => {
    for (const slice of slices) {
      scorer.openDay(slice.day);
      rankDay(mirrored, slice, sweep.past, (relation, subject) => scorer.scores(relation, subject), ranks);
    }
  });
  return { ...time, ranks };
}

/** Every day asked with all that happened before it; the yardsticks beside it, outside the measured time. */
function runSingle(
  { mirrored, slices, sweep }: Asked,
  scorer: ObjectScorer,
): Timed & Record<'ranks' | 'recurrence' | 'climatology', Ranks> {
  const found = { ranks: emptyRanks(), recurrence: emptyRanks(), climatology: emptyRanks() };
  const yardsticks: readonly (readonly [ScoreQuestion, Ranks])[] = [
    [recurrence(sweep.past), found.recurrence],
    [climatology(sweep.past), found.climatology],
  ];
  let cpuUs = 0;
  let wallMs = 0;
  for (const slice of slices) {
    const time = timed(() => {
      scorer.openDay(slice.day);
      rankDay(
        mirrored,
        slice,
        sweep.past,
        (relation, subject) => scorer.scores(relation, subject),
        found.ranks,
      );
    });
    for (const [score, ranks] of yardsticks) rankDay(mirrored, slice, sweep.past, score, ranks);
    const added = timed(() => sweep.past.add(slice.from, slice.until));
    cpuUs += time.cpuUs + added.cpuUs;
    wallMs += time.wallMs + added.wallMs;
  }
  return { ...found, cpuUs, wallMs };
}

function timed(work: () => void): Timed {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  work();
  const used = process.cpuUsage(cpu);
  return { cpuUs: used.user + used.system, wallMs: performance.now() - wall };
}

function figuresOf(tally: RankTally): RankFigures {
  const percent = (sum: number): number => (100 * sum) / Math.max(1, tally.count);
  return {
    count: tally.count,
    mrr: percent(tally.reciprocal),
    h1: percent(tally.first),
    h3: percent(tally.three),
    h10: percent(tally.ten),
  };
}
