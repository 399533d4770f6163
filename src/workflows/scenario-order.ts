import { contentId } from '../model/content-id.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FittedDynamics } from '../stages/foresee/dynamics/fit-dynamics.ts';
import type { PlayStart } from '../stages/foresee/dynamics/prepare-play.ts';
import type { PreparedPlay } from '../stages/foresee/dynamics/prepared-play.ts';
import { toStreamHistory } from '../stages/foresee/dynamics/stream-history.ts';
import { ScenarioCrew } from './scenario-crew.ts';
import { courseKnowledge } from './scenario-ground.ts';
import type { GroundedCourse } from './scenario-ground.ts';
import { ScenarioStore } from './scenario-store.ts';
import type { Session } from './session.ts';

export interface PlaySettings {
  /** 1 works in this thread; without it, one worker a core. The result is the same for any number. */
  readonly threads?: number;
  /** Runs played again for each thing that is taken away to see what it moved; fewer are rougher. */
  readonly explainRuns?: number;
}

/** What all courses from one situation are played with. */
export interface Order {
  readonly session: Session;
  readonly start: PlayStart;
  readonly fitted: FittedDynamics;
  readonly weightsId: string;
  readonly crew: ScenarioCrew;
  readonly store: ScenarioStore;
  readonly explainRuns: number | undefined;
}

function toStart(session: Session, { scenario, known }: GroundedCourse): PlayStart {
  const { dynamics } = courseKnowledge(session);
  const { classes } = session.playbook();
  return { history: toStreamHistory(known.moves, dynamics, classes, scenario.validAt), moves: known.moves };
}

/** The process fitted to what was known at the start; kept, for the next order from the same record. */
async function fit(
  session: Session,
  start: PlayStart,
  crew: ScenarioCrew,
  store: ScenarioStore,
): Promise<FittedDynamics> {
  const playbook = session.playbook();
  const { history } = start;
  const record = history.streams.map(({ days, moveIds }) => [[...days], moveIds]);
  const id = contentId('fit', playbook.version, JSON.stringify([history.lastDay, record]));
  const kept = store.findFit(id);
  if (kept !== undefined) return kept;
  const fitted = await crew.fit({ playbook, start });
  store.keepFit(id, fitted);
  return fitted;
}

const weightsIdOf = ({ hypotheses }: FittedDynamics): string => {
  const thetas = hypotheses.map(({ streams }) => streams.map((one) => [...(one?.theta ?? [])]));
  return contentId('weights', JSON.stringify(thetas));
};

/** Fits, or finds the fit of an earlier order, and opens the workers; they are gone when the work is done. */
export async function withOrder<T>(
  session: Session,
  first: GroundedCourse,
  { threads, explainRuns }: PlaySettings,
  work: (order: Order) => Promise<T>,
): Promise<T> {
  const crew = new ScenarioCrew(threads);
  const store = new ScenarioStore(session.ledger.file);
  try {
    const start = toStart(session, first);
    const fitted = await fit(session, start, crew, store);
    return await work({ session, start, fitted, weightsId: weightsIdOf(fitted), crew, store, explainRuns });
  } finally {
    await crew.close();
  }
}

/** A course compiled for playing. */
export const prepare = ({ session, start, fitted, crew }: Order, scenario: Scenario): Promise<PreparedPlay> =>
  crew.prepare({ playbook: session.playbook(), start, fitted, scenario });
