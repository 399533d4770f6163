import type { CourseDifference, OutcomeResult } from '../../../model/scenario.ts';
import type { RunTally } from './play-runs.ts';
import type { PreparedPlay } from './prepared-play.ts';

/** How the sums of a tally are laid out. */
export interface TallyShape {
  readonly hypotheses: readonly { readonly id: string; readonly weight: number }[];
  readonly draws: number;
  readonly outcomes: readonly string[];
}

export const toShape = ({ hypotheses, draws, outcomes }: PreparedPlay): TallyShape => ({
  hypotheses: hypotheses.map(({ id, weight }) => ({ id, weight })),
  draws,
  outcomes: outcomes.map(({ id }) => id),
});

/** A tally in two parts of different runs: what both show of a draw of the parameters is more than chance. */
export type HalvedTally = readonly [RunTally, RunTally];

type Pair = readonly [course: RunTally, baseline: RunTally];

/** Mean difference of an outcome over the runs of one hypothesis, of one draw or of all; undefined without runs. */
function differenceOf(pair: Pair, shape: TallyShape, outcome: number, hypothesis: number, draw?: number): number | undefined {
  const [from, until] = draw === undefined ? [0, shape.draws] : [draw, draw + 1];
  const means = pair.map(({ played, sums }) => {
    let [runs, sum] = [0, 0];
    for (let d = from; d < until; d++) {
      const set = hypothesis * shape.draws + d;
      runs += played[set];
      sum += sums[set * shape.outcomes.length + outcome];
    }
    return runs === 0 ? undefined : sum / runs;
  });
  const [course, baseline] = means;
  return course === undefined || baseline === undefined ? undefined : course - baseline;
} // prettier-ignore

/** Differences by draw, over the hypotheses by weight. */
function byDraw(pair: Pair, shape: TallyShape, outcome: number): readonly number[] {
  return Array.from({ length: shape.draws }, (_, draw) => {
    let [total, weights] = [0, 0];
    shape.hypotheses.forEach(({ weight }, h) => {
      const difference = differenceOf(pair, shape, outcome, h, draw);
      if (difference === undefined) return;
      total += weight * difference;
      weights += weight;
    });
    return weights === 0 ? 0 : total / weights;
  });
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  return a.reduce((sum, one, i) => sum + (one - ma) * (b[i] - mb), 0) / Math.max(1, a.length - 1);
}

const added = ([a, b]: HalvedTally): RunTally => ({
  ...a,
  runs: a.runs + b.runs,
  played: a.played.map((one, i) => one + b.played[i]),
  sums: a.sums.map((one, i) => one + b.sums[i]),
});

/** Normal deviate of the end of eight in ten. */
const EIGHT_IN_TEN = 1.2816;

/**
 * What a course changes in every outcome. Course and baseline were played with the same draws and seeds, so most of the
 * chance cancels. The parameters' doubt is the covariance, over draws, of the difference in two halves of the runs: the
 * chance that is left differs between the halves and drops out of it. To it comes the doubt of the mean itself.
 */
export function compareTallies(
  course: HalvedTally,
  baseline: HalvedTally,
  shape: TallyShape,
  outcomes: readonly OutcomeResult[],
): readonly CourseDifference[] {
  const whole: Pair = [added(course), added(baseline)];
  const halves: readonly Pair[] = [0, 1].map((half) => [course[half], baseline[half]] as const);
  const isHalved = course.every(({ runs }) => runs > 0);
  return outcomes.map(({ outcome, name, kind }) => {
    const o = shape.outcomes.indexOf(outcome);
    const byHypothesis = shape.hypotheses.map((_, h) => differenceOf(whole, shape, o, h) ?? 0);
    const value = shape.hypotheses.reduce((sum, { weight }, h) => sum + weight * byHypothesis[h], 0);
    const all = byDraw(whole, shape, o);
    const [first, second] = isHalved ? halves.map((pair) => byDraw(pair, shape, o)) : [all, all];
    const ofMean = covariance(all, all) / shape.draws;
    const far = EIGHT_IN_TEN * Math.sqrt(Math.max(0, covariance(first, second)) + ofMean);
    return {
      outcome,
      name,
      kind,
      estimate: {
        value,
        fromParameters: [value - far, value + far],
        fromHypotheses: [Math.min(...byHypothesis), Math.max(...byHypothesis)],
      },
    };
  });
}
