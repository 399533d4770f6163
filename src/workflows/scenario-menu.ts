import { MOST_DAYS, MOST_RUNS } from '../playbook/scenario-schema.ts';
import type { RawScenario } from '../playbook/scenario-schema.ts';
import { sayCourse } from '../stages/brief/say-scenario.ts';
import { namesOf } from './names.ts';
import { courseKnowledge, knownMoves, listCourses } from './scenario-ground.ts';
import type { Session } from './session.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a page offers for putting courses together. */
export interface ScenarioMenu {
  /** Courses that come with the playbook, to be played as they are or changed. */
  readonly shipped: readonly { readonly raw: RawScenario; readonly steps: readonly string[] }[];
  readonly levers: readonly (Named & { readonly why: string; readonly holder: readonly string[]; readonly costs: readonly string[]; readonly uses: number })[]; // prettier-ignore
  readonly streams: readonly (Named & { readonly by: string })[];
  readonly hypotheses: readonly (Named & { readonly says: string; readonly why: string })[];
  readonly outcomes: readonly Named[];
  readonly mostRuns: number;
  readonly mostDays: number;
}

/** @param start day from whose knowledge it is counted how often each lever was used */
export function scenarioMenu(session: Session, start: string): ScenarioMenu {
  const { levers, dynamics } = courseKnowledge(session);
  const names = namesOf(session);
  const known = knownMoves(session, start, start);
  const hypothesis = new Map(session.playbook().hypotheses.map((one) => [one.id, one]));
  return {
    shipped: listCourses(session).map(({ raw, scenario }) => ({ raw, steps: sayCourse(scenario, names) })),
    levers: levers.map((lever) => {
      const { id, name, why, holder, costs } = lever;
      return { id, name, why, holder, costs, uses: known.usesOf(lever).length };
    }),
    streams: dynamics.streams.map(({ id, name, by }) => ({ id, name, by })),
    hypotheses: dynamics.hypotheses.map(({ hypothesis: id, why }) => ({
      id,
      name: names.entry(id),
      says: hypothesis.get(id)?.says ?? '',
      why,
    })),
    outcomes: dynamics.outcomes.map(({ id, name }) => ({ id, name })),
    mostRuns: MOST_RUNS,
    mostDays: MOST_DAYS,
  };
}

/** The courses that come with the playbook, for a list. */
export const describeCourses = (session: Session) =>
  listCourses(session).map(({ name, file, scenario }) => ({
    name,
    file,
    title: scenario.name,
    why: scenario.why,
    start: scenario.validAt,
    days: scenario.horizonDays,
    steps: sayCourse(scenario, namesOf(session)).slice(0, scenario.course.length),
  }));
