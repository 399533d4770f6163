import { contentId } from '../model/content-id.ts';
import type { Correction, LedgerEntry } from '../model/ledger.ts';
import type { ActorMerge } from '../model/stranger.ts';
import type { Instant } from '../model/time.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { loadVersion } from './version.ts';

const pairOf = (ids: readonly string[]): string => ids.join(' ');

const sayMerge = ({ rule, likeness }: ActorMerge): string => `${rule}, names alike ${likeness.toFixed(2)}`;

interface Standing {
  readonly id: string;
  readonly reason: string;
}

interface Past {
  /** Pair → the program's merge that stands. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** How often each pair was merged. */
  readonly times: ReadonlyMap<string, number>;
}

function readPast(session: Session): Past {
  const standing = new Map<string, Standing>();
  const times = new Map<string, number>();
  for (const { id, body, madeBy } of session.ledger.entries({ kind: 'correction' })) {
    if (body.kind !== 'correction') continue;
    const { correction } = body;
    if (correction.act === 'merge' && madeBy.kind === 'reader') {
      const pair = pairOf(correction.targetIds);
      standing.set(pair, { id, reason: correction.reason ?? '' });
      times.set(pair, (times.get(pair) ?? 0) + 1);
    }
    if (correction.act === 'undo')
      for (const [pair, merge] of standing) if (merge.id === correction.entryId) standing.delete(pair);
  }
  return { standing, times };
}

/** A day on which both names were known. */
const knownFromOf = ({ persons }: State, ids: readonly string[], now: Instant): Instant => {
  const days = ids.flatMap((id) => persons.strangers.get(id)?.from ?? []).sort();
  const last = days.at(-1);
  return last === undefined ? now : `${last}T00:00:00.000Z`;
};

function toEntry(
  correction: Correction,
  ids: readonly string[],
  about: Omit<LedgerEntry, 'madeBy' | 'subject' | 'body' | 'id'> & { readonly nth: number },
): LedgerEntry {
  const { nth, ...times } = about;
  return {
    id: contentId('entry', 'persons', JSON.stringify(correction), nth),
    madeBy: { kind: 'reader', name: 'demarche', version: loadVersion() },
    ...times,
    subject: pairOf(ids),
    body: { kind: 'correction', correction },
  };
}

/**
 * Takes down which strangers the program takes for one person, each with its basis, and takes back what the reports no
 * longer bear out. Nothing is written where nothing is new. Gives the entries.
 */
export function recordMerges(session: Session, state: State, now: Instant): readonly LedgerEntry[] {
  const { standing, times } = readPast(session);
  const merges = state.persons.merges.filter(({ rule }) => rule !== 'analyst');
  const entries: LedgerEntry[] = [];
  const made = new Set<string>();
  for (const merge of merges) {
    const ids = [merge.strangerId, merge.personId];
    const pair = pairOf(ids);
    made.add(pair);
    const [old, reason] = [standing.get(pair), sayMerge(merge)];
    if (old?.reason === reason) continue;
    const about = { recordedAt: now, knownFrom: knownFromOf(state, ids, now), nth: times.get(pair) ?? 0 };
    const supersedes = old === undefined ? {} : { supersedes: old.id };
    entries.push(toEntry({ act: 'merge', targetIds: ids, reason }, ids, { ...about, ...supersedes }));
  }
  for (const [pair, { id }] of standing) {
    if (made.has(pair)) continue;
    const undo = { act: 'undo', entryId: id, reason: 'the reports no longer bear it out' } as const;
    const about = { recordedAt: now, knownFrom: now, nth: times.get(pair) ?? 0 };
    entries.push(toEntry(undo, pair.split(' '), about));
  }
  session.ledger.append(entries);
  return entries;
}

/** The program's merge entries that stand, by the pair they merge (stranger, then person). */
export const mergeEntries = (session: Session): ReadonlyMap<string, string> =>
  new Map([...readPast(session).standing].map(([pair, { id }]) => [pair, id]));
