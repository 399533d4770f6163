import { CommanderError } from 'commander';
import { UserError } from '../model/user-error.ts';
import { toProgram } from './program.ts';
import { showTrouble } from './show-trouble.ts';
import { toTerminal } from './terminal.ts';

/** Exit codes: 0 done · 1 the user's mistake · 2 done, but some inputs could not be read · 130 stopped by Ctrl-C. */
async function main(argv: readonly string[]): Promise<void> {
  const terminal = toTerminal(process);
  try {
    await toProgram(terminal).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (error instanceof UserError) {
      showTrouble(error, terminal);
      process.exitCode = 1;
    } else throw error;
  }
}

/** A reader that stops early (`| head`) is no trouble of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await main(process.argv);
