import { Command } from 'commander';
import { loadVersion } from '../workflows/version.ts';
import { registerBacktest } from './commands/backtest.ts';
import { registerBrief } from './commands/brief.ts';
import { registerForecast } from './commands/forecast.ts';
import { registerLearn } from './commands/learn.ts';
import { registerNext } from './commands/next.ts';
import { registerDiff } from './commands/diff.ts';
import { registerExport } from './commands/export.ts';
import { registerImport } from './commands/import.ts';
import { registerLedger } from './commands/ledger.ts';
import { registerLists } from './commands/lists.ts';
import { registerPlaybook } from './commands/playbook.ts';
import { registerRead } from './commands/read.ts';
import { registerScenario } from './commands/scenario.ts';
import { registerSchema } from './commands/schema.ts';
import { registerScore } from './commands/score.ts';
import { registerReview } from './commands/review.ts';
import { registerServe } from './commands/serve.ts';
import { registerSituation } from './commands/situation.ts';
import { registerStart } from './commands/start.ts';
import { registerWatchList } from './commands/watch-list.ts';
import { registerWhy } from './commands/why.ts';
import type { Door } from './door.ts';
import { toDoor } from './door.ts';
import type { Terminal } from './terminal.ts';

type Register = (program: Command, door: Door) => void;

const COMMANDS: readonly Register[] = [
  registerStart,
  registerRead,
  registerSituation,
  registerLists,
  registerWhy,
  registerBrief,
  registerWatchList,
  registerPlaybook,
  registerLearn,
  registerForecast,
  registerNext,
  registerScore,
  registerBacktest,
  registerScenario,
  registerReview,
  registerDiff,
  registerImport,
  registerExport,
  registerLedger,
  registerSchema,
  registerServe,
];

const EXAMPLES = `
Examples:
  demarche start                                    read the samples and show the situation
  demarche read news/*.html --published 2021-03-26  read saved pages
  demarche situation --known-at 2021-03-20          what was known then
  demarche moves --type weapons-test --json          one JSON object a line
  demarche why line-1f0c                            from a line down to the words

Exit codes: 0 done, 1 a mistake to mend, 2 done but some inputs could not be read, 130 stopped by Ctrl-C.`;

/** The whole command line. Every command keeps its options and examples in its own file. */
export function toProgram(terminal: Terminal): Command {
  const program = new Command('demarche')
    .description(
      'Reads reports about an international stand-off and keeps its situation, every line led back to the words.',
    )
    .version(loadVersion())
    .option('--theatre <name>', 'playbook to read by: a name below data/playbooks, or a folder')
    .option('--ledger <path>', 'ledger file (default: .demarche/<theatre>.ledger)')
    .option('--json', 'print JSON instead of text')
    .option('--no-color', 'no colours (they are off anyway when piped)')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(demarche --help shows every command)')
    .exitOverride()
    .configureOutput({
      writeOut: (words) => terminal.line(words.trimEnd()),
      writeErr: (words) => terminal.error(words.trimEnd()),
    });
  const door = toDoor(program, terminal);
  for (const register of COMMANDS) register(program, door);
  for (const command of program.commands) command.exitOverride();
  return program;
}
