import type { Move } from '../model/fact.ts';
import { matchesMove, traitsBy } from '../model/matches-move.ts';
import type { LeverEntry, Playbook } from '../model/playbook.ts';
import type { Scenario } from '../model/scenario.ts';
import { UserError } from '../model/user-error.ts';
import type { CourseKnowledge } from '../playbook/check-scenario.ts';
import { playbookFolder } from '../playbook/load-playbook.ts';
import { loadScenario, shippedScenarios, toScenario } from '../playbook/load-scenario.ts';
import type { LoadedScenario } from '../playbook/load-scenario.ts';
import type { RawScenario } from '../playbook/scenario-schema.ts';
import { JoinedMoves } from '../stages/situate/join-facts.ts';
import type { Session } from './session.ts';

/** What courses are checked against. */
export function courseKnowledge(session: Session): CourseKnowledge {
  const { levers, dynamics } = session.playbook();
  if (dynamics === undefined)
    throw new UserError(`the playbook "${session.theatre}" has no dynamics.yml, so no course can be played`, {
      hint: 'Choose another --theatre, or write down its streams, drives and outcomes (docs/scenarios.md).',
    });
  return { levers, dynamics };
}

/** Moves of the record as a day knew them. */
export interface KnownMoves {
  readonly moves: readonly Move[];
  /** Moves in which a lever was used, newest first. */
  readonly usesOf: (lever: LeverEntry) => readonly Move[];
}

function withUses(moves: readonly Move[], tagsOf: (move: Move) => readonly string[], classes: Playbook['classes']): KnownMoves {
  const traits = { ...traitsBy(classes), tagsOf };
  return {
    moves,
    usesOf: ({ used }) => moves.filter((move) => used.some((pattern) => matchesMove(move, pattern, traits))).toReversed(),
  };
} // prettier-ignore

const dayOf = ({ happenedOn, knownFrom }: Move): string => happenedOn?.from ?? knownFrom;

/** Chronicle and ledger, joined: what had happened by one day, as known by the end of another. */
export function knownMoves(session: Session, validAt: string, knownAt: string): KnownMoves {
  const playbook = session.playbook();
  const { joined } = JoinedMoves.of(playbook).change(session.state({ knownAt }).reconciled.moves);
  const known = joined
    .all()
    .map(({ move }) => move)
    .filter((move) => move.knownFrom.slice(0, 10) <= knownAt && dayOf(move) <= validAt)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.id < b.id ? -1 : 1));
  return withUses(known, ({ id }) => joined.factsOf(id).flatMap(({ tags }) => tags), playbook.classes);
}

/**
 * A lever that was never used as far as is known rests on judgement, which the analyst must own.
 * @throws UserError for a step whose lever has no instance and no judgement.
 */
function checkJudgement({ scenario, placeOf }: LoadedScenario, { levers }: CourseKnowledge, known: KnownMoves): void {
  scenario.course.forEach(({ lever: id, judgement }, i) => {
    const lever = levers.find((one) => one.id === id);
    if (lever === undefined || (judgement?.effects.length ?? 0) > 0 || known.usesOf(lever).length > 0) return;
    throw new UserError(
      `"${id}" was never used as far as was known on ${scenario.knownAt}: the record cannot say what it does`,
      {
        where: placeOf(['course', i, 'lever']),
        hint: 'Say what you expect and own it: `judgement: { says: …, effects: [{ stream: …, factor: [0.8, 1.2], for-days: 60 }] }`.',
      },
    );
  });
} // prettier-ignore

/** A course that may be played, with the moves it starts from. */
export interface GroundedCourse {
  readonly scenario: Scenario;
  readonly known: KnownMoves;
  /** Ids of its levers that were never used as far as is known. */
  readonly unprecedented: readonly string[];
}

function toGrounded(loaded: LoadedScenario, knowledge: CourseKnowledge, known: KnownMoves): GroundedCourse {
  checkJudgement(loaded, knowledge, known);
  const used = new Set(loaded.scenario.course.map(({ lever }) => lever));
  const unprecedented = knowledge.levers.filter(
    (lever) => used.has(lever.id) && known.usesOf(lever).length === 0,
  );
  return { scenario: loaded.scenario, known, unprecedented: unprecedented.map(({ id }) => id) };
}

/** Settings of the command line or a page that stand above the file's. */
export interface ScenarioOverrides {
  readonly runs?: number;
  readonly seed?: number;
}

const override = (loaded: LoadedScenario, { runs, seed }: ScenarioOverrides): LoadedScenario => ({
  ...loaded,
  scenario: {
    ...loaded.scenario,
    ...(runs === undefined ? {} : { runs }),
    ...(seed === undefined ? {} : { seed }),
  },
});

/** Courses that are compared must start from one situation, and be played as long and often, under the same beliefs. */
function checkAlike(loaded: readonly LoadedScenario[]): void {
  const [first, ...others] = loaded;
  const { scenario } = first;
  for (const { scenario: other, placeOf } of others) {
    const unlike = (what: string, path: readonly string[], a: string, b: string): UserError =>
      new UserError(`${what} of "${other.id}" is ${b}, but of "${scenario.id}" ${a}`, {
        where: placeOf(path),
        hint: 'Courses are compared from one situation, over the same days, under the same weights.',
      });
    if (other.validAt !== scenario.validAt || other.knownAt !== scenario.knownAt)
      throw unlike('the start', ['start'], scenario.validAt, other.validAt);
    if (other.horizonDays !== scenario.horizonDays)
      throw unlike('the horizon', ['horizon-days'], `${scenario.horizonDays} days`, `${other.horizonDays}`);
    const weights = (one: Scenario): string => JSON.stringify(Object.entries(one.hypotheses).sort());
    if (weights(other) !== weights(scenario))
      throw unlike('the weighing of hypotheses', ['hypotheses'], weights(scenario), weights(other));
  }
}

function ground(session: Session, loaded: readonly LoadedScenario[], knowledge: CourseKnowledge): readonly GroundedCourse[] {
  checkAlike(loaded);
  const [{ scenario }] = loaded;
  const known = knownMoves(session, scenario.validAt, scenario.knownAt);
  return loaded.map((one) => toGrounded(one, knowledge, known));
} // prettier-ignore

/**
 * Courses from files, or from the names of those that come with the playbook.
 * @throws UserError with file and line.
 */
export function loadCourses(
  session: Session,
  namesOrPaths: readonly string[],
  overrides: ScenarioOverrides = {},
): readonly GroundedCourse[] {
  const knowledge = courseKnowledge(session);
  const folder = playbookFolder(session.theatre);
  const loaded = namesOrPaths.map((one) => override(loadScenario(one, folder, knowledge), overrides));
  return ground(session, loaded, knowledge);
}

/** Courses as a page puts them together; places are named by course and step. */
export function toCourses(session: Session, raws: readonly RawScenario[]): readonly GroundedCourse[] {
  const knowledge = courseKnowledge(session);
  const loaded = raws.map((raw): LoadedScenario => {
    const placeOf = ([part, index]: readonly (string | number)[]): string =>
      part === 'course' && typeof index === 'number' ? `${raw.name}, step ${index + 1}` : raw.name;
    return { raw, scenario: toScenario(raw, knowledge, placeOf), placeOf };
  });
  return ground(session, loaded, knowledge);
}

/** The courses that come with the playbook. */
export function listCourses(session: Session): readonly (LoadedScenario & { readonly name: string; readonly file: string })[] {
  const knowledge = courseKnowledge(session);
  const folder = playbookFolder(session.theatre);
  return shippedScenarios(folder).map(({ name, file }) => ({ ...loadScenario(file, folder, knowledge), name, file }));
} // prettier-ignore
