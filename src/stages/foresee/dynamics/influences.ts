import type { Drive, Dynamics } from '../../../model/dynamics.ts';

/** Who may act on each stream under one hypothesis; positions of streams. */
export interface Influences {
  readonly hypothesis: string;
  /** Per stream: the streams that may excite it, itself first. */
  readonly exciters: readonly (readonly number[])[];
  /** Per stream: streams of its own kind, which a common drive moves from each to each. */
  readonly kin: readonly (readonly number[])[];
  /** Per stream: the streams that may calm it. */
  readonly calmers: readonly (readonly number[])[];
  /** Per stream: restraints that cover it. */
  readonly restraints: readonly (readonly number[])[];
}

function sources(
  drives: readonly Drive[],
  sign: Drive['sign'],
  target: string,
  at: ReadonlyMap<string, number>,
): readonly number[] {
  const found = drives
    .filter((drive) => drive.sign === sign && drive.onto.includes(target))
    .flatMap((drive) => drive.from.flatMap((from) => (from === target ? [] : (at.get(from) ?? []))));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Streams that stand with the target on both sides of one common drive. */
function kinOf(common: readonly Drive[], target: string, at: ReadonlyMap<string, number>): readonly number[] {
  const mutual = common.filter(
    ({ sign, from, onto }) => sign === 'excites' && from.includes(target) && onto.includes(target),
  );
  return [...new Set(mutual.flatMap(({ from, onto }) => from.filter((id) => onto.includes(id))))].flatMap(
    (id) => at.get(id) ?? [],
  );
}

/** The mask of allowed influences of every hypothesis: the common drives and its own. */
export function toInfluences(dynamics: Dynamics): readonly Influences[] {
  const at = new Map(dynamics.streams.map(({ id }, i) => [id, i]));
  return dynamics.hypotheses.map(({ hypothesis, drives }) => {
    const all = [...dynamics.common, ...drives];
    return {
      hypothesis,
      exciters: dynamics.streams.map(({ id }, i) => [i, ...sources(all, 'excites', id, at)]),
      kin: dynamics.streams.map(({ id }) => kinOf(dynamics.common, id, at)),
      calmers: dynamics.streams.map(({ id }) => sources(all, 'calms', id, at)),
      restraints: dynamics.streams.map(({ id }) =>
        dynamics.restraints.flatMap(({ covers }, r) => (covers.includes(id) ? [r] : [])),
      ),
    };
  });
}
