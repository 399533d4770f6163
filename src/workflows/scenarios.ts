import { contentId } from '../model/content-id.ts';
import type { Scenario, ScenarioComparison } from '../model/scenario.ts';
import { UserError } from '../model/user-error.ts';
import { hintFor } from '../playbook/nearest-name.ts';
import { renderScenarios } from '../stages/brief/render-scenarios.ts';
import { tellScenarios } from '../stages/brief/tell-scenarios.ts';
import type { ScenarioWords, ToldScenarios } from '../stages/brief/tell-scenarios.ts';
import { compareTallies, toShape } from '../stages/foresee/dynamics/compare-tallies.ts';
import type { HalvedTally } from '../stages/foresee/dynamics/compare-tallies.ts';
import { mergeTallies } from '../stages/foresee/dynamics/play-runs.ts';
import type { PreparedPlay } from '../stages/foresee/dynamics/prepared-play.ts';
import type { Effects } from './effects.ts';
import { namesOf } from './names.ts';
import { playHalves } from './play-halves.ts';
import type { GroundedCourse } from './scenario-ground.ts';
import { prepare, withOrder } from './scenario-order.ts';
import type { Order, PlaySettings } from './scenario-order.ts';
import { findSkill } from './scenario-skill.ts';
import type { PlayedCourse } from './scenario-store.ts';
import type { Session } from './session.ts';

/** The situation without any course: what every course is compared with. */
const toBaseline = (scenario: Scenario): Scenario => ({
  ...scenario,
  id: 'baseline',
  name: 'no course at all',
  why: 'Nobody pulls a lever: what the record alone makes likely from where things stand.',
  course: [],
});

/** What a result is made from: another course, playbook, fit or record gives another id. */
const playedIdOf = (scenario: Scenario, { session, weightsId, explainRuns }: Order): string =>
  contentId(
    'played',
    JSON.stringify(scenario),
    session.playbook().version,
    weightsId,
    session.ledger.lastSequence(),
    explainRuns ?? '',
    JSON.stringify(findSkill(session, scenario.horizonDays) ?? ''),
  );

interface Watch {
  readonly signal: AbortSignal;
  readonly onDone: (runs: number) => void;
}

/** A course whose runs are played, or that was found as it was kept. */
type Ready =
  | { readonly kind: 'kept'; readonly played: PlayedCourse }
  | { readonly kind: 'new'; readonly id: string; readonly play: PreparedPlay; readonly halves: HalvedTally };

/** Plays the runs of a course that are not kept yet; undefined when it was stopped. */
async function playCourse(order: Order, scenario: Scenario, watch: Watch): Promise<Ready | undefined> {
  const { crew, store } = order;
  const id = playedIdOf(scenario, order);
  const played = store.findPlayed(id);
  watch.onDone(played === undefined ? 0 : scenario.runs);
  if (played !== undefined) return { kind: 'kept', played };
  const play = await prepare(order, scenario);
  const halves = await playHalves(play, crew, { ...watch, kept: store.blocks(id) });
  return halves && { kind: 'new', id, play, halves };
}

/** Makes the result of played runs, and keeps it in the place of its blocks. */
async function finish(order: Order, ready: Ready): Promise<PlayedCourse> {
  if (ready.kind === 'kept') return ready.played;
  const { session, fitted, weightsId, crew, store, explainRuns } = order;
  const { id, play, halves } = ready;
  const skill = findSkill(session, play.horizonDays);
  const knowledge = { fitted, playbook: session.playbook(), weightsId, ...(skill && { skill }) };
  const settings = explainRuns === undefined ? {} : { explainRuns };
  const result = await crew.result({ play, tally: mergeTallies(halves), knowledge, settings });
  const played: PlayedCourse = { result, halves, shape: toShape(play) };
  store.keepPlayed(id, played);
  store.blocks(id).remove();
  return played;
}

/** Tells how many runs of all courses together are done. */
function trackerOf(scenarios: readonly Scenario[], effects: Effects): (index: number) => Watch['onDone'] {
  const total = scenarios.reduce((sum, { runs }) => sum + runs, 0);
  const done = scenarios.map(() => 0);
  return (index) => (runs) => {
    done[index] = runs;
    effects.progress({ done: done.reduce((sum, one) => sum + one, 0), total, what: 'runs' });
  };
}

async function playAll(
  order: Order,
  scenarios: readonly Scenario[],
  effects: Effects,
): Promise<readonly PlayedCourse[] | undefined> {
  const track = trackerOf(scenarios, effects);
  const ready: Ready[] = [];
  for (const [i, scenario] of scenarios.entries()) {
    const one = await playCourse(order, scenario, { signal: effects.signal, onDone: track(i) });
    if (one === undefined) return undefined;
    ready.push(one);
  }
  const total = ready.filter(({ kind }) => kind === 'new').length;
  let done = 0;
  const tell = (): void => {
    if (total > 0) effects.progress({ done, total, what: 'courses explained' });
  };
  tell();
  return Promise.all(
    ready.map(async (one) => {
      const played = await finish(order, one);
      if (one.kind === 'kept') return played;
      done++;
      tell();
      return played;
    }),
  );
}

function toComparison([baseline, ...others]: readonly PlayedCourse[]): ScenarioComparison {
  return {
    baseline: baseline.result,
    courses: others.map(({ result, halves, shape }) => ({
      result,
      differences: compareTallies(halves, baseline.halves, shape, result.outcomes),
    })),
  };
}

/**
 * Plays courses from one situation, and the situation without any course, and compares them. Finished blocks of runs are
 * kept: an order that was stopped goes on from there. Gives undefined when it was stopped.
 */
export function compareCourses(
  session: Session,
  courses: readonly GroundedCourse[],
  effects: Effects,
  settings: PlaySettings = {},
): Promise<ScenarioComparison | undefined> {
  const [first] = courses;
  const real = courses.map(({ scenario }) => scenario).filter(({ course }) => course.length > 0);
  return withOrder(session, first, settings, async (order) => {
    const played = await playAll(order, [toBaseline(first.scenario), ...real], effects);
    return played && toComparison(played);
  });
}

const wordsOf = (session: Session): ScenarioWords => ({
  names: namesOf(session),
  ladder: session.playbook().ladder,
});

/** A comparison in words, for the terminal and the board. */
export const tellCourses = (session: Session, comparison: ScenarioComparison): ToldScenarios =>
  tellScenarios(comparison, wordsOf(session));

/** A comparison as one self-contained page. */
export const renderCourses = (session: Session, comparison: ScenarioComparison): string =>
  renderScenarios(comparison, wordsOf(session));

/**
 * The id of an outcome that a course watches.
 * @throws UserError for one that it does not.
 */
export function findOutcome({ outcomes, id }: Scenario, name: string): string {
  const found = outcomes.find((one) => one === name || one.endsWith(`.${name}`));
  if (found !== undefined) return found;
  throw new UserError(`"${id}" watches no outcome "${name}"`, { hint: hintFor(name, outcomes) });
}
