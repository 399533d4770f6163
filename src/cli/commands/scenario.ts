import { extname } from 'node:path';
import type { Command } from 'commander';
import type { ScenarioComparison } from '../../model/scenario.ts';
import { UserError } from '../../model/user-error.ts';
import { loadCourses } from '../../workflows/scenario-ground.ts';
import type { ScenarioOverrides } from '../../workflows/scenario-ground.ts';
import { describeCourses } from '../../workflows/scenario-menu.ts';
import { replayCourse } from '../../workflows/scenario-replay.ts';
import { compareCourses, findOutcome, renderCourses, tellCourses } from '../../workflows/scenarios.ts';
import type { Session } from '../../workflows/session.ts';
import { writeOut } from '../../workflows/write-out.ts';
import type { Door } from '../door.ts';
import { showDays, showExplained, showLimits, showScenarios } from '../show-scenario.ts';
import { toTable } from '../table.ts';

interface Options {
  readonly runs?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly explainRuns?: string;
  readonly out?: string;
}

function wholeOf(flag: string, words: string | undefined, least: number, most: number): number | undefined {
  if (words === undefined) return undefined;
  const value = Number(words);
  if (/^\d+$/u.test(words) && value >= least && value <= most) return value;
  throw new UserError(`--${flag}: "${words}" is no whole number from ${least} to ${most}`, {
    hint: `Write it as --${flag} ${Math.max(least, Math.min(1000, most))}.`,
  });
}

const SEEDS = 4_294_967_295;
const RUNS = 100_000;

function overridesOf({ runs, seed }: Options): ScenarioOverrides {
  const [given, number] = [wholeOf('runs', runs, 1, RUNS), wholeOf('seed', seed, 0, SEEDS)];
  return {
    ...(given === undefined ? {} : { runs: given }),
    ...(number === undefined ? {} : { seed: number }),
  };
}

function checkOut(out: string | undefined): void {
  if (out === undefined || /^\.html?$/iu.test(extname(out))) return;
  throw new UserError(`--out: "${out}" does not end in .html`, {
    hint: 'The report is one page: --out courses.html',
  });
}

/** Plays the courses and the baseline; undefined, with a word on the terminal, when it was stopped. */
async function play(
  session: Session,
  files: readonly string[],
  options: Options,
  door: Door,
): Promise<ScenarioComparison | undefined> {
  const threads = wholeOf('threads', options.threads, 1, 64);
  const courses = loadCourses(session, files, overridesOf(options));
  const explainRuns = wholeOf('explain-runs', options.explainRuns, 1, RUNS);
  const settings = { ...(threads && { threads }), ...(explainRuns && { explainRuns }) };
  const comparison = await compareCourses(session, courses, door.effects, settings);
  door.terminal.endProgress();
  if (comparison === undefined)
    door.terminal.error('Stopped. What was played is kept: the same command goes on from there.');
  return comparison;
}

function compare(files: readonly string[], options: Options, door: Door): Promise<void> {
  checkOut(options.out);
  return door.within({}, async (session) => {
    const comparison = await play(session, files, options, door);
    if (comparison === undefined) return;
    if (options.out !== undefined) writeOut(options.out, renderCourses(session, comparison));
    if (door.isJson()) door.json(comparison);
    else if (options.out === undefined) showScenarios(tellCourses(session, comparison), door.terminal);
    else door.terminal.line(`Wrote ${options.out}`);
  });
}

function explain(file: string, outcome: string, options: Options, door: Door): Promise<void> {
  return door.within({}, async (session) => {
    const [{ scenario }] = loadCourses(session, [file], overridesOf(options));
    const wanted = findOutcome(scenario, outcome);
    const comparison = await play(session, [file], options, door);
    if (comparison === undefined) return;
    const told = tellCourses(session, comparison);
    const course = told.courses.at(-1);
    const found = course?.outcomes.find((one) => one.outcome === wanted);
    if (course === undefined || found === undefined) throw new Error(`no figure for ${wanted}`);
    if (door.isJson()) door.json({ course: course.id, ...found });
    else {
      showExplained(course, found, door.terminal);
      showLimits(told.limits, door.terminal);
    }
  });
}

function replay(file: string, options: Options & { readonly run: string }, door: Door): Promise<void> {
  return door.within({}, async (session) => {
    const overrides = overridesOf(options);
    const [course] = loadCourses(session, [file], overrides);
    const run = wholeOf('run', options.run, 1, RUNS) ?? 1;
    const days = await replayCourse(session, course, run, { threads: 1 });
    if (door.isJson()) door.json({ course: course.scenario.id, run, seed: course.scenario.seed, days });
    else {
      const { name, seed } = course.scenario;
      door.terminal.line(`Run ${run} of “${name}”, seed ${seed}: an example, not what will happen.`);
      showDays(days, door.terminal);
    }
  });
}

function list(door: Door): Promise<void> {
  return door.within({}, (session) => {
    const courses = describeCourses(session);
    if (door.isJson()) courses.forEach((one) => door.json(one));
    else {
      const rows = courses.map(({ name, title, start, days, steps }) => [name, start, `${days} days`, `${steps.length}`, title]); // prettier-ignore
      const head = ['scenario', 'start', 'length', 'steps', 'what it is'];
      for (const line of toTable([head, ...rows], door.terminal.width)) door.terminal.line(line);
    }
  });
}

const withPlay = (command: Command): Command =>
  command
    .option('--runs <count>', `how often it is played, to ${RUNS} (default: the file's)`)
    .option('--seed <number>', "the same seed gives the same runs (default: the file's)")
    .option('--threads <count>', 'worker threads; the result is the same for any count (default: one a core)')
    .option(
      '--explain-runs <count>',
      'runs played again for each thing taken away, to see what it moved (default: 400)',
    );

const withReport = (command: Command): Command =>
  withPlay(command).option('--out <file.html>', 'write one self-contained page instead of showing it here');

/** `demarche scenario list | run | compare | explain | replay` */
export function registerScenario(program: Command, door: Door): void {
  const scenario = program
    .command('scenario')
    .description('courses of levers played forward from a situation, under rival theories of motive')
    .addHelpText(
      'after',
      `
Examples:
  demarche scenario list
  demarche scenario run freeze-for-freeze
  demarche scenario compare enforce restore-exercises freeze-for-freeze --out courses.html
  demarche scenario explain freeze-for-freeze outcome.launch
  demarche scenario replay freeze-for-freeze --run 17
  demarche scenario run my-course.yml --runs 2000 --seed 7 --json

docs/scenarios.md tells how to write a course and what the figures mean.`,
    );
  scenario
    .command('list')
    .description('the courses that come with the playbook')
    .action(() => list(door));
  withReport(scenario.command('run').argument('<file>', 'a scenario file, or the name of one from the list'))
    .description('plays one course beside no course at all')
    .addHelpText('after', '\nExample: demarche scenario run enforce --runs 2000 --out enforce.html')
    .action((file: string, options: Options) => compare([file], options, door));
  withReport(scenario.command('compare').argument('<files...>', 'scenario files or names'))
    .description('plays courses from one situation side by side, and beside no course at all')
    .addHelpText('after', '\nExample: demarche scenario compare enforce freeze-for-freeze --json')
    .action((files: string[], options: Options) => compare(files, options, door));
  withPlay(scenario.command('explain').argument('<file>', 'a scenario file or name').argument('<outcome>', 'an outcome it watches'))
    .description('everything behind one figure: doubts, hypotheses, record, skill, what moved it')
    .addHelpText('after', '\nExample: demarche scenario explain enforce outcome.launch')
    .action((file: string, outcome: string, options: Options) => explain(file, outcome, options, door)); // prettier-ignore
  scenario
    .command('replay')
    .argument('<file>', 'a scenario file or name')
    .description('one run day by day, with what set each move off')
    .requiredOption('--run <number>', 'which run, from 1')
    .option('--seed <number>', "the seed of the runs (default: the file's)")
    .addHelpText('after', '\nExample: demarche scenario replay enforce --run 17')
    .action((file: string, options: Options & { readonly run: string }) => replay(file, options, door));
  for (const command of scenario.commands) command.exitOverride();
}
