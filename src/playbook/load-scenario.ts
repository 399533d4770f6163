import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { CourseStep, Scenario } from '../model/scenario.ts';
import { UserError } from '../model/user-error.ts';
import type { CourseKnowledge, CourseTrouble } from './check-scenario.ts';
import { findCourseTrouble } from './check-scenario.ts';
import { hintFor } from './nearest-name.ts';
import { parseYaml, placeInYaml } from './load-yaml.ts';
import type { RawScenario, RawStep } from './scenario-schema.ts';
import { MOST_DAYS, scenarioFile } from './scenario-schema.ts';
import { present } from './to-pattern.ts';

/** A scenario with where it was written, so that later checks can name the line. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** As it was written down. */
  readonly raw: RawScenario;
  /** `file:line` of a place in the course. */
  readonly placeOf: (path: CourseTrouble['path']) => string;
}

function toStep(raw: RawStep): CourseStep {
  const { when, judgement } = raw;
  return present({
    lever: raw.lever,
    stream: raw.stream,
    on: raw.on,
    everyDays: raw['every-days'],
    until: raw.until,
    when: when && { streams: when.streams, afterDays: when['after-days'], atMost: when['at-most'] },
    suspends: raw.suspends,
    judgement: judgement && {
      says: judgement.says,
      effects: judgement.effects.map(({ stream, factor, 'for-days': forDays }) => ({
        stream,
        factor,
        forDays,
      })),
    },
  });
}

const DAY_MS = 86_400_000;

function horizonOf(raw: RawScenario): number | CourseTrouble {
  const { until, 'horizon-days': days, start } = raw;
  if ((days === undefined) === (until === undefined))
    return {
      path: days === undefined ? [] : ['until'],
      what: days === undefined ? 'no end is given' : 'two ends are given',
      hint: 'Give either `horizon-days: 180` or `until: 2021-09-22`.',
    };
  if (until === undefined) return days ?? 0;
  const length = (Date.parse(until) - Date.parse(start['valid-at'])) / DAY_MS;
  if (length <= 0)
    return { path: ['until'], what: `the end (${until}) is not after the start (${start['valid-at']})`, hint: 'Mend one of the two days.' }; // prettier-ignore
  if (length > MOST_DAYS)
    return { path: ['until'], what: `${length} days are more than the ${MOST_DAYS} that can be played`, hint: 'Bring the end forward.' }; // prettier-ignore
  return length;
}

/**
 * A checked course as a scenario.
 * @param toWhere names the place of a trouble: a file and line, or a part of a page.
 * @throws UserError for the first name that is not known, day that does not fit, or trigger that can never fire.
 */
export function toScenario(
  raw: RawScenario,
  knowledge: CourseKnowledge,
  toWhere: LoadedScenario['placeOf'],
): Scenario {
  const fail = ({ path, what, hint }: CourseTrouble): never => {
    throw new UserError(what, { where: toWhere(path), hint });
  };
  const horizon = horizonOf(raw);
  const scenario: Scenario = {
    id: raw.id,
    name: raw.name,
    why: raw.why,
    validAt: raw.start['valid-at'],
    knownAt: raw.start['known-at'],
    course: raw.course.map(toStep),
    horizonDays: typeof horizon === 'number' ? horizon : fail(horizon),
    hypotheses: raw.hypotheses,
    outcomes: raw.outcomes,
    runs: raw.runs,
    seed: raw.seed,
  };
  const trouble = findCourseTrouble(scenario, knowledge);
  return trouble === undefined ? scenario : fail(trouble);
}

/**
 * Reads a scenario from YAML text.
 * @throws UserError with file and line.
 */
export function parseScenario(text: string, file: string, knowledge: CourseKnowledge): LoadedScenario {
  const raw = parseYaml(text, file, scenarioFile);
  const placeOf: LoadedScenario['placeOf'] = (path) => placeInYaml(text, file, path);
  return { scenario: toScenario(raw, knowledge, placeOf), raw, placeOf };
}

/** The scenarios that come with a playbook: names and files. */
export const shippedScenarios = (
  folder: string,
): readonly { readonly name: string; readonly file: string }[] =>
  globSync('scenarios/*.yml', { cwd: folder })
    .sort()
    .map((file) => ({ name: basename(file, '.yml'), file: join(folder, file) }));

/** The file meant by a path, or by the name of a scenario that comes with the playbook. */
export function scenarioPath(nameOrPath: string, folder: string): string {
  if (existsSync(nameOrPath)) return nameOrPath;
  const shipped = shippedScenarios(folder);
  const found = shipped.find(({ name }) => name === nameOrPath);
  if (found !== undefined) return found.file;
  const names = shipped.map(({ name }) => name);
  throw new UserError(`no scenario "${nameOrPath}"`, {
    hint: names.length === 0 ? 'Give the path of a scenario file.' : `${hintFor(nameOrPath, names)} Or give the path of a file.`, // prettier-ignore
  });
}

/**
 * Loads a scenario file, or one that comes with the playbook by its name.
 * @throws UserError with file and line.
 */
export function loadScenario(nameOrPath: string, folder: string, knowledge: CourseKnowledge): LoadedScenario {
  const file = scenarioPath(nameOrPath, folder);
  return parseScenario(readFileSync(file, 'utf8'), file, knowledge);
}
