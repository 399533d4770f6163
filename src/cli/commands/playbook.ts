import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Entry } from '../../model/playbook.ts';
import { UserError } from '../../model/user-error.ts';
import { checkPlaybook } from '../../workflows/check-playbook.ts';
import { explainEntry, listPlaybooks } from '../../workflows/explain-playbook.ts';
import { newPlaybook } from '../../workflows/new-playbook.ts';
import type { Door } from '../door.ts';

function check(names: readonly string[], door: Door): void {
  const checks = (names.length > 0 ? names : listPlaybooks()).map((name) => checkPlaybook(name));
  for (const one of checks) {
    if (door.isJson()) door.json(one);
    else {
      const { terminal } = door;
      for (const { where, what, hint } of one.troubles)
        terminal.line(`${terminal.paint.red(where)}: ${what}\n  ${terminal.paint.dim(hint)}`);
      terminal.line(
        `${one.playbook}: ${one.entries} entries, ${one.facts} facts, ${one.cases} cases, ${one.troubles.length} troubles; ${one.unchecked} not yet compared with their source`,
      );
    }
  }
  const troubles = checks.reduce((sum, one) => sum + one.troubles.length, 0);
  if (troubles > 0)
    throw new UserError(`${troubles} troubles in the playbook`, {
      hint: 'Each is named above with its file and line.',
    });
}

const SHOWN = new Set(['id', 'why', 'source', 'checked', 'cases']);

function showEntry(entry: Entry, door: Door): void {
  if (door.isJson()) {
    door.json(entry);
    return;
  }
  const { terminal } = door;
  const { bold, dim } = terminal.paint;
  terminal.line(bold(entry.id));
  terminal.line(entry.why);
  if (entry.source !== undefined) {
    terminal.line(dim(`Source: ${entry.source}${entry.checked === false ? ' (not yet compared)' : ''}`));
  }
  for (const [name, value] of Object.entries(entry)) {
    if (!SHOWN.has(name))
      terminal.line(`  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  }
  entry.cases.forEach((one, i) => {
    const law = one.lawAt ? ` under the law of ${one.lawAt}` : '';
    const at = one.at ? ` at ${one.at}` : '';
    terminal.line(`  case ${i + 1}: ${JSON.stringify(one.given)}${at}${law} → ${one.expect}`);
  });
}

function make(folder: string, sides: readonly string[], door: Door): void {
  const [first, second] = sides;
  if (first === undefined || second === undefined || sides.length > 2) {
    throw new UserError('--sides wants two actor ids', { hint: 'For instance: --sides aaa,bbb' });
  }
  const files = newPlaybook(folder, { id: basename(folder), sides: [first, second] });
  for (const file of files) door.terminal.line(`wrote ${file}`);
  door.terminal.line(`Now: demarche playbook check ${folder}`);
}

/** `demarche playbook check|explain|new` */
export function registerPlaybook(program: Command, door: Door): void {
  const playbook = program
    .command('playbook')
    .description('the knowledge of a theatre: check it, explain an entry, begin a new one');
  playbook
    .command('check [names...]')
    .description('load playbooks, check their names, run their cases (default: all that ship)')
    .addHelpText('after', '\nExample: demarche playbook check ./my-theatre')
    .action((names: readonly string[]) => check(names, door));
  playbook
    .command('explain <id>')
    .description('an entry or fact of the playbook: what it says, why, on what source, with its cases')
    .addHelpText('after', '\nExample: demarche playbook explain ladder.summit')
    .action((id: string) => showEntry(explainEntry(program.opts<{ theatre?: string }>().theatre, id), door));
  playbook
    .command('new <folder>')
    .description('write a small playbook to begin from; it loads and passes its own check')
    .requiredOption('--sides <ids>', 'two actor ids, with a comma')
    .addHelpText('after', '\nExample: demarche playbook new ./my-theatre --sides aaa,bbb')
    .action((folder: string, { sides }: { readonly sides: string }) => make(folder, sides.split(','), door));
}
