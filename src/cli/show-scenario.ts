import type { ToldCourse, ToldDay, ToldOutcome, ToldScenarios } from '../stages/brief/tell-scenarios.ts';
import { toTable } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Columns of a bar, and of a fan. */
const BAR = 32;
const FAN = 64;

/** `··──━━●━──··`: dot the estimate, thick the parameters' doubt, thin the hypotheses'. */
function bar({ estimate, kind }: ToldOutcome, most: number): string {
  const at = (value: number): number =>
    Math.max(
      0,
      Math.min(BAR - 1, Math.round((value / (kind === 'count' ? Math.max(most, 1) : 1)) * (BAR - 1))),
    );
  const cells = Array.from({ length: BAR }, () => '·');
  const fill = ([low, high]: readonly [number, number], sign: string): void => {
    for (let i = at(low); i <= at(high); i++) cells[i] = sign;
  };
  fill(estimate.fromHypotheses, '─');
  fill(estimate.fromParameters, '━');
  cells[at(estimate.value)] = '●';
  return cells.join('');
}

function greatest(courses: readonly ToldCourse[], id: string): number {
  const all = courses.flatMap(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === id));
  return Math.max(
    ...all.map(({ estimate }) => Math.max(estimate.fromHypotheses[1], estimate.fromParameters[1])),
  );
}

/** Every outcome over all courses: bar, figure, doubts; below, what the record says and how good such figures were. */
function showOutcomes({ courses }: ToldScenarios, terminal: Terminal): void {
  const { bold, dim } = terminal.paint;
  const widest = Math.max(...courses.map(({ name }) => name.length));
  for (const base of courses[0].outcomes) {
    terminal.line('');
    terminal.line(bold(base.name));
    const most = greatest(courses, base.outcome);
    for (const { name, outcomes } of courses) {
      const one = outcomes.find(({ outcome }) => outcome === base.outcome);
      if (one === undefined) continue;
      terminal.line(`  ${name.padEnd(widest)}  ${bar(one, most)}  ${bold(one.value.padStart(5))}  ${dim(`(${one.doubts})`)}`); // prettier-ignore
    }
    terminal.line(dim(`  ${base.record}; ${base.skillWords}`));
  }
}

/** Levels from the highest to the lowest, days from left to right: ● median, ▓ middle half, ░ eight in ten. */
function showFan({ fans }: ToldCourse, { rungs }: ToldScenarios, terminal: Terminal): void {
  for (const { name, days } of fans.slice(0, 1)) {
    const levels = days.flat();
    const shown = rungs
      .filter(({ level }) => level >= Math.min(0, ...levels) && level <= Math.max(1, ...levels))
      .toSorted((a, b) => b.level - a.level);
    const columns = Math.min(FAN, days.length);
    const rows = Array.from({ length: columns }, (_, i) => days[Math.floor((i * days.length) / columns)]);
    terminal.line('');
    terminal.line(`  ${name}, ${days.length} days`);
    for (const { level, name: rung } of shown) {
      const cells = rows.map(([low, lower, median, upper, high]) => {
        if (Math.round(median) === level) return '●';
        if (level >= Math.floor(lower) && level <= Math.ceil(upper)) return '▓';
        return level >= Math.floor(low) && level <= Math.ceil(high) ? '░' : ' ';
      });
      terminal.line(`  ${rung.slice(0, 30).padStart(30)} │${cells.join('')}`);
    }
    terminal.line(terminal.paint.dim(`  ${' '.repeat(30)} └ ● median, ▓ middle half, ░ eight in ten of the runs`)); // prettier-ignore
  }
  if (fans.length > 1)
    terminal.line(terminal.paint.dim(`  ${fans.length - 1} more pairs: --out courses.html, or --json`));
}

function showDifferences(courses: readonly ToldCourse[], terminal: Terminal): void {
  const head = ['  outcome', 'difference', 'parameters', 'hypotheses', 'how firm'];
  for (const { name, outcomes } of courses) {
    const rows = outcomes.flatMap(({ difference }) => {
      if (difference === undefined) return [];
      const { change, parameters, hypothesesEnds, firmness } = difference;
      return [[`  ${difference.name}`, change, parameters, hypothesesEnds, firmness]];
    });
    if (rows.length === 0) continue;
    heading(`WHAT “${name.toUpperCase()}” CHANGES AGAINST NO COURSE`, terminal);
    for (const line of toTable([head, ...rows], Math.max(terminal.width, 150))) terminal.line(line);
  }
}

function heading(words: string, terminal: Terminal): void {
  terminal.line('');
  terminal.line(terminal.paint.cyan(terminal.paint.bold(words)));
}

function showReasons({ outcomes }: ToldCourse, terminal: Terminal): void {
  for (const { name, moved } of outcomes) {
    if (moved.length === 0) continue;
    terminal.line(`  ${terminal.paint.bold(name)}`);
    for (const { says, change, judgement, opens } of moved) {
      terminal.line(`    ${change.padStart(11)}  ${judgement ? '[judgement] ' : ''}${says}`);
      terminal.line(terminal.paint.dim(`                 demarche why ${opens.slice(0, 3).join(', ')}`));
    }
  }
}

function showSensitivity(sensitivity: ToldCourse['sensitivity'], terminal: Terminal): void {
  const rows = sensitivity.map(({ says, name, ends }) => [`  ${ends}`, name, says]);
  for (const line of toTable(rows, Math.max(terminal.width, 130))) terminal.line(line);
}

/** A run day by day. */
export function showDays(days: readonly ToldDay[], terminal: Terminal): void {
  if (days.length === 0) terminal.line('  Nothing happened in it.');
  for (const { when, lines } of days) terminal.line(`  ${when.padEnd(18)}${lines.join('; ')}`);
}

function showCourse(course: ToldCourse, told: ToldScenarios, terminal: Terminal): void {
  const { bold, yellow } = terminal.paint;
  heading(course.name.toUpperCase(), terminal);
  for (const step of course.steps) terminal.line(`  • ${step}`);
  for (const { name, says } of course.judged)
    terminal.line(yellow(`  judgement, not record: ${name}: ${says}`));
  showFan(course, told, terminal);
  terminal.line('');
  if (course.outcomes.some(({ moved }) => moved.length > 0)) {
    terminal.line(bold('  What moved each outcome'));
    showReasons(course, terminal);
  }
  if (course.widest.length > 0) {
    terminal.line(bold('  Which assumption moves each outcome most'));
    showSensitivity(course.widest, terminal);
  }
  terminal.line(bold(`  One of ${told.runs.toLocaleString('en')} runs, day by day`));
  showDays(course.sample, terminal);
}

export function showLimits(limits: readonly string[], terminal: Terminal): void {
  heading('WHAT THIS CANNOT TELL YOU', terminal);
  for (const limit of limits) terminal.line(`  • ${limit}`);
}

/** Courses side by side: outcomes, differences, then each course by itself; limits always. */
export function showScenarios(told: ToldScenarios, terminal: Terminal): void {
  terminal.line(told.ground);
  heading('OUTCOMES', terminal);
  terminal.line(
    terminal.paint.dim('● estimate, ━ eight in ten from the doubt of the parameters, ─ over the hypotheses'),
  );
  showOutcomes(told, terminal);
  showDifferences(told.courses, terminal);
  for (const course of told.courses) showCourse(course, told, terminal);
  showLimits(told.limits, terminal);
}

/** One outcome of one course, everything that is known of it. */
export function showExplained(course: ToldCourse, outcome: ToldOutcome, terminal: Terminal): void {
  const { bold } = terminal.paint;
  terminal.line(`${bold(outcome.name)} in “${course.name}”: ${bold(outcome.value)} (${outcome.doubts})`);
  terminal.line(`  ${outcome.record}; ${outcome.skillWords}`);
  if (outcome.difference !== undefined) {
    const { change, parameters, hypothesesEnds, firmness } = outcome.difference;
    terminal.line(`  against no course: ${change} (parameters ${parameters}; hypotheses ${hypothesesEnds}): ${firmness}`); // prettier-ignore
  }
  terminal.line(bold('By hypothesis'));
  for (const { name, value } of outcome.hypotheses) terminal.line(`  ${value.padStart(6)}  ${name}`);
  terminal.line(bold('How often'));
  outcome.distribution.forEach((share, n) => {
    const last = n === outcome.distribution.length - 1 ? ' or more' : '';
    terminal.line(
      `  ${`${n}${last}`.padStart(11)}  ${'█'.repeat(Math.round(share * 40))} ${(100 * share).toFixed(1)} %`,
    );
  });
  terminal.line(bold('What moved it'));
  showReasons({ ...course, outcomes: [outcome] }, terminal);
  terminal.line(bold('Which assumption moves it most'));
  const sensitivity = course.sensitivity.filter((one) => one.outcome === outcome.outcome);
  showSensitivity(sensitivity.slice(0, 8), terminal);
}
