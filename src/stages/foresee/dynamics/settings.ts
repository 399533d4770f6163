/** How the process is fitted; all chosen on starts before 2017 (docs/foresight.md). */
export interface FitSettings {
  /** Days after which a day of the record has half its weight. */
  readonly halfLifeDays?: number;
  /** Rate of the exponential prior on the expected number of offspring of a stream's own past, and of another's. */
  readonly ownPrior?: number;
  readonly otherPrior?: number;
  /** The same for streams of one kind, which a common drive moves from each to each. */
  readonly kinPrior?: number;
  /** First day that is fitted, e.g. `2013-01-01`; without it, each stream's own. */
  readonly from?: string;
}

export const DEFAULTS: Required<Omit<FitSettings, 'from'>> = {
  halfLifeDays: 2 * 365,
  ownPrior: 0.1,
  otherPrior: 25,
  kinPrior: 3,
};

/** Time constants of excitation in days. The last, years long, is the slow level of a stream and works on itself alone. */
export const KERNEL_DAYS: readonly number[] = [7, 30, 120, 1000];
/** Time constants by which one stream may excite another. */
export const CROSS_KERNELS = 3;
/** A calming move lowers a rate for so many days. */
export const CALM_DAYS = 90;

/** Makes the weights of a kernel sum to 1 over all later days, so that a coefficient is an expected number of moves. */
export const kernelNorm = (days: number): number => Math.exp(1 / days) - 1;
