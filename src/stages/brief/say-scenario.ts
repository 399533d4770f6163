import type {
  CourseDifference,
  CourseStep,
  Estimate,
  OutcomeResult,
  Scenario,
  ScenarioResult,
} from '../../model/scenario.ts';
import { sayDay, sayList } from './words.ts';
import type { Names } from './words.ts';

type Kind = OutcomeResult['kind'];
type Ends = readonly [number, number];

/** A share in percent, or a mean count. */
export const sayValue = (kind: Kind, value: number): string =>
  kind === 'count' ? value.toFixed(1) : `${(100 * value).toFixed(0)} %`;

/** A number without the sign of a nought that was below it. */
function rounded(kind: Kind, value: number): string {
  const words = kind === 'count' ? value.toFixed(1) : (100 * value).toFixed(0);
  return Number(words) === 0 ? words.replace('-', '') : words.replace('-', '−');
}

/** `38–52 %`, `1.2–3.4`. */
export function sayEnds(kind: Kind, [low, high]: Ends): string {
  const [from, to] = [rounded(kind, low), rounded(kind, high)];
  const between = from.startsWith('−') || to.startsWith('−') ? ' to ' : '–';
  return `${from}${between}${to}${kind === 'count' ? '' : ' %'}`;
}

const signed = (kind: Kind, change: number): string => {
  const words = rounded(kind, change);
  if (Number(words) === 0) return `±${words}`;
  return words.startsWith('−') ? words : `+${words}`;
};

/** A change with its sign: `+12 points`, `−0.4`. */
export const sayChange = (kind: Kind, change: number): string =>
  `${signed(kind, change)}${kind === 'count' ? '' : ' points'}`;

/** Ends of a change: `−5 to +40 points`. */
export const sayChangeEnds = (kind: Kind, [low, high]: Ends): string =>
  `${signed(kind, low)} to ${signed(kind, high)}${kind === 'count' ? '' : ' points'}`;

/** The two doubts of an estimate, apart. */
export const sayDoubts = (kind: Kind, { fromParameters, fromHypotheses }: Estimate): string =>
  `parameters ${sayEnds(kind, fromParameters)}; hypotheses ${sayEnds(kind, fromHypotheses)}`;

/** What the record says of stretches as long as this one. */
export const sayHistory = ({ kind, history }: OutcomeResult): string =>
  history.windows === 0
    ? 'no stretch of the record is long enough to compare with'
    : `record: ${sayValue(kind, history.value)} in ${history.windows} stretches as long (${sayEnds(kind, history.interval)})`;

const percent = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(0)} %`;

/** How good such figures were on past starts, in words. */
export function saySkill({ skill }: OutcomeResult): string {
  if (skill === undefined) return 'skill never measured: take it as a sketch';
  const { overClimatology, overBestSimple, starts } = skill;
  const told = `${percent(overClimatology)} on ${starts} past starts`;
  if (overClimatology <= 0) return `no skill over climatology here (${told})`;
  if (overBestSimple <= 0)
    return `some skill over climatology (${told}), none over the best simple rule (${percent(overBestSimple)})`;
  return `skill over climatology ${told}, over the best simple rule ${percent(overBestSimple)}`;
}

/** Smaller changes are shown as none. */
const NONE = { any: 0.005, rung: 0.005, count: 0.05 } as const;

/** Does the difference keep its sign whatever the parameters, and whatever the hypothesis? */
export function sayFirmness({ kind, estimate }: CourseDifference): string {
  const keeps = ([low, high]: Ends): boolean => low >= NONE[kind] || high <= -NONE[kind];
  if (Math.abs(estimate.value) < NONE[kind]) return 'no change that could be told from none';
  const [parameters, hypotheses] = [keeps(estimate.fromParameters), keeps(estimate.fromHypotheses)];
  if (parameters && hypotheses) return 'same sign throughout';
  if (hypotheses) return 'same sign under every hypothesis, but not within the fit’s doubt';
  if (parameters) return 'the hypotheses disagree on its sign';
  return 'may be nothing at all';
}

function sayTiming({ on, everyDays, until, when }: CourseStep, names: Names): string {
  if (when !== undefined) {
    const after = when.afterDays === 0 ? 'at once' : `${when.afterDays} days later`;
    const most = when.atMost === 1 ? 'once' : `at most ${when.atMost} times`;
    return `if ${sayList(when.streams.map((id) => names.entry(id)))} occurs, then ${after}, ${most}`;
  }
  const every = everyDays === undefined ? '' : `, every ${everyDays} days`;
  return `on ${on === undefined ? '' : sayDay(on)}${every}${until === undefined ? '' : ` until ${sayDay(until)}`}`;
}

/** One step of a course in words. */
export function sayStep(step: CourseStep, names: Names): string {
  const does = step.stream === undefined ? '' : ` (${names.entry(step.stream)})`;
  const holds =
    step.suspends.length === 0 ? '' : `; meanwhile no ${sayList(step.suspends.map((id) => names.entry(id)))}`;
  const judged = step.judgement === undefined ? '' : ` [judgement: ${step.judgement.says}]`;
  return `${names.entry(step.lever)}${does}: ${sayTiming(step, names)}${holds}${judged}`;
}

export const sayCourse = ({ course }: Scenario, names: Names): readonly string[] =>
  course.length === 0
    ? ['no lever is pulled: things go on as the record says they do']
    : course.map((step) => sayStep(step, names));

/** From where, for how long, how often, under which hypotheses. */
export function sayGround({ scenario, weightsId }: ScenarioResult, names: Names): string {
  const { validAt, knownAt, horizonDays, runs, seed, hypotheses } = scenario;
  const motives = Object.entries(hypotheses)
    .filter(([, weight]) => weight > 0)
    .map(([id, weight]) => `${names.entry(id)} ${(100 * weight).toFixed(0)} %`);
  return `From what held on ${sayDay(validAt)} and was known by ${sayDay(knownAt)}: ${horizonDays} days, ${runs.toLocaleString('en')} runs, seed ${seed}, weights ${weightsId}. Hypotheses: ${motives.join(', ')}.`;
}
