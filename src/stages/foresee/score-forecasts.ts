/** A probability that was given, and whether the thing came about. */
export interface Scored {
  readonly probability: number;
  readonly held: boolean;
}

/** One bar of a reliability diagram. */
export interface ReliabilityBin {
  readonly from: number;
  readonly until: number;
  readonly count: number;
  readonly meanProbability: number;
  readonly share: number;
}

/** How good a set of forecasts was. Brier = reliability − resolution + uncertainty (Murphy 1973), up to binning. */
export interface ForecastScore {
  readonly count: number;
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** Mean negative logarithm of the probability given to what happened, in nats. */
  readonly logScore: number;
  /** Mean distance between probability and share over the bins (expected calibration error). */
  readonly calibrationError: number;
  readonly bins: readonly ReliabilityBin[];
}

const SMALLEST = 1e-6;

/** Scores forecasts in `binCount` bins of equal width. */
export function scoreForecasts(
  forecasts: readonly Scored[],
  settings: { readonly binCount?: number } = {},
): ForecastScore {
  const { binCount = 10 } = settings;
  const count = forecasts.length;
  const mean = (value: (each: Scored) => number): number =>
    count === 0 ? 0 : forecasts.reduce((sum, each) => sum + value(each), 0) / count;
  const share = mean(({ held }) => Number(held));
  const bins = binsOf(forecasts, binCount);
  const overBins = (value: (bin: ReliabilityBin) => number): number =>
    bins.reduce((sum, bin) => sum + bin.count * value(bin), 0) / Math.max(1, count);
  return {
    count,
    brier: mean(({ probability, held }) => (probability - Number(held)) ** 2),
    reliability: overBins((bin) => (bin.meanProbability - bin.share) ** 2),
    resolution: overBins((bin) => (bin.share - share) ** 2),
    uncertainty: share * (1 - share),
    logScore: mean(
      ({ probability, held }) => -Math.log(Math.max(SMALLEST, held ? probability : 1 - probability)),
    ),
    calibrationError: overBins((bin) => Math.abs(bin.meanProbability - bin.share)),
    bins,
  };
}

/** By how much, 0 to 1, the Brier score is better than a reference's on the same questions. */
export const skill = (brier: number, reference: number): number =>
  reference === 0 ? 0 : 1 - brier / reference;

function binsOf(forecasts: readonly Scored[], binCount: number): readonly ReliabilityBin[] {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, probability: 0, held: 0 }));
  for (const { probability, held } of forecasts) {
    const bin = sums[Math.min(binCount - 1, Math.floor(probability * binCount))];
    bin.count++;
    bin.probability += probability;
    bin.held += Number(held);
  }
  return sums.flatMap(({ count, probability, held }, bin) =>
    count === 0
      ? []
      : [
          {
            from: bin / binCount,
            until: (bin + 1) / binCount,
            count,
            meanProbability: probability / count,
            share: held / count,
          },
        ],
  );
}
