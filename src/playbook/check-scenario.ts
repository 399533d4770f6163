import type { Dynamics } from '../model/dynamics.ts';
import type { LeverEntry } from '../model/playbook.ts';
import type { Scenario } from '../model/scenario.ts';
import { hintFor } from './nearest-name.ts';

/** What the names in a course are looked up in. */
export interface CourseKnowledge {
  readonly levers: readonly LeverEntry[];
  readonly dynamics: Dynamics;
}

/** Something in a course that its author can mend, with its place in the file. */
export interface CourseTrouble {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly hint: string;
}

type Trouble = CourseTrouble | undefined;

const DAY_MS = 86_400_000;
const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const plusDays = (day: string, days: number): string =>
  new Date((toNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);

/** The last day of a scenario. */
export const lastDayOf = ({ validAt, horizonDays }: Pick<Scenario, 'validAt' | 'horizonDays'>): string =>
  plusDays(validAt, horizonDays);

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

const unknown = (
  kind: string,
  name: string,
  known: readonly string[],
  path: CourseTrouble['path'],
): Trouble =>
  known.includes(name) ? undefined : { path, what: `unknown ${kind} "${name}"`, hint: hintFor(name, known) };

function unknownNames(scenario: Scenario, { levers, dynamics }: CourseKnowledge): readonly Trouble[] {
  const streams = idsOf(dynamics.streams);
  const hypotheses = dynamics.hypotheses.map(({ hypothesis }) => hypothesis);
  return [
    ...Object.keys(scenario.hypotheses).map((id) =>
      unknown('hypothesis', id, hypotheses, ['hypotheses', id]),
    ),
    ...scenario.outcomes.map((id, i) => unknown('outcome', id, idsOf(dynamics.outcomes), ['outcomes', i])),
    ...scenario.course.flatMap(({ lever, stream, suspends, when, judgement }, i) => [
      unknown('lever', lever, idsOf(levers), ['course', i, 'lever']),
      ...(stream === undefined ? [] : [unknown('stream', stream, streams, ['course', i, 'stream'])]),
      ...suspends.map((id) => unknown('stream', id, streams, ['course', i, 'suspends'])),
      ...(when?.streams ?? []).map((id) => unknown('stream', id, streams, ['course', i, 'when', 'streams'])),
      ...(judgement?.effects ?? []).map((effect, j) =>
        unknown('stream', effect.stream, streams, ['course', i, 'judgement', 'effects', j, 'stream']),
      ),
    ]),
  ];
}

function wrongWeights({ hypotheses }: Scenario): Trouble {
  const sum = Object.values(hypotheses).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) <= 0.001) return undefined;
  const told = Number(sum.toFixed(4));
  return {
    path: ['hypotheses'],
    what: `the weights of the hypotheses sum to ${told}, not to 1`,
    hint: 'Change them so that together they make 1.',
  };
}

/** Does a step say when, and does it do anything? */
function emptySteps({ course }: Scenario): readonly Trouble[] {
  return course.flatMap((step, i): readonly Trouble[] => {
    const { on, when, stream, suspends, judgement, until, everyDays } = step;
    const path = ['course', i];
    if ((on === undefined) === (when === undefined))
      return [
        {
          path,
          what: `step ${i + 1} has ${on === undefined ? 'neither a day nor a trigger' : 'both a day and a trigger'}`,
          hint: 'Give it either `on: 2021-04-05` or `when: { streams: [...] }`.',
        },
      ];
    if (when?.streams.length === 0)
      return [{ path: [...path, 'when'], what: `the trigger of step ${i + 1} waits for nothing`, hint: 'Name the streams that set it off: `streams: [...]`.' }]; // prettier-ignore
    if (stream === undefined && suspends.length === 0 && (judgement?.effects.length ?? 0) === 0)
      return [{ path, what: `step ${i + 1} does nothing`, hint: 'Name the stream that it puts on record, what it suspends, or judged effects.' }]; // prettier-ignore
    if (everyDays !== undefined && on === undefined)
      return [{ path: [...path, 'every-days'], what: `step ${i + 1} is repeated by its trigger, not by days`, hint: 'Leave `every-days` out and say how often under `at-most`.' }]; // prettier-ignore
    if (until !== undefined && on !== undefined && until < on)
      return [{ path: [...path, 'until'], what: `step ${i + 1} ends (${until}) before it begins (${on})`, hint: 'Mend one of the two days.' }]; // prettier-ignore
    return [];
  });
}

function daysOutside(scenario: Scenario): readonly Trouble[] {
  const end = lastDayOf(scenario);
  return scenario.course.flatMap(({ on, until, when }, i): readonly Trouble[] => {
    if (on !== undefined && on > end)
      return [{ path: ['course', i, 'on'], what: `step ${i + 1} comes on ${on}, after the horizon ends on ${end}`, hint: 'Bring it forward or lengthen `horizon-days`.' }]; // prettier-ignore
    if (on !== undefined && on <= scenario.validAt)
      return [{ path: ['course', i, 'on'], what: `step ${i + 1} comes on ${on}, but the course begins the day after ${scenario.validAt}`, hint: 'What was done before the start is history: put the step later.' }]; // prettier-ignore
    if (when !== undefined && until !== undefined && until <= scenario.validAt)
      return [{ path: ['course', i, 'until'], what: `step ${i + 1} ends on ${until}, before the start`, hint: 'Put its end after the start.' }]; // prettier-ignore
    return [];
  });
}

/** Days (numbers) on which the course itself holds a stream back, one after the other. */
function isHeldBack(scenario: Scenario, stream: string, day: number, but: number): boolean {
  const end = lastDayOf(scenario);
  return scenario.course.some(
    ({ on, until, suspends }, i) =>
      i !== but &&
      on !== undefined &&
      suspends.includes(stream) &&
      toNumber(on) <= day &&
      toNumber(until ?? end) >= day,
  );
}

function canHappen(scenario: Scenario, stream: string, but: number, last: number): boolean {
  if (
    scenario.course.some((step, i) => i !== but && step.stream === stream && toNumber(step.on ?? '') <= last)
  )
    return true;
  for (let day = toNumber(scenario.validAt) + 1; day <= last; day++)
    if (!isHeldBack(scenario, stream, day, but)) return true;
  return false;
}

function deadTriggers(scenario: Scenario): readonly Trouble[] {
  return scenario.course.flatMap(({ when, until }, i): readonly Trouble[] => {
    if (when === undefined || when.streams.length === 0) return [];
    const end = lastDayOf(scenario);
    const last = toNumber(until !== undefined && until < end ? until : end) - when.afterDays;
    const path = ['course', i, 'when'];
    if (last <= toNumber(scenario.validAt))
      return [{ path, what: `the trigger of step ${i + 1} can never fire: ${when.afterDays} days after anything is past ${until ?? end}`, hint: 'Shorten `after-days`, or lengthen the horizon or the step.' }]; // prettier-ignore
    if (when.streams.some((stream) => canHappen(scenario, stream, i, last))) return [];
    return [{ path, what: `the trigger of step ${i + 1} can never fire: the course itself suspends ${when.streams.join(', ')} throughout`, hint: 'Wait for another stream, or end the suspension earlier.' }]; // prettier-ignore
  });
}

function wrongRanges({ course }: Scenario): readonly Trouble[] {
  return course.flatMap(({ judgement }, i) =>
    (judgement?.effects ?? []).flatMap(({ factor: [least, greatest] }, j): readonly Trouble[] =>
      least <= greatest
        ? []
        : [
            {
              path: ['course', i, 'judgement', 'effects', j, 'factor'],
              what: `the factor's range runs from ${least} down to ${greatest}`,
              hint: 'Write the least first.',
            },
          ],
    ),
  );
}

function wrongHolders({ course }: Scenario, { levers, dynamics }: CourseKnowledge): readonly Trouble[] {
  return course.flatMap(({ lever, stream }, i): readonly Trouble[] => {
    const holder = levers.find(({ id }) => id === lever)?.holder;
    const by = dynamics.streams.find(({ id }) => id === stream)?.by;
    if (holder === undefined || by === undefined || holder.includes(by)) return [];
    return [
      {
        path: ['course', i, 'stream'],
        what: `"${stream ?? ''}" is done by ${by}, but ${lever} is in the hands of ${holder.join(', ')}`,
        hint: 'Choose a stream of the lever’s holder.',
      },
    ];
  });
}

/** The first thing that is wrong with a course; undefined when all is well. */
export function findCourseTrouble(scenario: Scenario, knowledge: CourseKnowledge): CourseTrouble | undefined {
  return [
    ...unknownNames(scenario, knowledge),
    wrongWeights(scenario),
    ...emptySteps(scenario),
    ...daysOutside(scenario),
    ...wrongRanges(scenario),
    ...wrongHolders(scenario, knowledge),
    ...deadTriggers(scenario),
  ].find((trouble) => trouble !== undefined);
}
