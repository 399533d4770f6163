import type { HalvedTally } from '../stages/foresee/dynamics/compare-tallies.ts';
import { emptyTally, mergeTallies } from '../stages/foresee/dynamics/play-runs.ts';
import type { RunTally } from '../stages/foresee/dynamics/play-runs.ts';
import type { PreparedPlay } from '../stages/foresee/dynamics/prepared-play.ts';
import type { BlockWork } from './play-blocks.ts';
import { playBlocks } from './play-blocks.ts';
import type { ScenarioCrew } from './scenario-crew.ts';

/** Plays all runs of a course; gives the sums of every other block apart, undefined when it was stopped. */
export async function playHalves(
  play: PreparedPlay,
  crew: ScenarioCrew,
  settings: Pick<BlockWork<RunTally>, 'kept' | 'signal' | 'onDone'>,
): Promise<HalvedTally | undefined> {
  const { runs } = play.scenario;
  const tallies = await playBlocks({
    ...settings,
    runs,
    atOnce: crew.threads,
    play: (block) => crew.play(play, block),
  });
  if (tallies === undefined) return undefined;
  const half = (odd: number): RunTally =>
    mergeTallies([emptyTally(play), ...tallies.filter((_, i) => i % 2 === odd)]);
  return [half(0), half(1)];
}
