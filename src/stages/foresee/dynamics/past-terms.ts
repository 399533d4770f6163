import type { Dynamics } from '../../../model/dynamics.ts';
import { restraintDays, toRestraintRule } from './restraint-days.ts';
import { CALM_DAYS, KERNEL_DAYS, kernelNorm } from './settings.ts';
import type { StreamHistory } from './stream-history.ts';

/** What a day's rate looks at, for each day of the record, as it was at the beginning of the day. */
export interface PastTerms {
  readonly firstDay: number;
  readonly dayCount: number;
  /** `kernels[stream][k][d]`: weighted past moves; a move's weights sum to 1 over all later days. */
  readonly kernels: readonly (readonly Float64Array[])[];
  /** `calms[stream][d]`: 1 within the calming days after a move. */
  readonly calms: readonly Uint8Array[];
  /** `restraints[r][d]`: 1 while it stands. */
  readonly restraints: readonly Uint8Array[];
  /** `seasons[stream][d]`: 1 in its months; undefined where it has none. */
  readonly seasons: readonly (Uint8Array | undefined)[];
  /** `happened[stream][d]`. */
  readonly happened: readonly Uint8Array[];
}

function kernelOf(happened: Uint8Array, days: number): Float64Array {
  const values = new Float64Array(happened.length);
  const keep = Math.exp(-1 / days);
  const norm = kernelNorm(days);
  for (let d = 1; d < happened.length; d++) values[d] = keep * (values[d - 1] + norm * happened[d - 1]);
  return values;
}

function calmOf(happened: Uint8Array): Uint8Array {
  const calm = new Uint8Array(happened.length);
  let last = -Infinity;
  for (let d = 0; d < happened.length; d++) {
    calm[d] = d - last <= CALM_DAYS ? 1 : 0;
    if (happened[d] === 1) last = d;
  }
  return calm;
}

/** 1 for each day from `firstDay` that falls in one of the months. */
export function seasonDays(months: readonly number[], firstDay: number, count: number): Uint8Array {
  const inside = new Uint8Array(count);
  for (let d = 0; d < count; d++) {
    const month = new Date((firstDay + d) * 86_400_000).getUTCMonth() + 1;
    inside[d] = months.includes(month) ? 1 : 0;
  }
  return inside;
}

/** Everything the fit looks at, from the first move to the day after the last day known. */
export function toPastTerms(history: StreamHistory, dynamics: Dynamics): PastTerms {
  const { firstDay, lastDay } = history;
  const dayCount = lastDay - firstDay + 2;
  const at = new Map(dynamics.streams.map(({ id }, i) => [id, i]));
  const happened = history.streams.map(({ days }) => {
    const flags = new Uint8Array(dayCount);
    for (const day of days) if (day >= firstDay) flags[day - firstDay] = 1;
    return flags;
  });
  const days = history.streams.map((stream) => stream.days);
  return {
    firstDay,
    dayCount,
    happened,
    kernels: happened.map((flags) => KERNEL_DAYS.map((constant) => kernelOf(flags, constant))),
    calms: happened.map(calmOf),
    restraints: dynamics.restraints.map((entry) =>
      restraintDays(toRestraintRule(entry, at), days, [firstDay, lastDay + 1]),
    ),
    seasons: dynamics.streams.map(({ months }) =>
      months === undefined ? undefined : seasonDays(months, firstDay, dayCount),
    ),
  };
}
