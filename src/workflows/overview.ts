import type { Names } from '../stages/brief/words.ts';
import { namesOf } from './names.ts';
import { listEntries } from './playbook-entries.ts';
import type { Session } from './session.ts';
import { latestDay } from './situation.ts';
import type { State } from './state.ts';

/** What a page needs to know before anything else. */
export interface Overview {
  readonly theatre: string;
  readonly title: string;
  /** First and last day that reports or the chronicle speak of; where sliders end. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Day of the newest report. */
  readonly newest?: string;
  readonly counts: {
    readonly reports: number;
    readonly origins: number;
    readonly claims: number;
    readonly moves: number;
  };
  /** Number of the last ledger entry. */
  readonly version: number;
  /** Names of actors and playbook entries by id. */
  readonly names: {
    readonly actors: Readonly<Record<string, string>>;
    readonly entries: Readonly<Record<string, string>>;
  };
  readonly rungs: readonly { readonly id: string; readonly level: number; readonly name: string }[];
  readonly pairs: readonly { readonly id: string; readonly sides: readonly string[] }[];
}

function actorNames(session: Session, names: Names): Readonly<Record<string, string>> {
  return Object.fromEntries([...session.actors().actors.keys()].map((id) => [id, names.actor(id)]));
}

function entryNames(session: Session, names: Names): Readonly<Record<string, string>> {
  const { ladder, bargains, classes } = session.playbook();
  const ids = [
    ...listEntries(session.playbook()).keys(),
    ...ladder.rungs.map(({ id }) => id),
    ...ladder.pairs.map(({ id }) => id),
    ...bargains.flatMap(({ terms }) => terms.map(({ id }) => id)),
    ...Object.keys(classes),
  ];
  return Object.fromEntries(ids.map((id) => [id, names.entry(id)]));
}

export function overviewOf(session: Session, state: State): Overview {
  const playbook = session.playbook();
  const names = namesOf(session);
  const newest = latestDay(state);
  const days = [...playbook.chronicle.map(({ on }) => on), ...(newest === undefined ? [] : [newest])]
    .filter((day) => day.length === 10)
    .sort();
  return {
    theatre: playbook.id,
    title: playbook.title,
    firstDay: days.at(0) ?? '2000-01-01',
    lastDay: days.at(-1) ?? '2000-01-01',
    ...(newest === undefined ? {} : { newest }),
    counts: {
      reports: state.reports.size,
      origins: state.reconciled.origins.length,
      claims: state.claims.size,
      moves: state.reconciled.moves.length,
    },
    version: session.ledger.lastSequence(),
    names: { actors: actorNames(session, names), entries: entryNames(session, names) },
    rungs: playbook.ladder.rungs.map(({ id, level, name }) => ({ id, level, name })),
    pairs: playbook.ladder.pairs.map(({ id, sides }) => ({ id, sides })),
  };
}
