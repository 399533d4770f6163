import type { AsOf } from '../model/ledger.ts';
import type { ActorMerge, Stranger } from '../model/stranger.ts';
import { mergeEntries } from './record-merges.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** A person of no list, and who he is taken for. */
export interface StrangerRow {
  readonly stranger: Stranger;
  readonly merge?: ActorMerge;
  /** Entry that records the merge: `demarche review undo` takes it back. */
  readonly entryId?: string;
}

/** The persons of reports whom data/actors does not list, by id. */
export function listStrangers(session: Session, asOf: AsOf = {}): readonly StrangerRow[] {
  const { strangers, merges } = session.state(asOf).persons;
  const entries = mergeEntries(session);
  const byStranger = new Map(merges.map((merge) => [merge.strangerId, merge]));
  return [...strangers.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((stranger) => {
      const merge = byStranger.get(stranger.id);
      const entryId = merge && entries.get(`${merge.strangerId} ${merge.personId}`);
      return { stranger, ...(merge && { merge }), ...(entryId && { entryId }) };
    });
}

/** Who an id means across reports: a listed actor, or the stranger met first of those who are one. */
export const personOf = ({ persons }: State, id: string): string =>
  persons.merges.find(({ strangerId }) => strangerId === id)?.personId ?? id;

/** Names under which reports speak of somebody whom no list, or only another name, knows. */
export const namesMet = ({ persons }: State, id: string): readonly Stranger[] =>
  [
    id,
    ...persons.merges.filter(({ personId }) => personId === id).map(({ strangerId }) => strangerId),
  ].flatMap((one) => persons.strangers.get(one) ?? []);
