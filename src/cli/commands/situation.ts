import type { Command } from 'commander';
import { PARTS } from '../../model/situation.ts';
import type { Change, Part, Situation } from '../../model/situation.ts';
import { UserError } from '../../model/user-error.ts';
import { briefOf } from '../../workflows/brief.ts';
import { situationOf } from '../../workflows/situation.ts';
import type { SituationQuestion } from '../../workflows/situation.ts';
import { whatChanged } from '../../workflows/what-changed.ts';
import type { Door } from '../door.ts';

interface Options extends SituationQuestion {
  readonly since?: string;
  readonly part?: string;
}

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

function checkPart(name: string): Part {
  if (isPart(name)) return name;
  throw new UserError(`--part: "${name}" is none`, { hint: `One of: ${PARTS.join(', ')}.` });
}

const pick = (situation: Situation, part: string | undefined): unknown =>
  part === undefined ? situation : situation[checkPart(part)];

function showChange({ part, kind, lineId, fields, because }: Change, door: Door): void {
  const { bold, dim } = door.terminal.paint;
  const what = fields.map(({ name, before, after }) =>
    before === '' ? `${name} ${after}` : `${name} ${before} → ${after}`,
  );
  const ground = [...because.rules, ...because.factIds].slice(0, 4).join(', ');
  door.terminal.line(`${bold(part)} ${kind}: ${what.join('; ')}`);
  door.terminal.line(dim(`  ${lineId}${ground === '' ? '' : `  by ${ground}`}`));
}

function showChanges({ since, part, ...question }: Options & { since: string }, door: Door): Promise<void> {
  return door.within({ mustExist: true }, (session) => {
    const wanted = part === undefined ? undefined : checkPart(part);
    const all = whatChanged(session, { ...question, since });
    const changes = wanted === undefined ? all : all.filter((change) => change.part === wanted);
    if (door.isJson()) door.json(changes);
    else if (changes.length === 0) door.terminal.line(`Nothing changed since ${since}.`);
    else changes.forEach((change) => showChange(change, door));
  });
}

function showSituation({ part, ...question }: Options, door: Door): Promise<void> {
  return door.within({ mustExist: true }, (session) => {
    const state = session.state(question.knownAt === undefined ? {} : { knownAt: question.knownAt });
    const situation = situationOf(session, state, question);
    if (door.isJson()) {
      door.json(pick(situation, part));
      return;
    }
    const wanted = part === undefined ? undefined : new Set(situation[checkPart(part)].map(({ id }) => id));
    const page = briefOf(session, question);
    const { bold, dim } = door.terminal.paint;
    door.terminal.line(dim(`As it held on ${page.validAt}, from what was known by ${page.knownAt}.`));
    for (const section of page.sections) {
      const lines = section.lines.filter(({ id }) => wanted?.has(id) ?? true);
      if (lines.length > 0) door.terminal.line(`\n${bold(section.title)}`);
      for (const { id, words } of lines) door.terminal.line(`  ${dim(id.slice(0, 13))}  ${words}`);
    }
    door.terminal.line(dim('\ndemarche why ID shows what a line rests on.'));
  });
}

const EXAMPLES = `
Examples:
  demarche situation --known-at 2021-03-20              as it was known then
  demarche situation --valid-at 2021-03-26 --part legal only the legal findings
  demarche situation --law-at 2021-01-01                under the law of another day
  demarche situation --since 2021-03-20                 what changed since`;

/** `demarche situation` */
export function registerSituation(program: Command, door: Door): void {
  program
    .command('situation')
    .description(
      'what the rules make of the reports: ladder, law, channels, bargains and the rest, line by line',
    )
    .option('--valid-at <day>', 'as it held on this day (default: --known-at)')
    .option('--known-at <day>', 'from what was known by the end of this day (default: the newest report)')
    .option('--law-at <day>', 'under the law of this day (default: of the day of each act)')
    .option('--part <name>', `only one part: ${PARTS.join(', ')}`)
    .option('--since <day>', 'instead: what changed since this day')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) =>
      options.since === undefined
        ? showSituation(options, door)
        : showChanges({ ...options, since: options.since }, door),
    );
}
