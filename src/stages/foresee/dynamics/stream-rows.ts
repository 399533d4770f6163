import type { PastTerms } from './past-terms.ts';
import { CROSS_KERNELS, KERNEL_DAYS } from './settings.ts';
import type { StreamPrior, StreamRows } from './stream-likelihood.ts';

/** One excitation of a stream: which other stream's past, at which time constant. */
export interface Excitation {
  readonly from: number;
  readonly kernel: number;
}

/** What a stream's rate depends on, in the order of its parameters. */
export interface StreamTerms {
  readonly stream: number;
  readonly hasSeason: boolean;
  readonly restraints: readonly number[];
  readonly calmers: readonly number[];
  readonly kin: readonly number[];
  readonly excitations: readonly Excitation[];
}

/** Excitations of a stream by others, itself first; its own past works at every time constant. */
export const toExcitations = (exciters: readonly number[], stream: number): readonly Excitation[] =>
  exciters.flatMap((from) =>
    KERNEL_DAYS.slice(0, from === stream ? KERNEL_DAYS.length : CROSS_KERNELS).map((_, kernel) => ({
      from,
      kernel,
    })),
  );

export interface FittedSpan {
  /** Offsets from the first day of the terms; the second exclusive. */
  readonly from: number;
  readonly until: number;
  readonly halfLifeDays: number;
  /** Days that are left out: moves that a response accounts for. */
  readonly leftOut: ReadonlySet<number>;
}

interface Gathering {
  readonly moved: number[];
  readonly weights: number[];
  readonly switches: number[];
  readonly excitations: number[];
}

const switchColumns = (terms: StreamTerms, past: PastTerms): readonly Uint8Array[] => {
  const season = terms.hasSeason ? past.seasons[terms.stream] : undefined;
  return [
    ...(season === undefined ? [] : [season]),
    ...terms.restraints.map((r) => past.restraints[r]),
    ...terms.calmers.map((j) => past.calms[j]),
  ];
};

/** Sums of quiet days by which switches were on. */
class Quiet {
  readonly #sums = new Map<string, { readonly on: readonly number[]; readonly sums: Float64Array }>();
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  of(on: readonly number[]): Float64Array {
    const key = on.join('');
    const known = this.#sums.get(key);
    if (known) return known.sums;
    const sums = new Float64Array(1 + this.#width);
    this.#sums.set(key, { on, sums });
    return sums;
  }

  putInto(rows: Gathering): void {
    for (const { on, sums } of this.#sums.values()) {
      rows.moved.push(0);
      rows.weights.push(sums[0]);
      rows.switches.push(...on);
      rows.excitations.push(...sums.subarray(1));
    }
  }
}

/** Gathers the days of a stream for its likelihood. */
export function toStreamRows(past: PastTerms, terms: StreamTerms, span: FittedSpan): StreamRows {
  const columns = terms.excitations.map(({ from, kernel }) => past.kernels[from][kernel]);
  const switches = switchColumns(terms, past);
  const happened = past.happened[terms.stream];
  const rows: Gathering = { moved: [], weights: [], switches: [], excitations: [] };
  const quiet = new Quiet(columns.length);
  for (let d = span.from; d < span.until; d++) {
    if (span.leftOut.has(d)) continue;
    const weight = 2 ** ((d - span.until) / span.halfLifeDays);
    const on = switches.map((column) => column[d]);
    if (happened[d] === 1) {
      rows.moved.push(1);
      rows.weights.push(weight);
      rows.switches.push(...on);
      for (const column of columns) rows.excitations.push(column[d]);
    } else {
      const sums = quiet.of(on);
      sums[0] += weight;
      for (let a = 0; a < columns.length; a++) sums[1 + a] += weight * columns[a][d];
    }
  }
  quiet.putInto(rows);
  return {
    switchCount: switches.length,
    alphaCount: columns.length,
    count: rows.moved.length,
    moved: Uint8Array.from(rows.moved),
    weights: Float64Array.from(rows.weights),
    switches: Uint8Array.from(rows.switches),
    excitations: Float64Array.from(rows.excitations),
  };
}

const SEASON_SPREAD = 1;
const RESTRAINT_SPREAD = 1.5;
const CALM_SPREAD = 0.5;

/** Half a move over the whole record (Jeffreys); with forgetting, the share of it that the remembered days are. */
const UNSEEN = 0.5;

export function toPrior(
  terms: StreamTerms,
  span: FittedSpan,
  rates: { readonly ownPrior: number; readonly kinPrior: number; readonly otherPrior: number },
): StreamPrior {
  const season = terms.hasSeason ? [SEASON_SPREAD] : [];
  const lowering = [...terms.restraints.map(() => RESTRAINT_SPREAD), ...terms.calmers.map(() => CALM_SPREAD)];
  const days = Math.max(1, span.until - span.from);
  const memory = span.halfLifeDays / Math.LN2;
  const remembered = memory * -Math.expm1(-days / memory);
  return {
    alphaRates: Float64Array.from(terms.excitations, ({ from }) =>
      from === terms.stream ? rates.ownPrior : terms.kin.includes(from) ? rates.kinPrior : rates.otherPrior,
    ),
    switchSpreads: Float64Array.from([...season, ...lowering]),
    switchSigns: Int8Array.from([...season.map(() => 1), ...lowering.map(() => -1)]),
    unseenMoves: (UNSEEN * remembered) / days,
  };
}
