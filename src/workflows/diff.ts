import type { Claim } from '../model/claim.ts';
import { UserError } from '../model/user-error.ts';
import { isPublished } from './is-published.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

type Fact = 'report' | 'origin' | 'claim' | 'move' | 'utterance' | 'link';

/** One thing that we know otherwise than before; applied to the older knowledge it gives the newer. */
export interface Difference {
  readonly what: Fact;
  readonly how: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Reports that brought it. */
  readonly sources: readonly string[];
}

export type Known = Readonly<Record<Fact, ReadonlyMap<string, unknown>>>;

const byId = (list: readonly { readonly id: string }[]): ReadonlyMap<string, unknown> =>
  new Map(list.map((one) => [one.id, one]));

/** What is known, by kind and id. */
export const knownOf = ({ reports, claims, reconciled }: State): Known => ({
  report: reports,
  claim: claims,
  origin: byId(reconciled.origins),
  move: byId(reconciled.moves),
  utterance: byId(reconciled.utterances),
  link: byId(reconciled.links),
});

const FACTS = ['report', 'origin', 'claim', 'move', 'utterance', 'link'] as const;

export function compareKnown(
  before: Known,
  after: Known,
  sourcesOf: (id: string, value: unknown) => readonly string[],
): readonly Difference[] {
  return FACTS.flatMap((what) => {
    const ids = [...new Set([...before[what].keys(), ...after[what].keys()])].sort();
    return ids.flatMap((id): readonly Difference[] => {
      const [old, now] = [before[what].get(id), after[what].get(id)];
      if (JSON.stringify(old) === JSON.stringify(now)) return [];
      const how = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
      return [
        {
          what,
          how,
          id,
          ...(old === undefined ? {} : { before: old }),
          ...(now === undefined ? {} : { after: now }),
          sources: sourcesOf(id, now ?? old),
        },
      ];
    });
  });
}

/** The newer knowledge, from the older and what changed. */
export function applyDifferences(before: Known, differences: readonly Difference[]): Known {
  const one = (what: Fact): ReadonlyMap<string, unknown> => {
    const map = new Map(before[what]);
    for (const { id, how, after } of differences.filter((difference) => difference.what === what)) {
      if (how === 'removed') map.delete(id);
      else map.set(id, after);
    }
    return map;
  };
  return {
    report: one('report'),
    origin: one('origin'),
    claim: one('claim'),
    move: one('move'),
    utterance: one('utterance'),
    link: one('link'),
  };
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function claimIdsIn(value: unknown): readonly string[] {
  if (!isRow(value)) return [];
  const wordings = Array.isArray(value.wordings) ? value.wordings.filter(isRow) : [];
  const ends = [value.left, value.right, ...wordings.map(({ claimId }) => claimId)];
  return [...strings(value.claimIds), ...strings(ends)];
}

/** What changed in what was known between two moments, each with the reports that brought it. */
export function diffKnown(session: Session, from: string, to: string): readonly Difference[] {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!isPublished(day))
      throw new UserError(`--${name}: "${day}" is no date`, { hint: 'Write 2021-03-26 or an instant.' });
  }
  const [before, after] = [session.state({ knownAt: from }), session.state({ knownAt: to })];
  const claimOf = (id: string): Claim | undefined => after.claims.get(id) ?? before.claims.get(id);
  return compareKnown(knownOf(before), knownOf(after), (id, value) => {
    if (after.reports.has(id)) return [id];
    const members = isRow(value) && Array.isArray(value.members) ? value.members.filter(isRow) : [];
    const claims = [id, ...claimIdsIn(value)].flatMap((one) => claimOf(one)?.reportId ?? []);
    return [...new Set([...claims, ...strings(members.map(({ reportId }) => reportId))])].sort();
  });
}
